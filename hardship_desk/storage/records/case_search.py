"""Searches the list of dossiers in the database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC

from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.services.ports.case_lists import ANY_CASE, CaseFacets, CaseFilter, SearchWord
from hardship_desk.storage.connection import VaultDatabase
from hardship_desk.storage.migrations.m0004_days import DOSSIER_MADE

_STATES = tuple(state.value for state in DecisionState)
Condition = tuple[str, tuple[str, ...]]


def found_keys(
    database: VaultDatabase,
    words: tuple[SearchWord, ...],
    newest: int,
    narrowed: CaseFilter = ANY_CASE,
) -> tuple[list[int], int]:
    """The keys of the newest dossiers that hold every word and fit, and how many there are."""
    parts = [*(_holds(word) for word in words), *_fits(narrowed)]
    where = f"FROM dossier WHERE {' AND '.join(text for text, _ in parts) or '1'}"
    values = tuple(value for _, given in parts for value in given)
    # With words the table is read once from front to back: by its index is slower where few match.
    order = "+changed_at" if parts else "changed_at"
    keys = database.rows(
        f"SELECT key {where} ORDER BY {order} DESC, change_number DESC LIMIT ?", *values, newest
    )
    count = database.rows(f"SELECT count(*) {where}", *values)
    return [int(row[0]) for row in keys], int(count[0][0])


def found_facets(database: VaultDatabase) -> CaseFacets:
    """What some dossier has, in the order of its code."""

    def all_of(query: str) -> tuple[str, ...]:
        return tuple(str(row[0]) for row in database.rows(query) if row[0])

    return CaseFacets(
        gemeentecodes=all_of("SELECT DISTINCT gemeentecode FROM dossier ORDER BY 1"),
        types=all_of("SELECT DISTINCT type FROM decision ORDER BY 1"),
        makers=all_of(f"SELECT DISTINCT actor FROM audit WHERE {DOSSIER_MADE} ORDER BY 1"),  # noqa: S608
    )


def _fits(narrowed: CaseFilter) -> list[Condition]:
    """What each filter that was set asks of a dossier."""
    found: list[Condition] = []
    if narrowed.gemeentecode:
        found.append(("gemeentecode = ?", (narrowed.gemeentecode,)))
    if narrowed.type:
        kinds = "key IN (SELECT dossier FROM decision WHERE type = ?)"
        found.append((kinds, (narrowed.type,)))
    if narrowed.state:
        state, values = _in_state(narrowed.state)
        found.append((f"({state})", values))
    if narrowed.changed_since is not None:
        moment = narrowed.changed_since.astimezone(UTC).isoformat(timespec="microseconds")
        found.append(("changed_at >= ?", (moment,)))
    if narrowed.made_by:
        made = f"case_id IN (SELECT case_id FROM audit WHERE {DOSSIER_MADE} AND actor = ?)"  # noqa: S608
        found.append((made, (narrowed.made_by,)))
    return found


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
