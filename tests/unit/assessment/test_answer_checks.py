"""Flags on answers side by side: each just inside and just outside."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hardship_desk.assessment.answer_checks import (
    FACTS,
    GOOD_SIDE,
    LAST_CONTACT,
    PROPORTIONALITY,
    answer_flags,
)
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import Answer, AnswerSet, AnswerValue, Row
from hardship_desk.domain.flag import Flag, Severity
from hardship_desk.domain.ids import QuestionId

TEXTS = Texts.load_folder(Path(__file__).resolve().parents[3] / "resources" / "texts")
DECIDED = date(2026, 6, 15)
SUITED, NEEDED, BALANCED = PROPORTIONALITY


def flags(given: dict[QuestionId, AnswerValue], decided: date | None = DECIDED) -> list[Flag]:
    answers = AnswerSet.of(tuple(Answer(question=key, value=value) for key, value in given.items()))
    return list(answer_flags(answers, decided, TEXTS))


def facts(*directions: str) -> tuple[Row, ...]:
    return tuple(
        Row(id=str(place), cells=(("feit", "x"), ("richting", direction)))
        for place, direction in enumerate(directions)
    )


@pytest.mark.parametrize(
    ("given", "fires"),
    [
        ({FACTS: facts("pleit_tegen")}, True),
        ({FACTS: facts("pleit_tegen", "pleit_tegen")}, True),
        ({FACTS: facts("pleit_tegen", "neutraal")}, False),
        ({FACTS: facts("pleit_tegen"), GOOD_SIDE: "Zij meldde zich zelf."}, False),
        ({FACTS: ()}, False),
        ({}, False),
    ],
)
def test_that_only_facts_against_ask_for_the_other_side(
    given: dict[QuestionId, AnswerValue], fires: bool
) -> None:
    found = flags(given)
    assert [flag.id for flag in found] == ["s04.goede_kant_leeg"] * fires
    assert all(flag.severity is Severity.WAARSCHUWING for flag in found)


@pytest.mark.parametrize(
    ("spoken", "decided", "fires"),
    [
        (date(2025, 6, 15), DECIDED, False),
        (date(2025, 6, 14), DECIDED, True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2025, 6, 14), None, False),
    ],
)
def test_that_a_year_without_contact_is_noticed(
    spoken: date, decided: date | None, fires: bool
) -> None:
    found = flags({LAST_CONTACT: spoken}, decided)
    assert [flag.id for flag in found] == ["s03.lang_geen_contact"] * fires
    assert all(not flag.blocks for flag in found)


@pytest.mark.parametrize(
    ("given", "fires"),
    [
        ({SUITED: "Zie de stukken.", BALANCED: "zie  de stukken."}, True),
        ({SUITED: "Zie de stukken.", NEEDED: "Zie de stukken!"}, False),
        ({SUITED: " ", BALANCED: "  "}, False),
        ({BALANCED: "Zie de stukken."}, False),
    ],
)
def test_that_the_same_text_twice_asks_for_an_answer_each(
    given: dict[QuestionId, AnswerValue], fires: bool
) -> None:
    assert [flag.id for flag in flags(given)] == ["s11.zelfde_tekst"] * fires


def test_that_each_names_its_step_its_ground_and_what_to_do() -> None:
    for flag in flags(
        {FACTS: facts("pleit_tegen"), LAST_CONTACT: date(2020, 1, 1), SUITED: "a", NEEDED: "A"}
    ):
        assert flag.id.startswith(f"s{flag.step:02}.")
        assert flag.basis.startswith("Awb 3:")
        assert flag.text.endswith(".")
        assert flag.advice
