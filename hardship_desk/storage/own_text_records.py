"""The texts that a user keeps to use again.

They belong to no dossier. The one table for loose records is that of the lists, so they stand
there, each under a name that begins with `OWN_TEXT` and the id of its user.
"""

from __future__ import annotations

from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.stock_text import OwnText
from hardship_desk.domain.users import Right
from hardship_desk.storage.session import VaultPart
from hardship_desk.storage.stored_json import from_text, to_text
from hardship_desk.storage.tables import DestructionListTable

OWN_TEXT = "tekstblok/"


class OwnTextRecords(VaultPart):
    """Fulfils OwnTextStore. Raises VaultError."""

    def own_texts(self) -> tuple[OwnText, ...]:
        """The texts of this user, in the order in which they came."""
        self._session.ask(Right.LEZEN)
        table = DestructionListTable
        with self._session.reading():
            rows = (
                table.select().where(table.list_id.startswith(self._name(""))).order_by(table.key)
            )
            found = rows.execute(self._session.database)
            return tuple(from_text(OwnText, row.body) for row in found)

    def save_own_text(self, text: OwnText) -> None:
        """Keep a text in the place of what had its id."""
        self._session.ask(Right.LEZEN)
        table, body = DestructionListTable, to_text(text)
        with self._session.writing() as at:
            table.insert(list_id=self._name(text.id), body=body).on_conflict(
                conflict_target=[table.list_id], update={table.body: body}
            ).execute(self._session.database)
            self._session.log(at, "tekstblok_bewaard", CaseId(""), text.id)

    def remove_own_text(self, text_id: str) -> None:
        """Throw a text away; nothing happens where it is not there."""
        self._session.ask(Right.LEZEN)
        table = DestructionListTable
        with self._session.writing() as at:
            table.delete().where(table.list_id == self._name(text_id)).execute(
                self._session.database
            )
            self._session.log(at, "tekstblok_verwijderd", CaseId(""), text_id)

    def _name(self, text_id: str) -> str:
        return f"{OWN_TEXT}{self._session.user.id}/{text_id}"
