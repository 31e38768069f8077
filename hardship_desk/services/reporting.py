"""Report, letter, export and blocks to copy, all from the snapshot of a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hardship_desk.documents.model import ReportDocument
from hardship_desk.documents.plain_text import TextBlock, text_blocks
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.services.assessments import AssessmentService
from hardship_desk.services.decisions import sealed_snapshot
from hardship_desk.services.file_names import folder_name
from hardship_desk.services.handing_over import Handover, named_for_drop, zgw_files
from hardship_desk.services.own_folders import (
    WRITTEN,
    holds,
    own_folder,
    own_mark,
    written_mark,
    wrote,
)
from hardship_desk.services.paper_files import (
    LETTER,
    REPORT,
    PaperFile,
    editable_reports,
    paper_files,
    write_files,
)
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.papers import Papers
from hardship_desk.services.ports.writers import OfficeForm
from hardship_desk.services.snapshots import SnapshotBuilder


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportResult:
    """Where the files are."""

    folder: Path
    files: tuple[Path, ...]
    kept: Path | None = None
    """The folder that they would have gone to, where papers stand that stayed as they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFiles:
    """The files of a decision before they are written: papers, for a zaaksysteem, and to work in."""

    case_id: CaseId
    decision_id: DecisionId
    number: str
    papers: tuple[PaperFile, ...]
    handed: tuple[PaperFile, ...]
    extra: tuple[PaperFile, ...]


class ReportingService:
    """Shows and exports decisions; computes nothing legal."""

    def __init__(
        self,
        repository: CaseRepository,
        assessments: AssessmentService,
        snapshots: SnapshotBuilder,
        papers: Papers,
        handover: Handover,
    ) -> None:
        self._repository = repository
        self._assessments = assessments
        self._snapshots = snapshots
        self._papers = papers
        self._handover = handover

    def snapshot(self, case_id: CaseId, decision_id: DecisionId) -> DecisionSnapshot:
        """The sealed snapshot of an adopted decision; a concept gives one made now."""
        case = self._repository.load(case_id)
        decision = case.decision(decision_id)
        if decision.is_sealed:
            return sealed_snapshot(decision)
        assessment = self._assessments.assess(case_id, decision_id)
        return self._snapshots.build(case, decision_id, assessment)

    def report(self, case_id: CaseId, decision_id: DecisionId) -> ReportDocument:
        """The motivation report."""
        anchor = self._repository.sealed_at(case_id, decision_id)
        return self._papers.report(self.snapshot(case_id, decision_id), anchor=anchor)

    def letter(self, case_id: CaseId, decision_id: DecisionId) -> ReportDocument:
        """The letter to the resident."""
        return self._papers.letter(self.snapshot(case_id, decision_id))

    def pdf(self, document: ReportDocument) -> bytes:
        """A document as PDF; reads no store, so any thread may ask."""
        return self._papers.pdf.write(document)

    def letter_notes(self, case_id: CaseId, decision_id: DecisionId) -> tuple[str, ...]:
        """What to look at in the letter before it goes out, a sentence each."""
        snapshot = self.snapshot(case_id, decision_id)
        return self._papers.check_letter(self._papers.letter(snapshot), snapshot)

    def export(
        self,
        case_id: CaseId,
        decision_id: DecisionId,
        folder: Path,
        *,
        apart: bool = False,
        also: tuple[OfficeForm, ...] = (),
    ) -> ExportResult:
        """Write the files of the decision to a folder named after the zaaknummer.

        `apart` gives it a folder of its own in there, beside other decisions of the dossier. `also`
        are forms in which the report is written once more, to work in; no zaaksysteem gets those.

        An adopted decision has the fields of a zaaksysteem with it, and goes to the folder of that as
        well where the organisation named one.
        Raises WriteError where that fails; files that stood there are then still whole.
        """
        return self.write(self.made(case_id, decision_id, also), folder, apart=apart)

    def made(
        self, case_id: CaseId, decision_id: DecisionId, also: tuple[OfficeForm, ...] = ()
    ) -> MadeFiles:
        """The same files, made and not written yet: most of the work, that may still be dropped."""
        case = self._repository.load(case_id)
        printed = self.snapshot(case_id, decision_id)
        everything = tuple(
            printed if item.id == decision_id else self.snapshot(case_id, item.id)
            for item in case.decisions
        )
        anchor = self._repository.sealed_at(case_id, decision_id)
        papers = paper_files(self._papers, (printed,), everything, anchor)
        return MadeFiles(
            case_id=case_id,
            decision_id=decision_id,
            number=folder_name(case.number),
            papers=papers,
            handed=zgw_files(printed, papers, self._handover.rsin),
            extra=editable_reports(self._papers, (printed,), also, anchor),
        )

    def write(self, made: MadeFiles, folder: Path, *, apart: bool = False) -> ExportResult:
        """Write files that were made, and note each; see `export`."""
        files = (*made.papers, *made.handed)
        root = folder / made.number
        wanted = root / made.decision_id if apart else root
        target = self._target(made, root, apart=apart)
        written: tuple[Path, ...] = ()
        for file in (*files, *made.extra):
            written += write_files((file,), target, self._handover.write)
            about = written_mark(made.decision_id, file)
            self._repository.note(made.case_id, WRITTEN, about)
        if made.handed and self._handover.folder is not None:
            written += self._dropped(made, files, self._handover.folder)
        return ExportResult(folder=target, files=written, kept=None if target == wanted else root)

    def _target(self, made: MadeFiles, root: Path, *, apart: bool) -> Path:
        """Where the files go without replacing papers of another dossier or another decision."""
        decisions = {item.id for item in self._repository.load(made.case_id).decisions}
        files = (*made.papers, *made.handed, *made.extra)
        ours = wrote(self._repository, made.case_id, decisions)
        own = own_folder(root, files, ours, within=made.decision_id)
        others = wrote(self._repository, made.case_id, decisions - {made.decision_id})
        apart = apart or holds(own, (REPORT, LETTER), others)
        return own / made.decision_id if apart else own

    def _dropped(
        self, made: MadeFiles, files: tuple[PaperFile, ...], folder: Path
    ) -> tuple[Path, ...]:
        """The same files for the zaaksysteem; the zaaknummer stays whole where a name is taken."""

        def named(mark: str) -> Mapping[str, PaperFile]:
            return named_for_drop(files, made.number, f"{made.decision_id}{mark}")

        ours = wrote(self._repository, made.case_id, (made.decision_id,))
        names = named(own_mark(folder, named, ours))
        dropped = tuple(replace(file, name=name) for name, file in names.items())
        return write_files(dropped, folder, self._handover.write)

    def reading(self, case_id: CaseId, decision_id: DecisionId) -> tuple[TextBlock, ...]:
        """What a second reader reads, block by block: the proposed decision comes last."""
        return text_blocks(self._papers.reading(self.snapshot(case_id, decision_id)))

    def copy_blocks(self, case_id: CaseId, decision_id: DecisionId) -> tuple[TextBlock, ...]:
        """The report as blocks of plain text, to copy into the vakapplicatie one by one."""
        return text_blocks(self._papers.report(self.snapshot(case_id, decision_id)))
