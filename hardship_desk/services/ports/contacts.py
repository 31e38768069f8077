"""What the use cases need to keep the keys of a user and the cards of colleagues."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.domain.contact import Contact, ContactCard, ContactId, OwnKeys, SecretKeys


class ContactStore(Protocol):
    """Keeps keys and cards in the vault, and logs each change. Raises VaultError."""

    def own_keys(self) -> SecretKeys | None:
        """The keys of who has the vault open; None where none were made yet."""
        ...

    def keep_own_keys(self, keys: SecretKeys, mark: ContactId) -> None:
        """Keep new keys; they are made once."""
        ...

    def contacts(self) -> tuple[Contact, ...]:
        """Every card, in the order in which they came."""
        ...

    def add_contact(self, card: ContactCard) -> None:
        """Keep a card, which nobody checked yet."""
        ...

    def check_contact(self, contact_id: ContactId) -> None:
        """Note that the user compared the digits by telephone."""
        ...

    def remove_contact(self, contact_id: ContactId) -> None:
        """Remove a card."""
        ...


class CardFormat(Protocol):
    """Makes keys, and writes and reads contact cards."""

    def new_keys(self) -> SecretKeys:
        """Keys that nobody has."""
        ...

    def own_keys(self, secret: SecretKeys, *, is_practice: bool) -> OwnKeys:
        """The keys with what others may know of them."""
        ...

    def write(self, name: str, keys: OwnKeys) -> bytes:
        """The card as a file; raises PackageError."""
        ...

    def read(self, data: bytes) -> ContactCard:
        """The card in a file; raises PackageError."""
        ...
