"""Make, open and close a vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from hardship_desk.config.files import sync_folder
from hardship_desk.config.parts import is_made
from hardship_desk.config.places import place_of
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.users import FIRST_ROLES, NOBODY, UserId, VaultUser
from hardship_desk.storage.connection import PLAIN_HEADER, SMALLEST_FILE, connect
from hardship_desk.storage.erased_list import ErasedList
from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.keys.passphrase import (
    SECONDS_TO_OPEN,
    DataKey,
    KeyCost,
    cost_of_about,
    unwrap_key,
    wrap_key,
)
from hardship_desk.storage.keys.slot_file import (
    FIRST_USER,
    read_bare_key,
    read_key_file,
    slot_path,
    write_bare_key,
    write_key_file,
)
from hardship_desk.storage.keys.slots import KeyFile, UserSlot
from hardship_desk.storage.keys.unlocking import Unlock, Unlocked, by_passphrase, slot_of
from hardship_desk.storage.lock import VaultLock, lock_vault
from hardship_desk.storage.migrating import migrate
from hardship_desk.storage.opening import Opened, open_database, open_for_reading, restore_note
from hardship_desk.storage.records.loose_drafts import drop_old_drafts
from hardship_desk.storage.session import Session
from hardship_desk.storage.vault_records import Around, VaultRecords

if TYPE_CHECKING:
    from hardship_desk.storage.keys.ring import KeyRing
    from hardship_desk.storage.logs.audit import AuditEntry


class OpenVault(VaultRecords):
    """A vault that is open for this program alone, until `close`."""

    def __init__(
        self,
        session: Session,
        lock: VaultLock,
        around: Around,
        keys: KeyRing | None = None,
        seconds: float = 0,
    ) -> None:
        super().__init__(session, around)
        self.seconds_to_unlock = seconds
        self._lock = lock
        self._keys = keys

    @property
    def read_only(self) -> str:
        """Why nothing can be saved, as a code; empty where it can."""
        return self._session.read_only

    @property
    def keys(self) -> KeyRing:
        """Who can open the vault; a practice vault has no such thing."""
        if self._keys is None:
            raise VaultError("geen_sleutels")
        return self._keys

    @property
    def user(self) -> VaultUser:
        """Who has it open."""
        return self._session.user

    def audit_entries(self) -> tuple[AuditEntry, ...]:
        """What happened, oldest first; VaultError `kluis_beschadigd` where a line was changed."""
        from hardship_desk.storage.logs.vault_logs import VaultLogs

        return VaultLogs(self._session).audit_entries()

    def audit_head(self) -> AuditHead:
        """How far the log goes, to write down elsewhere and compare later."""
        from hardship_desk.storage.logs.vault_logs import VaultLogs

        return VaultLogs(self._session).audit_head()

    def close(self) -> None:
        """Close the file and let others in; calls after it raise VaultError `kluis_gesloten`."""
        try:
            if is_made(self, "upkeep"):
                self.upkeep.close()
            self._around.opened.clean_up()
            self._session.close()
        finally:
            self._lock.release()

    def __enter__(self) -> OpenVault:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create_vault(
    path: Path, passphrase: str, clock: Clock, *, cost: KeyCost | None = None, name: str = ""
) -> OpenVault:
    """A new vault for real dossiers, open. Without the passphrase nobody gets in again.

    `cost` is how much work one guess of the passphrase is; by default about as much as this
    machine does in 0.7 seconds. `name` is of who makes it, the first user. VaultError
    `kluis_bestaat`, `kluis_in_gebruik`, `schijf_vol`, `alleen_lezen` or `kluis_onbereikbaar`;
    then there is no vault.
    """
    if not passphrase:
        raise ValueError("empty_passphrase")
    user = VaultUser(id=FIRST_USER, name=name, roles=FIRST_ROLES)

    def store(key: DataKey) -> None:
        slot = wrap_key(key, passphrase, cost or cost_of_about(SECONDS_TO_OPEN))
        held = UserSlot(user=user, slot=slot)
        write_key_file(path, KeyFile(vault_salt=key.salt, users=(held,)), key)

    return _locked(path, lambda: Unlocked(key=_create(path, store), user=user), clock, cost)


def open_vault(
    path: Path,
    passphrase: str,
    clock: Clock,
    *,
    user: UserId | None = None,
    cost: KeyCost | None = None,
) -> OpenVault:
    """The vault, open, and its tables brought up to date.

    Every page of a small one was read; `upkeep.check` reads those of a large one. The passphrase is
    that of the user, or of the first where none is named; `cost` is that of slots made while it is
    open. VaultError `wachtwoord_onjuist` or `te_veel_pogingen`; `kluis_ontbreekt`, `kluis_leeg`,
    `kluis_onbekend_bestand`, `kluis_sleutel_ontbreekt`, `kluis_beschadigd`, `kluis_anders` or
    `kluis_te_nieuw` for the file; `kluis_in_gebruik`, `kluis_plek_ongeschikt`, `kluis_op_netwerk`,
    `sqlite_te_oud` or `kluis_onbereikbaar` for what is around it. A vault in a folder that cannot
    be written is open for reading only.
    """
    return open_vault_by(path, by_passphrase(path, passphrase, clock, user), clock, cost)


def open_vault_by(
    path: Path, unlock: Unlock, clock: Clock, cost: KeyCost | None = None
) -> OpenVault:
    """The vault, open, by another way in; raises as `open_vault` does."""
    _recognise(path)
    return _locked(path, unlock, clock, cost)


def users_of(path: Path) -> tuple[VaultUser, ...]:
    """Who can open the vault, while it is closed; VaultError where its key file is not whole."""
    with vault_errors():
        return tuple(item.user for item in read_key_file(path).users)


def open_practice_vault(path: Path, clock: Clock) -> OpenVault:
    """The vault to practise in, open; made where it is not there yet. It asks no passphrase.

    Raises what `open_vault` raises, but for the passphrase.
    """

    def key() -> Unlocked:
        if not path.exists():
            made = _create(path, lambda made: write_bare_key(path, made))
            return Unlocked(key=made, user=NOBODY)
        _recognise(path)
        return Unlocked(key=read_bare_key(path), user=NOBODY)

    return _locked(path, key, clock)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseChange:
    """The passphrase that fits now, and the one that is to fit."""

    earlier: str
    new: str
    user: UserId | None = None


def change_passphrase(path: Path, change: PassphraseChange, *, cost: KeyCost | None = None) -> None:
    """Let another passphrase open the vault instead; the dossiers are not written again.

    VaultError as in `open_vault`; then the earlier passphrase still fits. The vault may be open.
    """
    if not change.new:
        raise ValueError("empty_passphrase")
    with vault_errors():
        file = read_key_file(path)
        held = slot_of(file, change.user)
        key = unwrap_key(held.slot, change.earlier, file.vault_salt)
        slot = wrap_key(key, change.new, cost or cost_of_about(SECONDS_TO_OPEN))
        write_key_file(path, file.with_user(replace(held, slot=slot)), key)


def _locked(path: Path, unlock: Unlock, clock: Clock, cost: KeyCost | None = None) -> OpenVault:
    if not place_of(path.parent).may_hold_a_vault:
        raise VaultError("kluis_op_netwerk")
    with vault_errors():
        lock = lock_vault(path)
        try:
            found = unlock()
            opened = _opened(path, found.key, clock, lock)
            session = _session(path, opened, clock, found)
            around = Around(path=path, opened=opened, erased=_erased(session, path))
        except BaseException:
            lock.release()
            raise
    keys = _key_ring(path, found, session, cost) if found.user is not NOBODY else None
    return OpenVault(session, lock, around, keys, found.seconds)


def _key_ring(path: Path, found: Unlocked, session: Session, cost: KeyCost | None) -> KeyRing:
    from hardship_desk.storage.keys.ring import KeyRing

    return KeyRing(path, found.key, session, cost)


def _erased(session: Session, path: Path) -> ErasedList:
    """What was destroyed; a copy that was put back brings none of it back."""
    erased = ErasedList(path, session)
    try:
        if not session.read_only:
            erased.erase_again()
    except BaseException:
        session.close()
        raise
    return erased


def _session(path: Path, opened: Opened, clock: Clock, found: Unlocked) -> Session:
    session = Session(opened.database, found.key, clock, found.user)
    session.read_only = opened.read_only
    try:
        if not opened.read_only:
            if restore_note(path).exists():
                from hardship_desk.storage.backups.restoring import log_restore

                log_restore(path, session)
            drop_old_drafts(session)
            if found.event:
                with session.writing() as at:
                    session.log(at, found.event, CaseId(""), found.user.name)
    except BaseException:
        session.close()
        raise
    return session


def _opened(path: Path, key: DataKey, clock: Clock, lock: VaultLock) -> Opened:
    if lock.may_write:
        return open_database(path, key, clock)
    return open_for_reading(path, key)


def _create(path: Path, store_key: Callable[[DataKey], None]) -> DataKey:
    """The key of a new vault. It gets its name when it is whole and its key is on the disk."""
    if path.exists():
        raise VaultError("kluis_bestaat")
    key = DataKey.random()
    unfinished = path.with_name(f"{path.name}.nieuw")
    try:
        _remove(unfinished)
        database = connect(unfinished, key)
        try:
            migrate(database, lambda: None)
        finally:
            database.close()
        _set_aside(slot_path(path))
        store_key(key)
        unfinished.replace(path)
        sync_folder(path.parent)
    finally:
        _remove(unfinished)
    return key


def _remove(database: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        database.with_name(database.name + ending).unlink(missing_ok=True)


def _set_aside(slot: Path) -> None:
    """Keep the key of a vault that is not here: it may have been moved, and come back."""
    number = 1
    while slot.with_name(f"{slot.name}.oud-{number}").exists():
        number += 1
    if slot.exists():
        slot.rename(slot.with_name(f"{slot.name}.oud-{number}"))


def _recognise(path: Path) -> None:
    """Refuse what can be seen not to be a vault; a file of no bytes would open as an empty one."""
    with vault_errors():
        if not path.exists():
            raise VaultError("kluis_ontbreekt")
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(len(PLAIN_HEADER))
    if size == 0:
        raise VaultError("kluis_leeg")
    if header == PLAIN_HEADER:
        raise VaultError("kluis_gewone_database")
    if not slot_path(path).exists():
        looks_like_one = size % SMALLEST_FILE == 0
        raise VaultError("kluis_sleutel_ontbreekt" if looks_like_one else "kluis_onbekend_bestand")
