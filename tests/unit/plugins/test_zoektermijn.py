"""The four weeks for young people, and what lid 11 allows since 2026 (41)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hardship_desk.plugin_api import AssessmentContext, ContextDates, LetterView, OutcomeId
from tests.unit.plugins.builders import Answers, rules
from tests.unit.plugins.theme_cases import case_of, drafted_in, found_in, line_of

REPORTED = date(2026, 2, 2)


def zoektermijn(
    changed: Answers | None = None, reported: date | None = REPORTED
) -> AssessmentContext:
    answers: Answers = {
        "zoektermijn.leeftijd": "onder_27",
        "zoektermijn.uitzondering": ("geen",),
        "zoektermijn.situatie": ("geen",),
        "conclusie.uitkomst": "wachten",
        **(changed or {}),
    }
    case = case_of("zoektermijn_jongeren", answers)
    return replace(case, dates=ContextDates(melding=reported, besluit=date(2026, 2, 10)))


def letter_of(case: AssessmentContext, outcome: str) -> list[str]:
    view = LetterView(outcome=OutcomeId(outcome), amount=None, decision_date=None)
    return [block.text for block in rules().hardship_letter(case, view)]


def test_that_the_request_can_be_made_after_four_weeks() -> None:
    assert "02-03-2026" in line_of(zoektermijn(), "01_eerste_dag").outcome
    assert "02-03-2026" in found_in(zoektermijn())["eerste_dag"].text
    assert "02-03-2026" in drafted_in(zoektermijn())["eerste_dag"].text
    assert "02-03-2026" in letter_of(zoektermijn(), "wachten")[0]


def test_that_who_does_not_wait_is_told_no_day() -> None:
    case = zoektermijn({"conclusie.uitkomst": "meteen_omstandigheden"})
    assert "eerste_dag" not in found_in(case)
    assert letter_of(case, "meteen_omstandigheden") == []
    assert letter_of(zoektermijn(), "meteen_uitzondering") == []


def test_that_of_a_day_without_known_rule_nothing_is_said() -> None:
    case = zoektermijn(reported=date(2020, 1, 1))
    assert "Niet te zeggen" in line_of(case, "01_eerste_dag").outcome
    assert "eerste_dag" not in found_in(case)


@pytest.mark.parametrize(
    ("changed", "reported"), [({}, None), ({"zoektermijn.leeftijd": "vanaf_27"}, REPORTED)]
)
def test_that_nothing_is_counted_where_no_term_runs(
    changed: Answers, reported: date | None
) -> None:
    assert rules().hardship_computations(zoektermijn(changed, reported)) == ()


@pytest.mark.parametrize(
    ("situation", "outcome", "reported", "name"),
    [
        (("schuld",), "wachten", REPORTED, "situatie_en_wachten"),
        (("schuld",), "meteen_omstandigheden", REPORTED, "situatie"),
        (("schuld",), "wachten", date(2025, 12, 31), "situatie_voor_2026"),
        (("schuld",), "wachten", date(2026, 1, 1), "situatie_en_wachten"),
        (("geen",), "wachten", REPORTED, None),
        (None, "wachten", REPORTED, None),
    ],
)
def test_that_the_situation_counts_since_2026(
    situation: tuple[str, ...] | None, outcome: str, reported: date, name: str | None
) -> None:
    changed: Answers = {"zoektermijn.situatie": situation, "conclusie.uitkomst": outcome}
    found = {key for key in found_in(zoektermijn(changed, reported)) if "situatie" in key}
    assert found == ({name} if name else set())


@pytest.mark.parametrize(
    ("reported", "fires"), [(date(2025, 12, 31), True), (date(2026, 1, 1), False)]
)
def test_that_lid_11_is_not_used_before_it_was_there(reported: date, fires: bool) -> None:
    case = zoektermijn({"conclusie.uitkomst": "meteen_omstandigheden"}, reported)
    assert ("lid_11_gold_niet" in found_in(case)) is fires


@pytest.mark.parametrize(
    ("changed", "fires"),
    [
        ({}, True),
        ({"zoektermijn.uitzondering": ("onderwijs",)}, False),
        ({"zoektermijn.leeftijd": "vanaf_27", "zoektermijn.uitzondering": None}, False),
        ({"conclusie.uitkomst": "wachten"}, False),
    ],
)
def test_that_an_exception_is_named(changed: Answers, fires: bool) -> None:
    case = zoektermijn({"conclusie.uitkomst": "meteen_uitzondering", **changed})
    assert ("uitzondering_ontbreekt" in found_in(case)) is fires
