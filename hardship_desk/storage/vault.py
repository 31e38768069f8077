"""Make, open and close a vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from filelock import BaseFileLock

from hardship_desk.config.files import sync_folder
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.audit import AuditEntry, AuditHead
from hardship_desk.storage.case_records import CaseRecords
from hardship_desk.storage.connection import PLAIN_HEADER, SMALLEST_FILE, connect, connect_whole
from hardship_desk.storage.errors import vault_errors
from hardship_desk.storage.keys import DataKey, KeyCost, cost_of_about, unwrap_key, wrap_key
from hardship_desk.storage.lock import lock_vault
from hardship_desk.storage.migrating import migrate
from hardship_desk.storage.session import Session
from hardship_desk.storage.slot_file import (
    WrappedKey,
    read_bare_key,
    read_wrapped_key,
    slot_path,
    write_bare_key,
    write_wrapped_key,
)

_SECONDS_TO_OPEN = 0.7


class OpenVault:
    """A vault that is open for this program alone, until `close`."""

    def __init__(self, session: Session, lock: BaseFileLock) -> None:
        self._session = session
        self._lock = lock
        self.cases = CaseRecords(session)

    def audit_entries(self) -> tuple[AuditEntry, ...]:
        """What happened, oldest first; VaultError `kluis_beschadigd` where a line was changed."""
        return self._session.audit_entries()

    def audit_head(self) -> AuditHead:
        """How far the log goes, to write down elsewhere and compare later."""
        return self._session.audit_head()

    def close(self) -> None:
        """Close the file and let others in; calls after it raise VaultError `kluis_gesloten`."""
        try:
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
    path: Path, passphrase: str, clock: Clock, *, cost: KeyCost | None = None
) -> OpenVault:
    """A new vault for real dossiers, open. Without the passphrase nobody gets in again.

    `cost` is how much work one guess of the passphrase is; by default about as much as this
    machine does in 0.7 seconds. VaultError `kluis_bestaat`, `kluis_in_gebruik`, `schijf_vol`,
    `alleen_lezen` or `kluis_onbereikbaar`; then there is no vault.
    """
    if not passphrase:
        raise ValueError("empty_passphrase")

    def store(key: DataKey) -> None:
        slot = wrap_key(key, passphrase, cost or cost_of_about(_SECONDS_TO_OPEN))
        write_wrapped_key(path, WrappedKey(vault_salt=key.salt, slot=slot))

    return _locked(path, lambda: _create(path, store), clock)


def open_vault(path: Path, passphrase: str, clock: Clock) -> OpenVault:
    """The vault, open, its every page read and its tables brought up to date.

    VaultError `wachtwoord_onjuist`; `kluis_ontbreekt`, `kluis_leeg`, `kluis_onbekend_bestand`,
    `kluis_sleutel_ontbreekt`, `kluis_beschadigd` or `kluis_te_nieuw` for the file;
    `kluis_in_gebruik`, `schijf_vol`, `alleen_lezen` or `kluis_onbereikbaar` for what is around it.
    """
    _recognise(path)

    def key() -> DataKey:
        stored = read_wrapped_key(path)
        return unwrap_key(stored.slot, passphrase, stored.vault_salt)

    return _locked(path, key, clock)


def open_practice_vault(path: Path, clock: Clock) -> OpenVault:
    """The vault to practise in, open; made where it is not there yet. It asks no passphrase.

    Raises what `open_vault` raises, but for the passphrase.
    """

    def key() -> DataKey:
        if not path.exists():
            return _create(path, lambda made: write_bare_key(path, made))
        _recognise(path)
        return read_bare_key(path)

    return _locked(path, key, clock)


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseChange:
    """The passphrase that fits now, and the one that is to fit."""

    earlier: str
    new: str


def change_passphrase(path: Path, change: PassphraseChange, *, cost: KeyCost | None = None) -> None:
    """Let another passphrase open the vault instead; the dossiers are not written again.

    VaultError as in `open_vault`; then the earlier passphrase still fits. The vault may be open.
    """
    if not change.new:
        raise ValueError("empty_passphrase")
    with vault_errors():
        stored = read_wrapped_key(path)
        key = unwrap_key(stored.slot, change.earlier, stored.vault_salt)
        slot = wrap_key(key, change.new, cost or cost_of_about(_SECONDS_TO_OPEN))
        write_wrapped_key(path, WrappedKey(vault_salt=key.salt, slot=slot))


def _locked(path: Path, find_key: Callable[[], DataKey], clock: Clock) -> OpenVault:
    with vault_errors():
        lock = lock_vault(path)
        try:
            key = find_key()
            session = _session(path, key, clock)
        except BaseException:
            lock.release()
            raise
    return OpenVault(session, lock)


def _session(path: Path, key: DataKey, clock: Clock) -> Session:
    database = connect_whole(path, key)
    try:
        migrate(database, path)
    except BaseException:
        database.close()
        raise
    return Session(database, key, clock)


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
            migrate(database, unfinished)
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
        raise VaultError("kluis_onbekend_bestand")
    if not slot_path(path).exists():
        looks_like_one = size % SMALLEST_FILE == 0
        raise VaultError("kluis_sleutel_ontbreekt" if looks_like_one else "kluis_onbekend_bestand")
