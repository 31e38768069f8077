"""One question as shown, whatever its type: text, answer as typed, state, tag and links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hardship_desk.domain.answers import Answer, AnswerState, Row, Scalar
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.presenters.articles import article
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.remarks import RemarkItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.questionnaire.model import AnswerType, Column, Option, Printed, Question

YES, NO, UNKNOWN = "ja", "nee", "onbekend"


class Mode(StrEnum):
    """Which way to settle a question is on screen."""

    ANSWER = "antwoord"
    NOT_APPLICABLE = "nvt"
    INVESTIGATE = "uitzoeken"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnItem:
    """One column of a table answer as shown."""

    id: str
    kind: str
    text: str
    options: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionItem:
    """All that a question card shows. `raw` is the answer as the user would type it."""

    id: str
    step: int
    kind: str
    text: str
    help: str
    why: str
    basis: str
    required: bool
    choices: tuple[Choice, ...] = ()
    columns: tuple[ColumnItem, ...] = ()
    raw: RawAnswer = ""
    mode: Mode = Mode.ANSWER
    reason: str = ""
    actor: str = ""
    due: str = ""
    tag: str = ""
    tags: tuple[Choice, ...] = ()
    evidence: tuple[str, ...] = ()
    evidence_titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""
    settled: bool = False
    locked: bool = False
    in_letter: bool = False
    printed: str = ""
    """On which paper the answer stands, in words."""
    conflict: bool = False
    remarks: tuple[RemarkItem, ...] = ()
    """What second readers remarked at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionState:
    """What is known of a question besides its definition."""

    answer: Answer | None
    draft: RawAnswer | None = None
    error: str = ""
    locked: bool = False
    conflict: bool = False


def question_item(
    question: Question,
    state: QuestionState,
    evidence: tuple[Evidence, ...],
    texts: WindowTexts,
) -> QuestionItem:
    """The card of a question in this state."""
    answer = state.answer
    linked = _linked(question, answer, evidence)
    mode = _mode(question, answer)
    return QuestionItem(
        id=question.id,
        step=question.step,
        kind=question.type.value,
        text=question.text,
        help=question.help,
        why=question.why,
        basis=article(question.basis),
        required=question.required,
        choices=_choices(question, texts),
        columns=_columns(question, texts),
        raw=_shown_raw(state, mode),
        mode=mode,
        reason=answer.explanation if mode is Mode.NOT_APPLICABLE and answer else "",
        actor=answer.actor if answer else "",
        due=answer.due.strftime("%d-%m-%Y") if answer and answer.due else "",
        tag=answer.tag.value if answer and answer.tag else "",
        tags=tuple(
            Choice(id=tag.value, text=texts.get(f"tag.{tag.value}")) for tag in question.tags
        ),
        evidence=tuple(item.id for item in linked),
        evidence_titles=tuple(item.title for item in linked),
        notes=_notes(answer, texts),
        error=state.error,
        settled=answer is not None and answer.settles,
        locked=state.locked,
        in_letter=_paper(question) is Printed.BRIEF,
        printed=texts.get(f"vraag.papier.{_paper(question)}"),
        conflict=state.conflict,
    )


def _paper(question: Question) -> Printed:
    """Where the answer is printed; special personal data never stand in a letter."""
    if question.printed is Printed.BRIEF and question.sensitive:
        return Printed.PROCESDOSSIER
    return question.printed


def _columns(question: Question, texts: WindowTexts) -> tuple[ColumnItem, ...]:
    return tuple(
        ColumnItem(
            id=column.id,
            kind=column.type.value,
            text=column.text,
            options=_choices(column, texts),
        )
        for column in question.columns
    )


def raw_of(answer: Answer | None) -> RawAnswer:
    """The answer as the user would type it; empty text without one."""
    if answer is None:
        return ""
    if answer.state is AnswerState.UNKNOWN:
        return UNKNOWN
    value = answer.value
    match value:
        case None:
            return ""
        case Period():
            return (typed(value.start), typed(value.end) if value.end else "")
        case tuple():
            return _raw_tuple(value)
        case _:
            return typed(value)


def _raw_tuple(value: tuple[str, ...] | tuple[Row, ...]) -> RawAnswer:
    rows = tuple(item for item in value if isinstance(item, Row))
    if rows:
        return tuple(_raw_row(row) for row in rows)
    return tuple(item for item in value if isinstance(item, str))


def _raw_row(row: Row) -> Mapping[str, str]:
    return {"id": row.id, **{column: typed(value) for column, value in row.cells}}


def typed(value: Scalar) -> str:
    """A value as the user would type it."""
    match value:
        case bool():
            return YES if value else NO
        case Money():
            return value.dutch().removeprefix("€ ")
        case date():
            return value.strftime("%d-%m-%Y")
        case _:
            return str(value)


def is_empty(raw: RawAnswer) -> bool:
    """Whether nothing was filled in."""
    if isinstance(raw, str):
        return not raw.strip()
    return not any(item if isinstance(item, str) else any(item.values()) for item in raw)


def _shown_raw(state: QuestionState, mode: Mode) -> RawAnswer:
    if state.draft is not None:
        return state.draft
    return raw_of(state.answer) if mode is Mode.ANSWER else ""


def _mode(question: Question, answer: Answer | None) -> Mode:
    if answer is None:
        return Mode.ANSWER
    match answer.state:
        case AnswerState.NOT_APPLICABLE:
            return Mode.NOT_APPLICABLE
        case AnswerState.TO_INVESTIGATE:
            return Mode.INVESTIGATE
        case AnswerState.UNKNOWN if question.type is not AnswerType.YES_NO_UNKNOWN:
            return Mode.UNKNOWN
        case _:
            return Mode.ANSWER


def _choices(question: Question | Column, texts: WindowTexts) -> tuple[Choice, ...]:
    match question.type:
        case AnswerType.YES_NO:
            ids: tuple[str, ...] = (YES, NO)
        case AnswerType.YES_NO_UNKNOWN:
            ids = (YES, NO, UNKNOWN)
        case _:
            return _options(question.options)
    return tuple(Choice(id=item, text=texts.get(f"antwoord.{item}")) for item in ids)


def _options(options: tuple[Option, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=item.id, text=item.text, detail=item.help, alone=item.alone) for item in options
    )


def _linked(
    question: Question, answer: Answer | None, evidence: tuple[Evidence, ...]
) -> tuple[Evidence, ...]:
    named = answer.evidence if answer else ()
    return tuple(item for item in evidence if item.id in named or question.id in item.supports)


def _notes(answer: Answer | None, texts: WindowTexts) -> tuple[str, ...]:
    if answer is None:
        return ()
    notes = []
    if answer.origin:
        key = "vraag.herkomst_een" if len(answer.origin) == 1 else "vraag.herkomst"
        notes.append(texts.get(key, aantal=str(len(answer.origin))))
    if answer.derived_from:
        notes.append(texts.get("vraag.herleid", hoe=answer.derived_from))
    if answer.explanation and answer.state is AnswerState.GIVEN:
        notes.append(texts.get("vraag.toelichting", tekst=answer.explanation))
    return tuple(notes)
