"""Turns what a user typed or chose into an answer, or into a problem shown at the field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count

from hardship_desk.domain.answers import Answer, AnswerState, AnswerValue, Row, Scalar
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.domain.text import cleaned
from hardship_desk.questionnaire.model import AnswerType, Column, Option, Question

RawRow = Mapping[str, str]
RawAnswer = str | tuple[str, ...] | tuple[RawRow, ...]

MAX_CHARACTERS = 100_000
ROW_ID = "id"
YES, NO, UNKNOWN = "ja", "nee", "onbekend"

_DUTCH_DATE = re.compile(r"^(\d{1,2})-(\d{1,2})-(\d{4})$")
_ISO_DATE = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """Why an answer was not taken: a code with what the sentence needs. Nothing has changed."""

    question: QuestionId
    code: str
    parameters: tuple[tuple[str, str], ...] = ()


class _RefusedError(Exception):
    """A value that does not fit; becomes an AnswerProblem."""

    def __init__(self, code: str, **parameters: str) -> None:
        super().__init__(code)
        self.code = code
        self.parameters = tuple(parameters.items())


def parse_answer(question: Question, raw: RawAnswer) -> Answer | AnswerProblem:
    """The answer that the user meant; never raises for what a user can type."""
    if _is_unknown(question, raw):
        return Answer(question=question.id, state=AnswerState.UNKNOWN)
    try:
        value = _parse(question, raw)
    except _RefusedError as refused:
        return AnswerProblem(question.id, refused.code, refused.parameters)
    return Answer(question=question.id, value=value)


def parse_date(text: str) -> date | None:
    """A date as a Dutch user writes it (24-11-2026) or in ISO form; None for anything else."""
    plain = text.strip().replace("/", "-")
    dutch, iso = _DUTCH_DATE.match(plain), _ISO_DATE.match(plain)
    if dutch is not None:
        day, month, year = dutch.groups()
    elif iso is not None:
        year, month, day = iso.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _is_unknown(question: Question, raw: RawAnswer) -> bool:
    return question.type is AnswerType.YES_NO_UNKNOWN and raw == UNKNOWN


def _parse(question: Question, raw: RawAnswer) -> AnswerValue:
    match question.type:
        case AnswerType.MANY_OF:
            return _many(question.options, raw)
        case AnswerType.PERIOD:
            return _period(raw)
        case AnswerType.ROWS:
            return _rows(question.columns, raw)
        case _:
            text = _as_text(raw)
            value = _SCALARS[question.type](text, question.options)
            _check_bounds(question, value)
            return value


def _as_text(raw: RawAnswer) -> str:
    if not isinstance(raw, str):
        raise _RefusedError("text_expected")
    if len(raw) > MAX_CHARACTERS:
        raise _RefusedError("too_long", maximum=str(MAX_CHARACTERS))
    return raw


def _text(raw: str, _options: tuple[Option, ...]) -> str:
    text = cleaned(raw)
    if not text:
        raise _RefusedError("empty")
    return text


def _yes_no(raw: str, _options: tuple[Option, ...]) -> bool:
    if raw not in (YES, NO):
        raise _RefusedError("choose_yes_or_no")
    return raw == YES


def _one(raw: str, options: tuple[Option, ...]) -> str:
    if raw not in {option.id for option in options}:
        raise _RefusedError("unknown_option", given=raw[:80])
    return raw


def _date(raw: str, _options: tuple[Option, ...]) -> date:
    day = parse_date(raw)
    if day is None:
        raise _RefusedError("not_a_date", given=raw[:80])
    return day


def _amount(raw: str, _options: tuple[Option, ...]) -> Money:
    try:
        amount = Money.parse_dutch(raw)
    except ValueError:
        raise _RefusedError("not_an_amount", given=raw[:80]) from None
    if amount.cents < 0:
        raise _RefusedError("negative_amount")
    return amount


def _number(raw: str, _options: tuple[Option, ...]) -> int:
    plain = raw.strip()
    if not plain.isascii() or not plain.isdigit() or len(plain) > 9:
        raise _RefusedError("not_a_number", given=raw[:80])
    return int(plain)


_SCALARS: Mapping[AnswerType, Callable[[str, tuple[Option, ...]], Scalar]] = {
    AnswerType.YES_NO: _yes_no,
    AnswerType.YES_NO_UNKNOWN: _yes_no,
    AnswerType.ONE_OF: _one,
    AnswerType.DATE: _date,
    AnswerType.AMOUNT: _amount,
    AnswerType.NUMBER: _number,
    AnswerType.SHORT_TEXT: _text,
    AnswerType.LONG_TEXT: _text,
}


def _many(options: tuple[Option, ...], raw: RawAnswer) -> tuple[str, ...]:
    if isinstance(raw, str):
        raise _RefusedError("list_expected")
    chosen = {item for item in raw if isinstance(item, str)}
    known = [option.id for option in options]
    for item in raw:
        if not isinstance(item, str) or item not in known:
            raise _RefusedError("unknown_option", given=str(item)[:80])
    if not chosen:
        raise _RefusedError("empty")
    return tuple(item for item in known if item in chosen)


def _period(raw: RawAnswer) -> Period:
    parts = raw.split("|") if isinstance(raw, str) else [str(part) for part in raw]
    if len(parts) != 2:
        raise _RefusedError("period_expected")
    start = parse_date(parts[0])
    end = parse_date(parts[1]) if parts[1].strip() else None
    if start is None or (parts[1].strip() and end is None):
        raise _RefusedError("not_a_date", given=" ".join(parts)[:80])
    if end is not None and end < start:
        raise _RefusedError("period_ends_before_it_starts")
    return Period(start, end)


def _rows(columns: tuple[Column, ...], raw: RawAnswer) -> tuple[Row, ...]:
    if isinstance(raw, str):
        raise _RefusedError("rows_expected")
    rows: list[Row] = []
    taken = {item.get(ROW_ID) for item in raw if isinstance(item, Mapping)}
    for place, item in enumerate(raw, start=1):
        if not isinstance(item, Mapping):
            raise _RefusedError("rows_expected")
        name = item.get(ROW_ID) or _free_id(taken)
        taken.add(name)
        rows.append(Row(id=name, cells=_cells(columns, item, place)))
    if not rows:
        raise _RefusedError("empty")
    return tuple(rows)


def _free_id(taken: set[str | None]) -> str:
    """A name for a new row; one that was removed may leave a gap before names in use."""
    return next(name for place in count(1) if (name := f"r{place}") not in taken)


def _cells(columns: tuple[Column, ...], raw: RawRow, place: int) -> tuple[tuple[str, Scalar], ...]:
    unknown = set(raw) - {column.id for column in columns} - {ROW_ID}
    if unknown:
        raise _RefusedError("unknown_column", column=min(unknown), row=str(place))
    cells = []
    for column in columns:
        text = raw.get(column.id, "")
        if not text.strip():
            if column.required:
                raise _RefusedError("empty_cell", column=column.text, row=str(place))
            continue
        try:
            cells.append((column.id, _SCALARS[column.type](_as_text(text), column.options)))
        except _RefusedError as refused:
            given = dict(refused.parameters)
            raise _RefusedError(
                refused.code, **{**given, "column": column.text, "row": str(place)}
            ) from None
    return tuple(cells)


def _check_bounds(question: Question, value: Scalar) -> None:
    if not isinstance(value, int) or isinstance(value, bool):
        return
    if question.minimum is not None and value < question.minimum:
        raise _RefusedError("too_small", minimum=str(question.minimum))
    if question.maximum is not None and value > question.maximum:
        raise _RefusedError("too_large", maximum=str(question.maximum))
