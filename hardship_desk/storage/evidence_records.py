"""Encrypted copies of pieces of evidence in the vault."""

from __future__ import annotations

import hashlib

from hardship_desk.domain.ids import CaseId, EvidenceId
from hardship_desk.domain.users import Right
from hardship_desk.storage.session import VaultPart
from hardship_desk.storage.tables import EvidenceFileTable


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

    def note_copied_out(self, case_id: CaseId, evidence_id: EvidenceId, sha256: str) -> None:
        """Put in the log that the copy left the vault."""
        self._session.note(case_id, "bewijs_uitgeschreven", f"{evidence_id}/{sha256}")
