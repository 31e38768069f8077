"""Loads the questionnaire from its folder and checks it as a whole, once, at the start."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from hardship_desk.domain.criteria import Criterion
from hardship_desk.domain.decision import CaseWeight, Outcome
from hardship_desk.domain.ids import DecisionTypeId, OutcomeId
from hardship_desk.questionnaire.conditions import questions_in
from hardship_desk.questionnaire.model import (
    CORE_STEPS,
    LAST_STEP,
    CriterionText,
    DecisionType,
    FlagDefinition,
    Phase,
    Question,
    Questionnaire,
    Route,
    Step,
)
from hardship_desk.questionnaire.question_reader import read_flag, read_question
from hardship_desk.questionnaire.toml_reader import (
    FileProblem,
    ProblemList,
    TableReader,
    read_toml,
)


class QuestionnaireProblems(Exception):  # noqa: N818  # named by its content
    """The questionnaire has mistakes; all of them are in `problems`."""

    def __init__(self, problems: tuple[FileProblem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginParts:
    """What a plugin adds to the questionnaire; `plugin` is named in messages."""

    plugin: str
    questions: tuple[Question, ...] = ()
    flags: tuple[FlagDefinition, ...] = ()


def load_questionnaire(folder: Path, plugin_parts: tuple[PluginParts, ...] = ()) -> Questionnaire:
    """The questionnaire of the folder with what plugins add.

    Raises QuestionnaireProblems with every mistake, each with file and key.
    """
    problems = ProblemList()
    core = _read_core(folder, problems)
    whole = _with_plugins(core, plugin_parts, problems)
    _check(whole, problems)
    if problems.all():
        raise QuestionnaireProblems(problems.all())
    return whole


def _read_core(folder: Path, problems: ProblemList) -> Questionnaire:
    phases = read_toml(folder / "fasen.toml", problems)
    version = phases.text("version")
    found_phases = phases.each("phase", _read_phase)
    phases.finish()
    criteria = read_toml(folder / "criteria.toml", problems)
    found_criteria = criteria.each("criterion", _read_criterion)
    criteria.finish()
    flags = read_toml(folder / "flags.toml", problems)
    found_flags = flags.each("flag", read_flag)
    flags.finish()
    steps = (_read_step(read_toml(path, problems)) for path in _files(folder / "steps"))
    types = (_read_type(read_toml(path, problems)) for path in _files(folder / "types"))
    return Questionnaire(
        version=version,
        sha256=_hash(folder),
        phases=found_phases,
        steps=tuple(sorted(steps, key=lambda step: step.number)),
        types=tuple(types),
        criteria=found_criteria,
        flags=found_flags,
    )


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _hash(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _read_phase(table: TableReader) -> Phase:
    return Phase(id=table.text("id"), title=table.text("title"), steps=table.numbers("steps"))


def _read_criterion(table: TableReader) -> CriterionText:
    return CriterionText(id=table.text("id"), text=table.text("text"), steps=table.numbers("steps"))


def _read_step(table: TableReader) -> Step:
    number = table.number("number")
    step = Step(
        number=number,
        id=table.text("id"),
        title=table.text("title"),
        intro=table.text("intro"),
        questions=table.each("question", lambda item: read_question(item, number)),
    )
    table.finish()
    return step


def _read_type(table: TableReader) -> DecisionType:
    kind = DecisionType(
        id=DecisionTypeId(table.text("id")),
        title=table.text("title"),
        letter_title=table.text("letter_title"),
        routes=table.each("route", _read_route),
        outcomes=table.each("outcome", _read_outcome),
        power=table.text("power"),
        provisions=table.texts("provisions"),
    )
    table.finish()
    return kind


def _read_route(table: TableReader) -> Route:
    route = Route(
        weight=table.choice("weight", CaseWeight),
        steps=table.numbers("steps"),
        skipped_because=table.text("skipped_because", ""),
    )
    if not set(route.steps) >= CORE_STEPS:
        table.problem("steps", "core_step_missing")
    if len(route.steps) < LAST_STEP and not route.skipped_because:
        table.problem("skipped_because", "missing")
    return route


def _read_outcome(table: TableReader) -> Outcome:
    return Outcome(
        id=OutcomeId(table.text("id")),
        title=table.text("title"),
        letter=table.text("letter"),
        sets_amount=table.flag("sets_amount", default=False),
        deviates=table.flag("deviates", default=False),
        refuses=table.flag("refuses", default=False),
    )


def _with_plugins(
    core: Questionnaire, parts: tuple[PluginParts, ...], problems: ProblemList
) -> Questionnaire:
    """The core with plugin questions behind the core's own in each step, and their flags."""
    known = {question.id for step in core.steps for question in step.questions}
    known_flags = {flag.id for flag in core.flags}
    added: list[Question] = []
    flags = list(core.flags)
    for part in parts:
        for question in part.questions:
            if question.id in known:
                problems.add(part.plugin, question.id, "question_of_another_plugin_or_the_core")
                continue
            known.add(question.id)
            added.append(question)
        for flag in part.flags:
            if flag.id in known_flags:
                problems.add(part.plugin, flag.id, "flag_of_another_plugin_or_the_core")
                continue
            known_flags.add(flag.id)
            flags.append(flag)
    steps = tuple(
        replace(step, questions=(*step.questions, *_of_step(added, step.number)))
        for step in core.steps
    )
    return replace(core, steps=steps, flags=tuple(flags))


def _of_step(questions: Iterable[Question], number: int) -> list[Question]:
    return [question for question in questions if question.step == number]


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
    _check_questions(questionnaire, problems)


def _check_questions(questionnaire: Questionnaire, problems: ProblemList) -> None:
    questions = [question for step in questionnaire.steps for question in step.questions]
    places = [(f"step {question.step}", question) for question in questions]
    holders: list[tuple[str, Question | FlagDefinition]] = [
        *places,
        *(("flags", flag) for flag in questionnaire.flags),
    ]
    types = {kind.id for kind in questionnaire.types}
    ids = {question.id for question in questions}
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
