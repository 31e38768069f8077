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
from hardship_desk.storage.case_search import found_facets, found_keys
from hardship_desk.storage.session import VaultPart
from hardship_desk.storage.tables import DecisionTable, DossierTable


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
        order = (DossierTable.changed_at.desc(), DossierTable.change_number.desc())
        with self._session.reading():
            query = DossierTable.select().order_by(*order)
            found = tuple(
                (query if newest is None else query.limit(newest)).execute(self._session.database)
            )
            decisions = self._decisions_by_dossier(None if newest is None else found)
            return tuple(_summary(row, decisions.get(row.key, ())) for row in found)

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
        found = DossierTable.select().where(DossierTable.key.in_(keys))
        rows = {int(row.key): row for row in found.execute(self._session.database)}
        decisions = self._decisions_by_dossier(tuple(rows.values()))
        return tuple(_summary(rows[key], decisions.get(key, ())) for key in keys)

    def _decisions_by_dossier(
        self, of: tuple[DossierTable, ...] | None
    ) -> dict[int, tuple[tuple[str, str], ...]]:
        """Type and state of every decision, by dossier; of these dossiers only where given."""
        found: dict[int, tuple[tuple[str, str], ...]] = {}
        rows = DecisionTable.select().order_by(DecisionTable.key)
        if of is not None:
            rows = rows.where(DecisionTable.dossier.in_([row.key for row in of]))
        for row in rows.execute(self._session.database):
            found[row.dossier] = (*found.get(row.dossier, ()), (row.type, row.state))
        return found


def _summary(row: DossierTable, decisions: tuple[tuple[str, str], ...]) -> CaseSummary:
    states = {state for _, state in decisions}
    return CaseSummary(
        id=CaseId(str(row.case_id)),
        number=str(row.number),
        title=str(row.title),
        gemeentecode=str(row.gemeentecode),
        decision_types=tuple(kind for kind, _ in decisions),
        state=next((item.value for item in DecisionState if item.value in states), "concept"),
        changed_at=datetime.fromisoformat(str(row.changed_at)),
    )
