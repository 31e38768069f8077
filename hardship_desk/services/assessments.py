"""What the rules say about a decision now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hardship_desk.assessment.followed import overdue_review_flag
from hardship_desk.assessment.result import Assessment
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.case import Case
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.rules import RuleRunner


class AssessmentService:
    """Runs the rules; saves nothing and chooses nothing.

    What the day of today brings comes after the rules, for they know no day but those of the case.
    """

    def __init__(
        self,
        repository: CaseRepository,
        rules: RuleRunner,
        organisation: OrganisationFacts,
        texts: Texts,
        clock: Clock,
    ) -> None:
        self._repository = repository
        self._rules = rules
        self._organisation = organisation
        self._texts = texts
        self._clock = clock

    def assess(self, case_id: CaseId, decision_id: DecisionId) -> Assessment:
        """The result for the dossier as it is saved, at once.

        What rules in other processes have not said yet is missing, and they are named as `pending`.
        """
        case, parameters = self._repository.load(case_id), self._organisation.parameters()
        found = self._rules.assess(case, decision_id, parameters, patient=False)
        return self._today(case, decision_id, found)

    def waiting(self, case_id: CaseId, decision_id: DecisionId) -> Callable[[], Assessment]:
        """Work that waits for those rules, for another thread; it reads no store."""
        case, parameters = self._repository.load(case_id), self._organisation.parameters()
        return lambda: self._today(
            case, decision_id, self._rules.assess(case, decision_id, parameters)
        )

    def _today(self, case: Case, decision_id: DecisionId, found: Assessment) -> Assessment:
        decision = case.decision(decision_id)
        due = overdue_review_flag(decision, self._clock.today(), self._texts)
        return replace(found, flags=(*found.flags, *due)) if due else found
