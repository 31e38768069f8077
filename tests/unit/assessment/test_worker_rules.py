"""Rules in a process of their own: who waits and who does not, what is kept, and three failures."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardship_desk.assessment.plugins import worker_rules
from hardship_desk.assessment.plugins.loader import PluginCode
from hardship_desk.assessment.plugins.own_code import PluginBusyError, PluginFailedError
from hardship_desk.assessment.plugins.process import PluginProcess, worker_command
from hardship_desk.assessment.plugins.worker_rules import QuestionWriter, WorkerRules
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.plugin_api.context import AssessmentContext, ContextDates
from tests.unit.assessment.test_plugin_worker import CONTEXT, RULES

Maker = Callable[..., WorkerRules]


@pytest.fixture
def make() -> Iterator[Maker]:
    made: list[WorkerRules] = []

    def maker(source: str = RULES.format(body="pass"), **more: object) -> WorkerRules:
        code = PluginCode(
            plugin="proef", sha256="s", modules={"rules.py": source.encode()}, texts={}
        )
        rules = WorkerRules(code, worker_command(), QuestionWriter(), **more)  # type: ignore[arg-type]
        made.append(rules)
        return rules

    yield maker
    for rules in made:
        rules.close()


def other_case(number: int) -> AssessmentContext:
    return AssessmentContext(
        decision_type=DecisionTypeId(f"soort-{number}"),
        weight=CaseWeight.KORT,
        dates=ContextDates(),
    )


def ask(
    rules: WorkerRules, context: AssessmentContext = CONTEXT, *, patient: bool = True
) -> tuple[Finding, ...]:
    arguments = {"context": context, "computations": ()}
    return rules.begin("hardship_findings", Finding, arguments, patient=patient).result()


def test_that_who_cannot_wait_sees_what_was_found_before(make: Maker) -> None:
    rules = make()
    with pytest.raises(PluginBusyError):
        ask(rules, patient=False)
    [found] = ask(rules)
    pid = rules.pid
    assert ask(rules, patient=False) == (found,)
    assert ask(rules) == (found,)
    with pytest.raises(PluginBusyError):
        ask(rules, other_case(1), patient=False)
    assert rules.pid == pid


def test_that_a_hook_that_is_not_there_is_not_asked(make: Maker) -> None:
    rules = make()
    arguments = {"context": CONTEXT}
    for patient in (True, False):
        asked = rules.begin("hardship_computations", Computation, arguments, patient=patient)
        assert asked.result() == ()
    with pytest.raises(TypeError):
        rules.begin("hardship_findings", Computation, arguments, patient=True)
    with pytest.raises(TypeError):
        rules.begin("hardship_findings", Finding, {"context": None}, patient=True)


def test_that_three_failures_switch_it_off_and_tell(make: Maker) -> None:
    told: list[PluginCode] = []
    rules = make(RULES.format(body="raise RuntimeError('geheim')"), on_off=told.append)
    for number in range(3):
        assert not rules.is_off
        with pytest.raises(PluginFailedError) as failure:
            ask(rules, other_case(number))
        assert failure.value.kind == "RuntimeError"
        with pytest.raises(PluginFailedError):
            ask(rules, other_case(number))
    assert rules.is_off
    assert [code.plugin for code in told] == ["proef"]
    with pytest.raises(PluginFailedError, match="uitgezet"):
        ask(rules, other_case(9))
    assert rules.pid is None


def test_that_wrong_answers_count_once_for_each_question(make: Maker) -> None:
    rules = make()
    for number in range(3):
        ask(rules, other_case(number))
        for _ in range(3):
            rules.blame("bevinding_onjuist")
        assert rules.is_off == (number == 2)


def test_that_it_can_be_switched_off(make: Maker) -> None:
    rules = make()
    ask(rules)
    rules.turn_off()
    assert rules.is_off
    assert rules.pid is None


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("while True: pass", "te_laat"),
        ("import os; os._exit(7)", "proces_gestopt"),
        (
            "import os; os.write(9, b'rommel'); [os.write(n, b'rommel\\n') for n in range(3, 9)]",
            "OSError",
        ),
        ("return ('tekst',)", "not_a_Finding"),
        ("raise type('met spatie en €', (Exception,), {})()", "onbekende_fout"),
    ],
)
def test_that_a_failure_has_a_name(
    make: Maker, monkeypatch: pytest.MonkeyPatch, body: str, kind: str
) -> None:
    monkeypatch.setattr(worker_rules, "MS_TO_ANSWER", 1000)
    with pytest.raises(PluginFailedError) as failure:
        ask(make(RULES.format(body=body)))
    assert failure.value.kind in (kind, "antwoord_onleesbaar")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ('{"number": 1, "items": [{"id": "x"}]}', "antwoord_onjuist"),
        ('{"number": 1, "items": 5}', "antwoord_onjuist"),
        ('{"number": 1, "items": [{"id": NaN}]}', "antwoord_onleesbaar"),
        ('{"number": 1', "antwoord_onleesbaar"),
        ("x", "antwoord_onleesbaar"),
        ("", "antwoord_onleesbaar"),
    ],
)
def test_that_a_forged_answer_is_refused(make: Maker, answer: str, kind: str) -> None:
    script = (
        "import sys\n"
        "def say(text): sys.stdout.write(text + '\\n'); sys.stdout.flush()\n"
        "say('{\"ready\": true}')\n"
        "sys.stdin.readline()\n"
        'say(\'{"loaded": {"hardship_findings": ["context"]}}\')\n'
        "sys.stdin.readline(); sys.stdin.readline()\n"
        'say(\'{"number": 0, "items": []}\')\n'
        f"say({answer!r} * (5_000_000 if {answer!r} == 'x' else 1))\n"
    )
    rules = make()
    rules._command = (sys.executable, "-c", script)
    with pytest.raises(PluginFailedError) as failure:
        ask(rules)
    assert failure.value.kind == kind


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        ('print(\'{"ready": true}\'); print(\'{"loaded": {"anders": []}}\')', "antwoord_onjuist"),
        ('print(\'{"ready": true}\'); print(\'{"failed": "SyntaxError"}\')', "SyntaxError"),
        ("", "proces_gestopt"),
    ],
)
def test_that_a_process_that_does_not_load_is_a_failure(
    make: Maker, script: str, kind: str
) -> None:
    rules = make()
    rules._command = (sys.executable, "-c", script)
    with pytest.raises(PluginFailedError) as failure:
        ask(rules)
    assert failure.value.kind == kind


def test_that_a_program_that_is_not_there_is_a_failure(make: Maker) -> None:
    rules = make()
    rules._command = ("/bestaat/niet",)
    with pytest.raises(PluginFailedError, match="proces_start_niet"):
        ask(rules)


def test_that_a_process_that_died_between_questions_is_started_again(make: Maker) -> None:
    rules = make()
    ask(rules, other_case(1))
    first = rules.pid
    assert first is not None
    os.kill(first, 9)
    deadline = time.monotonic() + 5
    while rules._process is not None and rules._process.is_alive and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(ask(rules, other_case(2))) == 1
    assert rules.pid not in (None, first)
    assert not rules._failed_at


def test_that_a_process_is_renewed_and_answers_are_not_kept_for_ever(
    make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_rules, "_ASKS_A_PROCESS", 2)
    monkeypatch.setattr(worker_rules, "_KEPT", 2)
    rules = make()
    pids = set()
    for number in range(3):
        ask(rules, other_case(number))
        pids.add(rules.pid)
    assert len(pids) == 2
    with pytest.raises(PluginBusyError):
        ask(rules, other_case(0), patient=False)


def test_that_an_answer_is_not_waited_for_twice(make: Maker) -> None:
    rules = make()
    arguments = {"context": CONTEXT, "computations": ()}
    one = rules.begin("hardship_findings", Finding, arguments, patient=True)
    other = rules.begin("hardship_findings", Finding, arguments, patient=True)
    assert one.result() == other.result()
    third = rules.begin(
        "hardship_findings", Finding, {**arguments, "context": other_case(5)}, patient=True
    )
    rules.close()
    with pytest.raises(PluginFailedError, match="proces_gestopt"):
        third.result()


def test_that_the_command_fits_how_the_program_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_command()[-1] == "--worker"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command() == (sys.executable, "--worker")


def test_that_a_process_ends_with_all_it_started() -> None:
    script = (
        "import os, time\n"
        "pid = os.fork()\n"
        "print('{\"pid\": %d}' % pid, flush=True) if pid else None\n"
        "time.sleep(60)\n"
    )
    process = PluginProcess((sys.executable, "-c", script))
    child = process.receive(10_000)["pid"]
    process.end()
    deadline = time.monotonic() + 5
    while process.is_alive and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not process.is_alive
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{child}/stat").read_text().split()[2]
        except OSError:
            return
        if state == "Z":
            return
        time.sleep(0.02)
    pytest.fail("a child lived on")


def test_that_a_poisoned_process_is_tried_once_more(make: Maker) -> None:
    body = "import os, builtins\n    os._exit(1) if hasattr(builtins, 'al') else setattr(builtins, 'al', 1)"
    rules = make(RULES.format(body=body))
    for number in range(3):
        assert len(ask(rules, other_case(number))) == 1
    assert not rules._failed_at
