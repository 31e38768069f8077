"""The written warning: 150 euro, sixty days, two years (Participatiewet 18a lid 4)."""

from __future__ import annotations

from datetime import date

import pytest

from hardship_desk.plugin_api import Money
from plugins.landelijk.rules.boete.facts import NO_BENADELING, Herstel
from plugins.landelijk.rules.boete.waarschuwing import check_waarschuwing
from tests.unit.plugins.builders import facts, law

OFFENCE = date(2022, 1, 1)
# Sixty days after 1 January 2022 is 2 March 2022.
IN_TIME, TOO_LATE = date(2022, 3, 2), date(2022, 3, 3)
REPAIRED = Herstel(own_accord=True, on=IN_TIME, before_discovery=True, during_supervision=False)


def variant(**changed: object) -> str:
    given = {"offence_day": OFFENCE, "warned_before": False, "herstel": Herstel(own_accord=False)}
    return check_waarschuwing(facts(**{**given, **changed}), law()).variant


@pytest.mark.parametrize(
    ("benadeling", "expected"),
    [
        (NO_BENADELING, "mogelijk"),
        (Money(15000), "mogelijk"),
        (Money(15001), "geen_grond"),
        (None, "onbekend"),
    ],
)
def test_that_a_small_benadeling_opens_a_warning(benadeling: Money | None, expected: str) -> None:
    assert variant(benadeling=benadeling) == expected


@pytest.mark.parametrize(
    ("repair", "expected"),
    [
        (REPAIRED, "mogelijk"),
        (Herstel(own_accord=True, on=TOO_LATE), "geen_grond"),
        (Herstel(own_accord=False, on=IN_TIME), "geen_grond"),
        (Herstel(own_accord=True, on=IN_TIME, before_discovery=False), "geen_grond"),
        (Herstel(own_accord=True, on=IN_TIME, during_supervision=True), "geen_grond"),
        (Herstel(own_accord=True, on=IN_TIME, before_discovery=True), "onbekend"),
        (Herstel(on=IN_TIME, before_discovery=True, during_supervision=False), "onbekend"),
        (Herstel(own_accord=True, before_discovery=True, during_supervision=False), "onbekend"),
        (Herstel(), "onbekend"),
    ],
)
def test_that_repair_in_time_opens_a_warning(repair: Herstel, expected: str) -> None:
    assert variant(herstel=repair) == expected


@pytest.mark.parametrize(
    ("before", "warned_on", "expected"),
    [
        (False, None, "mogelijk"),
        (None, None, "onbekend"),
        (True, None, "onbekend"),
        (True, date(2020, 1, 2), "uitgesloten"),
        (True, date(2020, 1, 1), "mogelijk"),
        (True, OFFENCE, "uitgesloten"),
        # A warning after the new breach is no earlier warning.
        (True, date(2022, 1, 2), "mogelijk"),
    ],
)
def test_that_a_warning_within_two_years_excludes_another(
    before: bool | None, warned_on: date | None, expected: str
) -> None:
    assert variant(benadeling=Money(1), warned_before=before, warned_on=warned_on) == expected


def test_that_without_the_day_of_the_breach_nothing_is_said() -> None:
    step = check_waarschuwing(facts(offence_day=None), law())
    assert (step.variant, step.inputs, step.values) == ("onbekend", (), ())


@pytest.mark.parametrize(
    "missing",
    ["boete.waarschuwing.grens", "boete.waarschuwing.hersteltermijn"],
)
def test_that_an_unknown_limit_leaves_the_ground_open(missing: str) -> None:
    case = facts(
        benadeling=Money(1) if missing.endswith("grens") else Money(15001),
        warned_before=False,
        herstel=Herstel(own_accord=False) if missing.endswith("grens") else REPAIRED,
    )
    assert check_waarschuwing(case, law(without=missing)).variant == "onbekend"


def test_that_an_unknown_exclusion_leaves_the_warning_open() -> None:
    case = facts(benadeling=Money(1), warned_before=True, warned_on=date(2020, 6, 1))
    missing = law(without="boete.waarschuwing.uitsluiting")
    assert check_waarschuwing(case, missing).variant == "onbekend"


def test_that_the_line_names_what_it_looked_at() -> None:
    case = facts(herstel=REPAIRED, warned_before=True, warned_on=date(2019, 1, 1))
    step = check_waarschuwing(case, law())
    shown = {item.name: item.value or item.word for item in step.inputs}
    assert shown["hersteld_op"] == "02-03-2022"
    assert shown["voor_ontdekking"] == "ja"
    assert shown["binnen_toezicht"] == "nee"
    assert shown["gewaarschuwd_op"] == "01-01-2019"
    assert step.slots == {"grens": "€ 150,00", "dagen": "60", "jaren": "2"}
