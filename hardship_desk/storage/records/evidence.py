"""Encrypted copies of pieces of evidence in the vault."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from hardship_desk.domain.ids import CaseId, EvidenceId
from hardship_desk.domain.users import Right
from hardship_desk.domain.written_copy import WrittenCopy
from hardship_desk.storage.records.loose_places import WRITTEN_COPY
from hardship_desk.storage.session import VaultPart
from hardship_desk.storage.stored_json import from_text, to_text
from hardship_desk.storage.tables import EvidenceFileTable, LooseDraftTable

_REMEMBER = (
    "INSERT INTO loose_draft (user_id, place, saved_at, body) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (user_id, place) DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body"
)


class EvidenceFileRecords(VaultPart):
    """Fulfils EvidenceFileStore."""

    def put_file(self, case_id: CaseId, evidence_id: EvidenceId, ending: str, data: bytes) -> None:
        """Keep a copy, in the place of an earlier one."""
        table = EvidenceFileTable
        with self._session.change(case_id, "bestand_bewaard", evidence_id) as change:
            table.delete().where(
                (table.dossier == change.dossier) & (table.evidence_id == evidence_id)
            ).execute(self._session.database)
            table.insert(
                dossier=change.dossier,
                evidence_id=evidence_id,
                ending=ending,
                sha256=hashlib.sha256(data).hexdigest(),
                content=data,
            ).execute(self._session.database)

    def get_file(self, case_id: CaseId, evidence_id: EvidenceId) -> tuple[str, bytes] | None:
        """The ending and the content of the copy; None where there is none."""
        table = EvidenceFileTable
        self._session.ask(Right.LEZEN)
        with self._session.reading():
            key = self._session.dossier_key(case_id)
            found = table.select().where(
                (table.dossier == key) & (table.evidence_id == evidence_id)
            )
            for row in found.execute(self._session.database):
                return str(row.ending), bytes(row.content)
        return None

    def has_file(self, case_id: CaseId, evidence_id: EvidenceId) -> bool:
        """Whether there is a copy."""
        table = EvidenceFileTable
        self._session.ask(Right.LEZEN)
        with self._session.reading():
            key = self._session.dossier_key(case_id)
            of_piece = (table.dossier == key) & (table.evidence_id == evidence_id)
            found = table.select(table.sha256).where(of_piece)
            return any(True for _ in found.execute(self._session.database))

    def note_copied_out(
        self, case_id: CaseId, evidence_id: EvidenceId, sha256: str, path: str
    ) -> None:
        """Put in the log that the copy left the vault, and remember for this user where it went."""
        self._session.note(case_id, "bewijs_uitgeschreven", f"{evidence_id}/{sha256}")
        if self._session.read_only:
            return
        with self._session.writing() as at:
            written = to_text(WrittenCopy(path=path, sha256=sha256, at=at))
            values = (self._session.user.id, _place(path), at.isoformat(), written)
            self._session.database.run(_REMEMBER, values)

    def written_copies(self) -> tuple[WrittenCopy, ...]:
        """The copies that this user wrote out and did not clear away, oldest first."""
        self._session.ask(Right.LEZEN)
        table = LooseDraftTable
        mine = (table.user_id == self._session.user.id) & table.place.startswith(WRITTEN_COPY)
        with self._session.reading():
            rows = table.select().where(mine).order_by(table.saved_at)
            return tuple(
                from_text(WrittenCopy, row.body) for row in rows.execute(self._session.database)
            )

    def forget_copy(self, path: str) -> None:
        """Note that a copy is no longer there."""
        table = LooseDraftTable
        mine = (table.user_id == self._session.user.id) & (table.place == _place(path))
        with self._session.writing() as at:
            table.delete().where(mine).execute(self._session.database)
            self._session.log(at, "kopie_opgeruimd", CaseId(""))

    def moment(self) -> datetime:
        """The moment by the clock of the store."""
        return self._session.clock.now().astimezone(UTC)


def _place(path: str) -> str:
    return f"{WRITTEN_COPY}{hashlib.sha256(path.encode()).hexdigest()}"
