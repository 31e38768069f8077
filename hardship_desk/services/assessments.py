"""What the rules say about a decision now."""

from __future__ import annotations

from collections.abc import Callable

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.rules import RuleRunner


class AssessmentService:
    """Runs the rules; saves nothing and chooses nothing."""

    def __init__(
        self, repository: CaseRepository, rules: RuleRunner, organisation: OrganisationFacts
    ) -> None:
        self._repository = repository
        self._rules = rules
        self._organisation = organisation

    def assess(self, case_id: CaseId, decision_id: DecisionId) -> Assessment:
        """The result for the dossier as it is saved, at once.

        What rules in other processes have not said yet is missing, and they are named as `pending`.
        """
        case = self._repository.load(case_id)
        return self._rules.assess(case, decision_id, self._organisation.parameters(), patient=False)

    def waiting(self, case_id: CaseId, decision_id: DecisionId) -> Callable[[], Assessment]:
        """Work that waits for those rules, for another thread; it reads no store."""
        case, parameters = self._repository.load(case_id), self._organisation.parameters()
        return lambda: self._rules.assess(case, decision_id, parameters)
