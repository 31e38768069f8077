"""Joins the parts of a questionnaire: what types and plugins add, and what a trait stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hardship_desk.domain.ids import DecisionTypeId, Gemeentecode
from hardship_desk.questionnaire.model import FlagDefinition, Question, Questionnaire, Step
from hardship_desk.questionnaire.toml_reader import ProblemList

EVERY = ""
"""In place of a trait: every decision type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginParts:
    """What a plugin adds to the questionnaire; `plugin` is named in messages.

    `gemeentecodes` are the municipalities in which its questions are asked; all if empty.
    """

    plugin: str
    questions: tuple[Question, ...] = ()
    flags: tuple[FlagDefinition, ...] = ()
    gemeentecodes: tuple[Gemeentecode, ...] = ()


def add_questions(
    core: Questionnaire,
    questions: tuple[Question, ...],
    flags: tuple[FlagDefinition, ...],
    problems: ProblemList,
) -> Questionnaire:
    """The questionnaire with these questions at their place in each step, and with these flags."""
    steps = tuple(
        _with_questions(step, [item for item in questions if item.step == step.number], problems)
        for step in core.steps
    )
    return replace(core, steps=steps, flags=flags)


def _with_questions(step: Step, added: list[Question], problems: ProblemList) -> Step:
    """The step with each question behind the one it names, in the order in which they are given."""
    questions = list(step.questions)
    for question in added:
        places = [place for place, item in enumerate(questions) if item.id == question.after]
        if question.after is not None and not places:
            problems.add(f"step {step.number}", f"{question.id}.after", "no_such_question_before")
        questions.insert(places[-1] + 1 if places else len(questions), question)
    return replace(step, questions=tuple(questions))


def with_plugins(
    core: Questionnaire, parts: tuple[PluginParts, ...], problems: ProblemList
) -> Questionnaire:
    """The core with the questions and flags of plugins; none takes the place of another's."""
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
            added.append(replace(question, gemeentecodes=part.gemeentecodes))
        for flag in part.flags:
            if flag.id in known_flags:
                problems.add(part.plugin, flag.id, "flag_of_another_plugin_or_the_core")
                continue
            known_flags.add(flag.id)
            flags.append(flag)
    return add_questions(core, tuple(added), tuple(flags), problems)


def with_types_of_traits(whole: Questionnaire, problems: ProblemList) -> Questionnaire:
    """The questionnaire in which every trait of a question or flag is written out as types."""
    having: dict[str, list[DecisionTypeId]] = {EVERY: [kind.id for kind in whole.types]}
    for kind in whole.types:
        for trait in kind.traits:
            having.setdefault(trait, []).append(kind.id)
    steps = tuple(
        replace(
            step,
            questions=tuple(
                replace(item, types=types_of(item, having, problems)) for item in step.questions
            ),
        )
        for step in whole.steps
    )
    flags = tuple(replace(item, types=types_of(item, having, problems)) for item in whole.flags)
    return replace(whole, steps=steps, flags=flags)


def types_of(
    holder: Question | FlagDefinition,
    having: Mapping[str, list[DecisionTypeId]],
    problems: ProblemList,
) -> tuple[DecisionTypeId, ...]:
    """The types a question or flag is for; a trait that no type has is a mistake.

    `having` gives for each trait its types, and under an empty name all types.
    """
    everywhere = not holder.types and not holder.traits
    if everywhere and not holder.not_types:
        return ()
    found = list(having[EVERY] if everywhere else holder.types)
    for trait in holder.traits:
        if trait not in having:
            problems.add("traits", f"{holder.id}.traits", f"unknown_trait {trait}")
        found += having.get(trait, [])
    return tuple(dict.fromkeys(kind for kind in found if kind not in holder.not_types))
