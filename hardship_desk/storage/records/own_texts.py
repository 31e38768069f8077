"""The texts that a user keeps to use again.

They belong to no dossier and stand with the loose drafts, each under a place that begins with
`OWN_TEXT`. Unlike a draft they are finished, and stay until the user throws them away.
"""

from __future__ import annotations

from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.stock_text import OwnText
from hardship_desk.domain.users import Right
from hardship_desk.storage.records.loose_places import OWN_TEXT
from hardship_desk.storage.session import VaultPart
from hardship_desk.storage.stored_json import from_text, to_text
from hardship_desk.storage.tables import LooseDraftTable


class OwnTextRecords(VaultPart):
    """Fulfils OwnTextStore. Raises VaultError."""

    def own_texts(self) -> tuple[OwnText, ...]:
        """The texts of this user, in the order in which they came."""
        self._session.ask(Right.LEZEN)
        table = LooseDraftTable
        mine = (table.user_id == self._session.user.id) & table.place.startswith(OWN_TEXT)
        with self._session.reading():
            rows = table.select().where(mine).order_by(table.key)
            return tuple(
                from_text(OwnText, row.body) for row in rows.execute(self._session.database)
            )

    def save_own_text(self, text: OwnText) -> None:
        """Keep a text in the place of what had its id."""
        self._session.ask(Right.LEZEN)
        table, body = LooseDraftTable, to_text(text)
        with self._session.writing() as at:
            moment = at.isoformat()
            table.insert(
                user_id=self._session.user.id, place=_place(text.id), saved_at=moment, body=body
            ).on_conflict(
                conflict_target=[table.user_id, table.place],
                update={table.body: body, table.saved_at: moment},
            ).execute(self._session.database)
            self._session.log(at, "tekstblok_bewaard", CaseId(""), text.id)

    def remove_own_text(self, text_id: str) -> None:
        """Throw a text away; nothing happens where it is not there."""
        self._session.ask(Right.LEZEN)
        table = LooseDraftTable
        mine = (table.user_id == self._session.user.id) & (table.place == _place(text_id))
        with self._session.writing() as at:
            table.delete().where(mine).execute(self._session.database)
            self._session.log(at, "tekstblok_verwijderd", CaseId(""), text_id)


def _place(text_id: str) -> str:
    return f"{OWN_TEXT}{text_id}"
