"""A flag for each answer or own paragraph in which a slot is still open: nothing is adopted so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hardship_desk.assessment.completeness import moment_of
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import Answer, AnswerSet, Row
from hardship_desk.domain.decision import OWN_TEXT_PREFIX, Consideration
from hardship_desk.domain.flag import Flag, Severity
from hardship_desk.domain.ids import FlagId, QuestionId
from hardship_desk.domain.stock_text import open_slots
from hardship_desk.questionnaire.model import Question

_NAME = "open_plek_"
_WORDS = 8
"""Enough of a drafted paragraph to know which one it is."""


def open_slot_flags(
    questions: tuple[Question, ...],
    answers: AnswerSet,
    own_texts: AnswerSet,
    considerations: tuple[Consideration, ...],
    texts: Texts,
) -> tuple[Flag, ...]:
    """One flag a field. It is hard: whoever fills in the slot or takes it out is rid of it."""
    return (
        *_of_answers(questions, answers, texts),
        *_of_own_texts(considerations, own_texts, texts),
    )


def question_of(flag: FlagId) -> str:
    """The answer or own paragraph in which a slot is open; empty for another flag."""
    return flag.partition(f".{_NAME}")[2]


def slots_of(answer: Answer | None) -> tuple[str, ...]:
    """What is still to be filled in in an answer, in order."""
    if answer is None:
        return ()
    return tuple(slot.what for text in _texts_of(answer) for slot in open_slots(text))


def _of_answers(
    questions: tuple[Question, ...], answers: AnswerSet, texts: Texts
) -> Iterator[Flag]:
    for question in questions:
        found = slots_of(answers.get(question.id))
        if found:
            yield _flag(question.id, question.step, texts, ("vraag", question.text, found))


def _of_own_texts(
    considerations: tuple[Consideration, ...], own_texts: AnswerSet, texts: Texts
) -> Iterator[Flag]:
    """The paragraphs that are printed; what stands beside a draft that is gone is not."""
    for item in considerations:
        name = QuestionId(f"{OWN_TEXT_PREFIX}{item.id}")
        found = slots_of(own_texts.get(name))
        if found:
            begin = " ".join(item.text.split()[:_WORDS])
            yield _flag(name, item.step, texts, ("overweging", begin, found))


def _flag(
    name: QuestionId, step: int, texts: Texts, said: tuple[str, str, tuple[str, ...]]
) -> Flag:
    kind, field, slots = said
    count = "een" if len(slots) == 1 else "meer"
    named = "; ".join(slot or texts.get("engine.open_plek.zonder_naam") for slot in slots)
    return Flag(
        id=FlagId(f"s{step:02}.{_NAME}{name}"),
        step=step,
        severity=Severity.BLOKKADE,
        moment=moment_of(step),
        text=texts.get(f"engine.open_plek.{kind}_{count}", veld=field, wat=named),
        advice=texts.get("engine.open_plek.advies"),
        basis=texts.get("engine.open_plek.grondslag"),
        hard=True,
    )


def _texts_of(answer: Answer) -> Iterable[str]:
    yield answer.explanation
    if isinstance(answer.value, str):
        yield answer.value
    if isinstance(answer.value, tuple):
        for row in answer.value:
            if isinstance(row, Row):
                yield from (str(cell) for _, cell in row.cells if isinstance(cell, str))
