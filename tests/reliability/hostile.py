"""R45: twenty-five things a plugin can do wrong, each run in the program as the window runs it."""

from __future__ import annotations

import gc
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer

from hardship_desk.assessment.plugins.confine import MEMORY_BYTES
from hardship_desk.bootstrap import Desks
from hardship_desk.config.paths import DATA_VARIABLE
from hardship_desk.config.version import program_version
from hardship_desk.domain.codec import canonical_json
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.flag import Severity
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.kompas import kompas_page
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.rules_waiting import RulesWaiting
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.application import make_application
from hardship_desk.ui.running.background import Task
from tests.integration.desks import FixedClock, example
from tests.reliability.figures import Figures, within

T = TypeVar("T")
NAME = "vijandig"
VERDICT_SECONDS, BLOCKED_MS, MEMORY_MB = 2.5, 100, 512
RUNS_A_ROUND = 3
MANIFEST = f"""id = "{NAME}"
title = "Vijandige proef"
version = "1.0.0"
api = 1
gemeentecodes = ["GM0363"]
valid_from = 2015-01-01
"""
HEAD = """
import json, locale, os, sys, threading, time
from hardship_desk.plugin_api import *

def finding(name="vijandig.x", step=6, text="Tekst."):
    return Finding(id=name, step=step, text=text, direction=Direction.NEUTRAL,
        basis=LegalBasis(law="Awb", article="3:4"), source=Source(title="Proeftekst"),
        certainty=Certainty.VERIFIED)

def shout(data):
    for number in range(3, 20):
        try:
            os.write(number, data)
        except OSError:
            pass
"""
IN_HOOK = """
@hookimpl
def hardship_findings(context):
{body}
    return (finding(),)
"""


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One thing a plugin does. `harmless` where it should not even be noticed."""

    name: str
    body: str = ""
    whole: str = ""
    harmless: bool = False

    @property
    def source(self) -> str:
        """The Python of the plugin."""
        lines = "\n".join(f"    {line}" for line in self.body.splitlines())
        return HEAD + (self.whole or IN_HOOK.format(body=lines))


BEHAVIOURS = (
    Behaviour("raise", "raise RuntimeError('Jan Voorbeeld')"),
    Behaviour("loop", "while True: pass"),
    Behaviour("sleep", "time.sleep(3600)"),
    Behaviour("allocate", "x = bytearray(4_000_000_000)"),
    Behaviour("fork", "while True: os.fork()"),
    Behaviour(
        "thread storm",
        "for _ in range(100_000): threading.Thread(target=time.sleep, args=(60,)).start()",
    ),
    Behaviour("segfault", "import faulthandler\nfaulthandler._sigsegv()"),
    Behaviour("exit", "os._exit(7)"),
    Behaviour("100 MB reply", "return (finding(text='x' * 100_000_000),)"),
    Behaviour("rubbish bytes", "shout(bytes(range(256)) * 10 + b'\\n')"),
    Behaviour("half JSON", 'shout(b\'{"number": 1, "items": [\')\nos._exit(0)'),
    Behaviour("NaN", "return (finding(step=float('nan')),)"),
    Behaviour("wrong types", "return (finding(step='zes'), finding(text=5))"),
    Behaviour(
        "negative amounts",
        whole="""
@hookimpl
def hardship_computations(context):
    return (Computation(id="vijandig", title="Proef", lines=(), total=Money(-5)),)
""",
    ),
    Behaviour("duplicate ids", "return (finding(), finding())"),
    Behaviour("deep recursion", "def again(n): return again(n + 1) + again(n + 2)\nagain(0)"),
    Behaviour("import-time error", whole="raise ImportError('nee')"),
    Behaviour("writes file", "open('/tmp/vijandig.txt', 'w').write('x')"),
    Behaviour("opens socket", "import socket\nsocket.create_connection(('127.0.0.1', 9), 1)"),
    Behaviour(
        "looks for the database",
        "[open(os.path.join(p, n)) for p, _, f in os.walk(os.path.expanduser('~'), onerror=lambda e: (_ for _ in ()).throw(e)) for n in f]",
    ),
    Behaviour(
        "changes cwd, env, locale",
        "os.chdir('/')\nos.environ['LANG'] = 'xx'\nlocale.setlocale(locale.LC_ALL, 'C')",
        harmless=True,
    ),
    Behaviour(
        "monkeypatches",
        "import hardship_desk.plugin_api as api\napi.Finding = None\njson.loads = None\nsys.exit = None",
        harmless=True,
    ),
    Behaviour("closes stdout", "try:\n    os.close(1)\nexcept OSError:\n    pass", harmless=True),
    Behaviour("ignores stdin", whole="while True: time.sleep(3600)"),
    Behaviour("zombie child", "if os.fork() == 0: os._exit(0)"),
)


BYSTANDER = """
import select, sys, time
longest, last = 0, time.perf_counter()
while not select.select([sys.stdin], [], [], 0.002)[0]:
    now = time.perf_counter()
    longest, last = max(longest, now - last), now
print(round(longest * 1000))
"""
"""A process that only ticks: how late it is, is what other work on the machine does to anybody."""


@dataclass(slots=True)
class Seen:
    """What was measured over the runs of one behaviour."""

    runs: int = 0
    alive: int = 0
    completed: int = 0
    told: int = 0
    blocked_ms: float = 0
    worked_ms: float = 0
    noise_ms: int = 0
    verdict: float = 0
    same_store: bool = True
    wrong: list[str] = field(default_factory=list)


def run_behaviour(behaviour: Behaviour, folder: Path, times: int) -> Seen:
    """At least so many runs, three to a freshly started program, each on another state of the case."""
    seen = Seen()
    for number in range(-(-times // RUNS_A_ROUND)):
        with _program(folder / str(number), behaviour) as (desk, desks), _bystander(seen):
            _round(desk, behaviour, seen)
            desks.close()
    return seen


@contextmanager
def _program(folder: Path, behaviour: Behaviour) -> Iterator[tuple[Desk, Desks]]:
    """The program with the plugin in its folder, and its code allowed as a user would."""
    place = folder / "plugins" / NAME
    place.mkdir(parents=True)
    (place / "plugin.toml").write_text(MANIFEST)
    (place / "rules.py").write_text(behaviour.source)
    earlier = os.environ.get(DATA_VARIABLE)
    os.environ[DATA_VARIABLE] = str(folder)
    try:
        asking = Desks(clock=FixedClock())
        asking.practice().plugins.allow(NAME)
        asking.close()
        desks = Desks(clock=FixedClock())
        desk = desks.practice()
        # Programs that ran before in this process are no burden on this one.
        gc.collect()
        gc.freeze()
        yield desk, desks
    finally:
        if earlier is None:
            del os.environ[DATA_VARIABLE]
        else:
            os.environ[DATA_VARIABLE] = earlier


@contextmanager
def _bystander(seen: Seen) -> Iterator[None]:
    """Note how late a process that does nothing is meanwhile."""
    ticking = subprocess.Popen(
        [sys.executable, "-c", BYSTANDER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        yield
    finally:
        told, _ = ticking.communicate("x")
        seen.noise_ms = max(seen.noise_ms, int(told))


def _round(desk: Desk, behaviour: Behaviour, seen: Seen) -> None:
    work = example(desk)
    texts = WindowTexts(desk.texts)
    case = OpenCase(desk, work.case_id)
    case.switch_to(work.decision_id)
    for number in range(RUNS_A_ROUND):
        before = _dump(desk)
        _wait_for_verdict(case, seen)
        seen.same_store &= before == _dump(desk)
        seen.runs += 1
        seen.alive += desk.texts.get("engine.landelijk") != "" and program_version() != ""
        shown = " ".join(kompas_page(case, (13,), texts).problems)
        missing = NAME in shown
        seen.told += missing is not behaviour.harmless
        if missing is behaviour.harmless:
            seen.wrong.append(f"{behaviour.name}: {shown or 'nothing shown'}")
        work.answer(
            "regel.tekst" if _asks(case, "regel.tekst") else "intake.aanleiding",
            f"Tekst {number}" + "x" * number,
        )
        case.reload()
    seen.completed += RUNS_A_ROUND * _complete(case, behaviour, seen)


def _asks(case: OpenCase, name: str) -> bool:
    return any(
        item.id == QuestionId(name) for step in case.route.steps for item in case.questions(step)
    )


def _wait_for_verdict(case: OpenCase, seen: Seen) -> None:
    """Ask the rules as the page does, and keep the loop of the window turning meanwhile."""
    application = make_application(["r45"])
    ready: list[bool] = []
    tasks: list[object] = []

    def look() -> None:
        _timed(seen, case.assess)
        if not case.assessment.pending:
            ready.append(True)

    def beside(
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        task = Task(application, work, on_done, on_failed)
        tasks.append(task)
        task.start()

    waiting = RulesWaiting(beside, look)
    case.when_pending = waiting.wait
    ticks = QTimer()
    ticks.setInterval(5)
    ticks.start()
    started = time.perf_counter()
    look()
    while not ready and time.perf_counter() - started < 30:
        _timed(seen, application.processEvents)
        time.sleep(0.002)
    ticks.stop()
    seen.verdict = max(seen.verdict, time.perf_counter() - started)


def _timed(seen: Seen, action: Callable[[], object]) -> None:
    """Note how long the window was held, and how much of that was work of its own."""
    started, before = time.perf_counter(), time.thread_time()
    action()
    took, worked = time.perf_counter() - started, time.thread_time() - before
    if took * 1000 > seen.blocked_ms:
        seen.blocked_ms, seen.worked_ms = took * 1000, worked * 1000


def _complete(case: OpenCase, behaviour: Behaviour, seen: Seen) -> bool:
    """Finish the case: after three failures the plugin is off, and a reason and a reader pass it."""
    _wait_for_verdict(case, seen)
    desk = case.desk
    for flag in case.assessment.flags:
        if flag.blocks and not flag.hard:
            reader = "L. Lezer (verzonnen)" if flag.severity is Severity.BLOKKADE else ""
            desk.decisions.respond_to_flag(
                case.case_id, case.decision_id, flag.id, "De lokale regels zelf nagelezen.", reader
            )
    result = desk.decisions.adopt(case.case_id, case.decision_id, "K. Beslisser", "Mandaat 2026")
    if result.version is None:
        seen.wrong.append(
            f"{behaviour.name}: not adopted, {result.problem} {[f.id for f in result.blocking]} "
            f"{[p.code for p in result.plugin_problems]} {result.pending}"
        )
    return result.version is not None


def _dump(desk: Desk) -> str:
    """What stands in the store, by its meaning."""
    try:
        cases = [desk.cases.open_case(item.id) for item in desk.cases.list_cases()]
    except HardshipDeskError as error:
        return error.code
    return hashlib.sha256("".join(map(canonical_json, cases)).encode()).hexdigest()


def figures_of(behaviour: Behaviour, seen: Seen) -> Figures:
    """The figures of one behaviour."""
    reached = (
        seen.alive == seen.told == seen.completed == seen.runs
        and MEMORY_BYTES == MEMORY_MB * 1024**2
        and seen.same_store
        and within(seen.blocked_ms - 2 * seen.noise_ms, BLOCKED_MS)
        and within(seen.verdict - seen.noise_ms / 100, VERDICT_SECONDS)
    )
    return Figures(
        number="R45",
        target=f"{behaviour.name}: alive, told and completed every time; blocked at most "
        f"{BLOCKED_MS} ms, verdict within {VERDICT_SECONDS} s, {MEMORY_MB} MB, store unchanged",
        seen=f"{seen.runs} runs: alive {seen.alive}, told {seen.told}, completed {seen.completed}, "
        f"blocked {seen.blocked_ms:.0f} ms, of which {seen.worked_ms:.0f} ms of work (a process that does nothing: {seen.noise_ms} ms), verdict {seen.verdict:.2f} s, "
        f"a worker capped by the system at {MEMORY_BYTES // 1024**2} MB, "
        f"store {'unchanged' if seen.same_store else 'CHANGED'}; {seen.wrong[:2] or ''}",
        reached=reached,
    )
