"""Keeps what was typed in a form and not sent yet, so that no word is lost."""

from __future__ import annotations

import json
from collections.abc import Mapping

from hardship_desk.domain.ids import CaseId
from hardship_desk.services.ports.cases import DraftStore

Typed = Mapping[str, object]
"""What stands in a form, by the name of the field: texts, lists of texts and of rows."""


class DraftService:
    """Keeps one draft a form. A draft is no answer: no rule sees it and no report prints it."""

    def __init__(self, store: DraftStore) -> None:
        self._store = store

    def all(self, case_id: CaseId) -> dict[str, Typed]:
        """Every draft of a dossier, by the place of its form."""
        return {place: _read(body) for place, body in self._store.drafts(case_id).items()}

    def keep(self, case_id: CaseId, place: str, typed: Typed) -> None:
        """Keep a draft; one in which nothing stands goes. Raises VaultError."""
        body = json.dumps(typed, ensure_ascii=False, sort_keys=True) if typed else ""
        self._store.save_draft(case_id, place, body)


def _read(body: str) -> Typed:
    found = json.loads(body)
    return found if isinstance(found, dict) else {}
