"""R2, R4, R5, R12: the power fails, the disk is full or broken, and which SQLite does the work."""

from __future__ import annotations

import errno
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from hardship_desk import storage
from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.connection import VaultDatabase, connect, read_every_page
from hardship_desk.storage.engine import is_sound
from tests.reliability.figures import Experiment, Figures
from tests.reliability.syscalls import Disk, Fault, standing_between
from tests.unit.storage.case_samples import CASE, HandClock, empty_case, income
from tests.unit.storage.conftest import CHEAP, PASSPHRASE

SEED = 20261126
SAVES, SECTOR, PAGE = 40, 512, 4096
FULL = 1000
DONE = "klaar"
QUESTION = income(1).question


def power_fails(folder: Path, times: int) -> Figures:
    """R2: what stands on the disk when the power fails at any moment."""
    path, database = _vault(folder)
    database.rows("PRAGMA wal_autocheckpoint = 12")
    start = _files(path)
    disk = Disk(record=True)
    with standing_between(disk):
        for number in range(1, SAVES + 1):
            vault_of(database).cases.save_answer(CASE, None, income(number))
            disk.note(DONE, "", number)
    key = database.key
    _CLOSING.pop().close()
    chance, torn, lost, corrupt = random.Random(SEED), 0, 0, 0
    for _ in range(times):
        at = chance.randrange(1, len(disk.calls))
        state, dropped = _after_power_failed(start, disk.calls[:at], chance)
        torn += dropped
        acknowledged = max((call[2] for call in disk.calls[:at] if call[0] == DONE), default=0)
        found = _opens_whole(folder / "na", state, key)
        corrupt += found is None
        lost += found is not None and not acknowledged <= found <= acknowledged + 1
    return Figures(
        number="R2",
        target="each state is the one before or after a save, 0 corrupt, 0 acknowledged lost",
        seen=f"{times} states ({torn} with writes dropped or torn), {corrupt} corrupt, {lost} lost",
        reached=corrupt == lost == 0 and torn > times // 2,
    )


def disk_is_full(folder: Path, times: int) -> Figures:
    """R4: the disk is full at any point of the work, and has room again."""
    path, _ = _vault(folder)
    vault, chance = _CLOSING.pop(), random.Random(SEED)
    crashed, lost, unnamed, stuck, refused, saved = 0, 0, 0, 0, 0, 0
    for _ in range(times):
        disk = Disk(room=chance.randrange(0, 40 * PAGE))
        with standing_between(disk):
            for number in range(saved + 1, saved + 60):
                try:
                    vault.cases.save_answer(CASE, None, income(number))
                except VaultError as error:
                    refused += 1
                    unnamed += error.code != "schijf_vol" or not error.parameters.get("plek")
                    break
                except Exception:  # noqa: BLE001 - anything else is the crash that is looked for
                    crashed += 1
                    break
                saved = number
            disk.room = None
            stuck += _cannot_save(vault, saved + 1)
            saved += 1
        rows = vault._session.database.rows
        # An empty log grows with the next save, so that the next point falls within the work.
        rows("PRAGMA wal_checkpoint(TRUNCATE)")
        lost += rows("SELECT count(*) FROM answer_history") != [(saved,)]
    vault.close()
    lost += _state_of(path) != saved
    return Figures(
        number="R4",
        target="0 crashes, 0 acknowledged lost, disk and bytes named, saving goes on without restart",
        seen=f"{times} points, {refused} refusals, {crashed} crashes, {lost} lost, "
        f"{unnamed} without a name, {stuck} that did not go on",
        reached=crashed == lost == unnamed == stuck == 0 and refused > times // 2,
    )


def calls_fail(folder: Path, times: int) -> Figures:
    """R5: the n-th call to the system fails, once and for good; at most `times` values of n."""
    whole, _ = _vault(folder)
    _CLOSING.pop().close()
    tried, crashed, lost, damaged = 0, [], 0, 0
    for forever in (False, True):
        for number in range(1, times + 1, 3 if forever and times < FULL else 1):
            path = _copied(whole, folder / f"r5-{forever}-{number}")
            fault = Fault(first=number, forever=forever, code=errno.EIO)
            saved, trouble = _work(path, fault)
            tried += 1
            crashed += [trouble] if trouble else []
            found = _state_of(path)
            damaged += found is None
            lost += found is not None and found < saved
            shutil.rmtree(path.parent)
            if fault.seen < number:
                break
    return Figures(
        number="R5",
        target="each failing call handled, 0 corrupt, 0 acknowledged lost",
        seen=f"{tried} failing calls, {len(crashed)} not handled {crashed[:2]}, {damaged} damaged, "
        f"{lost} lost",
        reached=not crashed and damaged == lost == 0,
    )


ENGINE = """
import sys
from pathlib import Path
import hardship_desk.storage
from hardship_desk.storage.connection import connect
from hardship_desk.storage.keys.passphrase import DataKey
database = connect(Path(sys.argv[1]), DataKey.random())
libraries = {line.split()[-1] for line in open("/proc/self/maps")
             if "sqlite" in line.split()[-1] or "sqlcipher" in line.split()[-1]}
mapped = [line for line in open("/proc/self/maps") if line.rstrip().endswith("x.db")]
print(len(libraries), len(mapped), database.rows("PRAGMA mmap_size"),
      database.rows("SELECT sqlite_version()")[0][0])
"""


def engine_is_sound(folder: Path, times: int) -> Figures:
    """R12: the SQLite that runs, that there is one, and which others are refused."""
    environment = {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", ENGINE, str(folder / "x.db")],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    libraries, mapped, memory, version = done.stdout.split()
    old = [(3, 40, 1), (3, 44, 5), (3, 50, 6), (3, 51, 0), (3, 51, 1), (3, 51, 2), (3, 52, 0)]
    refused = sum(not is_sound(item) for item in old)
    sound = is_sound(tuple(int(part) for part in version.split(".")))
    return Figures(
        number="R12",
        target="affected versions refused, one SQLite in the process, no mapped file",
        seen=f"SQLite {version}, {refused}/{len(old)} affected versions refused, {libraries} library, "
        f"{mapped} mapped files, mmap_size {memory}",
        reached=sound and refused == len(old) and libraries == "1" and mapped == "0",
    )


_CLOSING: list[storage.OpenVault] = []
_OF: dict[int, storage.OpenVault] = {}


def _vault(folder: Path) -> tuple[Path, VaultDatabase]:
    path = folder / "kluis" / "dossiers.db"
    vault = storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP)
    vault.cases.add_case(empty_case())
    _CLOSING.append(vault)
    database: VaultDatabase = vault._session.database
    _OF[id(database)] = vault
    return path, database


def vault_of(database: VaultDatabase) -> storage.OpenVault:
    """The vault of a connection."""
    return _OF[id(database)]


def _copied(whole: Path, folder: Path) -> Path:
    shutil.copytree(whole.parent, folder)
    return folder / whole.name


def _files(path: Path) -> dict[str, bytes]:
    """The database and its log as they stand."""
    return {
        file.name: file.read_bytes()
        for file in path.parent.iterdir()
        if file.name in (path.name, f"{path.name}-wal")
    }


@dataclass
class _File:
    """What is certainly on the disk, and what was written and not synced."""

    data: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[str, int, bytes]] = field(default_factory=list)

    def settle(self, kept: list[tuple[str, int, bytes]]) -> None:
        """Let these writes reach the disk, in this order."""
        for deed, place, data in kept:
            if deed == "cut":
                del self.data[place:]
                continue
            if len(self.data) < place:
                self.data.extend(bytes(place - len(self.data)))
            self.data[place : place + len(data)] = data
        self.waiting = []


def _after_power_failed(
    start: dict[str, bytes], calls: list[tuple[str, str, int, bytes]], chance: random.Random
) -> tuple[dict[str, bytes], bool]:
    """A state that the disk may be in: synced writes are there, of the others anything may be."""
    files = {name: _File(bytearray(data)) for name, data in start.items()}
    for deed, name, place, data in calls:
        if deed == DONE or name.endswith("-shm"):
            continue
        file = files.setdefault(name, _File())
        if deed == "sync":
            file.settle(file.waiting)
        elif deed in ("write", "cut"):
            file.waiting.append((deed, place, data))
    dropped = False
    for file in files.values():
        kept = [_torn(item, chance) for item in file.waiting if chance.random() < 0.6]
        chance.shuffle(kept)
        dropped = dropped or bool(file.waiting)
        file.settle(kept)
    return {name: bytes(file.data) for name, file in files.items()}, dropped


def _torn(item: tuple[str, int, bytes], chance: random.Random) -> tuple[str, int, bytes]:
    """The write, or now and then only its first sectors."""
    deed, place, data = item
    if deed == "cut" or chance.random() < 0.7:
        return item
    first = SECTOR - place % SECTOR
    sectors = chance.randrange(0, max(1, len(data) // SECTOR))
    return deed, place, data[: first + sectors * SECTOR]


def _opens_whole(folder: Path, state: dict[str, bytes], key: object) -> int | None:
    """How many saves the state holds; None where it is not whole."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in state.items():
        (folder / name).write_bytes(data)
    path = folder / "dossiers.db"
    try:
        database = connect(path, key)  # type: ignore[arg-type]  # the key of the vault
    except VaultError:
        return None
    try:
        read_every_page(database)
        if database.rows("PRAGMA integrity_check") != [("ok",)]:
            return None
        answers = int(database.rows("SELECT count(*) FROM answer_history")[0][0])
        lines = int(database.rows("SELECT count(*) FROM audit")[0][0])
        return answers if lines == answers + 1 else None
    except Exception:  # noqa: BLE001 - whatever it is, the state is not whole
        return None
    finally:
        database.close()


def _cannot_save(vault: storage.OpenVault, number: int) -> bool:
    try:
        vault.cases.save_answer(CASE, None, income(number))
    except VaultError:
        return True
    return False


def _work(path: Path, fault: Fault) -> tuple[int, str]:
    """Open, save and close while calls fail: how many saves were acknowledged, and what crashed."""
    saved = 0
    with standing_between(Disk(fault=fault)):
        try:
            vault = storage.open_vault(path, PASSPHRASE, HandClock())
            try:
                for number in range(1, 3):
                    vault.cases.save_answer(CASE, None, income(number))
                    saved = number
            finally:
                vault.close()
        except VaultError:
            pass
        except Exception as error:  # noqa: BLE001 - the crash that is looked for
            return saved, f"{type(error).__name__}: {error}"
    return saved, ""


def _state_of(path: Path) -> int | None:
    """How many saves the vault holds; None where it does not open whole."""
    try:
        with storage.open_vault(path, PASSPHRASE, HandClock()) as vault:
            vault.audit_entries()
            return len(vault.cases.answer_history(CASE, None, QUESTION))
    except VaultError:
        return None


EXPERIMENTS = (
    Experiment(number="R2", run=power_fails, short=400, long=5000),
    Experiment(number="R4", run=disk_is_full, short=200, long=2000),
    Experiment(number="R5", run=calls_fail, short=400, long=2000),
    Experiment(number="R12", run=engine_is_sound, short=1, long=1),
)
