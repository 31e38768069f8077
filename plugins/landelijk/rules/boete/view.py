"""The case as the rules on findings see it."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.plugin_api import AssessmentContext, CaseWeight

from ..law import Law
from .calculation import Calculation
from .facts import BoeteFacts

BOETE = "boete"
WAARSCHUWING = "waarschuwing"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One case: what was answered, what was computed, and the law to look things up in."""

    context: AssessmentContext
    facts: BoeteFacts
    law: Law
    calculation: Calculation

    @property
    def fine_is_chosen(self) -> bool:
        """Whether the caseworker chose to impose a fine."""
        return self.facts.outcome == BOETE

    @property
    def fine_is_open(self) -> bool:
        """Whether a fine may still follow: no gate is shut and no other outcome was chosen."""
        return not self.calculation.is_shut and self.facts.outcome in (None, BOETE)

    @property
    def amount_is_at_stake(self) -> bool:
        """Whether the amount of a fine has to hold: on the fuller routes, once a grade is chosen."""
        return (
            self.fine_is_open
            and self.context.weight is not CaseWeight.KORT
            and self.calculation.compared is not None
            and (self.facts.verwijtbaarheid is not None or self.facts.set_before is not None)
        )
