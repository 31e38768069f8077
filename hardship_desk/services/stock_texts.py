"""Texts to use again while writing: those of law and municipality, and a user's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hardship_desk.domain.bsn import bsns_in
from hardship_desk.domain.case import Case
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.stock_text import OWN_WORDS, OwnText, StockText
from hardship_desk.domain.text import cleaned
from hardship_desk.plugin_api.catalogue import Provision, provision_on
from hardship_desk.plugin_api.context import ContextDates
from hardship_desk.questionnaire.answer_parsing import MAX_CHARACTERS
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.new_ids import next_id
from hardship_desk.services.ports.own_texts import OwnTextStore
from hardship_desk.services.ports.rules import StockTextBook
from hardship_desk.services.problems import CaseProblem

LONGEST_TITLE = 80
_WORDS_OF_A_TITLE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedText:
    """A text that may be used now, with the version of the provision it rests on."""

    text: StockText
    provision: Provision | None = None


class StockTextService:
    """Offers what holds for a decision, and keeps a user's own texts. Puts nothing in an answer."""

    def __init__(
        self, book: StockTextBook, own: OwnTextStore, questionnaire: Questionnaire, clock: Clock
    ) -> None:
        self._book = book
        self._own = own
        self._questionnaire = questionnaire
        self._clock = clock

    def offered(
        self, case: Case, decision: DecisionFile, dates: ContextDates
    ) -> tuple[OfferedText, ...]:
        """The texts for this decision, those of the municipality first.

        One that rests on a provision is left out on the days on which that does not hold.
        """
        found = tuple(self._fitting(case, decision, dates))
        local = (item for item in found if not item.text.is_national)
        return (*local, *(item for item in found if item.text.is_national))

    def own(self) -> tuple[OwnText, ...]:
        """The texts of this user; raises VaultError."""
        return tuple(item for item in self._own.own_texts() if item.id != OWN_WORDS)

    def keep(self, title: str, text: str, text_id: str = "") -> CaseProblem | None:
        """Keep a text of one's own, in the place of the one with that id; raises VaultError.

        It goes from dossier to dossier, so no BSN may stand in it.
        """
        written = OwnText(
            id=text_id or next_id("eigen", (item.id for item in self._own.own_texts())),
            title=cleaned(title)[:LONGEST_TITLE] or title_of(text),
            text=cleaned(text),
        )
        problem = _problem(written)
        if problem is None:
            self._own.save_own_text(written)
        return problem

    def remove(self, text_id: str) -> None:
        """Throw a text of one's own away; raises VaultError."""
        self._own.remove_own_text(text_id)

    def _fitting(
        self, case: Case, decision: DecisionFile, dates: ContextDates
    ) -> Iterator[OfferedText]:
        traits = frozenset(self._questionnaire.decision_type(decision.type).traits)
        today = dates.besluit or self._clock.today()
        for item in self._book.stock_texts(case.gemeentecode):
            if not item.fits(decision.type, traits) or not item.holds_on(today):
                continue
            provision = self._provision_of(item, dates)
            if provision is not None or not item.basis:
                yield OfferedText(text=item, provision=provision)

    def _provision_of(self, item: StockText, dates: ContextDates) -> Provision | None:
        """The version that holds on the day its anchor names, else on that of the decision."""
        provisions = self._book.provisions()
        named = next((found for found in provisions if found.id == item.basis), None)
        if named is None:
            return None
        day = dates.anchor(named.anchor) or dates.besluit or self._clock.today()
        return provision_on(provisions, item.basis, day)


def title_of(text: str) -> str:
    """The first words of a text, to know it by."""
    return " ".join(text.split()[:_WORDS_OF_A_TITLE])[:LONGEST_TITLE]


def _problem(written: OwnText) -> CaseProblem | None:
    if not written.text:
        return CaseProblem(field="text", code="tekstblok_leeg")
    if len(written.text) > MAX_CHARACTERS:
        maximum = (("maximum", str(MAX_CHARACTERS)),)
        return CaseProblem(field="text", code="too_long", parameters=maximum)
    for field, text in (("title", written.title), ("text", written.text)):
        if any(bsns_in(text)):
            return CaseProblem(field=field, code="bsn")
    return None
