"""Who works in the vault: where more than one has an account, a second reader is one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hardship_desk.domain.decision import same_name
from hardship_desk.domain.users import NOBODY, Right, UserId, VaultUser


def nobody_else() -> tuple[VaultUser, ...]:
    """The users of a store that knows none."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Who has the vault open, and who else can open it."""

    user: VaultUser = NOBODY
    users: Callable[[], tuple[VaultUser, ...]] = nobody_else

    @property
    def has_accounts(self) -> bool:
        """Whether a name can be held against an account; with one user alone it cannot."""
        return len(self.users()) > 1

    @property
    def has_own_account(self) -> bool:
        """Whether who has the vault open is one of its users, and did not come in another way."""
        return self.user.id in {item.id for item in self.users()}

    def readers(self) -> tuple[VaultUser, ...]:
        """Who could read along with the user."""
        return tuple(
            item for item in self.users() if item.id != self.user.id and item.may(Right.TOETSEN)
        )

    def deciders(self, typed: str) -> frozenset[UserId]:
        """The accounts that decide: of who has the vault open, and of the name that was typed."""
        named = {item.id for item in self.users() if same_name(item.name, typed)}
        return frozenset({*named, self.user.id})
