"""Which questions are asked: by step, type, weight and the answers so far."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.decision import CaseWeight, Outcome
from hardship_desk.domain.ids import DecisionTypeId, OutcomeId, QuestionId
from hardship_desk.questionnaire.model import (
    AnswerType,
    Comparison,
    DecisionType,
    Operator,
    Question,
    Questionnaire,
    Route,
    Step,
)
from hardship_desk.questionnaire.route import answers_on_route, asked, questions_of_step
from tests.unit.questionnaire.builders import answers

BOETE, OTHER = DecisionTypeId("boete"), DecisionTypeId("terugvordering")


def question(name: str, step: int) -> Question:
    return Question(id=QuestionId(name), step=step, type=AnswerType.YES_NO, text=name)


PLAIN = question("horen.tolk", 3)
FOLLOWS = replace(
    question("horen.taal", 3),
    when=Comparison(question=PLAIN.id, operator=Operator.EQUALS, operand=True),
)
HEAVY = replace(question("gelijk.gezocht", 12), weights=frozenset({CaseWeight.ZWAAR}))
OF_OTHER = replace(question("gelijk.termijn", 12), types=(OTHER,))
OUTCOME = replace(
    question("conclusie.uitkomst", 13), type=AnswerType.ONE_OF, options_from="outcomes"
)


NO_FINE = Outcome(id=OutcomeId("geen"), title="Geen boete", letter="x")
FINE = Outcome(id=OutcomeId("boete"), title="Een boete", letter="x")


def decision_type(name: DecisionTypeId) -> DecisionType:
    return DecisionType(
        id=name,
        title=name,
        letter_title=name,
        routes=(
            Route(weight=CaseWeight.GEWOON, steps=(3, 13)),
            Route(weight=CaseWeight.ZWAAR, steps=(3, 12, 13)),
        ),
        outcomes=(NO_FINE, FINE),
        power="gebonden",
    )


def step(number: int, *questions: Question) -> Step:
    return Step(number=number, id=f"s{number}", title="t", intro="i", questions=questions)


WHOLE = Questionnaire(
    version="1",
    sha256="",
    phases=(),
    steps=(step(3, PLAIN, FOLLOWS), step(12, HEAVY, OF_OTHER), step(13, OUTCOME)),
    types=(decision_type(BOETE), decision_type(OTHER)),
    criteria=(),
)


def names(kind: DecisionTypeId, weight: CaseWeight, given: AnswerSet) -> list[str]:
    return [str(item.id) for item in asked(WHOLE, kind, weight, given)]


def test_that_a_question_follows_from_the_answer_before_it() -> None:
    without = names(BOETE, CaseWeight.GEWOON, AnswerSet())
    assert without == ["horen.tolk", "conclusie.uitkomst"]
    given = answers(horen__tolk=True)
    assert names(BOETE, CaseWeight.GEWOON, given) == [
        "horen.tolk",
        "horen.taal",
        "conclusie.uitkomst",
    ]


def test_that_weight_and_type_decide_what_is_asked() -> None:
    assert "gelijk.gezocht" in names(BOETE, CaseWeight.ZWAAR, AnswerSet())
    assert "gelijk.termijn" not in names(BOETE, CaseWeight.ZWAAR, AnswerSet())
    assert "gelijk.termijn" in names(OTHER, CaseWeight.ZWAAR, AnswerSet())


def test_that_a_step_off_the_route_asks_nothing() -> None:
    assert questions_of_step(WHOLE, 12, BOETE, CaseWeight.GEWOON, AnswerSet()) == ()


def test_that_the_outcomes_of_the_type_are_the_options() -> None:
    (found,) = questions_of_step(WHOLE, 13, BOETE, CaseWeight.GEWOON, AnswerSet())
    assert [(option.id, option.text) for option in found.options] == [
        ("geen", "Geen boete"),
        ("boete", "Een boete"),
    ]


def test_that_nobody_chooses_from_one_outcome() -> None:
    kind = replace(decision_type(BOETE), outcomes=(NO_FINE,))
    single = replace(WHOLE, types=(kind,))
    assert questions_of_step(single, 13, BOETE, CaseWeight.GEWOON, AnswerSet()) == ()


def test_that_answers_off_the_route_do_not_count() -> None:
    given = answers(horen__tolk=True, gelijk__gezocht=True)
    on_route = answers_on_route((PLAIN, FOLLOWS), given)
    assert list(on_route) == [given.get(PLAIN.id)]


def test_that_what_the_questionnaire_lacks_is_a_key_error() -> None:
    assert WHOLE.step(12).questions[0] is HEAVY
    assert WHOLE.question(FOLLOWS.id) is FOLLOWS
    with pytest.raises(KeyError, match="4"):
        WHOLE.step(4)
    with pytest.raises(KeyError, match=r"horen\.niets"):
        WHOLE.question(QuestionId("horen.niets"))
    with pytest.raises(KeyError, match="maatregel"):
        WHOLE.decision_type(DecisionTypeId("maatregel"))
    with pytest.raises(KeyError, match="kort"):
        WHOLE.decision_type(BOETE).route(CaseWeight.KORT)
