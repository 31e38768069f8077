"""The worker in this process: what goes over the pipe, and what comes back, without loss."""

from __future__ import annotations

import io
import os
import sys
from datetime import date
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType

import pytest

from hardship_desk.assessment.plugins import confine as plugin_confine
from hardship_desk.assessment.plugins import worker as plugin_worker
from hardship_desk.assessment.plugins.confine import NotForRulesError, judge
from hardship_desk.assessment.plugins.own_code import PluginFailedError
from hardship_desk.assessment.plugins.wire import (
    decode_arguments,
    decode_context,
    decode_items,
    decode_parameters,
    dumps,
    encode_arguments,
    encode_context,
    encode_parameters,
    loads,
)
from hardship_desk.assessment.plugins.worker import Worker, answer_all, rules_from
from hardship_desk.domain.answers import AnswerState, Row
from hardship_desk.domain.case import PersonRole
from hardship_desk.domain.codec import encode
from hardship_desk.domain.computation import CalculationLine, Computation, LineInput
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.evidence import EvidenceKind, EvidenceStatus, Verification
from hardship_desk.domain.finding import Direction, Finding
from hardship_desk.domain.ids import (
    DecisionTypeId,
    EvidenceId,
    FindingId,
    LineId,
    OutcomeId,
    QuestionId,
)
from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.catalogue import Parameter, ParameterTable
from hardship_desk.plugin_api.context import (
    AssessmentContext,
    ContextAnswer,
    ContextDates,
    ContextEvidence,
    ContextValue,
    HasText,
)
from hardship_desk.plugin_api.letter import LetterView

BASIS, SOURCE = LegalBasis(law="Awb", article="3:4"), Source(title="Proeftekst")
VALUES: dict[str, ContextValue | None] = {
    "a.ja": True,
    "a.getal": 3,
    "a.keuze": "een",
    "a.bedrag": Money(12_345),
    "a.dag": date(2026, 1, 2),
    "a.periode": Period(date(2026, 1, 1), None),
    "a.keuzes": ("een", "twee"),
    "a.rijen": (Row(id="r1", cells=(("kolom", Money(5)), ("naam", True))),),
    "a.tekst": HasText(12),
    "a.leeg": None,
}
PARAMETERS = ParameterTable(
    tuple(
        Parameter(
            name=f"proef.{unit}",
            value=value,
            unit=unit,
            anchor=Anchor.BESLUIT,
            valid=Period(date(2020, 1, 1), None),
            basis=BASIS,
            source=SOURCE,
            certainty=Certainty.VERIFIED,
        )
        for unit, value in (
            ("euro", Money(150)),
            ("procent", Fraction(1, 3)),
            ("maanden", 12),
            ("ja_nee", False),
            ("lijst", ("a", "b")),
            ("keuze", "onder"),
            ("leeg", None),
        )
    )
)
CONTEXT = AssessmentContext(
    decision_type=DecisionTypeId("boete"),
    weight=CaseWeight.GEWOON,
    dates=ContextDates(gedraging=Period(date(2026, 1, 1), None), besluit=date(2026, 6, 1)),
    person_role=PersonRole.INWONER,
    roles_in_dossier=(PersonRole.INWONER, PersonRole.KIND),
    answers=MappingProxyType(
        {
            QuestionId(name): ContextAnswer(
                state=AnswerState.GIVEN if value is not None else AnswerState.UNKNOWN,
                value=value,
                derived=name == "a.getal",
                evidence=(EvidenceId("b1"),) if name == "a.ja" else (),
            )
            for name, value in VALUES.items()
        }
    ),
    evidence=(
        ContextEvidence(
            id=EvidenceId("b1"),
            kind=EvidenceKind.STUK,
            verification=Verification.REGISTER,
            status=EvidenceStatus.VASTSTAAND,
            covers=None,
            supports=(QuestionId("a.ja"),),
            incriminating=None,
            contradicted=False,
        ),
    ),
    linked_amounts=MappingProxyType({DecisionTypeId("terugvordering"): Money(7)}),
    parameters=PARAMETERS,
)
FINDING = Finding(
    id=FindingId("proef.x"),
    step=6,
    text="Tekst.",
    direction=Direction.PLEADS_FOR,
    basis=BASIS,
    source=SOURCE,
    certainty=Certainty.VERIFIED,
)
COMPUTATION = Computation(
    id="proef",
    title="Proef",
    lines=(
        CalculationLine(
            id=LineId("proef.1"),
            description="Regel",
            inputs=(LineInput(name="a", value="1"),),
            formula="a",
            outcome="1",
            amount=Money(1),
            basis=BASIS,
            source=SOURCE,
            certainty=Certainty.VERIFIED,
        ),
    ),
    total=Money(1),
)
RULES = """
from hardship_desk.plugin_api import Certainty, Direction, Finding, LegalBasis, Source, hookimpl

@hookimpl
def hardship_findings(context, computations):
    {body}
    return (Finding(id="proef.x", step=6, text="Tekst.", direction=Direction.PLEADS_FOR,
        basis=LegalBasis(law="Awb", article="3:4"), source=Source(title="Proeftekst"),
        certainty=Certainty.VERIFIED),)
"""


def test_that_a_case_crosses_without_loss() -> None:
    sent = loads(dumps({"context": encode_context(CONTEXT), "p": encode_parameters(PARAMETERS)}))
    assert decode_context(sent["context"], decode_parameters(sent["p"])) == CONTEXT
    bare = AssessmentContext(
        decision_type=DecisionTypeId("boete"), weight=CaseWeight.KORT, dates=ContextDates()
    )
    assert decode_context(encode_context(bare), ParameterTable()) == bare


def test_that_no_free_text_and_no_name_crosses() -> None:
    text = dumps(encode_context(CONTEXT)).decode()
    assert '"has_text":12' in text
    assert "label" not in text


def test_that_arguments_cross_without_loss() -> None:
    view = LetterView(outcome=OutcomeId("boete"), amount=Money(3), decision_date=None)
    given = {"computations": (COMPUTATION,), "findings": (FINDING,), "decision": view}
    sent = loads(dumps(encode_arguments({"context": CONTEXT, **given})))
    assert decode_arguments(sent) == given


@pytest.mark.parametrize(
    "line",
    [b"", b"rommel", b'{"a": NaN}', b"[1]", b'{"a": ', b"[" * 100_000, b'{"a":' + b"9" * 5000],
)
def test_that_rubbish_is_no_message(line: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        loads(line)


@pytest.mark.parametrize(
    "change",
    [
        {"step": "zes"},
        {"step": 6.5},
        {"text": "x" * 20_001},
        {"direction": "anders"},
        {"basis": {}},
        {"step": 10**15},
        {"valid": {"from": "gisteren", "to": None}},
        {"text": [[[[[[[[[[[[[["diep"]]]]]]]]]]]]]]},
    ],
)
def test_that_an_answer_of_another_shape_is_refused(change: dict[str, object]) -> None:
    good = loads(dumps({"items": [encode(FINDING)]}))["items"]
    assert decode_items("hardship_findings", good) == (FINDING,)
    with pytest.raises((ValueError, KeyError)):
        decode_items("hardship_findings", [{**good[0], **change}])
    with pytest.raises(ValueError, match="not_a_list"):
        decode_items("hardship_findings", good * 301)


def modules(body: str = "pass") -> dict[str, str]:
    return {"rules.py": RULES.format(body=body)}


def ask(worker: Worker, hook: str = "hardship_findings") -> dict[str, object] | None:
    return worker.answer(
        {
            "do": "ask",
            "number": 7,
            "hook": hook,
            "context": encode_context(CONTEXT),
            "arguments": {"computations": encode((COMPUTATION,))},
        }
    )


def test_that_a_worker_loads_and_answers() -> None:
    worker = Worker()
    assert ask(worker) == {"number": 7, "failed": "not_loaded"}
    loaded = worker.answer({"do": "load", "plugin": "a1", "modules": modules(), "texts": {}})
    assert loaded == {"loaded": {"hardship_findings": ("context", "computations")}}
    assert worker.answer({"do": "parameters", "items": encode_parameters(PARAMETERS)}) is None
    answered = ask(worker)
    assert answered is not None
    assert decode_items("hardship_findings", answered["items"]) == (FINDING,)


def test_that_a_package_finds_its_own_modules() -> None:
    files = {
        "rules/__init__.py": "from .deel.een import Rules\ndef create(texts):\n    return Rules(texts)",
        "rules/deel/__init__.py": "",
        "rules/deel/een.py": "class Rules:\n    def __init__(self, texts):\n        self.texts = texts",
    }
    made = rules_from("a2", files, {"k": "zin"})
    assert getattr(made, "texts") == {"k": "zin"}  # noqa: B009  # made from text


@pytest.mark.parametrize(
    ("body", "kind"), [("1/0", "ZeroDivisionError"), ("raise SystemExit", "SystemExit")]
)
def test_that_a_failure_is_told_by_its_kind(body: str, kind: str) -> None:
    worker = Worker()
    worker.answer({"do": "load", "plugin": f"b_{kind}", "modules": modules(body), "texts": {}})
    assert ask(worker) == {"number": 7, "failed": kind}


@pytest.mark.parametrize(
    ("source", "kind"), [("1/0", "ZeroDivisionError"), ("raise SystemExit", "SystemExit")]
)
def test_that_rules_that_do_not_load_are_told(source: str, kind: str) -> None:
    message = {"do": "load", "plugin": f"c_{kind}", "modules": {"rules.py": source}, "texts": {}}
    assert Worker().answer(message) == {"number": 0, "failed": kind}
    with pytest.raises(PluginFailedError):
        rules_from("a5", {"rules.py": source}, {})


def test_that_each_line_gets_a_line() -> None:
    load = {"do": "load", "plugin": "a6", "modules": modules(), "texts": {}}
    values = {"do": "parameters", "items": []}
    answers = io.BytesIO()
    answer_all(io.BytesIO(dumps(load) + dumps(values)), answers)
    first, second = answers.getvalue().splitlines()
    assert loads(first) == {"ready": True}
    assert "loaded" in loads(second)


PLACE = (f"/proefplek/py{os.sep}",)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("open", ("/proefplek/py/x.py", "w", 0)),
        ("open", ("/proefplek/py/x.py", None, os.O_RDWR)),
        ("open", ("/home/x", "r", 0)),
        ("open", (None, "r", 0)),
        ("os.listdir", ("/home",)),
        ("socket.connect", (None, ("h", 1))),
        ("subprocess.Popen", ("ls",)),
        ("os.fork", ()),
        ("import", ("hardship_desk.er_niet",)),
    ],
)
def test_that_what_no_rule_needs_is_refused(event: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(NotForRulesError):
        judge(event, arguments, PLACE)


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("open", ("/proefplek/py/x.py", "rb", 0)),
        ("open", (b"/proefplek/py/x.py", "r", 0)),
        ("open", (3, "wb", 0)),
        ("os.scandir", ("/proefplek/py",)),
        ("import", ("json",)),
        ("import", ("hardship_desk.plugin_api",)),
        ("compile", ()),
    ],
)
def test_that_what_rules_need_is_left_alone(event: str, arguments: tuple[object, ...]) -> None:
    judge(event, arguments, PLACE)


def test_that_a_worker_takes_itself_in_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    hooks: list[object] = []
    done: list[str] = []
    monkeypatch.setattr(sys, "addaudithook", hooks.append)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(os, "environ", {"HARDSHIP_DESK_DATA": "/ergens"})
    plugin_confine.confine()
    assert os.environ == {}
    assert sys.dont_write_bytecode
    [hook] = hooks
    with pytest.raises(NotForRulesError):
        hook("os.fork", ())  # type: ignore[operator]  # the hook that was set
    monkeypatch.setattr(plugin_worker, "private_pipes", lambda: (io.BytesIO(), io.BytesIO()))
    for name in ("limit_resources", "confine"):
        monkeypatch.setattr(plugin_worker, name, lambda name=name: done.append(name))
    assert plugin_worker.serve() == 0
    assert done == ["limit_resources", "confine"]


def test_that_limits_are_set_where_there_are_any(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    seen: dict[int, tuple[int, int]] = {}

    def note(kind: int, limits: tuple[int, int]) -> None:
        seen[kind] = limits
        if kind == resource.RLIMIT_NOFILE:
            raise ValueError

    monkeypatch.setattr(resource, "setrlimit", note)
    monkeypatch.delattr(resource, "RLIMIT_NPROC")
    plugin_confine.limit_resources()
    assert seen[resource.RLIMIT_AS] == (plugin_confine.MEMORY_BYTES,) * 2
    assert seen[resource.RLIMIT_FSIZE] == (0, 0)
    monkeypatch.setitem(sys.modules, "resource", None)
    seen.clear()
    plugin_confine.limit_resources()
    assert seen == {}


def test_that_the_pipes_are_moved_out_of_reach(tmp_path: Path) -> None:
    import subprocess

    script = (
        "import os, sys\n"
        "from hardship_desk.assessment.plugins.confine import private_pipes\n"
        "asking, answering = private_pipes()\n"
        "print('verloren', flush=True); os.close(1)\n"
        "answering.write(asking.readline().upper()); answering.flush()\n"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script], input=b"hallo\n", capture_output=True, cwd=root, check=True
    )
    assert done.stdout == b"HALLO\n"
