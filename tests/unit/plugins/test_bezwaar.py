"""The rules on an objection: terms just inside and just outside, grounds and outcome."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

import pytest

from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.plugin_api import (
    AnswerState,
    AssessmentContext,
    CaseWeight,
    ContextAnswer,
    ContextDates,
    Finding,
    QuestionId,
    Row,
)
from hardship_desk.plugin_api.context import ContextValue
from plugins.landelijk.rules.bezwaar.terms import Objection
from tests.unit.plugins.builders import rules

SENT = date(2026, 4, 1)
LAST = date(2026, 5, 13)
Answers = dict[str, ContextValue | None]
PLAIN: Answers = {
    "bezwaar.primair_verzonden": SENT,
    "bezwaar.ontvangen": LAST,
    "bezwaar.commissie": False,
}


def context(changed: Answers | None = None, decided: date | None = LAST) -> AssessmentContext:
    return AssessmentContext(
        decision_type=DecisionTypeId("bezwaar"),
        weight=CaseWeight.GEWOON,
        dates=ContextDates(besluit=decided),
        answers=MappingProxyType(
            {
                QuestionId(name): ContextAnswer(state=AnswerState.GIVEN, value=value)
                for name, value in {**PLAIN, **(changed or {})}.items()
                if value is not None
            }
        ),
    )


def found(changed: Answers | None = None, decided: date | None = LAST) -> dict[str, Finding]:
    case = context(changed, decided)
    findings = rules().hardship_findings(case, rules().hardship_computations(case))
    return {str(item.id).removeprefix("bezwaar."): item for item in findings}


def outcomes(changed: Answers | None = None) -> list[str]:
    [computation] = rules().hardship_computations(context(changed))
    assert computation.total is None
    return [line.outcome for line in computation.lines]


def grounds(*won: str) -> tuple[Row, ...]:
    return tuple(
        Row(id=str(place), cells=(("grond", "x"), ("slaagt", answer), ("antwoord", "y")))
        for place, answer in enumerate(won)
    )


@pytest.mark.parametrize(
    ("received", "posted", "expected"),
    [
        (LAST, None, "op_tijd"),
        (date(2026, 5, 14), None, "te_laat"),
        (date(2026, 5, 20), LAST, "per_post_op_tijd"),
        (date(2026, 5, 21), LAST, "te_laat"),
        (date(2026, 5, 20), date(2026, 5, 14), "te_laat"),
        (None, None, "onbekend"),
    ],
)
def test_that_an_objection_is_in_time_until_the_last_day(
    received: date | None, posted: date | None, expected: str
) -> None:
    objection = Objection(sent=SENT, received=received, posted=posted)
    assert objection.last_day == LAST
    assert objection.timeliness == expected


@pytest.mark.parametrize(
    ("committee", "extended", "expected"),
    [
        (False, None, date(2026, 6, 24)),
        (True, None, date(2026, 8, 5)),
        (None, None, date(2026, 8, 5)),
        (False, "zes_weken", date(2026, 8, 5)),
        (False, "met_instemming", None),
    ],
)
def test_that_the_term_to_decide_follows_committee_and_extension(
    committee: bool | None, extended: str | None, expected: date | None
) -> None:
    objection = Objection(sent=SENT, committee=committee, extended=extended)
    assert objection.decision_deadline == expected


def test_that_unknown_days_are_called_unknown() -> None:
    lines = outcomes({"bezwaar.primair_verzonden": None})
    assert lines[1:] == ["Onbekend.", "Onbekend."]
    assert lines[0].startswith("Onbekend")
    assert outcomes({"bezwaar.verlengd": "met_instemming"})[2].startswith("Zolang")
    assert outcomes()[0] == "13-05-2026."


def test_that_a_late_objection_and_a_late_decision_are_found() -> None:
    late = found({"bezwaar.ontvangen": date(2026, 5, 14)}, date(2026, 6, 25))
    assert {"te_laat", "beslistermijn_voorbij"} <= late.keys()
    assert "13-05-2026" in late["te_laat"].text
    assert "beslistermijn_voorbij" not in found(decided=date(2026, 6, 24))
    assert "beslistermijn_voorbij" not in found(decided=None)


def test_that_the_last_week_to_decide_is_said() -> None:
    assert "beslistermijn_kort" in found(decided=date(2026, 6, 24))
    assert "beslistermijn_kort" in found(decided=date(2026, 6, 18))
    assert "beslistermijn_kort" not in found(decided=date(2026, 6, 17))
    assert "beslistermijn_kort" not in found(decided=date(2026, 6, 25))


def test_that_an_objection_in_time_cannot_be_turned_away_silently() -> None:
    assert "op_tijd_niet_ontvankelijk" in found({"conclusie.uitkomst": "niet_ontvankelijk"})
    assert "op_tijd_niet_ontvankelijk" not in found({"conclusie.uitkomst": "ongegrond"})


@pytest.mark.parametrize(
    ("won", "outcome", "name"),
    [
        (("ja", "nee"), "ongegrond", "grond_slaagt_ongegrond"),
        (("deels",), "ongegrond", "grond_slaagt_ongegrond"),
        (("nee",), "deels_gegrond", "gegrond_zonder_grond"),
    ],
)
def test_that_outcome_and_grounds_must_fit(won: tuple[str, ...], outcome: str, name: str) -> None:
    given: Answers = {"bezwaar.gronden": grounds(*won), "conclusie.uitkomst": outcome}
    assert name in found(given)
    turned = "gegrond_herroepen" if outcome == "ongegrond" else "ongegrond"
    assert name not in found({**given, "conclusie.uitkomst": turned})
    assert "gronden" not in found()


def test_that_each_finding_is_answered_in_the_motivation() -> None:
    case = context({"bezwaar.gronden": grounds("ja"), "conclusie.uitkomst": "ongegrond"})
    findings = rules().hardship_findings(case, ())
    drafts = rules().hardship_considerations(case, findings)
    answered = {name for item in drafts for name in item.findings}
    assert answered == {item.id for item in findings}
    assert rules().hardship_considerations(case, ()) == ()
