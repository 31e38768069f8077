"""What must hold for any answers at all, of every decision type."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hardship_desk.assessment.result import Assessment
from hardship_desk.core_setup import build_core
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import DecisionTypeId
from tests.integration.any_answers import DECISION, cases

CORE = build_core()
TYPES: list[DecisionTypeId] = [kind.id for kind in CORE.questionnaire.types]
RUNS = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.generate,),  # shrinking a whole dossier takes longer than reading it
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def assess(case: Case) -> Assessment:
    return CORE.engine.assess(case, DECISION, CORE.organisation.parameters())


@pytest.mark.parametrize("kind", TYPES)
@RUNS
@given(data=st.data())
def test_that_no_answers_make_a_rule_raise_and_all_law_has_a_source(
    kind: DecisionTypeId, data: st.DataObject
) -> None:
    case = data.draw(cases(CORE.questionnaire, CORE.questionnaire.decision_type(kind)))
    found = assess(case)
    assert found.problems == ()
    for finding in found.findings:
        assert finding.source.title
        assert finding.basis.dutch()
    for computation in found.computations:
        for line in computation.lines:
            assert line.source.title
            assert line.basis.dutch()
            assert line.amount is None or line.amount.cents >= 0
    for flag in found.flags:
        assert flag.basis
        assert flag.text


@pytest.mark.parametrize("kind", TYPES)
@settings(RUNS, max_examples=6)
@given(data=st.data())
def test_that_a_report_always_names_the_source_of_what_is_legal(
    kind: DecisionTypeId, data: st.DataObject
) -> None:
    case = data.draw(cases(CORE.questionnaire, CORE.questionnaire.decision_type(kind)))
    snapshot = CORE.snapshots.build(case, DECISION, assess(case))
    report = " ".join(whole_text(CORE.papers.report(snapshot)).split())
    assert whole_text(CORE.papers.letter(snapshot))
    for line in (line for item in snapshot.computations for line in item.lines):
        assert_named(report, line.outcome, line.basis.dutch(), line.source.title)
    for finding in snapshot.findings:
        assert_named(report, finding.text, finding.basis.dutch(), finding.source.title)
    for flag in snapshot.flags:
        assert_named(report, flag.text, flag.basis)
    for consideration in snapshot.considerations:
        assert consideration.findings or consideration.answers
        assert_named(report, consideration.printed)
    for rule in snapshot.rules:
        assert_named(report, rule.basis, rule.source)


def assert_named(report: str, *parts: str) -> None:
    for part in parts:
        assert part
        assert " ".join(part.split()) in report


@pytest.mark.parametrize("kind", TYPES)
@settings(RUNS, max_examples=6)
@given(data=st.data())
def test_that_the_same_answers_give_the_same_result(
    kind: DecisionTypeId, data: st.DataObject
) -> None:
    case = data.draw(cases(CORE.questionnaire, CORE.questionnaire.decision_type(kind)))
    assert assess(case) == assess(case)
