"""Notes in the log of a vault with which law is worked, and by whom it was changed."""

from __future__ import annotations

from hardship_desk.domain.ids import CaseId
from hardship_desk.storage.session import VaultPart

IN_USE = "wetsgegevens_in_gebruik"
_LAST = "SELECT subject FROM audit WHERE event = ? ORDER BY seq DESC LIMIT 1"


class LawLog(VaultPart):
    """Fulfils the port of that name. A vault that cannot be written is left as it is."""

    def note(self, event: str, subject: str) -> None:
        """Add a line about the law; raises VaultError."""
        if self._session.read_only:
            return
        with self._session.writing() as at:
            self._session.log(at, event, CaseId(""), subject)

    def note_in_use(self, law: str) -> None:
        """Add a line where the vault was last worked in with other law; raises VaultError."""
        with self._session.reading():
            rows = self._session.database.rows(_LAST, IN_USE)
        if [str(row[0]) for row in rows] != [law]:
            self.note(IN_USE, law)
