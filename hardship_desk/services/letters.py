"""Letters to the resident, one by one: to whom and when is told as each is made, and not kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from hardship_desk.documents.model import ReportDocument
from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.letter_draft import LetterDraft, LetterRequest
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.plugin_api.termijnen import last_day_for_bezwaar
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.file_names import folder_name
from hardship_desk.services.own_folders import WRITTEN, own_folder, written_mark, wrote
from hardship_desk.services.paper_files import PaperFile
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.files import FileWriter
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.papers import Papers
from hardship_desk.services.ports.rules import LetterBook
from hardship_desk.services.ports.writers import DocumentWriter
from hardship_desk.services.reporting import ReportingService

DECISION, COMBINED = "besluit", "besluiten"
"""The letter on this decision, and one on all decisions of the dossier."""


class LetterForm(StrEnum):
    """The kinds of file a letter can be."""

    DOCX = "docx"
    ODT = "odt"
    PDF = "pdf"
    HTML = "html"
    SJABLOON = "sjabloon"

    @property
    def ending(self) -> str:
        """How the name of the file ends."""
        return LetterForm.DOCX.value if self is LetterForm.SJABLOON else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTools:
    """What writing letters takes besides the dossiers."""

    book: LetterBook
    organisation: OrganisationFacts
    papers: Papers
    write: FileWriter
    questionnaire: Questionnaire


class LetterBuilding:
    """Makes letters of a dossier that is at hand; nothing of it is kept."""

    def __init__(self, tools: LetterTools) -> None:
        self._tools = tools

    def available(self, case: Case, decision_id: DecisionId) -> tuple[LetterDraft, ...]:
        """The letters besides the decision that fit it."""
        parameters = self._tools.organisation.parameters()
        return self._tools.book.letters(case, decision_id, parameters)

    def document(
        self,
        case: Case,
        snapshots: tuple[DecisionSnapshot, ...],
        letter: str,
        request: LetterRequest,
    ) -> ReportDocument:
        """The letter of that name on the first of these decisions; KeyError for another name."""
        papers, told = self._tools.papers, _on_its_day(snapshots, request)
        if letter == DECISION:
            return papers.letter(told[0], addressee=request.addressee)
        if letter == COMBINED:
            here = tuple(item for item in told if self._decides(item)) or told[:1]
            if len(here) == 1:
                return papers.letter(here[0], addressee=request.addressee)
            return papers.combined(here, addressee=request.addressee)
        first = snapshots[0]
        found = {item.id: item for item in self.available(case, first.decision_id)}
        return papers.draft(first, found[letter], request)

    def _decides(self, snapshot: DecisionSnapshot) -> bool:
        """Whether something is decided here: a type with one outcome was decided elsewhere."""
        return len(self._tools.questionnaire.decision_type(snapshot.type).outcomes) > 1

    def data(self, document: ReportDocument, form: LetterForm, gemeentecode: str = "") -> bytes:
        """The letter as a file; whose it is says which template it takes."""
        papers = self._tools.papers
        if form is LetterForm.SJABLOON:
            return papers.templates.of(gemeentecode).write(document)
        writers: dict[LetterForm, DocumentWriter] = {
            LetterForm.DOCX: papers.docx,
            LetterForm.ODT: papers.odt,
            LetterForm.PDF: papers.pdf,
            LetterForm.HTML: papers.html,
        }
        return writers[form].write(document)


class LetterService:
    """The same for a dossier in the vault; it is noted that a letter was made, not to whom."""

    def __init__(
        self, repository: CaseRepository, reporting: ReportingService, tools: LetterTools
    ) -> None:
        self._repository = repository
        self._reporting = reporting
        self._building = LetterBuilding(tools)
        self._write = tools.write

    def available(self, case_id: CaseId, decision_id: DecisionId) -> tuple[LetterDraft, ...]:
        """The letters besides the decision that fit it."""
        return self._building.available(self._repository.load(case_id), decision_id)

    def document(
        self, case_id: CaseId, decision_id: DecisionId, letter: str, request: LetterRequest
    ) -> ReportDocument:
        """The letter of that name; KeyError for a name that does not fit."""
        case = self._repository.load(case_id)
        others = [item.id for item in case.decisions if item.id != decision_id]
        wanted = (decision_id, *(others if letter == COMBINED else ()))
        snapshots = tuple(self._reporting.snapshot(case_id, item) for item in wanted)
        return self._building.document(case, snapshots, letter, request)

    def preview(
        self, case_id: CaseId, decision_id: DecisionId, letter: str, request: LetterRequest
    ) -> str:
        """The letter as HTML, to look at before it is made."""
        document = self.document(case_id, decision_id, letter, request)
        return self._building.data(document, LetterForm.HTML).decode("utf-8")

    def save(
        self,
        case_id: CaseId,
        decision_id: DecisionId,
        letter: str,
        request: LetterRequest,
        target: tuple[Path, LetterForm],
    ) -> Path:
        """Write the letter below a folder; raises WriteError where that fails."""
        folder, form = target
        document = self.document(case_id, decision_id, letter, request)
        case = self._repository.load(case_id)
        data = self._building.data(document, form, case.gemeentecode)
        file = PaperFile(name=letter_file(letter, decision_id, form), data=data)
        ours = wrote(self._repository, case_id, (item.id for item in case.decisions))
        path = own_folder(folder / folder_name(case.number), (file,), ours) / file.name
        self._write(path, data)
        self._repository.note(case_id, WRITTEN, written_mark(decision_id, file))
        return path


def letter_file(letter: str, decision_id: DecisionId, form: LetterForm) -> str:
    """The name of the file: what it is and on which decision, never on whom."""
    mark = "" if letter == COMBINED else f"-{decision_id}"
    return f"brief-{letter}{mark}.{form.ending}"


def _on_its_day(
    snapshots: tuple[DecisionSnapshot, ...], request: LetterRequest
) -> tuple[DecisionSnapshot, ...]:
    """The decisions as sent on the day that was told: the last day to object follows from it."""
    sent = request.sent_on
    if sent is None:
        return snapshots
    return tuple(
        replace(
            snapshot,
            sending_date=sent,
            letter=replace(snapshot.letter, last_day_for_bezwaar=last_day_for_bezwaar(sent)),
        )
        for snapshot in snapshots
    )
