"""Which open dossiers a package touches, before anybody takes it in. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hardship_desk.assessment.law.changes import LawChange
from hardship_desk.assessment.law.history import LawInUse
from hardship_desk.domain.case import Case
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.law_reassessment import LawComparison
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.rules import RuleRunner

RulesOf = Callable[[LawInUse], RuleRunner]
"""The rules of this machine with another state of national law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedDecision:
    """A decision that is not adopted yet and that would read otherwise; the number, no names."""

    number: str
    decision_type: str
    lines: tuple[str, ...]


class LawImpact:
    """Runs the rules on the open decisions, and again with the other law where that could matter."""

    def __init__(
        self,
        repository: CaseRepository,
        rules: RuleRunner,
        rules_of: RulesOf,
        organisation: OrganisationFacts,
        comparison: LawComparison,
    ) -> None:
        self._repository = repository
        self._rules = rules
        self._rules_of = rules_of
        self._organisation = organisation
        self._comparison = comparison

    def touched(
        self,
        law: LawInUse,
        changes: tuple[LawChange, ...],
        cancellation: Cancellation | None = None,
    ) -> tuple[TouchedDecision, ...]:
        """The open decisions that this law touches. Takes a while: run it beside the window.

        VaultError where dossiers may not be read.
        """
        asked = cancellation or Cancellation()
        rules = self._rules_of(law)
        found: list[TouchedDecision] = []
        for summary in self._repository.list_cases():
            if asked.is_cancelled:
                break
            found += self._in_case(self._repository.load(summary.id), rules, changes)
        return tuple(sorted(found, key=lambda item: item.number))

    def _in_case(
        self, case: Case, rules: RuleRunner, changes: tuple[LawChange, ...]
    ) -> Iterator[TouchedDecision]:
        values, compared = self._organisation.parameters(), self._comparison
        for decision in case.decisions:
            if decision.is_sealed:
                continue
            now = self._rules.assess(case, decision.id, values)
            if not compared.may_matter(changes, now):
                continue
            then = rules.assess(case, decision.id, values)
            lines = compared.differences(now, then, changes)
            if lines:
                yield TouchedDecision(
                    number=str(case.number), decision_type=str(decision.type), lines=lines
                )
