"""Reads the core questionnaire from its folder: steps, and a folder for each decision type."""

from __future__ import annotations

import hashlib
from pathlib import Path

from hardship_desk.domain.decision import CaseWeight, Outcome
from hardship_desk.domain.ids import DecisionTypeId, OutcomeId
from hardship_desk.questionnaire.joining import add_questions
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
from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader, read_toml


def read_core(folder: Path, problems: ProblemList) -> Questionnaire:
    """The questionnaire of the folder, without plugins; mistakes are noted in `problems`."""
    phases = read_toml(folder / "fasen.toml", problems)
    version = phases.text("version")
    found_phases = phases.each("phase", _read_phase)
    phases.finish()
    criteria = read_toml(folder / "criteria.toml", problems)
    found_criteria = criteria.each("criterion", _read_criterion)
    criteria.finish()
    steps = [_read_step(read_toml(path, problems)) for path in _files(folder / "steps")]
    types = tuple(
        _read_type(_of_type(path, problems)) for path in sorted(folder.glob("types/*/type.toml"))
    )
    core = Questionnaire(
        version=version,
        sha256=_hash(folder),
        phases=found_phases,
        steps=tuple(sorted(steps, key=lambda step: step.number)),
        types=types,
        criteria=found_criteria,
        flags=_flags(read_toml(folder / "flags.toml", problems)),
    )
    return _with_types(core, folder, problems)


def _with_types(core: Questionnaire, folder: Path, problems: ProblemList) -> Questionnaire:
    """The core with what stands in the folder of each decision type."""
    questions: list[Question] = []
    flags = list(core.flags)
    for kind in core.types:
        own = folder / "types" / kind.id
        for path in sorted(own.glob("questions*.toml")):
            table = _of_type(path, problems)
            questions += table.each("question", read_question)
            table.finish()
        for path in sorted(own.glob("flags*.toml")):
            flags += _flags(_of_type(path, problems))
    return add_questions(core, tuple(questions), tuple(flags), problems)


def _of_type(path: Path, problems: ProblemList) -> TableReader:
    """A file of a decision type, called by its folder too: `boete/type.toml`."""
    return read_toml(path, problems, f"{path.parent.name}/{path.name}")


def _flags(table: TableReader) -> tuple[FlagDefinition, ...]:
    found = table.each("flag", read_flag)
    table.finish()
    return found


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
        traits=table.texts("traits"),
        fed_by=tuple(DecisionTypeId(item) for item in table.texts("fed_by")),
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
        burdens=table.flag("burdens", default=False),
    )
