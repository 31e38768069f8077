"""Reports and letters of ten cases, opened and converted by LibreOffice: nothing may be lost.

LibreOffice is for this experiment only. Where it is absent, nothing is run and that is said. By hand:
`python benchmarks/reliability/run.py R57-kantoor`; `KEEP=FOLDER` before it keeps all files to look at.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import docx

from hardship_desk.core_setup import build_core
from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.model import ReportDocument
from hardship_desk.documents.report import build_report
from hardship_desk.reports.docx.reading import text_of_docx
from hardship_desk.reports.docx.writer import DocxWriter
from hardship_desk.reports.odt.writer import OdtWriter
from hardship_desk.services.casefile_run import CaseFileRun
from hardship_desk.services.ports.case_files import CaseFile
from tests.integration.ruling_files import base_case, base_kinds, write_case_file
from tests.reliability.figures import Experiment, Figures
from tests.unit.documents.papers_for_tests import FONTS, ROOT, TEXTS

SOFFICE = shutil.which("soffice")
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_HEADING = re.compile(r"Heading (\d)")

Grid = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a file holds, told the same way whatever kind of file it is."""

    words: tuple[str, ...]
    headings: tuple[tuple[int, str], ...]
    tables: tuple[Grid, ...]
    pictures: tuple[str, ...]


def nothing_is_lost(folder: Path, times: int) -> Figures:
    """R57-kantoor: DOCX to ODT, ODT to DOCX and both to PDF; words, headings, tables, pictures."""
    if SOFFICE is None:
        return _said("LibreOffice is not on this machine: not run", reached=True)
    place = Path(os.environ.get("KEEP") or folder)
    place.mkdir(parents=True, exist_ok=True)
    papers = dict(case_papers(place, times))
    for form in ("docx", "odt"):
        (place / form).mkdir(parents=True, exist_ok=True)
    for name, document in papers.items():
        (place / "docx" / f"{name}.docx").write_bytes(DocxWriter(FONTS).write(document))
        (place / "odt" / f"{name}.odt").write_bytes(OdtWriter(FONTS).write(document))
    lost: dict[str, int] = {"words": 0, "headings": 0, "tables": 0, "pictures": 0, "files": 0}
    pages, compared = 0, Counter[str]()
    for form, other in (("docx", "odt"), ("odt", "docx")):
        _converted(place / form, other, place / f"{other}-uit-{form}")
        _converted(place / form, "pdf", place / f"pdf-uit-{form}")
        pages += len(list((place / f"pdf-uit-{form}").glob("*.pdf")))
        for name in papers:
            made = place / f"{other}-uit-{form}" / f"{name}.{other}"
            if not made.is_file():
                lost["files"] += 1
                continue
            before, after = held(place / form / f"{name}.{form}"), held(made)
            for kind in ("words", "headings", "tables", "pictures"):
                compared[kind] += len(getattr(before, kind))
                lost[kind] += getattr(before, kind) != getattr(after, kind)
    files = 2 * len(papers)
    told = ", ".join(f"{count} with other {kind}" for kind, count in lost.items())
    held_in = ", ".join(f"{count} {kind}" for kind, count in compared.items())
    seen = f"{files} files of {len(papers)} papers with {held_in}: {told}; {pages} became a PDF"
    return _said(seen, reached=not any(lost.values()) and pages == files)


def _said(seen: str, *, reached: bool) -> Figures:
    return Figures(
        number="R57-kantoor",
        target="DOCX and ODT of ten cases opened and converted without loss",
        seen=seen,
        reached=reached,
    )


def case_papers(place: Path, times: int) -> Iterator[tuple[str, ReportDocument]]:
    """Report and letter of the examples, then of the neutral case of other kinds of decision."""
    core = build_core()
    try:
        run = CaseFileRun(
            core.engine, core.organisation, core.snapshots, core.questionnaire, core.papers
        )
        cases = sorted((ROOT / "resources" / "voorbeelden").glob("*.toml"))
        for kind in base_kinds()[: max(0, times - len(cases))]:
            cases.append(write_case_file(base_case(kind), place / f"{kind}-neutraal.toml"))
        for path in cases[:times]:
            found = core.reader.read(path)
            assert isinstance(found, CaseFile), path
            snapshot = run.snapshots(found.case)[-1]
            yield f"{path.stem}-rapport", build_report(snapshot, TEXTS)
            yield f"{path.stem}-brief", build_letter(snapshot, TEXTS)
    finally:
        core.plugins.close()


def _converted(source: Path, form: str, target: Path) -> None:
    """All files of a folder at once, with settings of its own, so that no window is disturbed."""
    home = target.parent / "instellingen"
    subprocess.run(
        [
            str(SOFFICE),
            f"-env:UserInstallation={home.absolute().as_uri()}",
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(target),
            *map(str, sorted(source.iterdir())),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )


def held(path: Path) -> Held:
    """What a file holds."""
    data = path.read_bytes()
    return _in_word(data) if path.suffix == ".docx" else _in_opendocument(data)


def _in_word(data: bytes) -> Held:
    document = docx.Document(BytesIO(data))
    headings = (
        (found[1], paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style and (found := _HEADING.fullmatch(paragraph.style.name or ""))
    )
    body = document.element.body
    return Held(
        words=_words(text_of_docx(data)),
        headings=tuple((int(level), _flat(text)) for level, text in headings),
        tables=tuple(
            tuple(tuple(_flat(cell.text) for cell in row.cells) for row in table.rows)
            for table in document.tables
        ),
        pictures=tuple(_flat(item.get("descr", "")) for item in body.iter(_PICTURE)),
    )


def _in_opendocument(data: bytes) -> Held:
    with zipfile.ZipFile(BytesIO(data)) as package:
        content = ET.fromstring(package.read("content.xml"))
    descriptions = tuple(_flat(item.text or "") for item in content.iter(f"{_SVG}desc"))
    for parent in content.iter():
        for item in [kid for kid in parent if kid.tag in (f"{_SVG}desc", f"{_SVG}title")]:
            parent.remove(item)
    headings = (
        (int(item.get(f"{_TEXT}outline-level", "1")), _said_in(item))
        for item in content.iter(f"{_TEXT}h")
    )
    lines = (item for item in content.iter() if item.tag in (f"{_TEXT}p", f"{_TEXT}h"))
    return Held(
        words=_words(" ".join(_said_in(line) for line in lines)),
        headings=tuple(headings),
        tables=tuple(_grid(table) for table in content.iter(f"{_TABLE}table")),
        pictures=descriptions,
    )


def _grid(table: ET.Element) -> Grid:
    return tuple(
        tuple(
            _flat(" ".join(_said_in(line) for line in cell.iter(f"{_TEXT}p")))
            for cell in row.iter(f"{_TABLE}table-cell")
        )
        for row in table.iter(f"{_TABLE}table-row")
    )


def _said_in(element: ET.Element) -> str:
    """The text of an element; what stands for a blank counts as one."""
    blanks = {f"{_TEXT}{name}" for name in ("s", "tab", "line-break")}
    found = element.text or ""
    for kid in element:
        found += " " if kid.tag in blanks else _said_in(kid)
        found += kid.tail or ""
    return _flat(found) if element.tag in (f"{_TEXT}p", f"{_TEXT}h") else found


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _flat(text: str) -> str:
    return " ".join(text.split())


EXPERIMENTS = (Experiment(number="R57-kantoor", run=nothing_is_lost, short=1, long=10),)
