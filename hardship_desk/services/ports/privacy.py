"""What the use cases need to destroy dossiers and to show what is kept of someone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.destruction import Declaration, DestructionList
from hardship_desk.domain.ids import CaseId, Gemeentecode
from hardship_desk.domain.retention import LegalHold, RetentionRule

StoredRow = Mapping[str, str | int | None]
"""One row of a table by column, as it is kept."""


class RetentionStore(Protocol):
    """Keeps holds, lists and declarations, and destroys dossiers. Raises VaultError."""

    def hold(self, case_id: CaseId) -> LegalHold | None:
        """Why a dossier may not be destroyed; None where it may."""
        ...

    def place_hold(self, case_id: CaseId, reason: str) -> None:
        """Keep a dossier, whatever its term says."""
        ...

    def lift_hold(self, case_id: CaseId) -> None:
        """Let its term count again."""
        ...

    def lists(self) -> tuple[DestructionList, ...]:
        """The lists nobody decided on yet, oldest first."""
        ...

    def save_list(self, proposed: DestructionList) -> None:
        """Keep a list for another user."""
        ...

    def drop_list(self, list_id: str) -> None:
        """Take a list back."""
        ...

    def destroy(self, proposed: DestructionList, declaration: Declaration) -> None:
        """Destroy all dossiers of a list and keep the declaration, or nothing of it."""
        ...

    def declarations(self) -> tuple[Declaration, ...]:
        """What was destroyed, oldest first."""
        ...

    def declared_at(self, list_id: str) -> AuditHead | None:
        """Where in the audit log a list was destroyed; None where it was not."""
        ...

    def note_declaration(self, list_id: str, about: str) -> None:
        """Put in the log that the declaration was written to a file."""
        ...


class SubjectData(Protocol):
    """Gives every stored row of a dossier."""

    def rows(self, case_id: CaseId) -> Mapping[str, tuple[StoredRow, ...]]:
        """All rows of the dossier by table; KeyError where it is not there."""
        ...

    def note_export(self, case_id: CaseId) -> None:
        """Put in the log that the data were handed out."""
        ...


class RetentionBook(Protocol):
    """The terms of the plugins."""

    def retention_rules(self, gemeentecode: Gemeentecode) -> tuple[RetentionRule, ...]:
        """The terms for a municipality, its own before the national ones."""
        ...
