"""R14, R15, R21-R23, R25, R26: clocks, checks, copies, putting back, and updates that fail."""

from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from hardship_desk import storage
from hardship_desk.domain.errors import VaultError
from hardship_desk.presenters.locking import IdleWatch, LockStep
from hardship_desk.storage.backups import restoring
from hardship_desk.storage.backups.form import backups_in
from hardship_desk.storage.backups.making import Source, make_backup
from hardship_desk.storage.checking import check_pages
from hardship_desk.storage.connection import connect
from hardship_desk.storage.content import content_hash
from hardship_desk.storage.keys.passphrase import DataKey, unwrap_key
from hardship_desk.storage.keys.slot_file import read_key_file
from hardship_desk.storage.migrating import MIGRATIONS, Migration
from hardship_desk.storage.migrations.m0002_logs import APPLICATION_ID
from hardship_desk.storage.opening import backup_folder, open_database
from tests.fixtures import make_vaults
from tests.reliability.disks import SEED
from tests.reliability.figures import Experiment, Figures, within
from tests.unit.storage.case_samples import CASE, HandClock, case, empty_case, income
from tests.unit.storage.conftest import CHEAP, PASSPHRASE

MEGA = 1_000_000


def clocks_go_wrong(folder: Path, times: int) -> Figures:
    """R14: the clock leaps by an hour, a day and ten years, to and fro, and the time zone changes."""
    clock, chance = HandClock(), random.Random(SEED)
    path = folder / "kluis" / "dossiers.db"
    leaps = [timedelta(hours=1), timedelta(days=1), timedelta(days=3653)]
    made, warned, expected, locked = 0, 0, 0, _locks_by_lasting_time()
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP) as vault:
        vault.cases.add_case(empty_case())
        for number in range(times):
            leap = leaps[number // 2 % 3]
            clock.moment += leap if number % 2 == 0 else -leap
            _move_to(ZONES[number % len(ZONES)])
            newest = vault.audit_entries()[-1].at
            expected += newest - clock.moment > timedelta(hours=24, minutes=2)
            warned += vault.upkeep.warnings().clock_behind
            vault.cases.save_answer(CASE, None, income(chance.randrange(10**6)))
            vault.upkeep.back_up()
            made += 1
        order = [entry.seq for entry in vault.audit_entries()]
        kept, dossiers = len(vault.upkeep.backups()), len(vault.cases.list_cases())
    _move_to(HOME)
    return Figures(
        number="R14",
        target="order by number, 0 copies or dossiers lost to the clock, warning when > 24 h behind",
        seen=f"{times} leaps, {made - kept} copies gone, {1 - dossiers} dossiers gone, order "
        f"{'kept' if order == list(range(1, len(order) + 1)) else 'BROKEN'}, "
        f"{warned} warnings for {expected} times behind, {len(ZONES)} time zones, window locked by "
        f"lasting time {'always' if locked else 'NOT'} (a clock of ours, not libfaketime)",
        reached=made == kept
        and dossiers == 1
        and warned == expected
        and len(order) == times + 1
        and locked,
    )


HOME = "Europe/Amsterdam"
# In and out of summer time, and to where it is another day.
ZONES = (HOME, "Pacific/Kiritimati", "America/New_York", "UTC")


def _move_to(zone: str) -> None:
    """Travel: what the machine calls today may be another day."""
    os.environ["TZ"] = zone
    time.tzset()


def _locks_by_lasting_time() -> bool:
    """Whether the window locks after five lasting minutes, wherever the clock stands."""
    watch = IdleWatch(5, 1000.0)
    early = [watch.look(1000.0 + seconds).step for seconds in (1, 200, 299)]
    return LockStep.LOCK not in early and watch.look(1301.0).step is LockStep.LOCK


def check_at_start(folder: Path, times: int) -> Figures:
    """R15: how long reading every page of a large vault takes; `times` is its size in MB."""
    path = folder / "kluis" / "dossiers.db"
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.cases.add_case(empty_case())
        _grow(vault, times)
        pages = _seconds(vault.upkeep.check)
        quick = _seconds(lambda: check_pages(path, vault._session.database.key))
        size = path.stat().st_size
        shutil.copytree(path.parent, folder / "gestopt")
    with storage.open_vault(path, PASSPHRASE, HandClock()) as vault:
        skipped = vault.upkeep.check()
    crashed = folder / "gestopt" / path.name
    with storage.open_vault(crashed, PASSPHRASE, HandClock()) as vault:
        after_crash = vault.upkeep.check()
    return Figures(
        number="R15",
        target="reading all pages <= 1 s for 100 MB, the full check after an unclean end and weekly",
        seen=f"{size / MEGA:.0f} MB: pages {quick:.2f} s, full check {pages:.2f} s; after a clean end "
        f"'{skipped}', after an unclean one '{after_crash}'",
        reached=within(quick, 1) and after_crash == "volledig" and skipped != "volledig",
    )


def copies_are_verified(folder: Path, times: int) -> Figures:
    """R21: each copy was opened and compared, and damage done meanwhile never counts."""
    clock, chance = HandClock(), random.Random(SEED)
    path = folder / "kluis" / "dossiers.db"
    good, counted_damage = 0, 0
    second = folder / "stick"
    second.mkdir()
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP) as vault:
        vault.cases.add_case(case())
        vault.upkeep.choose_second_place(second)
        first_due = vault.upkeep.backup_is_due()
        for _ in range(times):
            vault.cases.save_answer(CASE, None, income(chance.randrange(10**6)))
            clock.moment += timedelta(minutes=31)
            due = vault.upkeep.backup_is_due()
            made = vault.upkeep.back_up().backup
            good += due and vault.upkeep.test_backup(made.id).lines > 0
        twice = len(backups_in(second)) == len(backups_in(backup_folder(path)))
        for backup in backups_in(backup_folder(path))[:20]:
            _flip(backup.file, chance)
            counted_damage += _passes(vault, backup.file.name)
    return Figures(
        number="R21",
        target="each copy opened, integrity, log and rows compared before it counts; second place",
        seen=f"{good}/{times} copies due, made and tested; {counted_damage}/20 damaged ones passed; "
        f"second place {'the same' if twice else 'DIFFERENT'}",
        reached=first_due and good == times and counted_damage == 0 and twice,
    )


def copies_restore(folder: Path, times: int) -> Figures:
    """R22: copies of random vaults, put back on a machine that lost everything but the copies."""
    chance, same, kept, slowest = random.Random(SEED), 0, 0, 0.0
    for turn in range(times):
        path = folder / f"r22-{turn}" / "dossiers.db"
        with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
            vault.cases.add_case(case() if turn % 2 else empty_case())
            for _ in range(chance.randrange(5)):
                vault.cases.save_answer(CASE, None, income(chance.randrange(10**6)))
            before = content_hash(vault._session.database)
            made = vault.upkeep.back_up().backup
            vault.cases.save_answer(CASE, None, income(1))
        path.write_bytes(chance.randbytes(chance.randrange(1, 9000)))
        started = time.perf_counter()
        kept += len(restoring.restore_vault(path, made.id, HandClock()))
        slowest = max(slowest, time.perf_counter() - started)
        same += _content_of(path) == before
        shutil.rmtree(path.parent)
    return Figures(
        number="R22",
        target="each logical dump identical, the damaged file kept, at most 30 min of work lost",
        seen=f"{same}/{times} identical, {kept} damaged files kept, slowest {slowest:.2f} s; a copy is "
        "due 30 min after the one before (R21)",
        reached=same == kept == times,
    )


def a_large_vault_restores(folder: Path, times: int) -> Figures:
    """R22: a vault of `times` MB is copied and put back; how long both take."""
    path = folder / "kluis" / "dossiers.db"
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.cases.add_case(empty_case())
        _grow(vault, times)
        started = time.perf_counter()
        made = vault.upkeep.back_up().backup
        copied = time.perf_counter() - started
    started = time.perf_counter()
    restoring.restore_vault(path, made.id, HandClock())
    restored = time.perf_counter() - started
    with storage.open_vault(path, PASSPHRASE, HandClock()) as vault:
        whole = len(vault.cases.list_cases()) == 1
    return Figures(
        number="R22-groot",
        target="restore of 1 GB <= 5 min",
        seen=f"{made.size / MEGA:.0f} MB: copied and verified in {copied:.1f} s, put back in "
        f"{restored:.1f} s, {'there' if whole else 'NOT there'}",
        reached=whole and within(restored, 300),
    )


def damage_keeps_the_last_copy(folder: Path, times: int) -> Figures:
    """R23: the vault is damaged, and copies go on being asked for."""
    clock, chance = HandClock(), random.Random(SEED)
    path = folder / "kluis" / "dossiers.db"
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP) as vault:
        vault.cases.add_case(case())
        made = vault.upkeep.back_up().backup
        key = vault._session.database.key
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 + chance.randrange(4096)] ^= 1
    path.write_bytes(data)
    refused = 0
    for _ in range(times):
        clock.moment += timedelta(hours=7)
        try:
            _back_up_blindly(path, key, clock.moment)
        except VaultError:
            refused += 1
    still = [one.file.name for one in backups_in(backup_folder(path))]
    restoring.restore_vault(path, made.id, clock)
    with storage.open_vault(path, PASSPHRASE, clock) as again:
        whole = again.cases.load(CASE).facts == case().facts
    return Figures(
        number="R23",
        target="the last verified copy still there after every cycle",
        seen=f"{times} cycles on a damaged vault, {refused} refused, last good copy "
        f"{'there' if still == [made.id] else 'GONE'} and {'restored' if whole else 'NOT restored'}",
        reached=refused == times and still == [made.id] and whole,
    )


def updates_fail(folder: Path, times: int) -> Figures:
    """R25: a statement of a migration fails, each in turn, and there is no room for the copy."""
    unlike, without_copy, writable, tried = 0, 0, 0, 0
    steps = MIGRATIONS[-1]
    for place in range(min(times, len(steps) + 1)):
        path = folder / f"r25-{place}" / make_vaults.NAME
        shutil.copytree(make_vaults.vault_of(len(MIGRATIONS) - 1).parent, path.parent)
        key = _key_of(path)
        before = _content_of(path, key)
        broken: Migration = (*steps[:place], "INSERT INTO bestaat_niet VALUES (1)")
        opened = open_database(path, key, HandClock(), (*MIGRATIONS[:-1], broken))
        tried += 1
        unlike += content_hash(opened.database) != before
        writable += opened.read_only != "bijwerken_mislukt"
        without_copy += not backups_in(backup_folder(path))
        opened.database.close()
        shutil.rmtree(path.parent)
    return Figures(
        number="R25",
        target="content as before, copy there, open for reading with an explanation",
        seen=f"{tried} steps failed: {unlike} changed, {without_copy} without copy, "
        f"{writable} not read-only",
        reached=unlike == without_copy == writable == 0 and tried > 1,
    )


def others_are_refused(folder: Path, times: int) -> Figures:
    """R26: a vault of a newer program, and a file of another one with the same key."""
    path = folder / "kluis" / "dossiers.db"
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.cases.add_case(empty_case())
        key = vault._session.database.key
    said, changed = [], 0
    for number in range(times):
        for pragma in (
            f"user_version = {len(MIGRATIONS) + 1 + number}",
            f"application_id = {number + 5}",
        ):
            _set(path, key, pragma)
            before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
            try:
                open_database(path, key, HandClock())
            except VaultError as error:
                said.append((error.code, *sorted(error.parameters)))
            changed += {file.name: file.read_bytes() for file in path.parent.iterdir()} != before
            _set(path, key, f"user_version = {len(MIGRATIONS)}")
            _set(path, key, f"application_id = {APPLICATION_ID}")
    newer = said.count(("kluis_te_nieuw", "kluis", "programma"))
    other = said.count(("kluis_onbekend_bestand",))
    return Figures(
        number="R26",
        target="refused, both versions named, file unchanged and nothing beside it",
        seen=f"{newer}/{times} newer refused with both versions, {other}/{times} foreign refused, "
        f"{changed} files changed",
        reached=newer == other == times and changed == 0,
    )


def _grow(vault: storage.OpenVault, megabytes: int) -> None:
    database = vault._session.database
    text = "x" * 50_000
    with database.atomic("IMMEDIATE"):
        for number in range(megabytes * MEGA // len(text)):
            database.run(
                "INSERT INTO part (dossier, kind, part_id, body) VALUES (1, 'proef', ?, ?)",
                (str(number), text),
            )
    database.rows("PRAGMA wal_checkpoint(TRUNCATE)")


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _flip(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    file.write_bytes(data)


def _passes(vault: storage.OpenVault, name: str) -> bool:
    try:
        vault.upkeep.test_backup(name)
    except VaultError:
        return False
    return True


def _back_up_blindly(path: Path, key: DataKey, moment: datetime) -> None:
    make_backup(Source(vault=path, key=key, folder=backup_folder(path)), moment, "op_tijd")


def _content_of(path: Path, key: DataKey | None = None) -> str:
    database = connect(path, key or _key_of(path, PASSPHRASE))
    try:
        return content_hash(database)
    finally:
        database.close()


def _key_of(path: Path, passphrase: str = make_vaults.PASSPHRASE) -> DataKey:
    held = read_key_file(path)
    return unwrap_key(held.users[0].slot, passphrase, held.vault_salt)


def _set(path: Path, key: DataKey, pragma: str) -> None:
    database = connect(path, key)
    database.rows(f"PRAGMA {pragma}")
    database.close()


EXPERIMENTS = (
    Experiment(number="R14", run=clocks_go_wrong, short=12, long=120),
    Experiment(number="R15", run=check_at_start, short=20, long=100),
    Experiment(number="R21", run=copies_are_verified, short=25, long=500),
    Experiment(number="R22", run=copies_restore, short=40, long=200),
    Experiment(number="R22-groot", run=a_large_vault_restores, short=4, long=1000),
    Experiment(number="R23", run=damage_keeps_the_last_copy, short=100, long=100),
    Experiment(number="R25", run=updates_fail, short=30, long=30),
    Experiment(number="R26", run=others_are_refused, short=5, long=50),
)
