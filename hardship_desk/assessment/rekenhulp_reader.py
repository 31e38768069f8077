"""Reads `resources/rekenhulpen`, and names every mistake with file and key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from hardship_desk.assessment.rekenhulp import HelpDay, HelpExample, Rekenhulp, ShownComputation
from hardship_desk.domain.answers import Answer
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.ids import DecisionTypeId, LineId, QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.questionnaire.answer_parsing import (
    AnswerProblem,
    RawAnswer,
    parse_answer,
    parse_date,
)
from hardship_desk.questionnaire.conditions import questions_in
from hardship_desk.questionnaire.model import Question, Questionnaire
from hardship_desk.questionnaire.route import with_outcomes
from hardship_desk.questionnaire.toml_reader import (
    FileProblem,
    ProblemList,
    TableReader,
    read_toml,
)


class RekenhulpProblems(Exception):  # noqa: N818  # named by its content
    """The rekenhulpen have mistakes; all of them are in `problems`."""

    def __init__(self, problems: tuple[FileProblem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def load_rekenhulpen(folder: Path, questionnaire: Questionnaire) -> tuple[Rekenhulp, ...]:
    """Every rekenhulp of the folder, in the order that the files ask for.

    Raises RekenhulpProblems with every mistake, each with file and key.
    """
    problems = ProblemList()
    found = [
        _read(read_toml(path, problems), path.stem, questionnaire)
        for path in sorted(folder.glob("*.toml"))
    ]
    if problems.all():
        raise RekenhulpProblems(problems.all())
    return tuple(sorted(found, key=lambda item: (item.place, item.id)))


def _read(table: TableReader, name: str, questionnaire: Questionnaire) -> Rekenhulp:
    if table.text("id") != name:
        table.problem("id", "id_is_not_the_name_of_the_file")
    weight = table.choice("weight", CaseWeight, CaseWeight.GEWOON)
    allowed = _allowed(table, table.text("type", ""), weight, questionnaire)
    asked = _questions(table, allowed)
    found = Rekenhulp(
        id=name,
        title=table.text("title"),
        intro=table.text("intro"),
        place=table.number("place"),
        type=DecisionTypeId(table.text("type", "")) or None,
        weight=weight,
        days=table.choices("days", HelpDay),
        questions=asked,
        assumed=_assumed(table, allowed),
        shown=table.each("computation", _read_shown),
        asks_municipality=table.flag("asks_municipality", default=False),
        without=_without(table, allowed),
        example=_example(table, allowed),
    )
    if not found.shown:
        table.problem("computation", "missing")
    _check_conditions(table, found, allowed)
    table.finish()
    return found


def _allowed(
    table: TableReader, kind: str, weight: CaseWeight, questionnaire: Questionnaire
) -> Mapping[QuestionId, Question]:
    """The questions that this type of decision may ask on this route."""
    if not kind:
        return {}
    try:
        decision_type = questionnaire.decision_type(DecisionTypeId(kind))
        steps = decision_type.route(weight).steps
    except KeyError:
        table.problem("type", f"unknown_type_or_route {kind!r}, {weight.value!r}")
        return {}
    return {
        question.id: with_outcomes(question, decision_type)
        for number in steps
        for question in questionnaire.step(number).questions
        if weight in question.weights and (not question.types or kind in question.types)
    }


def _questions(
    table: TableReader, allowed: Mapping[QuestionId, Question]
) -> tuple[QuestionId, ...]:
    names = [QuestionId(name) for name in table.texts("questions")]
    for place, name in enumerate(names):
        if name not in allowed:
            table.problem("questions", f"not_asked_on_this_route {name!r}")
        if name in names[:place]:
            table.problem("questions", f"asked_twice {name!r}")
    return tuple(names)


def _assumed(table: TableReader, allowed: Mapping[QuestionId, Question]) -> tuple[Answer, ...]:
    inner = table.table("assumed")
    if inner is None:
        return ()
    found = []
    for name, raw in _raw_answers(inner, allowed).items():
        parsed = parse_answer(allowed[QuestionId(name)], raw)
        if isinstance(parsed, AnswerProblem):
            inner.problem(name, parsed.code)
        else:
            found.append(parsed)
    return tuple(found)


def _without(
    table: TableReader, allowed: Mapping[QuestionId, Question]
) -> dict[QuestionId, frozenset[str]]:
    """The options that are left out, each one that the question has."""
    inner = table.table("without")
    found: dict[QuestionId, frozenset[str]] = {}
    for name in inner.data if inner is not None else ():
        question, gone = QuestionId(name), frozenset(inner.texts(name) if inner is not None else ())
        options = {item.id for item in allowed[question].options} if question in allowed else set()
        if inner is not None and not gone <= options:
            inner.problem(name, f"no_such_option {sorted(gone - options)}")
        found[question] = gone
    return found


def _raw_answers(
    table: TableReader, allowed: Mapping[QuestionId, Question]
) -> dict[str, RawAnswer]:
    """What is typed for each question: a text, or a list of texts where several may be chosen."""
    found: dict[str, RawAnswer] = {}
    for name in table.data:
        raw = table.raw(name)
        if QuestionId(name) not in allowed:
            table.problem(name, "not_asked_on_this_route")
        elif isinstance(raw, str):
            found[name] = raw
        elif isinstance(raw, list) and all(isinstance(item, str) for item in raw):
            found[name] = tuple(raw)
        else:
            table.problem(name, "not_a_text_or_list_of_texts")
    return found


def _read_shown(table: TableReader) -> ShownComputation:
    return ShownComputation(
        id=table.text("id"), lines=tuple(LineId(line) for line in table.texts("lines"))
    )


def _example(table: TableReader, allowed: Mapping[QuestionId, Question]) -> HelpExample:
    inner = table.table("example")
    if inner is None:
        table.problem("example", "missing")
        return HelpExample()
    days, answers, result = inner.table("days"), inner.table("answers"), inner.table("result")
    inner.finish()
    return HelpExample(
        days=_example_days(days) if days is not None else {},
        answers=_raw_answers(answers, allowed) if answers is not None else {},
        result=_example_result(result) if result is not None else {},
    )


def _example_days(table: TableReader) -> dict[str, str]:
    for name in table.data:
        table.as_choice(name, name, HelpDay)
        if parse_date(table.text(name)) is None:
            table.problem(name, "not_a_date")
    return {name: table.text(name) for name in table.data}


def _example_result(table: TableReader) -> dict[str, Money]:
    found: dict[str, Money] = {}
    for name in table.data:
        try:
            found[name] = Money.parse_dutch(table.text(name))
        except ValueError:
            table.problem(name, "not_an_amount")
    return found


def _check_conditions(
    table: TableReader, found: Rekenhulp, allowed: Mapping[QuestionId, Question]
) -> None:
    """A question that waits for an answer that is never given would never be asked.

    What another type of decision asks does not count: here it is never answered at all.
    """
    given = {*found.questions, *(answer.question for answer in found.assumed)}
    for name in found.questions:
        when = allowed[name].when if name in allowed else None
        waits = questions_in(when) & allowed.keys() if when else frozenset()
        missing = sorted(item for item in waits if item not in given)
        for item in missing:
            table.problem("questions", f"{name} waits_for {item!r}")
