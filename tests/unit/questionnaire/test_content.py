"""The questionnaire that is shipped: what a jurist may change, and what must stay true of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerValue
from hardship_desk.domain.criteria import Criterion
from hardship_desk.domain.decision import Afwijkingsgrond, CaseWeight
from hardship_desk.domain.ids import DecisionTypeId, QuestionId
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.model import (
    CORE_STEPS,
    OUTCOME_FACTS,
    All,
    AnswerType,
    AnyOf,
    Comparison,
    Condition,
    Not,
    Operator,
    Question,
    Questionnaire,
)
from hardship_desk.questionnaire.route import asked

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "resources" / "questionnaires"
NATIONAL = ROOT / "plugins" / "landelijk"
PROVISIONS = [NATIONAL / "provisions.toml", *sorted((NATIONAL / "provisions").glob("*.toml"))]
BOETE, TERUGVORDERING = DecisionTypeId("boete"), DecisionTypeId("terugvordering_elders")

AREAS = [
    "gezondheid_lichamelijk",
    "gezondheid_psychisch",
    "gezin_kinderen",
    "zorgtaken",
    "wonen",
    "schulden",
    "werk_scholing",
    "taal_digitaal",
    "netwerk",
    "veiligheid",
    "levensgebeurtenis",
    "justitie_verblijf",
]
FORBIDDEN = re.compile(r"fraud|cliënt|\bklant|dader|liegen|bedrog", re.IGNORECASE)
LONGEST_SENTENCE = 25
SENSITIVE = {"", "gezondheid", "kinderen", "strafrecht"}


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    return load_questionnaire(FOLDER)


def answers(values: dict[str, AnswerValue]) -> AnswerSet:
    return AnswerSet.of(
        tuple(Answer(question=QuestionId(key), value=value) for key, value in values.items())
    )


def questions(questionnaire: Questionnaire) -> Iterator[Question]:
    for step in questionnaire.steps:
        yield from step.questions


def comparisons(condition: Condition) -> Iterator[Comparison]:
    match condition:
        case Comparison():
            yield condition
        case All() | AnyOf():
            for part in condition.parts:
                yield from comparisons(part)
        case Not():
            yield from comparisons(condition.part)


def conditions(questionnaire: Questionnaire) -> Iterator[tuple[str, Condition]]:
    for question in questions(questionnaire):
        if question.when is not None:
            yield question.id, question.when
    for flag in questionnaire.flags:
        if flag.when is not None:
            yield flag.id, flag.when


def sentences_on_screen(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for step in questionnaire.steps:
        yield step.id, f"{step.title}. {step.intro}"
    for question in questions(questionnaire):
        options = [part for item in question.options for part in (item.text, item.help)]
        columns = [
            part
            for item in question.columns
            for part in (item.text, *(each.text for each in item.options))
        ]
        yield (
            question.id,
            ". ".join([question.text, question.help, question.why, *options, *columns]),
        )
    for flag in questionnaire.flags:
        yield flag.id, f"{flag.text} {flag.advice}"
    for kind in questionnaire.types:
        yield (
            kind.id,
            ". ".join(part for item in kind.outcomes for part in (item.title, item.letter)),
        )
    for criterion in questionnaire.criteria:
        yield criterion.id, criterion.text


def test_that_every_question_says_what_where_why_and_on_what_ground(
    questionnaire: Questionnaire,
) -> None:
    bare = [
        question.id
        for question in questions(questionnaire)
        if not all((question.text, question.help, question.why, question.basis))
    ]
    assert bare == []


def test_that_every_basis_stands_in_the_national_provisions(questionnaire: Questionnaire) -> None:
    known = {
        item["id"]
        for path in PROVISIONS
        for item in tomllib.loads(path.read_text("utf-8"))["provision"]
    }
    used = {question.basis for question in questions(questionnaire)}
    used |= {item for kind in questionnaire.types for item in kind.provisions}
    used |= {
        option.provision
        for question in questions(questionnaire)
        for option in question.options
        if option.provision
    }
    assert sorted(used - known) == []


def test_that_the_core_steps_are_on_every_route(questionnaire: Questionnaire) -> None:
    for kind in questionnaire.types:
        assert {route.weight for route in kind.routes} == set(CaseWeight)
        assert all(set(route.steps) >= CORE_STEPS for route in kind.routes)


def test_that_each_core_step_asks_something_on_every_route(questionnaire: Questionnaire) -> None:
    for kind in questionnaire.types:
        for weight in CaseWeight:
            steps = {item.step for item in asked(questionnaire, kind.id, weight, AnswerSet())}
            assert steps >= CORE_STEPS


def test_that_all_criteria_are_treated_in_steps_that_ask(questionnaire: Questionnaire) -> None:
    assert [item.id for item in questionnaire.criteria] == [str(item) for item in Criterion]
    asking = {item.step for item in asked(questionnaire, BOETE, CaseWeight.GEWOON, AnswerSet())}
    assert all(item.steps and set(item.steps) <= asking for item in questionnaire.criteria)


@pytest.mark.parametrize("view", ["ja", "uitgenodigd_niet_gekomen", "nee"])
@pytest.mark.parametrize("loss", ["geen", "ingevoerd", "uit_terugvordering"])
@pytest.mark.parametrize("mended", [True, False])
def test_that_a_waarschuwing_in_the_kort_route_takes_at_most_twenty_answers(
    questionnaire: Questionnaire, view: str, loss: str, mended: bool
) -> None:
    given = answers(
        {
            "poort.beletsel": ("geen",),
            "horen.zienswijze_gegeven": view,
            "benadeling.soort": loss,
            "herstel.uit_eigen_beweging": mended,
            "waarschuwing.eerder": False,
            "conclusie.uitkomst": "waarschuwing",
        }
    )
    found = asked(questionnaire, BOETE, CaseWeight.KORT, given)
    expected = 17 + (view != "uitgenodigd_niet_gekomen") + (loss == "ingevoerd") + mended
    assert len(found) == expected
    assert len(found) <= 20


def test_that_a_usual_boete_takes_at_most_fifty_five_required_answers_to_adopt(
    questionnaire: Questionnaire,
) -> None:
    given = answers(
        {
            "horen.zienswijze_gegeven": "ja",
            "horen.wijze": "mondeling",
            "omstandigheden.gebieden": ("schulden",),
            "omstandigheden.kinderen": False,
            "benadeling.soort": "ingevoerd",
            "verwijtbaarheid.graad": "normale_verwijtbaarheid",
            "draagkracht.niveau": "bijstand",
            "belangen.onomkeerbaar_gevolg": ("geen",),
            "conclusie.uitkomst": "boete",
            "toets.nodig": False,
        }
    )
    found = asked(questionnaire, BOETE, CaseWeight.GEWOON, given)
    assert len([item for item in found if item.required and item.step <= 14]) <= 55


def test_that_a_decision_taken_elsewhere_asks_next_to_nothing(questionnaire: Questionnaire) -> None:
    found = asked(questionnaire, TERUGVORDERING, CaseWeight.GEWOON, AnswerSet())
    assert {item.id for item in found if item.required} == {
        "terugvordering_elders.besluitdatum",
        "terugvordering_elders.bedrag",
        "terugvordering_elders.periode",
    }


def test_that_the_words_are_those_of_a_decent_government(questionnaire: Questionnaire) -> None:
    found = [place for place, text in sentences_on_screen(questionnaire) if FORBIDDEN.search(text)]
    assert found == []


def test_that_no_sentence_is_too_long(questionnaire: Questionnaire) -> None:
    long = [
        (place, sentence)
        for place, text in sentences_on_screen(questionnaire)
        for sentence in re.split(r"(?<=[.?!])\s+", text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert long == []


def test_that_a_question_speaks_to_the_caseworker_in_one_sentence_or_two(
    questionnaire: Questionnaire,
) -> None:
    for question in questions(questionnaire):
        assert question.text.endswith(("?", ".", ":"))
        assert len(re.split(r"(?<=[.?!])\s+", question.text)) <= 2


def test_that_a_title_and_intro_are_short(questionnaire: Questionnaire) -> None:
    for step in questionnaire.steps:
        assert len(step.title.split()) <= 4
        assert 1 <= len(re.split(r"(?<=[.?!])\s+", step.intro)) <= 2


def test_that_conditions_compare_with_what_can_be_answered(questionnaire: Questionnaire) -> None:
    wrong = [
        (place, comparison)
        for place, condition in conditions(questionnaire)
        for comparison in comparisons(condition)
        if not fits(questionnaire, comparison)
    ]
    assert wrong == []


def fits(questionnaire: Questionnaire, comparison: Comparison) -> bool:
    """Whether the operand is a possible answer to the question."""
    if comparison.operator in (Operator.ANSWERED, Operator.COUNT_AT_LEAST):
        return True
    if comparison.question in OUTCOME_FACTS:
        return isinstance(comparison.operand, bool)
    question = questionnaire.question(comparison.question)
    match question.type:
        case AnswerType.YES_NO | AnswerType.YES_NO_UNKNOWN:
            return isinstance(comparison.operand, bool)
        case AnswerType.ONE_OF | AnswerType.MANY_OF:
            return chosen(comparison) <= options_of(questionnaire, question)
        case _:
            return comparison.operator in (Operator.AT_LEAST, Operator.AT_MOST)


def chosen(comparison: Comparison) -> set[object]:
    operand = comparison.operand
    return set(operand) if isinstance(operand, tuple) else {operand}


def options_of(questionnaire: Questionnaire, question: Question) -> set[object]:
    if question.options_from:
        return {item.id for kind in questionnaire.types for item in kind.outcomes}
    return {option.id for option in question.options}


def test_that_a_condition_looks_back_or_names_the_outcome(questionnaire: Questionnaire) -> None:
    order = [question.id for question in questions(questionnaire)]
    ahead = [
        question.id
        for question in questions(questionnaire)
        if question.when is not None
        for comparison in comparisons(question.when)
        if order.index(asked_in(comparison)) > order.index(question.id)
    ]
    assert ahead == []


def asked_in(comparison: Comparison) -> QuestionId:
    """The question whose answer a comparison looks at."""
    of_outcome = comparison.question in OUTCOME_FACTS
    return QuestionId("conclusie.uitkomst") if of_outcome else comparison.question


def test_that_a_question_is_asked_wherever_its_condition_is(questionnaire: Questionnaire) -> None:
    for question in questions(questionnaire):
        for comparison in comparisons(question.when) if question.when is not None else ():
            assert questionnaire.question(asked_in(comparison)).weights >= question.weights


def test_that_a_flag_on_silence_stays_off_routes_that_do_not_ask(
    questionnaire: Questionnaire,
) -> None:
    for flag in questionnaire.flags:
        for comparison in comparisons(flag.when) if flag.when is not None else ():
            if comparison.operator is Operator.ANSWERED and comparison.operand is False:
                question = questionnaire.question(comparison.question)
                assert flag.weights <= question.weights, flag.id


def test_that_sensitive_answers_are_labelled(questionnaire: Questionnaire) -> None:
    labels = {question.id: question.sensitive for question in questions(questionnaire)}
    assert set(labels.values()) == SENSITIVE
    assert labels[QuestionId("omstandigheden.gezondheid_psychisch")] == "gezondheid"
    assert labels[QuestionId("omstandigheden.kinderbelang")] == "kinderen"
    assert labels[QuestionId("recidive.eerdere_sanctie")] == "strafrecht"


def test_that_sensitive_answers_stay_out_of_the_letter(questionnaire: Questionnaire) -> None:
    printed = [item.id for item in questions(questionnaire) if item.printed.value == "brief"]
    assert [item for item in printed if questionnaire.question(item).sensitive] == []


def test_that_each_area_of_life_has_its_own_text(questionnaire: Questionnaire) -> None:
    found = [
        option.id
        for option in questionnaire.question(QuestionId("omstandigheden.gebieden")).options
    ]
    assert found == [*AREAS, "geen"]
    assert all(questionnaire.question(QuestionId(f"omstandigheden.{area}")) for area in AREAS)


def test_that_every_ground_for_deviating_can_be_chosen(questionnaire: Questionnaire) -> None:
    options = questionnaire.question(QuestionId("conclusie.afwijkingsgrond")).options
    assert {option.id for option in options} == {str(item) for item in Afwijkingsgrond}


def test_that_the_pick_list_of_the_awb_has_seventeen_entries(questionnaire: Questionnaire) -> None:
    assert len(questionnaire.question(QuestionId("regel.awb_instrumenten")).options) == 17


def test_that_each_term_is_explained_with_its_article() -> None:
    path = ROOT / "resources" / "texts" / "begrippen.toml"
    terms = tomllib.loads(path.read_text("utf-8"))
    assert len(terms) >= 25
    assert all(set(term) == {"titel", "uitleg", "artikel"} for term in terms.values())
    assert [key for key, term in terms.items() if FORBIDDEN.search(term["uitleg"])] == []
