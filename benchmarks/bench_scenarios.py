"""Ten thousand cases through all rules in one run: the rate, and that no rule ever fails.

The cases are the neutral case of each decision type with the answers of others laid over it by
chance, from a fixed seed, so that every run does the same work. Usage: bench_scenarios.py [CASES]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hardship_desk.core_setup import Core, build_core  # noqa: E402
from hardship_desk.domain.answers import Answer, AnswerState  # noqa: E402
from hardship_desk.domain.case import Case  # noqa: E402
from hardship_desk.questionnaire.model import AnswerType, Question  # noqa: E402
from hardship_desk.questionnaire.route import asked  # noqa: E402
from hardship_desk.services.ports.case_files import CaseFile  # noqa: E402
from tests.integration.ruling_files import base_case, base_kinds, write_case_file  # noqa: E402

SEED, CHANGED = 20261126, 4


def neutral_cases(core: Core) -> list[Case]:
    """The neutral case of every decision type that has one."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for kind in base_kinds():
            file = write_case_file(base_case(kind), Path(folder) / "zaak.toml")
            read = core.reader.read(file)
            if not isinstance(read, CaseFile):
                raise SystemExit(f"{kind}: {read}")
            found.append(read.case)
    return found


def changed(core: Core, case: Case, chance: random.Random) -> Case:
    """The case with some of its closed questions answered otherwise, or called unknown."""
    decision = case.decisions[-1]
    answers = case.answers_for(decision.id)
    questions = asked(core.questionnaire, decision.type, decision.weight, answers)
    closed = [item for item in questions if item.type in (AnswerType.ONE_OF, AnswerType.YES_NO)]
    for question in chance.sample(closed, min(CHANGED, len(closed))):
        decision = decision.with_answer(other_answer(question, chance))
    return replace(case.with_decision(decision), facts=case.facts)


def other_answer(question: Question, chance: random.Random) -> Answer:
    """Any answer to a closed question."""
    if chance.random() < 0.1:
        return Answer(question=question.id, state=AnswerState.UNKNOWN)
    options = [option.id for option in question.options] or [True, False]
    return Answer(question=question.id, value=chance.choice(options))


def main(count: int) -> None:
    """Print the rate, the flags in the middle case, and any plugin that failed."""
    core, chance = build_core(), random.Random(SEED)  # cases, not secrets
    bases, organisation = neutral_cases(core), core.organisation.parameters()
    cases = [changed(core, bases[number % len(bases)], chance) for number in range(count)]
    failed: Counter[str] = Counter()
    flags: list[int] = []
    start = time.perf_counter()
    for case in cases:
        found = core.engine.assess(case, case.decisions[-1].id, organisation)
        failed.update(problem.detail for problem in found.problems)
        flags.append(len(found.flags))
    passed = time.perf_counter() - start
    print(f"{count} cases of {len(bases)} types in {passed:.1f} s: {count / passed:.0f} a second")
    print(
        f"flags in the middle case: {sorted(flags)[count // 2]}; rules that failed: {sum(failed.values())}"
    )
    if failed:
        raise SystemExit(str(failed))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
