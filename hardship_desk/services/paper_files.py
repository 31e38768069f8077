"""The files of a dossier: motivering.pdf, brief.docx and zaak.json; on request motivering.docx or .odt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.services.ports.files import FileWriter
from hardship_desk.services.ports.papers import Papers
from hardship_desk.services.ports.writers import OfficeForm

REPORT, LETTER, CASE_JSON = "motivering.pdf", "brief.docx", "zaak.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFile:
    """One file, ready to be written."""

    name: str
    data: bytes


def paper_files(
    papers: Papers,
    printed: tuple[DecisionSnapshot, ...],
    everything: tuple[DecisionSnapshot, ...],
    anchor: AuditHead | None = None,
) -> tuple[PaperFile, ...]:
    """Report and letter of each printed decision, and one zaak.json over all decisions.

    The anchor is that of the first printed decision. The first printed decision takes the plain names; a further one has its id in them.
    """
    found = []
    for place, snapshot in enumerate(printed):
        mark = "" if place == 0 else f"-{snapshot.decision_id}"
        report = papers.report(snapshot, anchor=anchor if place == 0 else None)
        letter = papers.letter(snapshot)
        found.append(PaperFile(name=_named(REPORT, mark), data=papers.pdf.write(report)))
        found.append(PaperFile(name=_named(LETTER, mark), data=papers.docx.write(letter)))
    text = papers.case_json(everything)
    return (*found, PaperFile(name=CASE_JSON, data=text.encode("utf-8")))


def editable_reports(
    papers: Papers,
    printed: tuple[DecisionSnapshot, ...],
    forms: tuple[OfficeForm, ...],
    anchor: AuditHead | None = None,
) -> tuple[PaperFile, ...]:
    """The reports once more for an office program, beside the PDF that counts."""
    writers = {OfficeForm.DOCX: papers.docx, OfficeForm.ODT: papers.odt}
    found = []
    for place, snapshot in enumerate(printed):
        mark = "" if place == 0 else f"-{snapshot.decision_id}"
        report = papers.report(snapshot, anchor=anchor if place == 0 else None)
        for form, writer in writers.items():
            if form in forms:
                name = _named(f"{Path(REPORT).stem}.{form.value}", mark)
                found.append(PaperFile(name=name, data=writer.write(report)))
    return tuple(found)


def write_files(files: tuple[PaperFile, ...], folder: Path, write: FileWriter) -> tuple[Path, ...]:
    """Put the files in the folder, each whole or not at all; WriteError where that fails."""
    paths = []
    for file in files:
        write(folder / file.name, file.data)
        paths.append(folder / file.name)
    return tuple(paths)


def _named(name: str, mark: str) -> str:
    stem, _, ending = name.partition(".")
    return f"{stem}{mark}.{ending}"
