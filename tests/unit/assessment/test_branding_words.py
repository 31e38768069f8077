"""Words that brand somebody in a motivation: a fixed list, exact, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.assessment.branding_words import BrandingWords, word_pattern
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import Answer, AnswerSet
from hardship_desk.domain.flag import Flag, Severity
from hardship_desk.domain.ids import QuestionId
from hardship_desk.questionnaire.model import AnswerType, Question

TEXTS = Texts.load_folder(Path(__file__).resolve().parents[3] / "resources" / "texts")
WORDS = BrandingWords(TEXTS)
REASONS = QuestionId("conclusie.redenen")


def flags(
    text: str, *, step: int = 13, kind: AnswerType = AnswerType.LONG_TEXT, own: str = ""
) -> tuple[Flag, ...]:
    question = Question(id=REASONS, step=step, type=kind, text="Redenen?")
    answers = AnswerSet.of((Answer(question=REASONS, value=text),)) if text else AnswerSet()
    own_texts = AnswerSet.of(
        (
            Answer(question=QuestionId("overweging.boete.graad"), value=own),
            Answer(question=QuestionId("intake.fase"), value="fraude"),
        )
    )
    return WORDS.flags((question,), answers, own_texts if own else AnswerSet())


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Deze FRAUDEUR loog.", True),
        ("De inwoner is een oplichter.", True),
        ("De inwoner meldde het werk niet.", False),
        ("De fraaie brief kwam niet aan.", False),
        ("", False),
    ],
)
def test_that_a_word_of_the_list_informs_and_nothing_else_does(text: str, fires: bool) -> None:
    found = flags(text)
    assert [flag.id for flag in found] == ["s13.stempel"] * fires
    assert all(flag.severity is Severity.AANDACHTSPUNT and not flag.blocks for flag in found)
    assert all(flag.basis == "Awb 2:4 en 3:46" for flag in found)


def test_that_each_word_is_named_once() -> None:
    [flag] = flags("Fraude, nog eens fraude, en bedrog.")
    assert flag.text.endswith("een stempel geven: Fraude, bedrog.")


def test_that_an_own_paragraph_is_looked_at_too() -> None:
    assert flags("", own="Dit is fraude.") != ()
    assert flags("", own="Dit is niet gemeld.") == ()


def test_that_other_steps_and_choices_are_left_alone() -> None:
    assert flags("De inwoner zei: ik ben geen fraudeur.", step=3) == ()
    assert flags("fraude", kind=AnswerType.ONE_OF) == ()


def test_that_an_empty_list_finds_nothing() -> None:
    assert word_pattern({}).search("fraude") is None
