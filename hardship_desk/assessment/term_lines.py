"""The terms of a decision as lines of a calculation: how to object until when, when to look again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.computation import CalculationLine, Computation, LineInput
from hardship_desk.domain.ids import LineId
from hardship_desk.domain.legal_basis import Certainty
from hardship_desk.plugin_api.catalogue import Provision, provision_on
from hardship_desk.plugin_api.termijnen import (
    BEZWAAR,
    REVIEW_MONTHS,
    equated_days_known_for,
    is_equated,
    last_day_for_bezwaar,
    review_deadline,
)
from hardship_desk.questionnaire.date_showing import show_date

BEZWAARTERMIJN, HEROVERWEGING = "termijn.bezwaar", "termijn.heroverweging"
TERMS = (BEZWAARTERMIJN, HEROVERWEGING)
_TEXTS = "rekenhulp"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermDays:
    """The days from which terms count; None while they are not known."""

    sent: date | None = None
    decided: date | None = None


@dataclass(frozen=True, slots=True)
class TermLines:
    """Writes terms with the articles of the catalogue, each in the version of its day."""

    provisions: tuple[Provision, ...]
    texts: Texts

    def computations(self, days: TermDays) -> tuple[Computation, ...]:
        """Both terms; a line says what is missing where its day is not known."""
        return (
            self._computation(BEZWAARTERMIJN, self._bezwaar(days.sent)),
            self._computation(HEROVERWEGING, (self._review(days.decided),)),
        )

    def _computation(self, name: str, lines: tuple[CalculationLine, ...]) -> Computation:
        return Computation(id=name, title=self._get(f"{name}.titel"), lines=lines)

    def _bezwaar(self, sent: date | None) -> tuple[CalculationLine, ...]:
        """Awb 6:7 and 6:8, then the Algemene termijnenwet where the last day is no working day."""
        if sent is None:
            return (self._line(f"{BEZWAARTERMIJN}.zes_weken", "awb-6-7-bezwaar", None),)
        end, last = sent + BEZWAAR, last_day_for_bezwaar(sent)
        six_weeks = self._line(
            f"{BEZWAARTERMIJN}.zes_weken", "awb-6-7-bezwaar", sent, dag=sent, einde=end
        )
        moved = "verschoven" if last > end else "blijft"
        shown = self._line(
            f"{BEZWAARTERMIJN}.{moved}", "atw-1-en-3-termijnen", sent, einde=end, laatste=last
        )
        return (six_weeks, _as_sure_as_the_list(shown, end, last))

    def _review(self, decided: date | None) -> CalculationLine:
        """Participatiewet 18 lid 3: three months, cut off at the end of a shorter month."""
        if decided is None:
            return self._line(f"{HEROVERWEGING}.drie_maanden", "pw-18-3-heroverweging", None)
        last = review_deadline(decided)
        short = "maandeinde" if last.day < decided.day else "drie_maanden"
        return self._line(
            f"{HEROVERWEGING}.{short}",
            "pw-18-3-heroverweging",
            decided,
            dag=decided,
            laatste=last,
        )

    def _line(self, name: str, provision: str, on: date | None, **days: date) -> CalculationLine:
        law = provision_on(self.provisions, provision, on or date.max)
        if law is None:
            raise KeyError(provision)
        shown = {key: show_date(day) for key, day in days.items()}
        known = f"{name}.uitkomst" if on is not None else "termijn.onbekend"
        return CalculationLine(
            id=LineId(name),
            description=self._get(f"{name}.omschrijving"),
            inputs=tuple(
                LineInput(name=self._get(f"invoer.{key}"), value=day) for key, day in shown.items()
            ),
            formula=self._get(
                f"{name}.formule", maanden=str(REVIEW_MONTHS), dagen=str(BEZWAAR.days)
            ),
            outcome=self._get(known, **shown),
            basis=law.basis,
            source=law.source,
            certainty=law.certainty_on(on) if on is not None else law.certainty,
        )

    def _get(self, key: str, **slots: str) -> str:
        return self.texts.get(f"{_TEXTS}.{key}", **slots)


def _as_sure_as_the_list(line: CalculationLine, end: date, last: date) -> CalculationLine:
    """A day that a royal decree equates is known by a secondary source, and only for some years."""
    passed = (date.fromordinal(day) for day in range(end.toordinal(), last.toordinal()))
    if not equated_days_known_for(last.year):
        return replace(line, certainty=Certainty.UNVERIFIED)
    if any(is_equated(day) for day in passed):
        return replace(line, certainty=Certainty.SECONDARY)
    return line
