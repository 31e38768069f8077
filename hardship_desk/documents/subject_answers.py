"""The answers of a dossier for the person it is about: a row a question, what belongs to it small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from hardship_desk.documents.model import Table
from hardship_desk.documents.subject_values import Row, SubjectValues

BODY, QUESTION, SCOPE, MOMENT = "body", "question", "scope", "at"
_GIVEN = {"state": "gegeven"}
"""What holds of nearly every answer, and is told once above them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAnswers:
    """The answers of now, with when they were written down, and what was answered before them."""

    now: tuple[Row, ...]
    earlier: tuple[Row, ...]


def with_moments(now: Sequence[Row], history: Sequence[Row]) -> ToldAnswers:
    """What was written down and is still the answer becomes a moment beside it; nothing is lost."""
    found, earlier = [], []
    moments: dict[str, list[Mapping[str, object]]] = {}
    current = {_key(row): row for row in now}
    for row in history:
        key = _key(row)
        if key in current and BODY in row and row[BODY]["waarde"] == current[key][BODY]["waarde"]:
            moments.setdefault(key, []).append(row[MOMENT])
        else:
            earlier.append(row)
    for row in now:
        cells = moments.get(_key(row), [])
        found.append({**row, **{f"{MOMENT}{place}": cell for place, cell in enumerate(cells)}})
    return ToldAnswers(now=tuple(found), earlier=tuple(earlier))


def answer_tables(rows: Sequence[Row], values: SubjectValues) -> Iterator[Table]:
    """A table for what belongs to the whole dossier, and one for each decision."""
    ordered = sorted(rows, key=lambda row: _scope(row, values))
    for scope, group in groupby(ordered, key=lambda row: _scope(row, values)):
        found = tuple(group)
        mark = next((values.mark(row[BODY]) for row in found if BODY in row), "")
        say = values.texts.get
        yield Table(
            title=f"{scope[:1].upper()}{scope[1:]}" or say("inzage.hele_dossier"),
            header=(say("inzage.vraag"), f"{say('inzage.antwoord')}{mark}"),
            rows=tuple(_row(row, values) for row in found),
            widths=(2, 3),
        )


def _row(row: Row, values: SubjectValues) -> tuple[str, str]:
    asked = "; ".join(shown for _, shown in values.of_cell(QUESTION, row[QUESTION]))
    answer, besides = _answer(row.get(BODY, {}), values)
    others = [
        line
        for column, cell in row.items()
        if column not in (BODY, QUESTION, SCOPE)
        for line in values.of_cell(column, cell)
        if line[1]
    ]
    small = values.together([*besides, *others])
    return asked, "\n".join((answer, *(f"{name}: {shown}" for name, shown in small)))


def _answer(cell: Mapping[str, object], values: SubjectValues) -> tuple[str, list[tuple[str, str]]]:
    """The answer on one line, and what else is kept of it."""
    body = cell.get("waarde")
    if not isinstance(body, dict):
        return values.texts.get("inzage.geen_antwoord"), []
    rest = {
        name: value for name, value in body.items() if name != "value" and _GIVEN.get(name) != value
    }
    given = {**cell, "waarde": {"value": body.get("value")}}
    told = "; ".join(shown for _, shown in values.of_cell(BODY, given) if shown)
    shown = str(cell.get("getoond") or told or values.texts.get("inzage.geen_antwoord"))
    besides = values.of_cell(BODY, {**cell, "waarde": rest})
    line = values.cut(" ".join(shown.split()))
    return line, [(name, " ".join(text.split())) for name, text in besides if text]


def _key(row: Row) -> str:
    """What an answer is about: its question in its decision."""
    return repr([row[name]["waarde"] for name in (SCOPE, QUESTION) if name in row])


def _scope(row: Row, values: SubjectValues) -> str:
    cells = values.of_cell(SCOPE, row[SCOPE]) if SCOPE in row else iter(())
    return "; ".join(shown for _, shown in cells)
