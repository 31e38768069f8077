"""The slots in which a vault's key lies: one per user, one for recovery, one for the organisation."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, replace

from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.users import UserId, VaultUser
from hardship_desk.storage.errors import DAMAGED
from hardship_desk.storage.keys.officer_slot import OrganisationSlot
from hardship_desk.storage.keys.passphrase import DataKey, KeySlot


@dataclass(frozen=True, slots=True, kw_only=True)
class UserSlot:
    """The key as one user holds it."""

    user: VaultUser
    slot: KeySlot


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """All slots of one vault. `seal` shows that names, roles and slots are as they were made."""

    vault_salt: bytes
    users: tuple[UserSlot, ...]
    recovery: KeySlot | None = None
    organisation: OrganisationSlot | None = None
    seal: str = ""

    def user_slot(self, user_id: UserId) -> UserSlot:
        """The slot of a user; KeyError where there is none such."""
        for item in self.users:
            if item.user.id == user_id:
                return item
        raise KeyError(user_id)

    def with_user(self, slot: UserSlot) -> KeyFile:
        """These slots with the user's added, or put in the place of the one there was."""
        if all(item.user.id != slot.user.id for item in self.users):
            return replace(self, users=(*self.users, slot))
        users = (slot if item.user.id == slot.user.id else item for item in self.users)
        return replace(self, users=tuple(users))

    def without_user(self, user_id: UserId) -> KeyFile:
        """These slots without the user's."""
        return replace(self, users=tuple(item for item in self.users if item.user.id != user_id))


def check_seal(file: KeyFile, key: DataKey, content: str) -> None:
    """VaultError `kluis_beschadigd` where someone changed the slots without having the key.

    The first form of the file had one slot, no names and no seal.
    """
    if file.seal and not hmac.compare_digest(file.seal, seal_of(key, content)):
        raise VaultError(DAMAGED)


def seal_of(key: DataKey, content: str) -> str:
    """What shows that someone with the key wrote this."""
    return hmac.new(key.derived("sleutelbestand"), content.encode(), "sha256").hexdigest()
