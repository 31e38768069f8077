"""Twelve plugins with sixty explained rules on one case: in process, in warm workers, and plain.

Six ways in turns in one run: the run over the plugins in this process; the same through twelve warm
worker processes, with and without answers that are known already; one of the plugins through its worker;
the rules called one by one for the same objects; and plain Python that takes the same sixty decisions and
builds nothing. Beside the clock it tells how much work a round through the workers takes of a processor,
which says more on a machine that does other things.
Usage: bench_plugins.py [ROUNDS]
"""

from __future__ import annotations

import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hardship_desk.assessment.plugins.loader import (  # noqa: E402
    LoadedPlugin,
    Origin,
    read_plugin,
    rules_of,
)
from hardship_desk.assessment.plugins.own_code import OwnRules  # noqa: E402
from hardship_desk.assessment.plugins.worker import rules_from  # noqa: E402
from hardship_desk.assessment.plugins.worker_rules import WorkerRules  # noqa: E402
from hardship_desk.assessment.rule_run import RuleRun  # noqa: E402
from hardship_desk.assessment.stated.rules import StatedCase  # noqa: E402
from hardship_desk.core_setup import build_core  # noqa: E402
from hardship_desk.domain.answers import AnswerSet  # noqa: E402
from hardship_desk.domain.finding import Provenance  # noqa: E402
from hardship_desk.domain.ids import DecisionTypeId  # noqa: E402
from hardship_desk.domain.money import Money  # noqa: E402
from hardship_desk.plugin_api.context import AssessmentContext  # noqa: E402
from hardship_desk.plugin_setup import rules_in_workers  # noqa: E402
from hardship_desk.services.ports.case_files import CaseFile  # noqa: E402

PLUGINS, RULES, ROUNDS_OF_WORK = 12, 5, 200
NEW = itertools.count(1)
"""Numbers that were in no question before."""
GOAL_PLAIN, GOAL_SAME, GOAL_WORKER_MS = 25, 3, 5
EXAMPLE = ROOT / "resources" / "voorbeelden" / "verminderd.toml"
MANIFEST = """id = "proef{n}"
title = "Proef {n}"
version = "1.0.0"
api = 1
gemeentecodes = ["GM0363"]
valid_from = 2015-01-01
"""
SOURCE = '''
from hardship_desk.plugin_api import (
    Certainty, Direction, Finding, FindingId, LegalBasis, Source, hookimpl)

BASIS, SOURCE = LegalBasis(law="Beleidsregels", article="{n}"), Source(title="Proeftekst {n}")

def rule(number, context):
    """One explained rule: the article, what was seen, and how sure it is."""
    if context.yes("regel.kenbaar") is None or number < 0:
        return None
    return Finding(
        id=FindingId(f"proef{n}.{{number}}"), step=6 + number, text=f"Regel {{number}} van proef {n} geldt.",
        direction=Direction.NEUTRAL, basis=BASIS, source=SOURCE, certainty=Certainty.DERIVED)

@hookimpl
def hardship_findings(context):
    return tuple(found for number in range({rules}) if (found := rule(number, context)) is not None)
'''


def load(folder: Path) -> tuple[list[LoadedPlugin], list[LoadedPlugin], list[object]]:
    """The plugins with their rules here, the same in workers, and the bare modules."""
    make = rules_in_workers()
    here, apart, bare = [], [], []
    for n in range(PLUGINS):
        place = folder / f"proef{n}"
        place.mkdir()
        (place / "plugin.toml").write_text(MANIFEST.format(n=n))
        (place / "rules.py").write_text(SOURCE.format(n=n, rules=RULES))
        read = read_plugin(place, origin=Origin.ADDED)
        sources = {name: data.decode() for name, data in read.files.modules().items()}
        module = rules_from(f"proef{n}", sources, {})
        bare.append(module)
        here.append(read.loaded(OwnRules(f"proef{n}", module)))
        apart.append(read.loaded(rules_of(read, make)))
    return here, apart, bare


def runner(
    plugins: list[LoadedPlugin], context: AssessmentContext, *, fresh: bool
) -> Callable[[], object]:
    """One run over the plugins; `fresh` makes each a question that was not asked before."""

    def run() -> object:
        linked = {DecisionTypeId("proef"): Money(next(NEW))} if fresh else {}
        asked = replace(context, linked_amounts=MappingProxyType(linked))
        stated = StatedCase(
            type=context.decision_type,
            traits=(),
            weight=context.weight,
            dates=context.dates,
            answers=AnswerSet(),
            questions={},
            words={},
        )
        made = RuleRun(plugins=tuple(plugins), context=asked, case=stated)
        found = made.findings(())
        assert len(found) == len(plugins) * RULES, made.problems
        return found

    return run


def plain(context: AssessmentContext) -> Callable[[], object]:
    """The same sixty decisions on a dict, without objects."""
    answers: Mapping[str, object] = {
        str(name): item.value for name, item in context.answers.items()
    }
    lines = "\n".join(
        f"    if a.get('regel.kenbaar') is not None and {number % RULES} >= 0: out.append({number})"
        for number in range(PLUGINS * RULES)
    )
    space: dict[str, Callable[[object], object]] = {}
    exec(f"def decide(a):\n    out = []\n{lines}\n    return out\n", space)  # our own text
    return lambda: space["decide"](answers)


def milliseconds(run: Callable[[], object], times: int) -> float:
    """How long one run takes, over so many in a row."""
    start = time.perf_counter()
    for _ in range(times):
        run()
    return (time.perf_counter() - start) / times * 1000


def main(rounds: int) -> None:
    """Take the times, in turns."""
    core = build_core()
    found = core.reader.read(EXAMPLE)
    assert isinstance(found, CaseFile)
    decision = found.case.decisions[-1]
    organisation = core.organisation.parameters()
    context = core.engine.assess(found.case, decision.id, organisation).context
    with tempfile.TemporaryDirectory() as folder:
        here, apart, bare = load(Path(folder))
        mark = Provenance(plugin="proef", version="1.0.0", sha256="")
        ways: dict[str, tuple[Callable[[], object], int]] = {
            "in process": (runner(here, context, fresh=True), 20),
            "warm workers, new question": (runner(apart, context, fresh=True), 10),
            "one warm worker, new question": (runner(apart[:1], context, fresh=True), 10),
            "warm workers, known answer": (runner(apart, context, fresh=False), 10),
            "same rules, same objects": (
                lambda: [
                    replace(found, provenance=mark)
                    for module in bare
                    for found in module.hardship_findings(context)  # type: ignore[attr-defined]
                ],
                50,
            ),
            "straight plain Python": (plain(context), 2000),
        }
        for run, _ in ways.values():
            run()
        taken: dict[str, list[float]] = {name: [] for name in ways}
        for _ in range(rounds):
            for name, (run, times) in ways.items():
                taken[name].append(milliseconds(run, times))
        work = work_of(apart, ways["warm workers, new question"][0])
        for plugin in apart:
            assert plugin.rules is not None
            plugin.rules.close()
    report(taken)
    if work is not None:
        print(f"work of one round: {work[0]:.2f} ms here, {work[1]:.2f} ms in all workers together")


def work_of(plugins: list[LoadedPlugin], run: Callable[[], object]) -> tuple[float, float] | None:
    """Milliseconds of a processor for one run: here, and in the workers; None where no one counts."""
    if not Path("/proc/self/stat").exists():
        return None
    pids = [rules.pid for plugin in plugins if isinstance(rules := plugin.rules, WorkerRules)]
    before, here = _spent(pids), time.process_time()
    for _ in range(ROUNDS_OF_WORK):
        run()
    there = _spent(pids) - before
    return (time.process_time() - here) / ROUNDS_OF_WORK * 1000, there / ROUNDS_OF_WORK * 1000


def _spent(pids: list[int | None]) -> float:
    """Seconds of a processor that these processes took so far."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def report(taken: Mapping[str, list[float]]) -> None:
    """Print medians and ratios."""
    middle = {name: statistics.median(times) for name, times in taken.items()}
    for name, times in taken.items():
        print(f"{name}: median {middle[name]:.3f} ms (least {min(times):.3f})")
    inside, worker = middle["in process"], middle["warm workers, new question"]
    print(
        f"in process against plain: {inside / middle['straight plain Python']:.1f} (goal {GOAL_PLAIN}, or)"
    )
    print(
        f"in process against the same objects: {inside / middle['same rules, same objects']:.2f} (goal {GOAL_SAME})"
    )
    least = min(taken["warm workers, new question"])
    print(
        f"through twelve warm workers: {worker:.2f} ms, least {least:.2f} (goal under {GOAL_WORKER_MS} ms)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
