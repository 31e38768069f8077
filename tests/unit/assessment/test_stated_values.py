"""Findings and paragraphs that name a value of the municipality, as it holds on the day of the case."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from hardship_desk.assessment.stated.reader import read_findings, read_paragraphs
from hardship_desk.assessment.stated.rules import (
    StatedCase,
    StatedRules,
    stated_considerations,
    stated_findings,
    stated_letter,
)
from hardship_desk.assessment.stated.values import in_words, value_then
from hardship_desk.domain.answers import Answer, AnswerSet
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.finding import Direction, Finding
from hardship_desk.domain.ids import DecisionTypeId, OutcomeId, QuestionId
from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.catalogue import Parameter, ParameterTable, ParameterValue
from hardship_desk.plugin_api.context import ContextDates
from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader

NAME = "proef.vrij.bedrag"
OTHER = "proef.termijn"
TEXTS = """
[[finding]]
id = "proef.vrij"
step = 2
when = { question = "a.ja", equals = true }
direction = "pleit_voor"
value = "proef.vrij.bedrag"
text = "Tot {waarde proef.vrij.bedrag} blijft vrij."
topic = "vrij"
consideration = "Tot {waarde proef.vrij.bedrag} is vrij gelaten."

[[finding]]
id = "proef.beide"
step = 2
when = { question = "a.ja", equals = true }
value = "proef.vrij.bedrag"
text = "Tot {waarde proef.vrij.bedrag}, binnen {waarde proef.termijn}."
"""
LETTER = """
[[paragraph]]
section = "waarom"
text = "U mag {waarde proef.vrij.bedrag} houden."
"""
DAY, FREE = date(2026, 6, 1), Money(50000)


def value(what: ParameterValue | None = FREE, name: str = NAME, **changed: object) -> Parameter:
    made = Parameter(
        name=name,
        value=what,
        unit="maanden",
        anchor=Anchor.RECHTPERIODE,
        valid=Period(date(2020, 1, 1), None),
        basis=LegalBasis(law="Beleidsregels Proef", article="3"),
        source=Source(title="Proeftekst"),
        certainty=Certainty.SECONDARY,
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # names are those of the fields


def table(text: str) -> TableReader:
    return TableReader("proef.toml", "", tomllib.loads(text), ProblemList())


def rules() -> StatedRules:
    return StatedRules(
        findings=read_findings((table(TEXTS),)), paragraphs=read_paragraphs((table(LETTER),))
    )


def case(*values: Parameter, dates: ContextDates | None = None) -> StatedCase:
    name = QuestionId("a.ja")
    return StatedCase(
        type=DecisionTypeId("proef"),
        traits=(),
        weight=CaseWeight.GEWOON,
        dates=dates or ContextDates(besluit=DAY),
        answers=AnswerSet.of((Answer(question=name, value=True),)),
        questions={},
        words={"unknown": "onbekend", "value_ended": "Gold tot en met {day}: {rules}."},
        values=ParameterTable(values),
    )


def findings(of: StatedCase) -> dict[str, Finding]:
    return {item.id: item for item in stated_findings(rules(), (), of)}


def paragraphs(of: StatedCase) -> list[str]:
    return [item.text for item in stated_letter(rules(), OutcomeId("x"), of)]


def test_that_a_finding_rests_on_its_value() -> None:
    found = findings(case(value(), value(6, OTHER)))
    assert found["proef.vrij"].text == "Tot € 500,00 blijft vrij."
    assert found["proef.vrij"].basis.dutch() == "Beleidsregels Proef art. 3"
    assert found["proef.vrij"].certainty is Certainty.SECONDARY
    assert found["proef.vrij"].direction is Direction.PLEADS_FOR
    assert found["proef.beide"].text == "Tot € 500,00, binnen 6 maanden."
    assert paragraphs(case(value())) == ["U mag € 500,00 houden."]


def test_that_nothing_is_said_of_what_is_not_known() -> None:
    assert findings(case(value(None))) == {}
    assert findings(case()) == {}
    assert list(findings(case(value()))) == ["proef.vrij"]
    assert paragraphs(case(value(None))) == []
    assert findings(case(value(), dates=ContextDates())) == {}


def test_that_a_value_that_ended_pleads_nothing_and_says_so() -> None:
    ended = value(valid=Period(date(2020, 1, 1), date(2025, 12, 31)))
    here = case(ended)
    [found] = findings(here).values()
    assert found.text == "Gold tot en met 31-12-2025: Proeftekst."
    of_text = case(replace(ended, source=Source(title="Beleidsregels Proef")))
    [named] = findings(of_text).values()
    assert named.text == "Gold tot en met 31-12-2025: Beleidsregels Proef art. 3."
    assert (found.direction, found.valid) == (Direction.NEUTRAL, ended.valid)
    assert stated_considerations(rules(), [found.id], here) == ()
    assert paragraphs(here) == []
    [said] = stated_considerations(rules(), [found.id], case(value()))
    assert said.text == "Tot € 500,00 is vrij gelaten."


def test_that_a_value_not_yet_in_force_is_not_there() -> None:
    later = value(valid=Period(date(2027, 1, 1), None))
    assert findings(case(later)) == {}
    assert value_then(ParameterTable((later,)), ContextDates(besluit=DAY), NAME).ended is None


def test_that_the_anchor_names_the_day() -> None:
    old = value(valid=Period(date(2020, 1, 1), date(2025, 12, 31)))
    then = ContextDates(rechtperiode=Period(date(2025, 1, 1), date(2025, 3, 1)), besluit=DAY)
    assert findings(case(old, dates=then))["proef.vrij"].text == "Tot € 500,00 blijft vrij."


def test_that_an_open_place_is_called_unknown() -> None:
    assert case().fill("{waarde proef.vrij.bedrag} en {a.ja}") == "onbekend en onbekend"


@pytest.mark.parametrize(
    ("what", "unit", "words"),
    [
        (Money(120000), "euro", "€ 1.200,00"),
        (Fraction(1, 5), "procent", "20 procent"),
        (Fraction(1, 3), "procent", "33,33 procent"),
        (("a", "b"), "lijst", "a, b"),
        (True, "ja_nee", "ja"),
        (False, "ja_nee", "nee"),
        ("vrij", "keuze", "vrij"),
        (1, "maanden", "1 maand"),
        (24, "maanden", "24 maanden"),
    ],
)
def test_that_a_value_is_said_in_words(what: ParameterValue, unit: str, words: str) -> None:
    assert in_words(what, unit) == words
