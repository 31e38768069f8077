"""Keeps an unfinished check of a motivation, so that a crash or a power cut takes no marks away."""

from __future__ import annotations

import json
from datetime import datetime

from hardship_desk.domain.codec import canonical_json, decode
from hardship_desk.domain.toets import Toets
from hardship_desk.services.ports.toetsing import LooseDraftStore

PLACE = "toets"


class ToetsDrafts:
    """One draft a user: of the check that is open, or was open when the program ended."""

    def __init__(self, store: LooseDraftStore) -> None:
        self._store = store

    def keep(self, toets: Toets) -> None:
        """Keep the check as it stands now. Raises VaultError."""
        self._store.save_loose_draft(PLACE, canonical_json(toets))

    def kept(self) -> tuple[datetime, Toets] | None:
        """What was not finished, and since when; None where nothing was, or it cannot be read."""
        found = self._store.loose_draft(PLACE)
        if found is None:
            return None
        moment, body = found
        try:
            return moment, _whole(decode(Toets, json.loads(body)))
        except (ValueError, KeyError, TypeError):
            return None

    def forget(self) -> None:
        """Take the draft away: the check is finished, or is not wanted. Raises VaultError."""
        self._store.remove_loose_draft(PLACE)


def _whole(toets: Toets) -> Toets:
    """The check; ValueError where a mark lies outside the text."""
    if any(not 0 <= item.start < item.end <= len(toets.text) for item in toets.passages):
        raise ValueError("mark_outside_text")
    return toets
