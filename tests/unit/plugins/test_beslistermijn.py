"""The last day to decide: eight weeks after the application, just inside and just outside."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

import pytest

from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.plugin_api import (
    AnswerState,
    AssessmentContext,
    CalculationLine,
    CaseWeight,
    ContextAnswer,
    ContextDates,
    QuestionId,
)
from hardship_desk.plugin_api.context import ContextValue
from plugins.landelijk.rules.beslistermijn import OTHER_DAY, TYPES
from tests.unit.plugins.builders import parameters, rules

RECEIVED = date(2026, 3, 2)
V = "voorschot_terugwerkend"
LAST = date(2026, 4, 28)
"""Eight weeks end on King's Day, so the Algemene termijnenwet moves the end by a day."""


def case_of(
    decided: date | None,
    received: date | None = RECEIVED,
    kind: str = "ontheffing",
    answers: dict[str, ContextValue] | None = None,
) -> AssessmentContext:
    return AssessmentContext(
        decision_type=DecisionTypeId(kind),
        weight=CaseWeight.KORT,
        dates=ContextDates(melding=received, besluit=decided),
        answers=MappingProxyType(
            {
                QuestionId(name): ContextAnswer(state=AnswerState.GIVEN, value=value)
                for name, value in (answers or {}).items()
            }
        ),
        parameters=parameters(),
    )


def term_of(case: AssessmentContext) -> list[CalculationLine]:
    every = rules().hardship_computations(case)
    return [line for item in every if item.id == "beslistermijn" for line in item.lines]


def noticed_in(case: AssessmentContext) -> list[str]:
    findings = rules().hardship_findings(case, rules().hardship_computations(case))
    return [item.id for item in findings if item.id.startswith("beslistermijn.")]


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (LAST - timedelta(days=7), []),
        (LAST - timedelta(days=6), ["beslistermijn.kort"]),
        (LAST, ["beslistermijn.kort"]),
        (LAST + timedelta(days=1), ["beslistermijn.voorbij"]),
        (None, []),
    ],
)
def test_that_the_term_is_short_in_the_last_seven_days(
    kind: str, decided: date | None, expected: list[str]
) -> None:
    assert noticed_in(case_of(decided, kind=kind)) == expected


def test_that_the_last_day_stands_in_a_line_with_its_article() -> None:
    [line] = term_of(case_of(LAST))
    assert line.outcome == "28-04-2026."
    assert line.basis.article == "4:13"
    assert line.source.url


def test_that_another_last_day_counts_instead() -> None:
    later = date(2026, 6, 1)
    case = case_of(LAST + timedelta(days=1), answers={OTHER_DAY: later})
    [line] = term_of(case)
    assert line.outcome == "01-06-2026."
    assert noticed_in(case) == []


def test_that_a_named_day_needs_no_day_of_application() -> None:
    case = case_of(LAST, received=None, answers={OTHER_DAY: LAST})
    assert [line.outcome for line in term_of(case)] == ["28-04-2026."]
    assert noticed_in(case) == ["beslistermijn.kort"]


def test_that_without_any_day_nothing_is_said() -> None:
    assert term_of(case_of(LAST, received=None)) == []


def test_that_an_application_of_before_the_law_is_recorded_gives_no_day() -> None:
    case = case_of(LAST, received=date(2012, 12, 31))
    assert term_of(case) == []


@pytest.mark.parametrize(("about", "lines"), [("voorschot", 0), ("terugwerkend", 1)])
def test_that_a_voorschot_has_a_term_of_its_own(about: str, lines: int) -> None:
    case = case_of(LAST, kind=V, answers={f"{V}.onderwerp": about})
    assert len(term_of(case)) == lines


@pytest.mark.parametrize("kind", ["boete", "zoektermijn_jongeren"])
def test_that_another_kind_has_no_such_term(kind: str) -> None:
    assert term_of(case_of(LAST, kind=kind)) == []
