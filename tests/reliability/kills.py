"""R1, R10, R24, R30: the program is killed at any moment, or started many times at once."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from hardship_desk import storage
from hardship_desk.config.first_window import FirstWindow
from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.connection import VaultDatabase, connect
from hardship_desk.storage.content import schema_of
from hardship_desk.storage.keys.passphrase import DataKey, unwrap_key
from hardship_desk.storage.keys.slot_file import read_key_file
from hardship_desk.storage.migrating import MIGRATIONS, migrate
from hardship_desk.storage.versions import version_of
from tests.fixtures import make_vaults
from tests.reliability.figures import Experiment, Figures, within
from tests.reliability.nursery import Nursery, acknowledged, nursery
from tests.unit.storage.case_samples import BOETE, CASE, HandClock, empty_case, income
from tests.unit.storage.conftest import CHEAP, PASSPHRASE

SEED = 20261126
LONGEST_WAIT = 0.06
START_WITHIN = 20.0
# A vault is read whole after each kill: now and then a fresh one keeps that short.
FRESH_AFTER = 25
LONG, SAVES_WANTED, MOST_KILLS = 1000, 100_000, 20_000


def saves_survive(folder: Path, times: int) -> Figures:
    """R1: the program is killed while it saves; the long form goes on until saves are enough."""
    chance = random.Random(SEED)
    wanted = SAVES_WANTED if times >= LONG else 0
    path, kills, total, lost, half, unclean, slowest = folder, 0, 0, 0, 0, 0, 0.0
    with nursery() as children:
        while kills < times or (total < wanted and kills < MOST_KILLS):
            if kills % FRESH_AFTER == 0:
                path = _vault(folder / f"r1-{kills}")
            kills += 1
            acks = killed(children, "save", path, chance)
            total += max(acks) - acks[0] if acks else 0
            started = time.perf_counter()
            with storage.open_vault(path, PASSPHRASE, HandClock()) as vault:
                slowest = max(slowest, time.perf_counter() - started)
                history = vault.cases.answer_history(CASE, None, income(1).question)
                lost += max(0, (max(acks) if acks else 0) - len(history))
                stands = vault.cases.load(CASE).facts.get(income(1).question)
                half += bool(history) and stands != history[-1].answer
                half += len(vault.audit_entries()) != len(history) + 1
                unclean += not _is_clean(vault)
    return Figures(
        number="R1",
        target="0 acknowledged saves lost, 0 half changes, all checks clean, reopen <= 2 s",
        seen=f"{kills} kills, {total} acknowledged saves, {lost} lost, {half} half, "
        f"{unclean} unclean, slowest reopen {slowest:.2f} s",
        reached=lost == half == unclean == 0
        and within(slowest, 2)
        and total > max(times, wanted - 1),
    )


def decisions_and_log_agree(folder: Path, times: int) -> Figures:
    """R30: the program is killed while it adopts decisions."""
    chance = random.Random(SEED)
    path, lost, silent, empty, decided, before = folder, 0, 0, 0, 0, 0
    with nursery() as children:
        for turn in range(times):
            if turn % FRESH_AFTER == 0:
                path, before = _vault(folder / f"r30-{turn}"), 0
            acks = killed(children, "decide", path, chance)
            with storage.open_vault(path, PASSPHRASE, HandClock()) as vault:
                sealed = {
                    str(item.number) for item in vault.cases.load(CASE).decision(BOETE).versions
                }
                logged = {
                    entry.subject.partition("/")[2]
                    for entry in vault.audit_entries()
                    if entry.event == "besluit_vastgesteld"
                }
            lost += max(0, (max(acks) if acks else 0) - len(sealed))
            silent += len(sealed - logged)
            empty += len(logged - sealed)
            decided, before = decided + len(sealed) - before, len(sealed)
    return Figures(
        number="R30",
        target="0 decisions without an entry, 0 entries without a decision",
        seen=f"{times} kills, {decided} decisions, {silent} without entry, {empty} entries "
        f"without decision, {lost} acknowledged ones lost",
        reached=lost == silent == empty == 0 and decided > times,
    )


def one_writer(folder: Path, times: int) -> Figures:
    """R10: starts at the same moment, a kill and a start, and what a second start does."""
    path = _vault(folder)
    winners, slowest = [], 0.0
    with nursery() as children:
        for turn in range(times):
            marks = [folder / f"start-{turn}-{number}" for number in range(6)]
            living = [children.child("open", path, mark) for mark in marks]
            _until(partial(_have_spoken, marks))
            winners.append(sum(acknowledged(mark)[:1] == [1] for mark in marks if _is_ack(mark)))
            for child in living:
                _kill(child)
            started = time.perf_counter()
            _until(lambda: _opens(path))
            slowest = max(slowest, time.perf_counter() - started)
    raised, took = _raises(folder, times)
    exact = winners.count(1)
    return Figures(
        number="R10",
        target="exactly 1 writer each time, restart after kill <= 1 s, first window raised <= 1 s",
        seen=f"{times} times 6 starts at once: {exact} with one writer; restart after kill at most "
        f"{slowest:.2f} s; raised {raised}/{times}, slowest {took:.3f} s",
        reached=exact == times and within(slowest, 1) and raised == times and within(took, 1),
    )


def every_version_upgrades(folder: Path, times: int) -> Figures:
    """R24: each earlier version is brought up to date, and killed meanwhile."""
    chance = random.Random(SEED)
    expected = _fresh_schema(folder)
    between, other, kills, before = 0, 0, 0, 0
    with nursery() as children:
        for version in range(1, len(MIGRATIONS)):
            span = _time_to_upgrade(children, _copy_of(version, folder / f"v{version}-heel"))
            for turn in range(times):
                path = _copy_of(version, folder / f"v{version}-{turn}")
                child = children.child("migrate", path, folder / "acks")
                _until(lambda: bool(acknowledged(folder / "acks")))
                time.sleep(chance.random() * span)
                _kill(child)
                kills += 1
                database = connect(path, _key_of(path))
                found = version_of(database)
                before += found == version
                between += not _columns_fit(database, found)
                database.close()
                with storage.open_vault(path, make_vaults.PASSPHRASE, HandClock()) as vault:
                    other += schema_of(vault._session.database) != expected
                    other += len(vault.cases.list_cases()) == 0
                shutil.rmtree(path.parent)
    return Figures(
        number="R24",
        target="old or new and never between, schema as of a fresh vault, content there",
        seen=f"{len(MIGRATIONS) - 1} earlier versions, {kills} kills ({before} before the change), "
        f"{between} between, {other} other than fresh",
        reached=between == other == 0 and kills > 0,
    )


def _time_to_upgrade(children: Nursery, path: Path) -> float:
    """How long a child takes from its start until the vault is of now."""
    acks = path.parent / "acks"
    started = time.perf_counter()
    child = children.child("migrate", path, acks)
    _until(lambda: acknowledged(acks)[-1:] == [1])
    took = time.perf_counter() - started
    _kill(child)
    return took


def _vault(folder: Path) -> Path:
    path = folder / "kluis" / "dossiers.db"
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.cases.add_case(empty_case())
    return path


def killed(children: Nursery, deed: str, path: Path, chance: random.Random) -> list[int]:
    """Let a child work, kill it at some moment after its first save; what it acknowledged."""
    acks = path.parent.parent / "acks"
    child = children.child(deed, path, acks)
    _until(lambda: len(acknowledged(acks)) > 1)
    time.sleep(chance.random() * LONGEST_WAIT)
    _kill(child)
    return acknowledged(acks)


def _kill(child: int) -> None:
    """Kill a child of the nursery and wait until the system took back what it held."""
    try:
        os.kill(child, signal.SIGKILL)
    except ProcessLookupError:
        return
    _until(lambda: _is_gone(child))


def _is_gone(child: int) -> bool:
    """Whether the child and all its threads are: a thread that is still dying holds its files."""
    try:
        state = Path(f"/proc/{child}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
        return state in "ZX" and len(list(Path(f"/proc/{child}/task").iterdir())) <= 1
    except OSError:
        return True


def _until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + START_WITHIN
    while not done():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.001)


def _is_clean(vault: storage.OpenVault) -> bool:
    database = vault._session.database
    return (
        database.rows("PRAGMA cipher_integrity_check") == []
        and database.rows("PRAGMA integrity_check") == [("ok",)]
        and database.rows("PRAGMA foreign_key_check") == []
    )


def _have_spoken(marks: list[Path]) -> bool:
    return all(mark.exists() and mark.stat().st_size for mark in marks)


def _is_ack(mark: Path) -> bool:
    return mark.read_bytes()[:8].strip().isdigit()


def _opens(path: Path) -> bool:
    try:
        storage.open_vault(path, PASSPHRASE, HandClock()).close()
    except VaultError:
        return False
    return True


def _raises(folder: Path, times: int) -> tuple[int, float]:
    """How often a second start raised the first, and how long the slowest took."""
    first, heard = FirstWindow(folder / "venster"), []
    assert first.claim()
    first.listen(lambda: heard.append(time.perf_counter()))
    raised, slowest = 0, 0.0
    for _ in range(times):
        second, started = FirstWindow(folder / "venster"), time.perf_counter()
        raised += not second.claim() and second.raise_other()
        slowest = max(slowest, heard[-1] - started)
    first.close()
    return raised, slowest


def _copy_of(version: int, target: Path) -> Path:
    shutil.copytree(make_vaults.vault_of(version).parent, target)
    return target / make_vaults.NAME


def _key_of(path: Path) -> DataKey:
    held = read_key_file(path)
    return unwrap_key(held.users[0].slot, make_vaults.PASSPHRASE, held.vault_salt)


def _columns_fit(database: VaultDatabase, version: int) -> bool:
    """Whether the tables are those of the number that the file says."""
    fresh = VaultDatabase(Path(":memory:"), database.key)
    fresh.connect()
    migrate(fresh, lambda: None, MIGRATIONS[:version])
    same = schema_of(fresh) == schema_of(database)
    fresh.close()
    return same


def _fresh_schema(folder: Path) -> object:
    database = connect(folder / "vers.db", DataKey.random())
    migrate(database, lambda: None)
    found = schema_of(database)
    database.close()
    return found


EXPERIMENTS = (
    Experiment(number="R1", run=saves_survive, short=100, long=1000),
    Experiment(number="R10", run=one_writer, short=10, long=100),
    Experiment(number="R24", run=every_version_upgrades, short=15, long=200),
    Experiment(number="R30", run=decisions_and_log_agree, short=25, long=1000),
)
