"""Puts together what makes papers; reportlab and the makers of office files load at the first one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.cli.template import TemplateTools, template_name
from hardship_desk.config import paths
from hardship_desk.config.files import write_atomically
from hardship_desk.documents.model import ReportDocument
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.errors import HardshipDeskError, PackageError
from hardship_desk.domain.letter_draft import (
    NO_ADDRESSEE,
    Addressee,
    LetterDraft,
    LetterRequest,
)
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.domain.toets import Toets, ToetsElement
from hardship_desk.exchange.data_map_file import read_data_map
from hardship_desk.exchange.municipality_file import read_municipalities
from hardship_desk.exchange.outside_text import text_of_file
from hardship_desk.services.ports.papers import Papers
from hardship_desk.services.ports.privacy import SubjectData
from hardship_desk.services.ports.writers import DocumentWriter, OfficeForm
from hardship_desk.services.retention import DeclarationTools
from hardship_desk.services.subject_access import AccessTools


def make_papers(fonts: Path, texts: Texts) -> Papers:
    """Builders and writers of documents, with the letters of this folder."""
    later = _BuildersLater(texts)
    return Papers(
        report=later.report,
        reading=later.reading,
        letter=later.letter,
        combined=later.combined,
        draft=later.draft,
        check_letter=later.check_letter,
        case_json=later.case_json,
        pdf=_PdfLater(fonts),
        docx=_DocxLater(fonts),
        odt=_OdtLater(fonts),
        html=_HtmlLater(),
        templates=_Templates(paths.templates_folder(), texts),
    )


@dataclass(frozen=True, slots=True)
class _BuildersLater:
    """Lays out papers, and imports what each takes when the first one is wanted."""

    texts: Texts

    def report(
        self, snapshot: DecisionSnapshot, *, anchor: AuditHead | None = None
    ) -> ReportDocument:
        """The report."""
        from hardship_desk.documents.report import build_report

        return build_report(snapshot, texts=self.texts, anchor=anchor)

    def reading(self, snapshot: DecisionSnapshot) -> ReportDocument:
        """The report for a second reader."""
        from hardship_desk.documents.report import build_reading

        return build_reading(snapshot, texts=self.texts)

    def letter(
        self, snapshot: DecisionSnapshot, *, addressee: Addressee = NO_ADDRESSEE
    ) -> ReportDocument:
        """The letter on a decision."""
        from hardship_desk.documents.letter import build_letter

        return build_letter(snapshot, texts=self.texts, addressee=addressee)

    def combined(
        self, snapshots: tuple[DecisionSnapshot, ...], *, addressee: Addressee = NO_ADDRESSEE
    ) -> ReportDocument:
        """The letter on several decisions."""
        from hardship_desk.documents.letters.combined import build_combined_letter

        return build_combined_letter(snapshots, texts=self.texts, addressee=addressee)

    def draft(
        self, snapshot: DecisionSnapshot, draft: LetterDraft, request: LetterRequest
    ) -> ReportDocument:
        """A letter besides the decision."""
        from hardship_desk.documents.letters.tussentijds import build_draft

        return build_draft(snapshot, draft, request, texts=self.texts)

    def check_letter(self, letter: ReportDocument, snapshot: DecisionSnapshot) -> tuple[str, ...]:
        """What to look at before it goes out."""
        from hardship_desk.documents.letter_checks import letter_notes

        return letter_notes(letter, snapshot, texts=self.texts)

    def case_json(self, snapshots: tuple[DecisionSnapshot, ...]) -> str:
        """The text of zaak.json."""
        from hardship_desk.documents.case_json import case_json

        return case_json(snapshots)


@dataclass(frozen=True, slots=True)
class _PdfLater:
    """Writes PDF, and imports what that takes when the first one is written."""

    fonts: Path

    def write(self, document: ReportDocument) -> bytes:
        """The document as PDF."""
        from hardship_desk.reports.pdf.writer import PdfWriter

        return PdfWriter(self.fonts).write(document)


@dataclass(frozen=True, slots=True)
class _DocxLater:
    """Writes DOCX, and imports what that takes when the first one is written."""

    fonts: Path

    def write(self, document: ReportDocument) -> bytes:
        """The document as DOCX."""
        from hardship_desk.reports.docx.writer import DocxWriter

        return DocxWriter(self.fonts).write(document)


@dataclass(frozen=True, slots=True)
class _OdtLater:
    """Writes ODT, and imports what that takes when the first one is written."""

    fonts: Path

    def write(self, document: ReportDocument) -> bytes:
        """The document as ODT."""
        from hardship_desk.reports.odt.writer import OdtWriter

        return OdtWriter(self.fonts).write(document)


class _HtmlLater:
    """Writes HTML, and imports what that takes when the first one is written."""

    def write(self, document: ReportDocument) -> bytes:
        """The document as HTML."""
        from hardship_desk.reports.html import HtmlWriter

        return HtmlWriter().write(document)


@dataclass(frozen=True, slots=True)
class OutsideFiles:
    """Fulfils `OutsidePapers`: texts that come from anywhere, and the note on them."""

    papers: Papers
    texts: Texts

    def read(self, path: Path) -> str:
        """The text of a DOCX or plain text file; raises PackageError `tekst_onleesbaar`."""
        from hardship_desk.reports.docx.reading import text_of_docx

        try:
            data = path.read_bytes()
            return text_of_docx(data) if path.suffix.lower() == ".docx" else text_of_file(data)
        except (OSError, ValueError):
            raise PackageError("tekst_onleesbaar") from None

    def note(
        self, toets: Toets, elements: tuple[ToetsElement, ...], kind: str, now: datetime
    ) -> ReportDocument:
        """The note as a document."""
        from hardship_desk.documents.advice_note import build_advice_note

        return build_advice_note(toets, elements, kind, now, self.texts)

    def write(self, document: ReportDocument, path: Path) -> None:
        """Put the document in a file, DOCX or else PDF; raises WriteError."""
        writer = self.papers.docx if path.suffix.lower() == ".docx" else self.papers.pdf
        write_atomically(path, writer.write(document))


@dataclass(frozen=True, slots=True)
class _Templates:
    """Finds the template of a municipality, looked for each time: it can be renewed in between."""

    folder: Path
    texts: Texts

    def of(self, gemeentecode: str) -> DocumentWriter:
        """The one of this municipality, else the one for all, else ours."""
        names = [template_name(gemeentecode)] if gemeentecode.isalnum() else []
        found = (self.folder / name for name in (*names, template_name()))
        return _TemplateLater(next((path for path in found if path.is_file()), None), self.texts)


@dataclass(frozen=True, slots=True)
class _TemplateLater:
    """Writes in a template; in ours where there is none."""

    path: Path | None
    texts: Texts

    def write(self, document: ReportDocument) -> bytes:
        """The letter as DOCX; HardshipDeskError `sjabloon_geweigerd` where it may not be used."""
        from hardship_desk.reports.template.writer import TemplateRefusedError, TemplateWriter

        own = self.path.read_bytes() if self.path is not None else None
        try:
            return TemplateWriter(own).write(document)
        except TemplateRefusedError as error:
            why = " ".join(
                self.texts.get(f"opdrachtregel.sjabloon.{item.code}", waarover=item.about)
                for item in error.problems
            )
            file = self.path.name if self.path is not None else ""
            raise HardshipDeskError("sjabloon_geweigerd", bestand=file, waarom=why) from error


def template_tools(texts: Texts) -> TemplateTools:
    """What looking a template over takes."""
    from hardship_desk.reports.template.check import template_problems
    from hardship_desk.reports.template.default import default_template

    return TemplateTools(
        folder=paths.templates_folder(),
        municipalities=read_municipalities(paths.resources_folder() / "gemeentecodes.toml"),
        problems=lambda data: tuple((item.code, item.about) for item in template_problems(data)),
        default=default_template,
        write=write_atomically,
        texts=texts,
    )


def declaration_tools(papers: Papers, texts: Texts) -> DeclarationTools:
    """What putting a declaration of destruction on paper takes."""
    from hardship_desk.documents.destruction import build_declaration

    return DeclarationTools(
        document=partial(build_declaration, texts=texts),
        writers={
            OfficeForm.PDF: papers.pdf,
            OfficeForm.DOCX: papers.docx,
            OfficeForm.ODT: papers.odt,
        },
        write=write_atomically,
    )


def subject_tools(data: SubjectData, pdf: DocumentWriter, texts: Texts) -> AccessTools:
    """What handing someone their data takes."""
    from hardship_desk.documents.subject_access import subject_document

    return AccessTools(
        data=data,
        data_map=read_data_map(paths.resources_folder() / "gegevenskaart.toml"),
        document=partial(subject_document, texts=texts),
        pdf=pdf,
        write=write_atomically,
        words=texts.under("engine.woorden"),
    )
