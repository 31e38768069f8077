"""The draft of a check of a motivation: found again after a crash, kept meanwhile, gone when done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.toets import Toets
from hardship_desk.services.toets_drafts import ToetsDrafts


class ToetsDraft:
    """Of one open dialog; what did not change is not saved again."""

    def __init__(
        self,
        drafts: ToetsDrafts,
        empty: Toets,
        current: Callable[[], Toets],
        failed: Callable[[HardshipDeskError], object],
    ) -> None:
        self._drafts = drafts
        self._kept = self._empty = empty
        self._current = current
        self._failed = failed

    def found(self, types: frozenset[str]) -> tuple[datetime, Toets] | None:
        """What was not finished before, of a kind that is still known."""
        found = self._drafts.kept()
        if found is None or found[1].type not in types:
            return None
        self._kept = found[1]
        return found

    def keep(self) -> None:
        """Keep what changed, so that a crash takes nothing away."""
        now = self._current()
        if now in (self._kept, self._empty):
            return
        self._kept = now
        try:
            self._drafts.keep(now)
        except HardshipDeskError as error:
            self._failed(error)

    def finish(self) -> None:
        """The check is done with: nothing of it stays."""
        self._kept = self._current()
        try:
            self._drafts.forget()
        except HardshipDeskError as error:
            self._failed(error)
