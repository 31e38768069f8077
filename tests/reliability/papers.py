"""R55-R57: text survives in every kind of file, nothing in it acts, and PDF keeps its standards."""

from __future__ import annotations

import sys
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import page
import pikepdf

from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.model import Paragraph, ReportDocument
from hardship_desk.documents.report import build_report
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.domain.text import cleaned
from hardship_desk.reports.docx.writer import DocxWriter
from hardship_desk.reports.html import HtmlWriter
from hardship_desk.reports.odt.writer import OdtWriter
from hardship_desk.reports.pdf.fonts import load_fonts
from hardship_desk.reports.pdf.text import unprintable
from hardship_desk.reports.pdf.writer import PdfWriter
from hardship_desk.reports.template.writer import TemplateWriter
from hardship_desk.services.ports.writers import DocumentWriter
from tests.builders_snapshot import rich_snapshot
from tests.reliability.figures import Experiment, Figures, within
from tests.reliability.paper_texts import in_docx, in_html, in_odt, put_in, read_aloud
from tests.reliability.sabotage import SABOTAGES
from tests.reliability.sample_papers import chance_paper, every_block
from tests.unit.documents.papers_for_tests import FONTS, TEXTS

PROFILES = ("pdfa-2a", "pdfua-1")
LONGEST, SECONDS = 100_000, 5.0

CORPUS = (
    "<script>alert(1)</script>",
    '<para fontSize="50">x</para>',
    "</para><para>",
    "&amp; &nosuch; &#x41;",
    "a <b c en d > e",
    "{{7*7}} ${7*7} #read() {% raw %}",
    "regel een\nregel twee\r\nregel drie\rregel vier",
    "met\teen tab en  twee   spaties",
    "שלום עולם",
    "مرحبا بالعالم",
    "Zażółć gęślą jaźń, Łódź",
    "ĳsje Ĳmuiden één",
    "😀 en 👨‍👩‍👧",
    "漢字かな",
    "nul \x00 en \x07",
    "half \ud800 teken",
    "om \u202eneerd\u202c en \u2066niet\u2069",
    "Γειά Привет → ≤ ∑ ♠",
    "\uf0b7 opsomming uit Word",
    "w" * 5000,
)

PAYLOADS = tuple(
    form.format(target)
    for target in (
        "/etc/passwd",
        "http://127.0.0.1:9/x",
        "file:///etc/hostname",
        "\\\\srv\\d",
        "id",
    )
    for form in (
        '<img src="{}"/>',
        '<a href="{}">x</a>',
        '<link href="{}"/>',
        '<onDraw name="{}"/>',
        "<font color=\"[[[getattr(pow,Word('__globals__'))]['os'].system('{}')]]\">x</font>",
        "{{{{ cycler.__init__.__globals__.os.popen('{}').read() }}}}",
        "{{% include '{}' %}}",
        "</w:t></w:r><w:r><w:instrText>INCLUDETEXT {}</w:instrText></w:r><w:r><w:t>",
        '<text:a xlink:href="{}">x</text:a>',
        "=cmd|' /C {}'!A0",
    )
)


LONG_TEXTS = (
    "woord " * (LONGEST // 6),
    "x" * LONGEST,
    f"{'regel van gewone lengte, zoals men die typt ' * 2}\n" * (LONGEST // 89),
)


def filled_with(text: str) -> DecisionSnapshot:
    """A rich decision in which every text of a person is this one."""
    snapshot = rich_snapshot()
    return replace(
        snapshot,
        case_title=text,
        weight_reason=text,
        answers=tuple(
            replace(
                item,
                shown=text if item.table is None else item.shown,
                explanation=text,
                table=item.table
                and replace(
                    item.table,
                    rows=tuple(tuple(text for _ in row) for row in item.table.rows),
                ),
            )
            for item in snapshot.answers
        ),
        evidence=tuple(
            replace(item, title=text, location=text, verified_by=text) for item in snapshot.evidence
        ),
        considerations=tuple(replace(item, own_text=text) for item in snapshot.considerations),
        weighing=tuple(replace(item, reason=text) for item in snapshot.weighing),
        reviews=tuple(replace(item, reader=text, text=text) for item in snapshot.reviews),
        persons=tuple(replace(item, label=text) for item in snapshot.persons),
        person=snapshot.person and replace(snapshot.person, label=text),
        letter=replace(snapshot.letter, contact_person=text, sender_address=text, signatory=text),
    )


def text_survives(_folder: Path, times: int) -> Figures:
    """R55: the corpus in every field of report and letter, in PDF, DOCX, ODT and HTML."""
    fonts, pdf = load_fonts(FONTS), PdfWriter(FONTS)
    files, lost, unnamed = 0, 0, 0
    for raw in CORPUS[:times]:
        snapshot = filled_with(cleaned(raw))
        for document in (build_report(snapshot, TEXTS), build_letter(snapshot, TEXTS)):
            wanted = put_in(document)
            heard = read_aloud(pdf.write(document), document)
            gaps = {sign for text in wanted for sign in unprintable(text, fonts)}
            unnamed += bool(gaps) and not all(f"U+{ord(sign):04X}" in heard[-1] for sign in gaps)
            lost += heard[: len(wanted)] != wanted
            for found in (
                in_docx(DocxWriter(FONTS).write(document)),
                in_odt(OdtWriter(FONTS).write(document)),
                in_html(HtmlWriter().write(document))[0],
            ):
                flat = found.replace("\u00a0", " ")
                lost += any(text.replace("\u00a0", " ") not in flat for text in wanted)
            files += 4
    seconds = _slowest(pdf, LONG_TEXTS if times == len(CORPUS) else LONG_TEXTS[:1])
    return Figures(
        number="R55",
        target=f"every text equals what was put in or is named; {LONGEST} characters in {SECONDS:.0f} s",
        seen=f"{files} files, {lost} lost text, {unnamed} left a sign unnamed; slowest {seconds:.1f} s",
        reached=not lost and not unnamed and within(seconds, SECONDS),
    )


def nothing_acts(_folder: Path, times: int) -> Figures:
    """R56: payloads in every field; no file is read, nothing is started or connected to."""
    writers = (
        PdfWriter(FONTS),
        DocxWriter(FONTS),
        OdtWriter(FONTS),
        HtmlWriter(),
        TemplateWriter(),
    )
    for writer in writers:
        writer.write(build_letter(filled_with("x"), TEXTS))
    seen: list[str] = []
    watch = _Watch(seen)
    lost, files = 0, 0
    for payload in PAYLOADS[:times]:
        snapshot = filled_with(cleaned(payload))
        letter = build_letter(snapshot, TEXTS)
        made = watch.during(letter, writers[-1:])
        lost += _flat(cleaned(payload)) not in _flat(in_docx(made[0]))
        for document in (build_report(snapshot, TEXTS), letter):
            made = watch.during(document, writers[:-1])
            files += len(made)
            text, tags = in_html(made[3])
            lost += cleaned(payload) not in text or bool(tags & {"script", "img", "link", "iframe"})
            lost += read_aloud(made[0], document)[: len(put_in(document))] != put_in(document)
            lost += _actions(made[0])
    return Figures(
        number="R56",
        target="0 executions, 0 reads of files or network, every payload printed as text",
        seen=f"{min(times, len(PAYLOADS))} payloads, {files} files, {len(seen)} reads, {lost} not as text",
        reached=not seen and not lost,
    )


def standards_are_kept(folder: Path, times: int) -> Figures:
    """R57: made documents through the validator, and broken ones that it must refuse."""
    writer = PdfWriter(FONTS)
    failures, bad_syntax, other_text, other_bytes = 0, 0, 0, 0
    for seed in range(times):
        document = chance_paper(seed) if seed else every_block()
        data = writer.write(document)
        failures += len(broken_rules(data, folder))
        with pikepdf.open(BytesIO(data)) as pdf:
            bad_syntax += len(pdf.check_pdf_syntax())
        other_text += read_aloud(data, document) != put_in(document)
        other_bytes += writer.write(document) != data
    good = writer.write(every_block())
    refused = sum(item.rule in broken_rules(item.broken(good), folder) for item in SABOTAGES)
    return Figures(
        number="R57",
        target="0 failures of PDF/A-2a and PDF/UA-1, same bytes, same text; each sabotage refused",
        seen=(
            f"{times} documents: {failures} failures, {bad_syntax} faults of syntax, "
            f"{other_text} with other text, {other_bytes} with other bytes; "
            f"{refused} of {len(SABOTAGES)} sabotages refused on the right rule"
        ),
        reached=not any((failures, bad_syntax, other_text, other_bytes))
        and refused == len(SABOTAGES),
    )


def _flat(text: str) -> str:
    return "".join(text.split())


def broken_rules(data: bytes, folder: Path) -> list[str]:
    """The rules of both standards that a file breaks."""
    file = folder / "papier.pdf"
    file.write_bytes(data)
    found = [page.validate_pdf(str(file), profile=name) for name in PROFILES]
    return [item.rule_id for report in found for item in report.failures]


def _slowest(pdf: PdfWriter, texts: tuple[str, ...]) -> float:
    """How long the slowest of a few very long texts takes."""
    longest = 0.0
    for text in texts:
        document = ReportDocument(
            title="Lang",
            subject="",
            author="",
            language="nl-NL",
            created=chance_paper(1).created,
            blocks=(Paragraph(text=text),),
        )
        started = time.monotonic()
        pdf.write(document)
        longest = max(longest, time.monotonic() - started)
    return longest


def _actions(data: bytes) -> bool:
    """Whether a PDF does something when it is opened, or leads outside."""
    with pikepdf.open(BytesIO(data)) as pdf:
        keys = {"/OpenAction", "/AA", "/JavaScript", "/EmbeddedFiles"}
        if keys & set(pdf.Root.keys()):
            return True
        return any(
            isinstance(item, pikepdf.Dictionary)
            and item.get("/S") in (pikepdf.Name.URI, pikepdf.Name.Launch, pikepdf.Name.JavaScript)
            for item in pdf.objects
        )


class _Watch:
    """Notes what Python opens, starts or connects to while something is made."""

    _EVENTS = ("open", "socket.connect", "subprocess.Popen", "os.system", "exec")

    def __init__(self, seen: list[str]) -> None:
        self._seen = seen
        self._on = False
        sys.addaudithook(self._note)

    def during(self, document: ReportDocument, writers: tuple[DocumentWriter, ...]) -> list[bytes]:
        """The document in every form."""
        self._on = True
        try:
            return [writer.write(document) for writer in writers]
        finally:
            self._on = False

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._on and event in self._EVENTS and not _is_ours(event, arguments):
            self._seen.append(f"{event} {arguments[:1]}")


def _is_ours(event: str, arguments: tuple[object, ...]) -> bool:
    """The empty template of python-docx and modules that load late are not of the payload."""
    if event == "exec":
        return "<string>" not in repr(arguments[0])
    return event == "open" and str(arguments[0]).endswith((".docx", ".xml", ".py", ".pyc", ".dic"))


EXPERIMENTS = (
    Experiment(number="R55", run=text_survives, short=2, long=len(CORPUS)),
    Experiment(number="R56", run=nothing_acts, short=1, long=len(PAYLOADS)),
    Experiment(number="R57", run=standards_are_kept, short=2, long=100),
)
