"""Findings, paragraphs and letter texts that a plugin states in TOML."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from hardship_desk.assessment.stated.reader import read_findings, read_paragraphs
from hardship_desk.assessment.stated.rules import (
    StatedCase,
    StatedRules,
    stated_considerations,
    stated_findings,
    stated_letter,
    version_of,
)
from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.finding import Direction
from hardship_desk.domain.ids import DecisionTypeId, FindingId, OutcomeId, QuestionId
from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.domain.money import Money
from hardship_desk.plugin_api.catalogue import Provision
from hardship_desk.plugin_api.context import ContextDates
from hardship_desk.questionnaire.model import AnswerType, Question
from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader

FINDING = """
[[finding]]
id = "proef.inkomen"
step = 7
types = ["proef"]
when = { question = "a.inkomen", answered = true }
direction = "pleit_voor"
basis = "pw-proef"
text = "Het inkomen is {a.inkomen}; het vermogen is {a.vermogen}."
topic = "middelen"
consideration = "Het inkomen bedraagt {a.inkomen}."
also = [
    { weights = ["gewoon"], text = "Dat is gewogen." },
    { when = { question = "a.vermogen", answered = true }, text = "Het vermogen telt mee." },
]

[[finding]]
id = "proef.weinig"
step = 7
traits = ["op_aanvraag"]
weights = ["zwaar"]
when = { question = "a.inkomen", at_most = 500.00 }
basis = "pw-proef"
text = "Dat is weinig."
topic = "middelen"
consideration = "Dat is weinig."
"""
LETTER = """
[[paragraph]]
section = "waarom"
outcomes = ["toekennen"]
text = "Uw inkomen is {a.inkomen}."

[[paragraph]]
section = "hulp"
types = ["anders"]
text = "Bel ons."

[[paragraph]]
section = "hulp"
when = { question = "a.inkomen", at_least = 900.00 }
text = "U heeft genoeg."
"""
OLD, NEW = date(2025, 6, 1), date(2026, 6, 1)


def table(text: str, problems: ProblemList | None = None) -> TableReader:
    data = tomllib.loads(text, parse_float=Decimal)
    return TableReader("proef.toml", "", data, problems or ProblemList())


def rules() -> StatedRules:
    return StatedRules(
        findings=read_findings((table(FINDING),)), paragraphs=read_paragraphs((table(LETTER),))
    )


def provision(start: date | None, end: date | None, paragraph: str) -> Provision:
    return Provision(
        id="pw-proef",
        basis=LegalBasis(law="Participatiewet", article="1", paragraph=paragraph),
        kind="x",
        binding="moet",
        applies_to=(),
        gist="x",
        elements=(),
        motivation=(),
        case_law=(),
        anchor=Anchor.RECHTPERIODE,
        seen_from=date(2023, 1, 1),
        valid_from=start,
        valid_until=end,
        source=Source(title="x"),
        certainty=Certainty.VERIFIED,
    )


PROVISIONS = (
    provision(None, date(2025, 12, 31), "1"),
    provision(date(2026, 1, 1), None, "2"),
)


def case(cents: int | None = 40000, **changed: object) -> StatedCase:
    name = QuestionId("a.inkomen")
    given = () if cents is None else (Answer(question=name, value=Money(cents)),)
    plain = StatedCase(
        type=DecisionTypeId("proef"),
        traits=("op_aanvraag",),
        weight=CaseWeight.ZWAAR,
        dates=ContextDates(besluit=NEW),
        answers=AnswerSet.of(given),
        questions={name: Question(id=name, step=7, type=AnswerType.AMOUNT, text="x")},
        words={"unknown": "onbekend"},
    )
    return replace(plain, **changed)  # type: ignore[arg-type]  # names are those of the fields


def names(of: StatedCase) -> list[str]:
    return [item.id for item in stated_findings(rules(), PROVISIONS, of)]


def test_that_a_finding_tells_the_answers_and_what_is_unknown() -> None:
    first = stated_findings(rules(), PROVISIONS, case())[0]
    assert first.text == "Het inkomen is € 400,00; het vermogen is onbekend."
    assert (first.direction, first.cites) == (Direction.PLEADS_FOR, ("a.inkomen",))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, ["proef.inkomen", "proef.weinig"]),
        ({"weight": CaseWeight.GEWOON}, ["proef.inkomen"]),
        ({"traits": ()}, ["proef.inkomen"]),
        ({"type": DecisionTypeId("ander")}, ["proef.weinig"]),
        ({"type": DecisionTypeId("ander"), "traits": ()}, []),
    ],
)
def test_that_type_trait_and_weight_decide_who_is_told(
    changed: dict[str, Any], expected: list[str]
) -> None:
    assert names(replace(case(), **changed)) == expected


def test_that_a_condition_just_outside_finds_nothing() -> None:
    assert names(case(50000)) == ["proef.inkomen", "proef.weinig"]
    assert names(case(50001)) == ["proef.inkomen"]
    assert names(case(None)) == []


def test_that_the_anchor_date_chooses_the_version_of_the_law() -> None:
    for day, paragraph in ((OLD, "1"), (NEW, "2")):
        found = stated_findings(rules(), PROVISIONS, case(dates=ContextDates(besluit=day)))
        assert {item.basis.paragraph for item in found} == {paragraph}


def test_that_a_day_before_the_oldest_text_is_derived() -> None:
    old = ContextDates(besluit=date(2020, 1, 1))
    found = stated_findings(rules(), PROVISIONS, case(dates=old))
    assert {item.certainty for item in found} == {Certainty.DERIVED}


def test_that_without_any_date_the_newest_version_counts() -> None:
    found = stated_findings(rules(), PROVISIONS, case(dates=ContextDates()))
    assert {item.basis.paragraph for item in found} == {"2"}
    assert {item.certainty for item in found} == {Certainty.VERIFIED}
    at_decision = tuple(replace(item, anchor=Anchor.BESLUIT) for item in PROVISIONS)
    newest = version_of(at_decision, "pw-proef", ContextDates())
    assert newest is not None
    assert newest.basis.paragraph == "2"


def test_that_a_finding_under_an_unknown_provision_is_left_out() -> None:
    assert stated_findings(rules(), (), case()) == ()


def test_that_sentences_of_one_topic_make_one_paragraph() -> None:
    drafts = stated_considerations(rules(), names_of(case()), case())
    assert [(item.id, item.text) for item in drafts] == [
        ("proef.middelen", "Het inkomen bedraagt € 400,00. Dat is weinig.")
    ]
    assert drafts[0].findings == ("proef.inkomen", "proef.weinig")
    assert stated_considerations(rules(), (), case()) == ()


@pytest.mark.parametrize(
    ("weight", "more"), [(CaseWeight.KORT, ""), (CaseWeight.GEWOON, " Dat is gewogen.")]
)
def test_that_a_paragraph_claims_only_what_was_asked(weight: CaseWeight, more: str) -> None:
    of = case(weight=weight)
    assert stated_considerations(rules(), names_of(of), of)[0].text.endswith(f"€ 400,00.{more}")
    answer = Answer(question=QuestionId("a.vermogen"), value=Money(1))
    known = replace(of, answers=AnswerSet.of((*of.answers, answer)))
    said = stated_considerations(rules(), names_of(known), known)[0].text
    assert said.endswith(f"€ 400,00.{more} Het vermogen telt mee.")


def names_of(of: StatedCase) -> list[FindingId]:
    return [FindingId(name) for name in names(of)]


def test_that_a_letter_says_what_belongs_to_outcome_type_and_answers() -> None:
    granted = stated_letter(rules(), OutcomeId("toekennen"), case(90000))
    assert [item.text for item in granted] == ["Uw inkomen is € 900,00.", "U heeft genoeg."]
    assert stated_letter(rules(), OutcomeId("afwijzen"), case()) == ()


def test_that_an_open_answer_is_called_unknown() -> None:
    name = QuestionId("a.inkomen")
    open_ = AnswerSet.of((Answer(question=name, state=AnswerState.UNKNOWN),))
    granted = stated_letter(rules(), OutcomeId("toekennen"), case(answers=open_))
    assert [item.text for item in granted] == ["Uw inkomen is onbekend."]


def test_that_each_mistake_is_named() -> None:
    problems = ProblemList()
    wrong = '[[finding]]\nid = "a.b"\nstep = 17\nbasis = "x"\ntext = "y"\nvreemd = 1\n'
    assert read_findings((table(wrong, problems),)) == ()
    assert [str(item) for item in problems.all()] == [
        "proef.toml: finding[a.b].step: no_such_step",
        "proef.toml: finding[a.b].when: missing",
        "proef.toml: finding[a.b].vreemd: unknown_key",
    ]
