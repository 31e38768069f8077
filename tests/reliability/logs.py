"""R27-R29, R31-R33: edits, cut ends and other histories of the log are found; both logs say all."""

from __future__ import annotations

import importlib.util
import json
import random
import time
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import ModuleType

import peewee
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hardship_desk import storage
from hardship_desk.config.paths import checker_path
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.storage.backups.form import backups_in
from hardship_desk.storage.logs.audit_form import canonical_bytes, seal_of
from hardship_desk.storage.logs.export import audit_file
from hardship_desk.storage.opening import backup_folder
from tests.reliability.disks import SEED
from tests.reliability.figures import Experiment, Figures, within
from tests.unit.storage.case_samples import (
    BOETE,
    CASE,
    NOON,
    HandClock,
    case,
    empty_case,
    income,
    version,
)
from tests.unit.storage.conftest import CHEAP, PASSPHRASE

Fields = dict[str, object]


_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | _WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_WORDS, inner, max_size=4),
    max_leaves=12,
)


def edits_are_found(folder: Path, times: int) -> Figures:
    """R27: every bit of every byte of lines of the log, and lines moved about."""
    data, chance = _exported(folder, times), random.Random(SEED)
    check, lines = _checker(), data.splitlines(keepends=True)
    tried, missed, misnamed = 0, 0, 0
    for place, line in enumerate(lines[1:], 1):
        start = sum(len(one) for one in lines[:place])
        for at in range(len(line) - 1):
            changed = bytearray(data)
            changed[start + at] ^= 1 << chance.randrange(8)
            tried += 1
            said = _verdict(check, bytes(changed))
            missed += not said
            misnamed += bool(said) and str(place) not in said and "eerste regel" not in said
    for _ in range(times * 20):
        moved = _moved(lines, chance)
        if moved != lines:
            tried += 1
            missed += not _verdict(check, b"".join(moved))
    return Figures(
        number="R27",
        target="100 % found, the first bad line named",
        seen=f"{tried} edits of {len(lines) - 1} lines, {missed} missed, {misnamed} named another line",
        reached=missed == 0 and misnamed == 0 and _verdict(check, data) == "" and tried > 1000,
    )


def anchors_hold(folder: Path, times: int) -> Figures:
    """R28: the end cut off, the log emptied, an older file put back, every seal made anew."""
    check, chance = _checker(), random.Random(SEED)
    data, anchors = _anchored(folder, times)
    assert all(_verdict(check, data, anchor) == "" for anchor in anchors.values())
    lines, key = (
        data.splitlines(keepends=True),
        bytes.fromhex(json.loads(data.splitlines()[0])["sleutel"]),
    )
    tried, missed = 0, 0
    for name, anchor in anchors.items():
        end = int(anchor.split(" ")[0])
        for keep in range(end):
            tried += 1
            missed += not _verdict(check, _made_anew(lines[: keep + 1], key), anchor)
        for _ in range(times):
            other = list(lines)
            place = chance.randrange(1, end + 1)
            other[place] = other[place].replace(b'"gelukt"', b'"mislukt"', 1)
            tried += 1
            missed += not _verdict(check, _made_anew(other, key), anchor)
        assert name
    return Figures(
        number="R28",
        target="100 % found against any one of the anchors",
        seen=f"{tried} other histories with good seals, {missed} missed; anchors {', '.join(anchors)} "
        "(the keyring is not used)",
        reached=missed == 0 and tried > times,
    )


def log_only_grows(folder: Path, times: int) -> Figures:
    """R29: SQL over the program's own connection that changes or deletes."""
    path = folder / "kluis" / "dossiers.db"
    tables = ("audit", "processing", "upkeep", "answer_history", "record", "sealed_version")
    done = 0
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.cases.add_case(case())
        vault.upkeep.check()
        database = vault._session.database
        deeds = (
            "DELETE FROM {0}",
            "UPDATE {0} SET rowid = rowid + 9",
            "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
        )
        for table in tables:
            for deed in deeds:
                try:
                    database.rows(deed.format(table))
                    done += 1
                except peewee.IntegrityError:
                    pass
    tried = len(tables) * len(deeds)
    return Figures(
        number="R29",
        target="blocked by trigger",
        seen=f"{tried - done}/{tried} changes of {len(tables)} tables refused",
        reached=done == 0,
    )


def form_is_one(folder: Path, times: int) -> Figures:
    """R31: the same value has the same bytes, a fraction has none."""
    seen, wrong = [0], [0]

    @settings(
        max_examples=times,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(PLAIN)
    def same_bytes(value: object) -> None:
        try:
            data = canonical_bytes(value)
        except ValueError:
            return
        seen[0] += 1
        wrong[0] += canonical_bytes(json.loads(data)) != data
        wrong[0] += canonical_bytes(_turned(value)) != data

    same_bytes()
    fractions = 0
    for value in (0.1, float("nan"), [1.5], {"a": {"b": 2.0}}, {1: "a"}, b"x"):
        try:
            canonical_bytes(value)
        except TypeError:
            fractions += 1
    return Figures(
        number="R31",
        target="same value, same bytes; fractions refused",
        seen=f"{seen[0]} values, {wrong[0]} with other bytes; {fractions}/6 fractions and foreign "
        "values refused (Linux only)",
        reached=wrong[0] == 0 and fractions == 6 and seen[0] > times // 2,
    )


def checker_agrees(folder: Path, times: int) -> Figures:
    """R32: 100,000 lines, and two programs that share no code give the same verdict."""
    data, check, chance = _long_export(times * 100), _checker(), random.Random(SEED)
    started, worked = time.perf_counter(), time.process_time()
    clean = _verdict(check, data) == ""
    took, worked = time.perf_counter() - started, time.process_time() - worked
    short = _exported(folder, 12)
    key = bytes.fromhex(json.loads(short.splitlines()[0])["sleutel"])
    apart, good = 0, 0
    for _ in range(times):
        changed = _changed(short, chance)
        one, other = _verdict(check, changed) == "", _our_verdict(changed, key)
        apart += one != other
        good += other
    return Figures(
        number="R32",
        target="100,000 lines <= 2 s; the same verdict on 1,000 changed logs",
        seen=f"{times * 100} lines in {worked:.2f} s of the processor ({took:.2f} s by the clock, on a "
        f"machine that others use); {times} changed logs, {apart} other verdicts "
        f"({good} still good)",
        reached=clean and within(worked * 1000 / times, 2) and apart == 0,
    )


def both_logs_say_all(folder: Path, times: int) -> Figures:
    """R33: a scenario of views, changes and exports; what both logs say of it."""
    path, chance, clock = folder / "kluis" / "dossiers.db", random.Random(SEED), HandClock()
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP, name="A. Voorbeeld") as vault:
        vault.cases.add_case(case())
        deeds: tuple[Callable[[], object], ...] = (
            lambda: vault.cases.note(CASE, "dossier_ingezien"),
            lambda: vault.cases.save_answer(CASE, None, income(chance.randrange(10**6))),
            lambda: vault.cases.note(CASE, "bestand_uitgevoerd", "boete-1/motivering.pdf"),
            lambda: vault.cases.save_person(CASE, case().persons[0]),
        )
        for _ in range(times):
            chance.choice(deeds)()
        audit = [json.loads(line) for line in vault.upkeep.audit_file().splitlines()][1:]
        processing = [json.loads(line) for line in vault.upkeep.processing_file().splitlines()][1:]
    persons = len(case().persons)
    whole = sum(_has_six(line) for line in audit)
    joined = {line["operation"] for line in audit} == {line["operation_id"] for line in processing}
    told = "A. Voorbeeld" in json.dumps(processing) or "GEHEIM" in json.dumps([audit, processing])
    fields = all(set(line) == _LDV for line in processing)
    return Figures(
        number="R33",
        target="every view, change and export in both logs, six BIO2 fields, no user in the other",
        seen=f"{times} steps: {len(audit) - 1} audit lines ({whole} with all six fields), "
        f"{len(processing)} processing lines for {persons} persons, joined {joined}, user told {told}",
        reached=len(audit) == whole == times + 1
        and len(processing) == (times + 1) * persons
        and joined
        and fields
        and not told,
    )


_LDV = {
    "seq",
    "trace_id",
    "operation_id",
    "status_code",
    "name",
    "start_time",
    "end_time",
    "dpl.core.processing_activity_id",
    "dpl.core.data_subject_id",
}


def _has_six(line: Fields) -> bool:
    names = ("event", "result", "origin", "actor", "at")
    return all(line[name] for name in names) and bool(line["case_id"] or line["subject"])


def _anchored(folder: Path, times: int) -> tuple[bytes, dict[str, str]]:
    """An exported log, and what was written down of it elsewhere."""
    path = folder / "kluis" / "dossiers.db"
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP) as vault:
        vault.cases.add_case(case())
        for number in range(times):
            vault.cases.save_answer(CASE, None, income(number + 1))
        vault.cases.reopen_decision(CASE, BOETE)
        vault.cases.seal_version(CASE, BOETE, version(2))
        report = vault.cases.sealed_at(CASE, BOETE)
        vault.upkeep.back_up()
        printed, data = vault.audit_head(), vault.upkeep.audit_file()
    (backup,) = backups_in(backup_folder(path))
    assert report is not None
    return data, {
        "rapport": report.short,
        "reservekopie": f"{backup.manifest.audit_count} {backup.manifest.audit_seal}",
        "blad": printed.text,
    }


def _checker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("controleer_logboek", checker_path())
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _verdict(checker: ModuleType, data: bytes, *anchors: str) -> str:
    """What the checker says is wrong; empty where nothing is."""
    try:
        checker.check(data, anchors)
    except checker.Wrong as wrong:
        return str(wrong)
    return ""


def _our_verdict(data: bytes, key: bytes) -> bool:
    """Whether the program itself takes the lines, read plainly and sealed with its own function."""
    lines = data.splitlines()
    try:
        head, *rest = [json.loads(line.decode("utf-8")) for line in lines]
        previous = ""
        for number, fields in enumerate(rest, 1):
            if canonical_bytes(fields) != lines[number] or fields["seq"] != number:
                return False
            if fields["previous"] != previous or fields["seal"] != seal_of(fields, key):
                return False
            previous = fields["seal"]
        return bool(
            data.endswith(b"\n")
            and head["regels"] == len(rest)
            and head["einde"] == previous
            and head["sleutel"] == key.hex()
            and head["soort"] == "auditlog"
            and head["vorm"] == 1
            and len(head) == 7
        )
    except (KeyError, ValueError, TypeError, AttributeError):
        return False


def _exported(folder: Path, lines: int) -> bytes:
    path = folder / "kluis" / "dossiers.db"
    with storage.create_vault(path, PASSPHRASE, HandClock(), cost=CHEAP, name="Zoë") as vault:
        vault.cases.add_case(empty_case())
        for number in range(lines - 1):
            vault.cases.save_answer(CASE, None, income(number + 1))
        return vault.upkeep.audit_file()


class _Memory:
    """A log that stands in memory, as long as is asked."""

    def __init__(self, lines: int) -> None:
        self.key = b"k" * 32
        self._lines: list[Fields] = []
        previous = ""
        for number in range(1, lines + 1):
            fields: Fields = {
                "seq": number,
                "at": NOON.isoformat(),
                "event": "antwoord_opgeslagen",
                "case_id": "c-1",
                "subject": "/middelen.inkomen",
                "previous": previous,
                "form": 2,
                "operation": f"{number:016x}",
                "actor": "gebruiker-1",
                "origin": "venster@laptop",
                "result": "gelukt",
            }
            previous = seal_of(fields, self.key)
            self._lines.append({**fields, "seal": previous})
        self._end = AuditHead(count=lines, seal=previous)

    def head(self) -> AuditHead:
        return self._end

    def lines(self) -> list[Fields]:
        return self._lines


def _long_export(lines: int) -> bytes:
    moment: datetime = NOON
    return audit_file(_Memory(lines), moment)  # type: ignore[arg-type]  # all that it asks of a log


def _moved(lines: list[bytes], chance: random.Random) -> list[bytes]:
    """A line swapped, left out, doubled or moved."""
    made, body = list(lines), range(1, len(lines))
    one, other = chance.choice(body), chance.choice(body)
    match chance.randrange(4):
        case 0:
            made[one], made[other] = made[other], made[one]
        case 1:
            del made[one]
        case 2:
            made.insert(other, made[one])
        case _:
            made.insert(other, made.pop(one))
    return made


def _changed(data: bytes, chance: random.Random) -> bytes:
    """The log with a bit, a piece, a line or nothing changed."""
    lines = data.splitlines(keepends=True)
    match chance.randrange(5):
        case 0:
            made = bytearray(data)
            made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
            return bytes(made)
        case 1:
            return data[: chance.randrange(len(data))]
        case 2:
            at = chance.randrange(len(data))
            return data[:at] + chance.randbytes(3) + data[at + chance.randrange(4) :]
        case 3:
            return b"".join(_moved(lines, chance))
        case _:
            return data


def _made_anew(lines: list[bytes], key: bytes) -> bytes:
    """A log with these lines, every seal good again: what someone with the key could write."""
    head, previous, made = json.loads(lines[0]), "", []
    for number, line in enumerate(lines[1:], 1):
        fields = {**json.loads(line), "seq": number, "previous": previous}
        previous = seal_of(fields, key)
        made.append(canonical_bytes({**fields, "seal": previous}) + b"\n")
    head = {**head, "regels": len(made), "einde": previous}
    return canonical_bytes(head) + b"\n" + b"".join(made)


def _turned(value: object) -> object:
    """The same value, with its names in another order and its text in another form."""
    if isinstance(value, str):
        return unicodedata.normalize("NFD", value)
    if isinstance(value, list):
        return [_turned(item) for item in value]
    if isinstance(value, dict):
        return {_turned(name): _turned(item) for name, item in reversed(value.items())}
    return value


EXPERIMENTS = (
    Experiment(number="R27", run=edits_are_found, short=27, long=300),
    Experiment(number="R28", run=anchors_hold, short=20, long=200),
    Experiment(number="R29", run=log_only_grows, short=1, long=1),
    Experiment(number="R31", run=form_is_one, short=500, long=50_000),
    Experiment(number="R32", run=checker_agrees, short=1000, long=1000),
    Experiment(number="R33", run=both_logs_say_all, short=500, long=500),
)
