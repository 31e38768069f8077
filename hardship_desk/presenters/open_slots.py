"""The fields of the open decision in which something is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hardship_desk.assessment.open_slot_flags import slots_of
from hardship_desk.domain.decision import OWN_TEXT_PREFIX
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.open_case import OpenCase

_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenField:
    """A field by the question it answers, or by the paragraph it takes the place of."""

    question: str
    step: int
    text: str
    slots: tuple[str, ...]


def open_fields(case: OpenCase) -> Iterator[OpenField]:
    """The answers on the route, then the own paragraphs, in which a slot is open."""
    for step in case.route.steps:
        for question in case.questions(step):
            slots = slots_of(case.answers.get(question.id))
            if slots:
                yield OpenField(question=question.id, step=step, text=question.text, slots=slots)
    for item in case.assessment.considerations:
        name = QuestionId(f"{OWN_TEXT_PREFIX}{item.id}")
        slots = slots_of(case.decision.answers.get(name))
        if slots:
            begin = " ".join(item.text.split()[:_WORDS])
            yield OpenField(question=name, step=item.step, text=f"{begin} …", slots=slots)


def field_after(case: OpenCase, question: str) -> OpenField | None:
    """The next field with an open slot, and after the last one the first; None where all is filled."""
    fields = tuple(open_fields(case))
    names = [item.question for item in fields]
    place = names.index(question) + 1 if question in names else 0
    return fields[place % len(fields)] if fields else None
