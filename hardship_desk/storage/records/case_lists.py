"""Lines of the list of dossiers, read without the dossiers themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.users import Right
from hardship_desk.services.ports.case_lists import (
    ANY_CASE,
    CaseFacets,
    CaseFilter,
    CaseSummary,
    FoundCases,
    SearchWord,
)
from hardship_desk.storage.records.case_search import found_facets, found_keys
from hardship_desk.storage.session import VaultPart

# Written out: the list is the first that is asked of a vault, and putting a query together takes longer.
_LINES = "SELECT key, case_id, number, title, gemeentecode, changed_at, created_at FROM dossier"
_NEWEST = "ORDER BY changed_at DESC, change_number DESC"
_DECISIONS = "SELECT dossier, type, state FROM decision"
ALL = -1


class CaseListRecords(VaultPart):
    """Fulfils ListedCases. Raises VaultError."""

    def list_cases(self, newest: int | None = None) -> tuple[CaseSummary, ...]:
        """All dossiers, the one changed last first, or only so many of the newest.

        The state is that of the decision that is least far; a dossier without one is a concept.
        """
        self._session.ask(Right.LEZEN)
        return self._listed(newest)

    def numbered(self, *, handed_out: bool = False) -> tuple[CaseSummary, ...]:
        """All dossiers without their titles, also for who keeps the vault and reads no dossier.

        That they are handed out comes into the log, where something can be saved.
        """
        if not self._session.user.may(Right.BEHEREN):
            self._session.ask(Right.LEZEN)
        if handed_out and not self._session.read_only:
            with self._session.writing() as at:
                self._session.log(at, "zaaknummers_uitgevoerd", CaseId(""))
        return tuple(replace(item, title="") for item in self._listed(None))

    def _listed(self, newest: int | None) -> tuple[CaseSummary, ...]:
        with self._session.reading():
            rows = self._session.database.rows
            found = rows(f"{_LINES} {_NEWEST} LIMIT ?", ALL if newest is None else newest)
            keys = None if newest is None else tuple(int(row[0]) for row in found)
            decisions = self._decisions(keys)
            return tuple(_summary(row, decisions.get(int(row[0]), ())) for row in found)

    def find_cases(
        self, words: tuple[SearchWord, ...], newest: int, narrowed: CaseFilter = ANY_CASE
    ) -> FoundCases:
        """The dossiers that hold every word and fit, the one changed last first, at most so many."""
        self._session.ask(Right.LEZEN)
        with self._session.reading():
            database = self._session.database
            keys, count = found_keys(database, words, newest, narrowed)
            return FoundCases(newest=self._summaries(tuple(keys)), count=count)

    def facets(self) -> CaseFacets:
        """Which municipalities, kinds of decision and makers there are to filter by."""
        self._session.ask(Right.LEZEN)
        with self._session.reading():
            return found_facets(self._session.database)

    def _summaries(self, keys: tuple[int, ...]) -> tuple[CaseSummary, ...]:
        """One line of each of these dossiers, in this order."""
        rows = self._session.database.rows(f"{_LINES} WHERE key IN ({_marks(keys)})", *keys)
        found, decisions = {int(row[0]): row for row in rows}, self._decisions(keys)
        return tuple(_summary(found[key], decisions.get(key, ())) for key in keys)

    def _decisions(self, of: tuple[int, ...] | None) -> dict[int, tuple[tuple[str, str], ...]]:
        """Type and state of every decision, by dossier; of these dossiers only where given."""
        where = "" if of is None else f"WHERE dossier IN ({_marks(of)})"
        found: dict[int, tuple[tuple[str, str], ...]] = {}
        for row in self._session.database.rows(f"{_DECISIONS} {where} ORDER BY key", *(of or ())):
            dossier = int(row[0])
            found[dossier] = (*found.get(dossier, ()), (str(row[1]), str(row[2])))
        return found


def _marks(keys: tuple[int, ...]) -> str:
    return ", ".join("?" * len(keys))


def _summary(row: tuple[str | int, ...], decisions: tuple[tuple[str, str], ...]) -> CaseSummary:
    _key, case_id, number, title, gemeentecode, changed_at, created_at = row
    states = {state for _, state in decisions}
    return CaseSummary(
        id=CaseId(str(case_id)),
        number=str(number),
        title=str(title),
        gemeentecode=str(gemeentecode),
        decision_types=tuple(kind for kind, _ in decisions),
        state=next((item.value for item in DecisionState if item.value in states), "concept"),
        changed_at=datetime.fromisoformat(str(changed_at)),
        begun=changed_at != created_at,
    )
