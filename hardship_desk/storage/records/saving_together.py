"""Several changes that are saved together or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from hardship_desk.storage.session import VaultPart


class SavingTogether(VaultPart):
    """Fulfils the port of that name."""

    @contextmanager
    def together(self) -> Iterator[None]:
        """A block of which all changes are saved or none; raises VaultError."""
        with self._session.writing():
            yield
