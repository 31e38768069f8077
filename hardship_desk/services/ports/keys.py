"""What the use cases need to know of who can open a vault."""

from __future__ import annotations

from typing import Protocol

from hardship_desk.domain.users import Officer, Role, UserId, VaultUser


class VaultKeys(Protocol):
    """Changes who can open the vault that is open. Raises VaultError; then nothing has changed."""

    def users(self) -> tuple[VaultUser, ...]:
        """Who can open the vault."""
        ...

    def officers(self) -> tuple[Officer, ...]:
        """Of whom any two can open it together."""
        ...

    def has_recovery_code(self) -> bool:
        """Whether there is a code on paper."""
        ...

    def add_user(self, name: str, roles: tuple[Role, ...], passphrase: str) -> VaultUser:
        """Let someone else in, with a passphrase of their own."""
        ...

    def change_user(self, user: VaultUser) -> None:
        """Give a user another name or other roles."""
        ...

    def remove_user(self, user_id: UserId) -> None:
        """Keep a user out from now on."""
        ...

    def change_passphrase(self, user_id: UserId, earlier: str, new: str) -> None:
        """Give a user another passphrase; the earlier one must fit."""
        ...

    def set_passphrase(self, user_id: UserId, new: str) -> None:
        """Give a user who forgot it a new passphrase."""
        ...

    def new_recovery_code(self) -> str:
        """A new code to print; the earlier one opens nothing any more. It is shown this once."""
        ...

    def verify(self, user_id: UserId, passphrase: str) -> None:
        """Return where the passphrase is the user's; VaultError `wachtwoord_onjuist` otherwise."""
        ...
