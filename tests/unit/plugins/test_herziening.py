"""How long bijstand may stand still."""

from __future__ import annotations

from datetime import date

import pytest

from hardship_desk.plugin_api import Period
from tests.unit.plugins.builders import Answers, rules
from tests.unit.plugins.theme_cases import case_of, computation_of, drafted_in, found_in, line_of

KIND = "herziening_intrekking"
STILL: Answers = {
    "herziening.grond": "opschorting",
    "opschorting.eerste_dag": date(2026, 1, 5),
    "opschorting.tot": date(2026, 3, 1),
}


@pytest.mark.parametrize("last", [date(2026, 3, 1), date(2026, 3, 2)])
@pytest.mark.parametrize("ground", ["opschorting", "intrekking_na_opschorting"])
def test_that_bijstand_stands_still_for_eight_weeks_at_most(ground: str, last: date) -> None:
    case = case_of(KIND, {**STILL, "herziening.grond": ground, "opschorting.tot": last})
    too_long = last > date(2026, 3, 1)
    assert ("opschorting_te_lang" in found_in(case)) is too_long
    assert ("opschorting_te_lang" in drafted_in(case)) is too_long
    assert "01-03-2026" in line_of(case, "01_opschorting").outcome
    assert computation_of(case).total is None


@pytest.mark.parametrize("name", ["opschorting.eerste_dag", "opschorting.tot"])
def test_that_the_term_is_unknown_without_a_day(name: str) -> None:
    case = case_of(KIND, {**STILL, name: None})
    assert "ontbreekt" in line_of(case, "01_opschorting").outcome
    assert found_in(case) == {}


def test_that_there_is_nothing_to_compute_on_another_ground() -> None:
    case = case_of(
        KIND,
        {**STILL, "herziening.grond": "schending"},
        rechtperiode=Period(date(2026, 1, 1), date(2026, 3, 1)),
    )
    assert rules().hardship_computations(case) == ()
    assert found_in(case) == {}
