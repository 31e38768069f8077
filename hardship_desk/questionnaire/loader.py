"""Loads the questionnaire from its folder and checks it as a whole, once, at the start."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hardship_desk.domain.criteria import Criterion
from hardship_desk.questionnaire.conditions import questions_in
from hardship_desk.questionnaire.core_reader import read_core
from hardship_desk.questionnaire.joining import PluginParts, with_plugins, with_types_of_traits
from hardship_desk.questionnaire.model import (
    LAST_STEP,
    OUTCOME_FACTS,
    FlagDefinition,
    Question,
    Questionnaire,
)
from hardship_desk.questionnaire.toml_reader import FileProblem, ProblemList


class QuestionnaireProblems(Exception):  # noqa: N818  # named by its content
    """The questionnaire has mistakes; all of them are in `problems`."""

    def __init__(self, problems: tuple[FileProblem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def load_questionnaire(folder: Path, plugin_parts: tuple[PluginParts, ...] = ()) -> Questionnaire:
    """The questionnaire of the folder with what plugins add.

    Raises QuestionnaireProblems with every mistake, each with file and key.
    """
    problems = ProblemList()
    whole = with_parts(read_core(folder, problems), plugin_parts, problems)
    if problems.all():
        raise QuestionnaireProblems(problems.all())
    return whole


def with_parts(
    core: Questionnaire, parts: tuple[PluginParts, ...], problems: ProblemList
) -> Questionnaire:
    """A questionnaire with what plugins add, checked as a whole; mistakes are noted."""
    whole = with_types_of_traits(with_plugins(core, parts, problems), problems)
    _check(whole, problems)
    return whole


def _check(questionnaire: Questionnaire, problems: ProblemList) -> None:
    """What can only be seen with everything read."""
    numbers = [step.number for step in questionnaire.steps]
    if numbers != list(range(1, LAST_STEP + 1)):
        problems.add("steps", "number", "sixteen_steps_expected")
    in_phases = [number for phase in questionnaire.phases for number in phase.steps]
    if sorted(in_phases) != sorted(numbers):
        problems.add("fasen.toml", "phase.steps", "each_step_in_one_phase")
    if {item.id for item in questionnaire.criteria} != {str(item) for item in Criterion}:
        problems.add("criteria.toml", "criterion", "nineteen_criteria_expected")
    _check_feeding(questionnaire, problems)
    _check_questions(questionnaire, problems)


def _check_feeding(questionnaire: Questionnaire, problems: ProblemList) -> None:
    types = {kind.id for kind in questionnaire.types}
    for kind in questionnaire.types:
        if not types.issuperset(kind.fed_by):
            problems.add(f"{kind.id}/type.toml", "fed_by", "unknown_type")


def _check_questions(questionnaire: Questionnaire, problems: ProblemList) -> None:
    questions = [question for step in questionnaire.steps for question in step.questions]
    places = [(f"step {question.step}", question) for question in questions]
    holders: list[tuple[str, Question | FlagDefinition]] = [
        *places,
        *(("flags", flag) for flag in questionnaire.flags),
    ]
    types = {kind.id for kind in questionnaire.types}
    ids = {question.id for question in questions} | OUTCOME_FACTS.keys()
    for kind, found in (("question", questions), ("flag", questionnaire.flags)):
        for name, times in Counter(str(item.id) for item in found).items():
            if times > 1:
                problems.add(f"{kind}s", name, f"{kind}_twice")
    for file, holder in holders:
        if not types.issuperset(holder.types):
            problems.add(file, f"{holder.id}.types", "unknown_type")
        unknown = questions_in(holder.when) - ids if holder.when is not None else ()
        for name in sorted(unknown):
            problems.add(file, f"{holder.id}.when", f"unknown_question {name}")
