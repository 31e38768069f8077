"""R46-R49: papers and versions, provenance, trust without a last day, three failures and a safe start."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from hardship_desk.assessment.plugins.gate import (
    ListedPlugin,
    PluginChoices,
    PluginGate,
    PluginList,
)
from hardship_desk.assessment.plugins.loader import Origin, read_plugin
from hardship_desk.assessment.plugins.shelf import Permission
from hardship_desk.bootstrap import Desks
from hardship_desk.config.files import write_atomically
from hardship_desk.config.paths import DATA_VARIABLE
from hardship_desk.domain.codec import canonical_json
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.errors import PluginError
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.ids import FlagId
from hardship_desk.exchange.plugin_choices_file import PluginTrustFiles
from hardship_desk.exchange.plugin_list_file import new_signing_key, read_plugin_list, signed_list
from hardship_desk.services.decisions import sealed_snapshot
from hardship_desk.services.desk import Desk
from tests.integration.desks import FixedClock, Work, example
from tests.reliability.figures import Experiment, Figures, within
from tests.reliability.hostile import HEAD, MANIFEST, NAME
from tests.unit.assessment.shelves import law

SEED, SAFE_SECONDS, SLOWER_MS = 20261126, 3, 50
ROOT = Path(__file__).resolve().parents[2]
GOOD = (
    HEAD
    + """
@hookimpl
def hardship_findings(context):
    return (finding(text="Gewicht: " + context.weight.value),)
"""
)
FAILING = (
    HEAD
    + """
@hookimpl
def hardship_findings(context):
    os._exit(9)
"""
)


def write_plugin(folder: Path, source: str) -> Path:
    """The plugin in the folder of added plugins."""
    place = folder / "plugins" / NAME
    place.mkdir(parents=True, exist_ok=True)
    (place / "plugin.toml").write_text(MANIFEST)
    (place / "rules.py").write_text(source)
    return place


@contextmanager
def program(folder: Path, *, safe_start: bool = False) -> Iterator[Desk]:
    """The program on this folder, with every plugin in it allowed as a user would."""
    earlier = os.environ.get(DATA_VARIABLE)
    os.environ[DATA_VARIABLE] = str(folder)
    desks = Desks(clock=FixedClock(), safe_start=safe_start)
    try:
        yield desks.practice()
    finally:
        desks.close()
        if earlier is None:
            del os.environ[DATA_VARIABLE]
        else:
            os.environ[DATA_VARIABLE] = earlier


def allow(folder: Path) -> None:
    """Allow the code, as after the question of the window."""
    with program(folder) as desk:
        desk.plugins.allow(NAME)


ONE_LINE = (
    ("api = 1", "api = -1"),
    ("api = 1", "api = 2"),
    ("api = 1", f"api = {10**30}"),
    ("api = 1", "api = 'een'"),
    ("api = 1", "api = 1.0"),
    ("api = 1", "api ="),
    ("GM0363", ""),
    ("GM0363", "0363"),
    ("GM0363", "GM9999"),
    ("GM0363", "GM" + "1" * 5000),
    (NAME, "landelijk"),
    (NAME, "../weg"),
    (NAME, "Vijandig"),
    (NAME, "x" * 99),
    ("valid_from", "geldig_van"),
    ("1.0.0", "een"),
)
TABLES = ("parameter", "question", "flag", "finding", "paragraph", "provision")
VALUES = ("inf", "nan", "1e999999", "'x'", "[]", "{}", "-1", "9" * 400)
KEYS = ("id", "value", "step", "when", "text", "name")


def malformed(chance: random.Random) -> dict[str, bytes]:
    """The files of a plugin of which something is wrong."""
    files = {"plugin.toml": MANIFEST.encode(), "rules.py": b"open('/tmp/gedraaid', 'w')"}
    manifest = MANIFEST
    match chance.randrange(6):
        case 0:
            manifest = manifest.replace(*chance.choice(ONE_LINE))
        case 1:
            manifest = manifest.replace(chance.choice(manifest.strip().splitlines()), "")
        case 2:
            place = chance.randrange(len(manifest))
            manifest = f"{manifest[:place]}\x00{manifest[place:]}"
        case 3:
            manifest += f"sleutel{chance.randrange(999)} = {'[' * chance.randrange(1, 3000)}"
        case 4:
            files["plugin.toml"] = bytes(chance.randrange(256) for _ in range(300))
            return files
        case _:
            table = chance.choice(TABLES)
            file = "letters.toml" if table == "paragraph" else f"{table}s.toml"
            line = f"[[{table}]]\n{chance.choice(KEYS)} = {chance.choice(VALUES)}\n"
            files[file] = line.encode()
    files["plugin.toml"] = manifest.encode()
    return files


def papers_are_read_first(folder: Path, times: int) -> Figures:
    """R46: malformed plugins, as folders and zips: each refused with a reason, none imported."""
    chance, checks = random.Random(SEED), law()
    marker = Path("/tmp/gedraaid")
    marker.unlink(missing_ok=True)
    refused, slowest, together = 0, 0, 0.0
    for number in range(times):
        files = malformed(chance)
        path = folder / f"z{number}.zip" if number % 2 else folder / f"z{number}" / NAME
        if number % 2:
            with zipfile.ZipFile(path, "w") as archive:
                for name, data in files.items():
                    archive.writestr(name, data)
        else:
            path.mkdir(parents=True)
            for name, data in files.items():
                (path / name).write_bytes(data)
        started = time.process_time()
        found = read_plugin(path, origin=Origin.ADDED, check=checks.problems)
        took = (time.process_time() - started) * 1000
        slowest, together = max(slowest, round(took)), together + took
        refused += bool(found.problems) and all(str(item) for item in found.problems)
    return Figures(
        number="R46",
        target=f"all malformed plugins refused with a reason, 0 imported, each at most {SLOWER_MS} ms",
        seen=f"{refused} of {times} refused, imported: {int(marker.exists())}, slowest {slowest} ms, "
        f"on average {together / times:.1f} ms",
        reached=refused == times and not marker.exists() and within(slowest, SLOWER_MS),
    )


def output_of(work: Work) -> str:
    """What the rules say now, waited for."""
    found = work.desk.assessments.waiting(work.case_id, work.decision_id)()
    return _lines(found.findings, found.computations)


def _lines(findings: tuple[Finding, ...], computations: tuple[Computation, ...]) -> str:
    """What was found and reckoned, by whom. Of a ruling nobody has read a decision keeps no number."""
    return canonical_json(
        (
            *((item.id, item.text, item.provenance) for item in findings),
            *((line.id, line.outcome, line.amount) for item in computations for line in item.lines),
        )
    )


def decisions_can_be_run_again(folder: Path, times: int) -> Figures:
    """R47: a stored decision names plugin, version and hash, and gives the same lines again."""
    place = write_plugin(folder, GOOD)
    allow(folder)
    sha256 = read_plugin(place, origin=Origin.ADDED).files.sha256
    with program(folder) as desk:
        work = example(desk)
        output_of(work)
        result = desk.decisions.adopt(
            work.case_id, work.decision_id, "K. Beslisser", "Mandaat 2026"
        )
        sealed = sealed_snapshot(work.decision) if result.version is not None else None
    stored = _lines(sealed.findings, sealed.computations) if sealed else ""
    named = sealed is not None and (NAME, "1.0.0", sha256) in {
        (item.id, item.version, item.sha256) for item in sealed.plugins
    }
    same = 0
    for _ in range(max(1, times // 100)):
        with program(folder) as desk:
            work = example(desk)
            for _ in range(min(times, 100)):
                same += output_of(work) == stored
    wanted = max(1, times // 100) * min(times, 100)
    return Figures(
        number="R47",
        target="plugin, version and hash stored; every re-run gives the same lines",
        seen=f"stored: {named}; {same} of {wanted} runs the same, over {max(1, times // 100)} starts",
        reached=named and same == wanted,
    )


def trust_has_no_last_day(folder: Path, times: int) -> Figures:
    """R48: one changed byte is refused, ten years change nothing, a newer list withdraws."""
    private, public = new_signing_key()
    place = write_plugin(folder, GOOD)
    plugin = read_plugin(place, origin=Origin.ADDED)
    listed = ListedPlugin(id=NAME, version="1.0.0", sha256=plugin.files.sha256)
    data = signed_list(PluginList(number=1, publisher="P", allowed=(listed,)), private)
    chance, refused, changed = random.Random(SEED), 0, 0
    for _ in range(times):
        bytes_ = bytearray(data)
        bytes_[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        changed += 1
        try:
            read_plugin_list(bytes(bytes_), (public,))
        except PluginError:
            refused += 1
    trust = PluginTrustFiles(folder, write_atomically, partial(read_plugin_list, keys=(public,)))
    trust.take_in(data)
    gate = PluginGate(listed=trust.plugin_list, choices=PluginChoices(), unlisted_code=False)
    later = FixedClock(FixedClock().moment.replace(year=2036))
    allowed = later.today().year == 2036 and gate.permission(plugin) is Permission.RUNS
    (place / "rules.py").write_text(GOOD + "#")
    one_byte = gate.permission(read_plugin(place, origin=Origin.ADDED)) is Permission.FORBIDDEN
    trust.take_in(signed_list(PluginList(number=2, publisher="P", revoked=(listed,)), private))
    revoked = gate.permission(plugin) is Permission.REVOKED
    return Figures(
        number="R48",
        target="changed list or plugin refused, works after ten years, withdrawn by a newer list",
        seen=f"{refused} of {changed} changed lists refused; in 2036 allowed: {allowed}; one byte more "
        f"in the plugin refused: {one_byte}; withdrawn: {revoked}",
        reached=refused == changed and allowed and one_byte and revoked,
    )


def failing_plugins_go_off(folder: Path, times: int) -> Figures:
    """R49: off after three failures with a message, also at the next start; `--veilig` within 3 s."""
    write_plugin(folder, FAILING)
    allow(folder)
    off = []
    with program(folder) as desk:
        work = example(desk)
        for number in range(4):
            output_of(work)
            found = desk.assessments.assess(work.case_id, work.decision_id)
            off.append("plugin_uitgezet" in {item.code for item in found.problems})
            work.answer("intake.aanleiding", "Nog een keer." + "x" * number)
    with program(folder) as desk:
        found = desk.assessments.assess(example(desk).case_id, example(desk).decision_id)
        stays = "uitgezet" in {item.code for item in found.problems}
        soft = next(f for f in found.flags if f.id == FlagId(f"s13.{NAME}_niet_toegepast"))
    with program(folder, safe_start=True) as desk:
        used = [entry for entry in desk.plugins.entries() if entry.is_used]
    starts = [_safe_start(folder) for _ in range(times)]
    slowest, longest = max(cpu for cpu, _ in starts), max(wall for _, wall in starts)
    return Figures(
        number="R49",
        target=f"off after three failures, with a message, and after a restart; safe start within {SAFE_SECONDS} s",
        seen=f"off by failure: {off}; after a restart: {stays}, passed with reason and reader: "
        f"{not soft.hard}; safe start: {len(used)} plugins used, slowest of {times} {slowest:.2f} s of work ({longest:.2f} s on the clock)",
        reached=off == [False, False, True, True]
        and stays
        and not soft.hard
        and not used
        and within(slowest, SAFE_SECONDS),
    )


def _safe_start(folder: Path) -> tuple[float, float]:
    """From the start of Python to an open practice store: seconds of work, and on the clock."""
    script = "from hardship_desk.bootstrap import Desks; d = Desks(safe_start=True); d.practice(); d.close()"
    started, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-c", script],
        check=True,
        cwd=ROOT,
        env={**os.environ, DATA_VARIABLE: str(folder)},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return work, time.perf_counter() - started


EXPERIMENTS = (
    Experiment(number="R46", run=papers_are_read_first, short=150, long=1000),
    Experiment(number="R47", run=decisions_can_be_run_again, short=10, long=1000),
    Experiment(number="R48", run=trust_has_no_last_day, short=200, long=5000),
    Experiment(number="R49", run=failing_plugins_go_off, short=1, long=10),
)
