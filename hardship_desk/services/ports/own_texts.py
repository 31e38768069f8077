"""What the use cases need to keep a user's own texts."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.domain.stock_text import OwnText


class OwnTextStore(Protocol):
    """Keeps the texts of who has the store open; no other user sees them. Raises VaultError."""

    def own_texts(self) -> tuple[OwnText, ...]:
        """The texts of this user, in the order in which they came."""
        ...

    def save_own_text(self, text: OwnText) -> None:
        """Keep a text in the place of what had its id."""
        ...

    def remove_own_text(self, text_id: str) -> None:
        """Throw a text away; nothing happens where it is not there."""
        ...
