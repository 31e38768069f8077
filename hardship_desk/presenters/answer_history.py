"""What an answer was before: who saved what and when, in words, and what can be put back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from hardship_desk.domain.answers import Answer
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.model import AnswerType
from hardship_desk.services.ports.cases import AnswerChange

ONE_WRITING = timedelta(minutes=2)
"""What one person writes within this time of each other is one writing: typing saves by itself."""
_WRITTEN = (AnswerType.SHORT_TEXT, AnswerType.LONG_TEXT, AnswerType.ROWS)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One earlier moment: who and when, the answer before and after it, and that answer itself."""

    head: str
    before: str
    after: str
    state: Answer | None
    is_now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """The history of one answer, the newest first."""

    question: str
    text: str
    lines: tuple[HistoryLine, ...]
    locked: bool


def history_page(case: OpenCase, question: str, texts: WindowTexts) -> HistoryPage:
    """The history of the answer to a question of the open decision."""
    question_id = QuestionId(question)
    asked = case.desk.questionnaire.question(question_id)
    changes = case.desk.interview.history(case.case_id, case.decision_id, question_id)
    if asked.type in _WRITTEN:
        changes = _writings(changes)
    lines = []
    before: Answer | None = None
    for place, change in enumerate(changes, start=1):
        lines.append(
            HistoryLine(
                head=_head(change, texts),
                before=_words(case, before, texts),
                after=_words(case, change.answer, texts),
                state=change.answer,
                is_now=place == len(changes),
            )
        )
        before = change.answer
    return HistoryPage(
        question=question,
        text=asked.text,
        lines=tuple(reversed(lines)),
        locked=case.decision.is_sealed and asked.step < case.desk.interview.first_open_step,
    )


def _writings(changes: tuple[AnswerChange, ...]) -> tuple[AnswerChange, ...]:
    """The changes, with only the last of what was saved while one person went on typing."""
    kept: list[AnswerChange] = []
    for change in changes:
        if kept and change.by == kept[-1].by and change.at - kept[-1].at < ONE_WRITING:
            kept[-1] = change
        else:
            kept.append(change)
    return tuple(kept)


def _head(change: AnswerChange, texts: WindowTexts) -> str:
    when = f"{change.at.astimezone():%d-%m-%Y %H:%M}"
    key = "antwoordverloop.door" if change.by else "antwoordverloop.wanneer"
    return texts.get(key, wanneer=when, wie=change.by)


def _words(case: OpenCase, state: Answer | None, texts: WindowTexts) -> str:
    if state is None:
        return texts.get("antwoordverloop.niets")
    return case.shown(state) or texts.get("antwoordverloop.niets")
