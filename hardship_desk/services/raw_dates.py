"""Dates from a form: typed as text, read one by one, every mistake kept."""

from __future__ import annotations

from datetime import date

from hardship_desk.domain.period import Period
from hardship_desk.questionnaire.answer_parsing import parse_date
from hardship_desk.services.problems import CaseProblem


class RawDates:
    """Reads dates and notes what is wrong with them."""

    def __init__(self) -> None:
        self._problems: list[CaseProblem] = []

    def problems(self) -> tuple[CaseProblem, ...]:
        """Every mistake, in the order found."""
        return tuple(self._problems)

    def day(self, field: str, raw: str) -> date | None:
        """The day, or None where nothing was typed or it is no date."""
        if not raw.strip():
            return None
        day = parse_date(raw)
        if day is None:
            self._problems.append(CaseProblem(field=field, code="geen_datum"))
        return day

    def period(self, field: str, raw_from: str, raw_to: str) -> Period | None:
        """The period of two fields, `<field>_from` and `<field>_to`; None where both are empty."""
        before = len(self._problems)
        start = self.day(f"{field}_from", raw_from)
        end = self.day(f"{field}_to", raw_to)
        if len(self._problems) > before or (start is None and end is None):
            return None
        if start is None:
            self._problems.append(CaseProblem(field=f"{field}_from", code="begin_ontbreekt"))
            return None
        if end is not None and end < start:
            self._problems.append(CaseProblem(field=f"{field}_to", code="einde_voor_begin"))
            return None
        return Period(start, end)
