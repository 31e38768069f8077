"""What the use cases need to run rules."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import DecisionId, Gemeentecode
from hardship_desk.domain.letter_draft import LetterDraft
from hardship_desk.domain.stock_text import StockText
from hardship_desk.plugin_api.catalogue import (
    Conflict,
    Parameter,
    ParameterTable,
    Provision,
    Ruling,
)


class RuleRunner(Protocol):
    """Runs the rules that hold for a dossier on one of its decisions."""

    def assess(
        self,
        case: Case,
        decision_id: DecisionId,
        organisation: ParameterTable,
        *,
        patient: bool = True,
    ) -> Assessment:
        """What the rules say; the same dossier gives the same result. Chooses no outcome.

        Who is not patient does not wait for rules in other processes: they are named as `pending`.
        """
        ...


class LetterBook(Protocol):
    """Knows the letters that go out besides a decision."""

    def letters(
        self, case: Case, decision_id: DecisionId, organisation: ParameterTable
    ) -> tuple[LetterDraft, ...]:
        """Those that fit the decision, filled with its answers; a later plugin's own one wins."""
        ...


class StockTextBook(Protocol):
    """Knows the texts that are offered while writing."""

    def stock_texts(self, gemeentecode: Gemeentecode) -> tuple[StockText, ...]:
        """Those of a municipality, national ones first."""
        ...

    def provisions(self) -> tuple[Provision, ...]:
        """Every provision of every plugin: some texts rest on one."""
        ...


class RuleBook(Protocol):
    """What is known about the rules themselves."""

    def provisions(self) -> tuple[Provision, ...]:
        """Every provision of every plugin, in a fixed order."""
        ...

    def conflicts(self) -> tuple[Conflict, ...]:
        """Every conflict of law of every plugin, in a fixed order."""
        ...

    def rulings(self) -> tuple[Ruling, ...]:
        """Every ruling of every plugin, in a fixed order."""
        ...

    def known_until(self) -> date | None:
        """The last day for which the texts of law were known; None where nothing says so."""
        ...

    def open_parameters(self) -> tuple[Parameter, ...]:
        """The values of law that no source gives, each for its period."""
        ...

    def municipalities_with_rules(self) -> frozenset[Gemeentecode]:
        """The municipalities for which a plugin with local values is loaded."""
        ...
