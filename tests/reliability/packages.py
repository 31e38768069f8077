"""R50, R51, R53: packages that are spoilt, archives that break a limit, imports that are killed."""

from __future__ import annotations

import random
import resource
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hardship_desk import storage
from hardship_desk.domain.case import Case
from hardship_desk.domain.codec import canonical_json
from hardship_desk.domain.errors import HardshipDeskError, PackageError
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.package import DossierPackage, PackageHead, PackageKind, ToCard
from hardship_desk.exchange.package.archive import unpack
from hardship_desk.exchange.package.package_file import PackageFile, archive_of, package_of
from hardship_desk.exchange.package.sealing import seal, seal_to, unseal, unseal_with
from hardship_desk.exchange.package.used_values import UsedValuesText
from hardship_desk.exchange.person_keys import new_keys, own_keys
from hardship_desk.services.cases import CaseService
from tests.builders_snapshot import empty_snapshot, rich_snapshot
from tests.reliability.bad_archives import CORPUS
from tests.reliability.disks import SEED
from tests.reliability.figures import Experiment, Figures, within
from tests.reliability.kills import killed
from tests.reliability.mutations import damaged, spoilt
from tests.reliability.nursery import COPY, nursery
from tests.unit.storage.case_samples import BOETE, HandClock, case
from tests.unit.storage.conftest import CHEAP, PASSPHRASE

FRESH_AFTER = 25
SOUND = "heel"
MEGABYTES = 1024


def package() -> DossierPackage:
    """A dossier with something in each place, and the receipt of its decision."""
    found = case()
    head = PackageHead(
        kind=PackageKind.DOSSIER,
        number=found.number,
        made_at=datetime(2026, 11, 26, 12, tzinfo=UTC),
        made_by="A (verzonnen)",
        program_version="1",
        is_practice=False,
    )
    rich = rich_snapshot()
    receipt = replace(
        empty_snapshot(),
        decision_id=BOETE,
        answers=rich.answers[:3],
        findings=rich.findings[:1],
        computations=rich.computations[:1],
        flags=rich.flags[:1],
        weighing=rich.weighing[:1],
    )
    return DossierPackage(head=head, case=found, receipts=(receipt,), organisation="# leeg\n")


def malformed(folder: Path, times: int) -> Figures:
    """R50: what is spoilt is refused with a code, or goes in whole; nothing else happens."""
    chance = random.Random(SEED)
    whole = unpack(archive_of(package()))
    began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    path = folder / "kluis" / "dossiers.db"
    codes: Counter[str] = Counter()
    uncaught, changed, slowest = [], 0, 0.0
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        cases = CaseService(vault.cases, None, (), HandClock())  # type: ignore[arg-type]  # imports ask no questions
        before = _changes(vault)
        for number in range(1, times + 1):
            data = spoilt(whole, chance)
            started = time.perf_counter()
            code = _taken(cases, data)
            codes[code] += 1
            uncaught += [f"{number}: {code}"] if code.startswith("!") else []
            slowest = max(slowest, time.perf_counter() - started)
            after = _changes(vault)
            # What the vault refuses is rolled back, and counted as changes all the same.
            changed += after != before and code not in (SOUND, "kluis_geweigerd")
            before = after
        unreadable = _unreadable(vault)
        changed += len(vault.cases.list_cases()) != codes[SOUND]
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - began) / MEGABYTES
    refused = sum(codes.values()) - codes[SOUND]
    return Figures(
        number="R50",
        target="0 uncaught, 0 changes by what is refused, <= 256 MB, <= 5 s each",
        seen=f"{times} spoilt packages: {refused} refused ({_shares(codes)}), {codes['heel']} still "
        f"sound and taken in whole ({unreadable} of them unreadable), {len(uncaught)} uncaught "
        f"{uncaught[:2]}, {changed} changes, {grown:.0f} MB more, slowest {slowest:.2f} s",
        reached=not uncaught
        and changed == unreadable == 0
        and grown <= 256
        and within(slowest, 5)
        and refused > times // 2,
    )


def envelopes(_folder: Path, times: int) -> Figures:
    """R50, the outer layer: the encrypted file is spoilt, or says that opening it takes an hour."""
    chance, code = random.Random(SEED), "7K2M-9QXD-4TCA-0WNB-E5RH"
    sealed = seal(archive_of(package()), code)
    head = sealed.index(b"---")
    uncaught, opened, slowest = [], 0, 0.0
    began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(times):
        data = bytearray(sealed)
        work = sealed.split(b"\n", 2)[1].rsplit(b" ", 1)[1]
        if number % 2:
            # Not the number itself: that is the other half of the trial.
            at = chance.choice((chance.randrange(20), chance.randrange(60, head + 60)))
            data[at] = chance.randrange(256)
        else:
            dear = chance.choice((b"21", b"22", b"30", b"63", b"64", b"99", b"-1", b"017", b""))
            data = bytearray(sealed.replace(b" " + work + b"\n", b" " + dear + b"\n", 1))
        started = time.perf_counter()
        try:
            unseal(bytes(data), code)
            opened += bytes(data) != sealed
        except PackageError:
            pass
        except BaseException as error:  # noqa: BLE001 - what is looked for
            uncaught.append(f"{type(error).__name__}: {error}"[:120])
        slowest = max(slowest, time.perf_counter() - started)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - began) / MEGABYTES
    return Figures(
        number="R50-age",
        target="0 uncaught, 0 opened, no more work than the program itself asks, <= 5 s each",
        seen=f"{times} spoilt envelopes, {len(uncaught)} uncaught {uncaught[:2]}, {opened} opened, "
        f"{grown:.0f} MB more, slowest {slowest:.2f} s",
        reached=not uncaught and opened == 0 and grown <= 16 and within(slowest, 5),
    )


def for_a_card(_folder: Path, times: int) -> Figures:
    """R50, a package for a contact: the file is spoilt, or what is in it by who can encrypt for the card."""
    chance = random.Random(SEED)
    sender, receiver = (own_keys(new_keys(), is_practice=False) for _ in range(2))
    whole = PackageFile().write(package(), sender, ToCard(keys=receiver.public))
    inside = unseal_with(whole, receiver.secret.receiving)
    codes: Counter[str] = Counter()
    slowest, began = 0.0, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number in range(times):
        if number % 2:
            data = damaged(whole, chance)
        else:
            data = seal_to(damaged(inside, chance), receiver.public.receiving)
        started = time.perf_counter()
        try:
            found = PackageFile().read(data, receiver)
            codes["onveranderd" if found.package == package() else "!geopend"] += 1
        except PackageError as error:
            codes[error.code] += 1
        except BaseException as error:  # noqa: BLE001 - what is looked for
            codes[f"!{type(error).__name__}"] += 1
        slowest = max(slowest, time.perf_counter() - started)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - began) / MEGABYTES
    wrong = [code for code in codes if code.startswith("!")]
    return Figures(
        number="R50-kaart",
        target="0 uncaught, 0 opened with another content, <= 256 MB, <= 5 s each",
        seen=f"{times} spoilt packages for a card ({_shares(codes)}), otherwise {wrong}, "
        f"{grown:.0f} MB more, slowest {slowest:.2f} s",
        reached=not wrong and grown <= 256 and within(slowest, 5),
    )


def limits(_folder: Path, _times: int) -> Figures:
    """R51: a corpus of archives that each break one rule."""
    passed, other, slowest = [], [], 0.0
    for name, make in CORPUS.items():
        data = make()
        started = time.perf_counter()
        try:
            unpack(data)
            passed.append(name)
        except PackageError:
            pass
        except BaseException as error:  # noqa: BLE001 - what is looked for
            other.append(f"{name}: {type(error).__name__}")
        slowest = max(slowest, time.perf_counter() - started)
    return Figures(
        number="R51",
        target="60 archives, 60 refused",
        seen=f"{len(CORPUS)} archives, {len(CORPUS) - len(passed) - len(other)} refused, "
        f"passed {passed}, otherwise {other}, slowest {slowest:.2f} s",
        reached=len(CORPUS) >= 60 and not passed and not other,
    )


def whole_or_not(folder: Path, times: int) -> Figures:
    """R53: the program is killed while it takes packages in."""
    chance = random.Random(SEED)
    asked = replace(package().case, id=CaseId(""), created_at=None, changed_at=None)
    path, partial, silent, bare, lost, found = folder, 0, 0, 0, 0, 0
    with nursery() as children:
        for turn in range(times):
            if turn % FRESH_AFTER == 0:
                path, before = _empty_vault(folder / f"r53-{turn}"), 0
            acks = killed(children, "import", path, chance)
            with storage.open_vault(path, PASSPHRASE, HandClock()) as vault:
                there = [vault.cases.load(item.id) for item in vault.cases.list_cases()]
                bare += sum(
                    vault.evidence_files.get_file(item.id, item.evidence[0].id) != (".txt", COPY)
                    for item in there
                )
                origins = {
                    entry.case_id
                    for entry in vault.audit_entries()
                    if entry.event == "pakket_ingelezen"
                }
            partial += sum(_as_asked(item) != canonical_json(asked) for item in there)
            silent += sum(str(item.id) not in origins for item in there)
            lost += max(0, (max(acks) if acks else 0) - len(there))
            found, before = found + len(there) - before, len(there)
    return Figures(
        number="R53",
        target="0 partial imports, each with its origin in the log",
        seen=f"{times} kills, {found} dossiers taken in, {partial} partial, {bare} without the copy, {silent} without origin, "
        f"{lost} acknowledged ones lost",
        reached=partial == bare == silent == lost == 0 and found > times,
    )


def _taken(cases: CaseService, data: bytes) -> str:
    """The code with which it was refused, or that it went in."""
    try:
        found = package_of(data)
        if not isinstance(found, DossierPackage):
            return "toetsresultaat"
        UsedValuesText().facts(found.organisation)
        cases.import_cases((found.case,), "pakket_ingelezen", "proef")
    except HardshipDeskError as error:
        return error.code
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return f"!{type(error).__name__}: {error}"[:120]
    return SOUND


def _changes(vault: storage.OpenVault) -> object:
    """How many rows were ever changed over this connection."""
    return vault._session.database.rows("SELECT total_changes()")


def _unreadable(vault: storage.OpenVault) -> int:
    bad = 0
    for item in vault.cases.list_cases():
        try:
            vault.cases.load(item.id)
        except Exception:  # noqa: BLE001 - what is looked for
            bad += 1
    return bad


def _shares(codes: Counter[str]) -> str:
    return ", ".join(f"{code} {count}" for code, count in codes.most_common() if code != SOUND)


def _empty_vault(folder: Path) -> Path:
    path = folder / "kluis" / "dossiers.db"
    storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP).close()
    return path


def _as_asked(found: Case) -> str:
    return canonical_json(replace(found, id=CaseId(""), created_at=None, changed_at=None))


EXPERIMENTS = (
    Experiment(number="R50", run=malformed, short=3_000, long=100_000),
    Experiment(number="R50-age", run=envelopes, short=6, long=60),
    Experiment(number="R50-kaart", run=for_a_card, short=5_000, long=100_000),
    Experiment(number="R51", run=limits, short=1, long=1),
    Experiment(number="R53", run=whole_or_not, short=20, long=200),
)
