"""Searches the list of dossiers in the database."""

from __future__ import annotations

from collections.abc import Iterable

from hardship_desk.domain.decision import DecisionState
from hardship_desk.services.ports.cases import SearchWord
from hardship_desk.storage.connection import VaultDatabase

_STATES = tuple(state.value for state in DecisionState)
Condition = tuple[str, tuple[str, ...]]


def found_keys(
    database: VaultDatabase, words: tuple[SearchWord, ...], newest: int
) -> tuple[list[int], int]:
    """The keys of the newest dossiers that hold every word, and how many hold them."""
    parts = [_holds(word) for word in words]
    where = f"FROM dossier WHERE {' AND '.join(text for text, _ in parts) or '1'}"
    values = tuple(value for _, given in parts for value in given)
    # With words the table is read once from front to back: by its index is slower where few match.
    order = "+changed_at" if words else "changed_at"
    keys = database.rows(
        f"SELECT key {where} ORDER BY {order} DESC, change_number DESC LIMIT ?", *values, newest
    )
    count = database.rows(f"SELECT count(*) {where}", *values)
    return [int(row[0]) for row in keys], int(count[0][0])


def _holds(word: SearchWord) -> Condition:
    """A word stands in number or title, or in the name of municipality, decision or state."""
    found: list[Condition] = [_in_text(word.text)]
    if word.gemeentecodes:
        found.append((f"gemeentecode IN ({_marks(word.gemeentecodes)})", word.gemeentecodes))
    if word.types:
        marks = _marks(word.types)
        kinds = f"key IN (SELECT dossier FROM decision WHERE type IN ({marks}))"  # noqa: S608 - marks only
        found.append((kinds, word.types))
    found += [_in_state(state) for state in word.states]
    text = " OR ".join(text for text, _ in found)
    return f"({text})", tuple(value for _, given in found for value in given)


def _in_text(word: str) -> Condition:
    """SQLite folds the case of plain letters only; for others the program lends its own way."""
    if word.isascii():
        pattern = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        return "number LIKE ? ESCAPE '\\' OR title LIKE ? ESCAPE '\\'", (pattern, pattern)
    return "instr(casefold(number), ?) OR instr(casefold(title), ?)", (word, word)


def _in_state(state: str) -> Condition:
    """The state of a dossier is that of the decision that is least far; without one a concept."""
    earlier = _STATES[: _STATES.index(state)]
    here = "key IN (SELECT dossier FROM decision WHERE state = ?)"
    if not earlier:
        return here + " OR key NOT IN (SELECT dossier FROM decision)", (state,)  # noqa: S608
    before = f"key NOT IN (SELECT dossier FROM decision WHERE state IN ({_marks(earlier)}))"  # noqa: S608
    return f"({here} AND {before})", (state, *earlier)


def _marks(values: Iterable[str]) -> str:
    return ", ".join("?" for _ in values)
