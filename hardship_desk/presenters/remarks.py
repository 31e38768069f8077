"""The remarks of second readers as shown: at their question, open or answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.placed_remark import PlacedRemark, placed_remarks
from hardship_desk.domain.remark import RemarkAnswer
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.window_texts import WindowTexts

Naming = Callable[[str], str]
"""Gives the words of a question; empty where the place is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkItem:
    """One remark: where, who said it and when, the words, and what was answered.

    `question` is empty where it is about a part or the whole; `answered` says who and when.
    """

    id: str
    question: str
    step: int
    where: str
    said: str
    text: str
    open: bool
    answered: tuple[str, ...] = ()
    answer: str = ""
    can_answer: bool = False

    @property
    def spoken(self) -> str:
        """The remark in one line."""
        return f"{self.said}: {self.text}"


def remarks_of_case(case: OpenCase, texts: WindowTexts) -> tuple[RemarkItem, ...]:
    """The remarks on the open decision, oldest first."""
    if not case.decision.reviews:
        return ()
    steps = {
        question.id: (question.step, question.text)
        for step in case.desk.questionnaire.steps
        for question in step.questions
    }

    def naming(place: str) -> str:
        found = steps.get(QuestionId(place))
        return found[1] if found is not None else ""

    found = remark_items(case.decision, naming, texts)
    return tuple(_with_step(item, steps) for item in found)


def remark_items(
    decision: DecisionFile, naming: Naming, texts: WindowTexts
) -> tuple[RemarkItem, ...]:
    """The remarks on a decision; only on a concept can they be answered."""
    placed = placed_remarks(decision.reviews, decision.remark_answers)
    return tuple(_item(item, naming, texts, locked=decision.is_sealed) for item in placed)


def _with_step(item: RemarkItem, steps: dict[QuestionId, tuple[int, str]]) -> RemarkItem:
    found = steps.get(QuestionId(item.question))
    return replace(item, step=found[0]) if found is not None else item


def _item(item: PlacedRemark, naming: Naming, texts: WindowTexts, *, locked: bool) -> RemarkItem:
    place = item.remark.place
    name = naming(place)
    said = texts.get(
        "opmerking.van",
        lezer=item.review.reader,
        oordeel=texts.get(f"oordeel.{item.review.verdict.value}"),
        dag=f"{item.review.at.astimezone():%d-%m-%Y}",
    )
    return RemarkItem(
        id=item.id,
        question=place if name else "",
        step=0,
        where=name or place or texts.get("opmerking.geheel"),
        said=said,
        text=item.remark.text,
        open=item.is_open,
        answered=tuple(_answered(answer, texts) for answer in item.answers),
        answer=item.answers[-1].text if item.answers else "",
        can_answer=not locked,
    )


def _answered(answer: RemarkAnswer, texts: WindowTexts) -> str:
    day = f"{answer.at.astimezone():%d-%m-%Y %H:%M}"
    if not answer.by:
        return texts.get("opmerking.beantwoord", dag=day, tekst=answer.text)
    return texts.get("opmerking.beantwoord_door", wie=answer.by, dag=day, tekst=answer.text)
