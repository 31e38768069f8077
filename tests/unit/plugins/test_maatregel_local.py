"""A maatregel under the table of a verordening: misconduct, the longest duration, old conduct."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from hardship_desk.plugin_api import AssessmentContext, ContextDates, Period
from hardship_desk.plugin_api.catalogue import ParameterValue
from plugins.landelijk.rules.law import Law
from plugins.landelijk.rules.maatregel.work import work
from tests.unit.plugins.builders import Answers
from tests.unit.plugins.theme_cases import case_of, found_in, line_of

Values = dict[str, ParameterValue]
CONDUCT = Period(date(2026, 4, 1), date(2026, 4, 30))
LOWERED: Answers = {
    "maatregel.soort": "misdraging",
    "maatregel.misdraging": "geweld",
    "maatregel.verwijt": "normale_verwijtbaarheid",
    "maatregel.percentage": 50,
    "maatregel.maanden": 1,
    "maatregel.ingang": date(2026, 7, 1),
    "norm.leefvorm": "alleenstaande_21_aow",
    "opvolging.datum": date(2026, 9, 1),
    "conclusie.uitkomst": "verlaging",
}
USUAL: Values = {
    "afstemming.misdraging.percentage": Fraction(1, 2),
    "afstemming.misdraging.maanden": 1,
}
BY_KIND: Values = {
    "afstemming.misdraging.geweld.percentage": Fraction(1),
    "afstemming.misdraging.geweld.maanden": 1,
}
BESEF: Values = {
    "afstemming.tekortschietend_besef_pct": Fraction(1, 5),
    "afstemming.tekortschietend_besef_max_maanden": 12,
}


def maatregel(
    local: Values, changed: Answers | None = None, decided: date | None = date(2026, 6, 15)
) -> AssessmentContext:
    case = case_of("maatregel", {**LOWERED, **(changed or {})}, local=local)
    dates = ContextDates(gedraging=CONDUCT, besluit=decided)
    return AssessmentContext(
        decision_type=case.decision_type,
        weight=case.weight,
        dates=dates,
        answers=case.answers,
        parameters=case.parameters,
    )


@pytest.mark.parametrize(
    ("local", "words"),
    [
        (USUAL, "50 procent; duur in maanden: 1."),
        ({**USUAL, **BY_KIND}, "100 procent; duur in maanden: 1."),
        ({}, "Onbekend"),
    ],
)
def test_that_misconduct_has_the_height_of_its_kind(local: Values, words: str) -> None:
    assert words in line_of(maatregel(local), "01_standaard").outcome


def test_that_more_than_the_table_is_noticed() -> None:
    assert "hoger_dan_regel" in found_in(maatregel(USUAL, {"maatregel.percentage": 60}))
    assert "hoger_dan_regel" not in found_in(maatregel(USUAL))


@pytest.mark.parametrize(("months", "noticed"), [(12, False), (13, True)])
def test_that_besef_has_a_longest_duration(months: int, noticed: bool) -> None:
    changed: Answers = {
        "maatregel.soort": "tekortschietend_besef",
        "maatregel.percentage": 20,
        "maatregel.maanden": months,
    }
    case = maatregel(BESEF, changed)
    assert ("hoger_dan_regel" in found_in(case)) is noticed
    assert "hoogstens 12 maanden" in line_of(case, "01_standaard").outcome


def test_that_besef_without_a_longest_duration_stays_open() -> None:
    only: Values = {"afstemming.tekortschietend_besef_pct": Fraction(1, 5)}
    case = maatregel(only, {"maatregel.soort": "tekortschietend_besef"})
    assert "De duur staat in de verordening" in line_of(case, "01_standaard").outcome


@pytest.mark.parametrize(
    ("decided", "changed", "noticed"),
    [
        (date(2027, 4, 30), {}, False),
        (date(2027, 5, 1), {}, True),
        (date(2027, 5, 1), {"conclusie.uitkomst": "waarschuwing"}, False),
        (None, {}, False),
    ],
)
def test_that_conduct_longer_ago_than_the_verordening_allows_is_noticed(
    decided: date | None, changed: Answers, noticed: bool
) -> None:
    local = {**USUAL, "afstemming.verjaring_gedraging_maanden": 12}
    case = maatregel(local, changed, decided)
    assert ("gedraging_te_oud" in found_in(case)) is noticed


def test_that_without_such_a_rule_nothing_is_too_old() -> None:
    case = maatregel(USUAL, decided=date(2030, 1, 1))
    assert "gedraging_te_oud" not in found_in(case)


def test_that_what_the_book_does_not_say_is_looked_for() -> None:
    case = maatregel({})
    standard = work(case, Law(case.parameters)).steps[0]
    assert len(standard.sought) == 2
