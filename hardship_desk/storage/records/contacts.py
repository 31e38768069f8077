"""The keys of users, and the cards of colleagues."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from hardship_desk.domain.contact import (
    Contact,
    ContactCard,
    ContactId,
    PublicKeys,
    SecretKeys,
)
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.users import Right, UserId
from hardship_desk.storage.session import Session, VaultPart
from hardship_desk.storage.tables import ContactTable, IdentityTable
from hardship_desk.storage.write_ahead_log import empty_write_ahead_log

DOUBTED = "contacten_opnieuw_controleren"


class ContactRecords(VaultPart):
    """Fulfils ContactStore. The log names keys, never the person they are of."""

    def own_keys(self) -> SecretKeys | None:
        """The keys of who has the vault open; None where none were made yet."""
        with self._session.reading():
            mine = IdentityTable.user_id == self._session.user.id
            for row in IdentityTable.select().where(mine).execute(self._session.database):
                return SecretKeys(signing=bytes(row.signing), receiving=str(row.receiving))
        return None

    def keep_own_keys(self, keys: SecretKeys, mark: ContactId) -> None:
        """Keep new keys; VaultError `kluis_geweigerd` where the user has keys already."""
        self._session.ask(Right.LEZEN)
        with self._session.writing() as at:
            IdentityTable.insert(
                user_id=self._session.user.id,
                signing=keys.signing,
                receiving=keys.receiving,
                made_at=at.isoformat(),
            ).execute(self._session.database)
            self._session.log(at, "sleutels_gemaakt", CaseId(""), mark)

    def contacts(self) -> tuple[Contact, ...]:
        """Every card, in the order in which they came."""
        with self._session.reading():
            rows = ContactTable.select().order_by(ContactTable.key)
            return tuple(_contact(row) for row in rows.execute(self._session.database))

    def add_contact(self, card: ContactCard) -> None:
        """Keep a card, which nobody checked yet; VaultError `kluis_geweigerd` where it is here."""
        self._session.ask(Right.LEZEN)
        with self._session.writing() as at:
            ContactTable.insert(
                contact_id=card.keys.id,
                name=card.name,
                signing=card.keys.signing,
                receiving=card.keys.receiving,
                is_practice=int(card.keys.is_practice),
                added_at=at.isoformat(),
                added_by=self._who(),
                checked_at=None,
                checked_by="",
            ).execute(self._session.database)
            self._session.log(at, "contact_toegevoegd", CaseId(""), card.keys.id)

    def check_contact(self, contact_id: ContactId) -> None:
        """Note that the user compared the digits by telephone."""
        self._session.ask(Right.LEZEN)
        with self._session.writing() as at:
            changed = (
                ContactTable.update(checked_at=at.isoformat(), checked_by=self._who())
                .where(ContactTable.contact_id == contact_id)
                .execute(self._session.database)
            )
            _found(changed)
            self._session.log(at, "contact_gecontroleerd", CaseId(""), contact_id)

    def remove_contact(self, contact_id: ContactId) -> None:
        """Remove a card, also from the write-ahead log."""
        self._session.ask(Right.LEZEN)
        with self._session.writing() as at:
            gone = ContactTable.delete().where(ContactTable.contact_id == contact_id)
            _found(gone.execute(self._session.database))
            self._session.log(at, "contact_verwijderd", CaseId(""), contact_id)
        empty_write_ahead_log(self._session)

    def _who(self) -> str:
        return self._session.user.name or self._session.user.id


def forget_user(session: Session, user_id: UserId) -> None:
    """Remove what only this user had, within a change: keys, and drafts without a dossier."""
    for table in ("identity", "loose_draft"):
        session.database.run(f"DELETE FROM {table} WHERE user_id = ?", (user_id,))  # noqa: S608


def doubt_after_restore(session: Session, at: datetime, known: Iterable[UserId]) -> None:
    """After a copy was put back, within a change: no user who left, no check that was taken back.

    A card that was removed since may stand in the copy as checked, so each is compared again.
    """
    here = set(known)
    for (user_id,) in session.database.rows("SELECT user_id FROM identity"):
        if user_id not in here:
            forget_user(session, UserId(str(user_id)))
    if session.database.rows("SELECT 1 FROM contact WHERE checked_at IS NOT NULL LIMIT 1"):
        session.database.run("UPDATE contact SET checked_at = NULL, checked_by = ''")
        session.log(at, DOUBTED, CaseId(""))


def _found(rows: int) -> None:
    if not rows:
        raise VaultError("contact_ontbreekt")


def _contact(row: ContactTable) -> Contact:
    keys = PublicKeys(
        signing=row.signing, receiving=row.receiving, is_practice=bool(row.is_practice)
    )
    checked = row.checked_at
    return Contact(
        card=ContactCard(name=row.name, keys=keys),
        added_at=datetime.fromisoformat(row.added_at),
        added_by=row.added_by,
        checked_at=datetime.fromisoformat(checked) if checked else None,
        checked_by=row.checked_by,
    )
