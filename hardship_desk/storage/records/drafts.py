"""What was typed in a form and not sent yet, kept with the dossier it belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.users import Right
from hardship_desk.storage.session import VaultPart
from hardship_desk.storage.tables import PartTable

DRAFT = "concept"
# As with answers: a draft is saved while the user types.
_PUT = (
    "INSERT INTO part (dossier, kind, part_id, body) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (dossier, kind, part_id) DO UPDATE SET body = excluded.body"
)
_REMOVE = "DELETE FROM part WHERE dossier = ? AND kind = ? AND part_id = ?"


class DraftRecords(VaultPart):
    """Fulfils DraftStore."""

    def save_draft(self, case_id: CaseId, place: str, body: str) -> None:
        """Keep what stands in a form, in the place of what stood there; empty takes it away.

        Raises VaultError, and KeyError where the dossier is not there.
        """
        event = "concept_bewaard" if body else "concept_verwijderd"
        with self._session.change(case_id, event, place) as change:
            if body:
                values = (change.dossier, DRAFT, place, body)
                self._session.database.run(_PUT, values)
            else:
                self._session.database.run(_REMOVE, (change.dossier, DRAFT, place))

    def drafts(self, case_id: CaseId) -> Mapping[str, str]:
        """What was typed in each form, by its place; KeyError where the dossier is not there."""
        self._session.ask(Right.LEZEN)
        with self._session.reading():
            key = self._session.dossier_key(case_id)
            rows = PartTable.select().where((PartTable.dossier == key) & (PartTable.kind == DRAFT))
            return {row.part_id: row.body for row in rows.execute(self._session.database)}
