"""Drafts that belong to no dossier: of the one who typed them, and not for long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hardship_desk.domain.ids import CaseId
from hardship_desk.storage.records.loose_places import OWN_TEXT, WRITTEN_COPY
from hardship_desk.storage.session import Session, VaultPart
from hardship_desk.storage.tables import LooseDraftTable
from hardship_desk.storage.write_ahead_log import empty_write_ahead_log

KEPT_FOR = timedelta(days=30)
# As with answers: a draft is saved while the user types.
_PUT = (
    "INSERT INTO loose_draft (user_id, place, saved_at, body) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (user_id, place) DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body"
)
_REMOVE = "DELETE FROM loose_draft WHERE user_id = ? AND place = ?"
# What a user keeps to use again is no draft, nor is the note where a copy was written: they stay.
_DRAFTS = f"place NOT LIKE '{OWN_TEXT}%' AND place NOT LIKE '{WRITTEN_COPY}%'"
_OLDEST = f"SELECT saved_at FROM loose_draft WHERE {_DRAFTS} ORDER BY saved_at LIMIT 1"  # noqa: S608  # our own words
_USED = "SELECT at FROM audit ORDER BY seq DESC LIMIT 1"
_DROP = f"DELETE FROM loose_draft WHERE saved_at < ? AND {_DRAFTS}"  # noqa: S608  # as above


class LooseDraftRecords(VaultPart):
    """Fulfils LooseDraftStore. Nobody sees the draft of another."""

    def save_loose_draft(self, place: str, body: str) -> None:
        """Keep what stands in a form, in the place of what stood there."""
        user = self._session.user.id
        with self._session.writing() as at:
            self._session.database.run(_PUT, (user, place, at.isoformat(), body))
            self._session.log(at, "concept_bewaard", CaseId(""), place)

    def remove_loose_draft(self, place: str) -> None:
        """Take away what was kept of a form."""
        if self.loose_draft(place) is None:
            return
        with self._session.writing() as at:
            self._session.database.run(_REMOVE, (self._session.user.id, place))
            self._session.log(at, "concept_verwijderd", CaseId(""), place)

    def loose_draft(self, place: str) -> tuple[datetime, str] | None:
        """What was typed there last, and when; None where nothing was."""
        mine = (LooseDraftTable.user_id == self._session.user.id) & (LooseDraftTable.place == place)
        with self._session.reading():
            for row in LooseDraftTable.select().where(mine).execute(self._session.database):
                return datetime.fromisoformat(row.saved_at), str(row.body)
        return None


def drop_old_drafts(session: Session) -> None:
    """Remove the drafts nobody went on with: they may be about a person, and no term guards them.

    Where the vault was not used since, the clock may be wrong or its user was away: nothing goes yet.
    """
    with session.reading():
        oldest, newest = session.database.rows(_OLDEST), session.database.rows(_USED)
    if not oldest:
        return
    before = (session.clock.now().astimezone(UTC) - KEPT_FOR).isoformat()
    if str(oldest[0][0]) >= before or str(newest[0][0]) < before:
        return
    with session.writing() as at:
        session.database.run(_DROP, (before,))
        session.log(at, "concept_verlopen", CaseId(""))
    empty_write_ahead_log(session)
