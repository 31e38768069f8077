"""All rules on one case, against the same decisions in straight plain Python, in turns in one run.

Three ways through the shipped example of a fine: the engine as the window uses it; the same national
rules asked for the same objects without the engine; and plain Python that takes the same decisions
(each condition of every flag and finding of the type, and the amount) on a dict, building no
objects. Usage: bench_rules.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hardship_desk.assessment.plugins.loader import load_plugins  # noqa: E402
from hardship_desk.assessment.rule_run import RuleRun  # noqa: E402
from hardship_desk.assessment.stated.rules import stated_case  # noqa: E402
from hardship_desk.config import paths  # noqa: E402
from hardship_desk.core_setup import Core, build_core  # noqa: E402
from hardship_desk.domain.answers import AnswerState  # noqa: E402
from hardship_desk.domain.case import Case  # noqa: E402
from hardship_desk.domain.decision import DecisionFile  # noqa: E402
from hardship_desk.domain.money import Money  # noqa: E402
from hardship_desk.questionnaire.model import (  # noqa: E402
    All,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Operator,
)
from hardship_desk.questionnaire.outcome import chosen_outcome, with_outcome_facts  # noqa: E402
from hardship_desk.questionnaire.route import asked  # noqa: E402
from hardship_desk.services.ports.case_files import CaseFile  # noqa: E402

GOAL_PLAIN, GOAL_SAME = 25, 3
EXAMPLE = ROOT / "resources" / "voorbeelden" / "verminderd.toml"


def source_of(condition: Condition) -> str:
    """The condition as a Python expression on a dict `a` of plain values."""
    match condition:
        case All():
            return "(" + " and ".join(source_of(part) for part in condition.parts) + ")"
        case AnyOf():
            return "(" + " or ".join(source_of(part) for part in condition.parts) + ")"
        case Not():
            return f"(not {source_of(condition.part)})"
        case Comparison():
            return _comparison(condition)


def _comparison(item: Comparison) -> str:
    return SHAPES[item.operator].format(q=repr(str(item.question)), v=repr(plain(item.operand)))


SHAPES = {
    Operator.ANSWERED: "(({q} in a) is {v})",
    Operator.EQUALS: "(a.get({q}) == {v})",
    Operator.ANY_OF: "(a.get({q}) in {v})",
    Operator.CONTAINS: "({v} in a.get({q}, ()))",
    Operator.COUNT_AT_LEAST: "(len(a.get({q}, ())) >= {v})",
    Operator.AT_LEAST: "({q} in a and a[{q}] >= {v})",
    Operator.AT_MOST: "({q} in a and a[{q}] <= {v})",
}


def plain(value: object) -> object:
    """A value without classes of ours: amounts in cents, days as texts."""
    if isinstance(value, Money):
        return value.cents
    return value if isinstance(value, bool | int | str | tuple) else str(value)


AMOUNT = """
def amount(a):
    percentages = {"opzet": 100, "grove_schuld": 75, "normale_verwijtbaarheid": 50,
                   "verminderde_verwijtbaarheid": 25, "geen_verwijtbaarheid": 0}
    months = {"opzet": 24, "grove_schuld": 18, "normale_verwijtbaarheid": 12,
              "verminderde_verwijtbaarheid": 6, "geen_verwijtbaarheid": 0}
    grade = a.get("verwijtbaarheid.graad")
    if not a.get("regel.kenbaar") or a.get("regel.zelf_bekend") or grade is None:
        return None
    by_blame = a["benadeling"] * percentages[grade] / 100
    room = months[grade] * a["norm"] * 5 / 100
    return round(min(by_blame, room, a.get("boete.evenredig_bedrag", by_blame)))
"""


def straight_line(core: Core, case: Case, decision: DecisionFile) -> Callable[[], object]:
    """Plain Python that takes the same decisions on the same case."""
    loaded = load_plugins(paths.plugins_folder()).of(case.gemeentecode)
    stated = [item.when for plugin in loaded for item in plugin.stated.findings]
    flags = [
        flag.when
        for flag in core.questionnaire.flags
        if flag.when is not None and (not flag.types or decision.type in flag.types)
    ]
    lines = [f"  if {source_of(item)}: out.append({n})" for n, item in enumerate(flags + stated)]
    code = "def decide(a):\n  out = []\n" + "\n".join(lines) + "\n  return amount(a), out\n"
    space: dict[str, Any] = {}
    exec(AMOUNT + code, space)  # our own text, made a line ago
    answers: dict[str, object] = {
        str(item.question): plain(item.value)
        for item in case.answers_for(decision.id)
        if item.state is AnswerState.GIVEN
    }
    answers |= {"benadeling": 213_000, "norm": 141_945}
    return lambda: space["decide"](answers)


def same_rules(core: Core, case: Case, decision: DecisionFile) -> Callable[[], object]:
    """The same rules asked for the same objects, with everything around them done before."""
    assessment = core.engine.assess(case, decision.id, core.organisation.parameters())
    plugins = load_plugins(paths.plugins_folder()).of(case.gemeentecode)
    every = case.answers_for(decision.id)
    questions = asked(core.questionnaire, decision.type, decision.weight, every)
    kind = core.questionnaire.decision_type(decision.type)
    known = with_outcome_facts(every, chosen_outcome(kind, every))
    words = core.texts.under("engine.woorden")
    stated = stated_case(assessment.context, kind.traits, known, questions, words)

    def run() -> object:
        rules = RuleRun(plugins=plugins, context=assessment.context, case=stated)
        computations = rules.computations()
        findings = rules.findings(computations)
        return findings, rules.considerations(findings)

    return run


def milliseconds(run: Callable[[], object], times: int) -> float:
    """How long one run takes, over so many in a row."""
    start = time.perf_counter()
    for _ in range(times):
        run()
    return (time.perf_counter() - start) / times * 1000


def main(rounds: int) -> None:
    """Print the medians and both ratios."""
    core = build_core()
    found = core.reader.read(EXAMPLE)
    assert isinstance(found, CaseFile)
    case, decision = found.case, found.case.decisions[-1]
    organisation = core.organisation.parameters()
    ways = {
        "engine": (lambda: core.engine.assess(case, decision.id, organisation), 5),
        "same rules, same objects": (same_rules(core, case, decision), 5),
        "straight plain Python": (straight_line(core, case, decision), 500),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, (run, times) in ways.items():
            taken[name].append(milliseconds(run, times))
    median = {name: statistics.median(times) for name, times in taken.items()}
    for name, times in taken.items():
        print(f"{name}: median {median[name]:.3f} ms ({min(times):.3f}-{max(times):.3f})")
    engine = median["engine"]
    to_plain = Decimal(engine / median["straight plain Python"]).quantize(Decimal("0.1"))
    to_same = Decimal(engine / median["same rules, same objects"]).quantize(Decimal("0.01"))
    print(
        f"engine against straight plain Python: {to_plain} times (goal: at most {GOAL_PLAIN}, or)"
    )
    print(f"engine against the same rules and objects: {to_same} times (goal: at most {GOAL_SAME})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
