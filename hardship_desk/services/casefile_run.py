"""From a case file to report, letter and zaak.json, without a vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hardship_desk.domain.case import Case
from hardship_desk.domain.flag import Flag, Moment
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.paper_files import (
    PaperFile,
    editable_reports,
    paper_files,
    write_files,
)
from hardship_desk.services.ports.case_files import CaseFile
from hardship_desk.services.ports.files import FileWriter
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.papers import Papers
from hardship_desk.services.ports.rules import RuleRunner
from hardship_desk.services.ports.writers import OfficeForm
from hardship_desk.services.snapshots import SnapshotBuilder


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFileResult:
    """What a case file gave, before anything is written.

    `letter_notes` are what to look at in the letters, a sentence each, by decision.
    """

    snapshots: tuple[DecisionSnapshot, ...]
    files: tuple[PaperFile, ...]
    letter_notes: tuple[tuple[DecisionSnapshot, tuple[str, ...]], ...] = ()

    @property
    def blocking(self) -> tuple[tuple[DecisionSnapshot, Flag], ...]:
        """The flags that keep a decision from being adopted."""
        return tuple(
            (snapshot, flag)
            for snapshot in self.snapshots
            for flag in snapshot.flags
            if flag.moment is Moment.VASTSTELLEN and flag.blocks
        )


class CaseFileRun:
    """Assesses the decisions of a case file and lays them out on paper."""

    def __init__(
        self,
        rules: RuleRunner,
        organisation: OrganisationFacts,
        snapshots: SnapshotBuilder,
        questionnaire: Questionnaire,
        papers: Papers,
    ) -> None:
        self._rules = rules
        self._organisation = organisation
        self._snapshots = snapshots
        self._questionnaire = questionnaire
        self._papers = papers

    def assess(self, case_file: CaseFile, also: tuple[OfficeForm, ...] = ()) -> CaseFileResult:
        """Every decision of the dossier, with its papers as bytes; writes nothing.

        `also` are forms in which the reports come besides PDF.
        """
        snapshots = self.snapshots(case_file.case)
        printed = tuple(item for item in snapshots if self._decides(item)) or snapshots[:1]
        files = paper_files(self._papers, printed, snapshots)
        return CaseFileResult(
            snapshots=snapshots,
            files=(*files, *editable_reports(self._papers, printed, also)),
            letter_notes=tuple((item, self._letter_notes(item)) for item in printed),
        )

    def snapshots(self, case: Case) -> tuple[DecisionSnapshot, ...]:
        """Every decision of the dossier as it stands now."""
        parameters = self._organisation.parameters()
        return tuple(
            self._snapshots.build(
                case, decision.id, self._rules.assess(case, decision.id, parameters)
            )
            for decision in case.decisions
        )

    def write(self, result: CaseFileResult, folder: Path, write: FileWriter) -> tuple[Path, ...]:
        """Put the files in the folder; raises WriteError where that fails."""
        return write_files(result.files, folder, write)

    def _letter_notes(self, snapshot: DecisionSnapshot) -> tuple[str, ...]:
        return self._papers.check_letter(self._papers.letter(snapshot), snapshot)

    def _decides(self, snapshot: DecisionSnapshot) -> bool:
        """Whether something is decided here: a type with one outcome was decided elsewhere."""
        return len(self._questionnaire.decision_type(snapshot.type).outcomes) > 1
