"""The days of an ontheffing: five years for a parent, a plan within six months (9 and 9a)."""

from __future__ import annotations

from datetime import date

import pytest

from hardship_desk.plugin_api import AssessmentContext, LetterView, OutcomeId
from tests.unit.plugins.builders import Answers, rules
from tests.unit.plugins.theme_cases import case_of, found_in, line_of

PARENT: Answers = {
    "ontheffing.grond": "ouder_kind_tot_vijf",
    "ontheffing.maanden_gebruikt": 12,
    "ontheffing.vanaf": date(2026, 8, 31),
    "ontheffing.tot": date(2027, 8, 30),
}


def ontheffing(
    changed: Answers | None = None, decided: date | None = date(2026, 8, 1)
) -> AssessmentContext:
    return case_of("ontheffing", {**PARENT, **(changed or {})}, decided=decided)


def test_that_what_was_used_goes_off_the_five_years() -> None:
    assert "48 maanden" in line_of(ontheffing(), "01_resterend").outcome
    assert "30-08-2030" in line_of(ontheffing(), "02_laatste_dag").outcome


def test_that_the_fifth_birthday_ends_it() -> None:
    case = ontheffing({"ontheffing.kind_vijf_op": date(2028, 3, 1)})
    assert "29-02-2028" in line_of(case, "02_laatste_dag").outcome


def test_that_the_plan_is_due_within_six_months() -> None:
    assert "28-02-2027" in line_of(ontheffing(), "03_plan").outcome


def test_that_nothing_is_left_after_five_years() -> None:
    case = ontheffing({"ontheffing.maanden_gebruikt": 60})
    assert "0 maanden" in line_of(case, "01_resterend").outcome
    assert "te_lang" in found_in(case)


@pytest.mark.parametrize(
    ("end", "fires"), [(date(2030, 8, 30), False), (date(2030, 8, 31), True), (None, False)]
)
def test_that_it_ends_in_time(end: date | None, fires: bool) -> None:
    assert ("te_lang" in found_in(ontheffing({"ontheffing.tot": end}))) is fires


@pytest.mark.parametrize(
    ("end", "fires"), [(date(2026, 8, 31), False), (date(2026, 8, 30), True), (None, False)]
)
def test_that_it_ends_after_it_begins(end: date | None, fires: bool) -> None:
    assert ("einde_voor_begin" in found_in(ontheffing({"ontheffing.tot": end}))) is fires


def test_that_what_is_unknown_is_called_so() -> None:
    case = ontheffing({"ontheffing.maanden_gebruikt": None, "ontheffing.vanaf": None})
    assert "Niet te zeggen" in line_of(case, "01_resterend").outcome
    assert "Niet te zeggen" in line_of(case, "02_laatste_dag").outcome
    assert len(rules().hardship_computations(case)[0].lines) == 2


def test_that_before_the_text_was_read_nothing_is_counted() -> None:
    case = ontheffing(decided=date(2020, 1, 1))
    assert "Niet te zeggen" in line_of(case, "01_resterend").outcome
    assert len(rules().hardship_computations(case)[0].lines) == 2


@pytest.mark.parametrize(
    "case",
    [ontheffing(decided=None), ontheffing({"ontheffing.grond": "dringende_redenen"})],
)
def test_that_other_grounds_have_no_days_of_their_own(case: AssessmentContext) -> None:
    assert rules().hardship_computations(case) == ()


def test_that_the_letter_is_data() -> None:
    view = LetterView(outcome=OutcomeId("ontheffing"), amount=None, decision_date=None)
    assert rules().hardship_letter(ontheffing(), view) == ()
