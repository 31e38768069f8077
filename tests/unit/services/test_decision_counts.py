"""Counts of decisions: words for codes, and no number under five."""

from __future__ import annotations

from datetime import date

from hardship_desk.core_setup import build_core
from hardship_desk.domain.ids import QuestionId
from hardship_desk.services.decision_counts import SMALLEST, clash_rows, count_rows
from hardship_desk.services.ports.cases import ClashCount, DecisionCount
from tests.integration.desks import FixedClock

TODAY = date(2026, 11, 26)


def counted(count: int, kind: str = "boete", ground: str = "dringende_redenen") -> DecisionCount:
    day = date(2026, 3, 1)
    return DecisionCount(
        type=kind, weight="kort", outcome="", ground=ground, count=count, first=day, last=TODAY
    )


def test_that_codes_are_words_and_small_numbers_are_left_out() -> None:
    core = build_core(FixedClock())
    grounds = core.questionnaire.question(QuestionId("conclusie.afwijkingsgrond")).options
    counts = (counted(SMALLEST), counted(SMALLEST - 1), counted(7, "weg", ""))
    head, enough, few, gone = count_rows(counts, core.questionnaire, core.texts, TODAY)
    assert head[0] == "stand op"
    assert enough[0] == "26-11-2026"
    assert enough[2:] == (
        "niet ingevuld",
        "kort",
        next(item.text for item in grounds if item.id == "dringende_redenen"),
        "5",
        "01-03-2026",
        "26-11-2026",
    )
    assert few[5:] == ("minder dan 5", "", "")
    assert (gone[1], gone[4]) == ("weg", "geen")


def test_that_clashing_rules_are_counted_without_a_word_of_the_dossier() -> None:
    core = build_core(FixedClock())
    counts = (
        ClashCount(type="boete", way="stapeling", passed_on="0", count=SMALLEST),
        ClashCount(type="boete", way="weg", passed_on="", count=SMALLEST - 1),
    )
    head, enough, few = clash_rows(counts, core.questionnaire, core.texts, TODAY)
    assert head[-1] == "aantal"
    assert enough[2:] == ("Zij stapelen op", "nee", "5")
    assert few[2:] == ("weg", "niet ingevuld", "minder dan 5")
