"""The rail with phases and steps, each with its state in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hardship_desk.assessment.result import Assessment, StepState
from hardship_desk.domain.flag import Severity
from hardship_desk.presenters.kompas import waits_for_answers
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.window_texts import WindowTexts

SKIPPED = "overgeslagen"
WARNED = "waarschuwing"
"""Of a step at which flags are open, none of which holds anything up for good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RailStep:
    """One step in the rail. `state` is the stored value of StepState, or one of the two above."""

    number: int
    title: str
    state: str
    spoken: str
    on_route: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RailPhase:
    """A phase with its steps."""

    title: str
    steps: tuple[RailStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RailPage:
    """The whole rail."""

    phases: tuple[RailPhase, ...]
    current: int
    done: int
    total: int
    summary: str


def rail_page(case: OpenCase, current: int, texts: WindowTexts) -> RailPage:
    """The rail of the decision worked on."""
    route = case.route.steps
    states = _states(case.assessment)
    phases = []
    for phase in case.desk.questionnaire.phases:
        steps = [
            _step(case, number, _stand(number, route, states), texts)
            for number in phase.steps
            if number in route or not case.on_one_page
        ]
        if steps:
            phases.append(RailPhase(title=phase.title, steps=tuple(steps)))
    done = sum(1 for number in route if states.get(number) == StepState.COMPLEET.value)
    summary = texts.get("rail.klaar", klaar=str(done), totaal=str(len(route)))
    return RailPage(
        phases=tuple(phases), current=current, done=done, total=len(route), summary=summary
    )


def is_only_warned(assessment: Assessment, step: int) -> bool:
    """Whether no more than a warning is open at a step: red is for what is wrong."""
    return not any(
        flag.step == step
        and flag.blocks
        and flag.severity is Severity.BLOKKADE
        and not waits_for_answers(flag)
        for flag in assessment.flags
    )


def _states(assessment: Assessment) -> dict[int, str]:
    return {
        item.step: WARNED
        if item.state is StepState.VLAG and is_only_warned(assessment, item.step)
        else item.state.value
        for item in assessment.steps
    }


def _stand(number: int, route: Sequence[int], states: dict[int, str]) -> str:
    return states.get(number, StepState.LEEG.value) if number in route else SKIPPED


def _step(case: OpenCase, number: int, state: str, texts: WindowTexts) -> RailStep:
    title = case.desk.questionnaire.step(number).title
    spoken = texts.get(
        "rail.stap", nummer=str(number), titel=title, stand=texts.get(f"stapstand.{state}")
    )
    return RailStep(
        number=number, title=title, state=state, spoken=spoken, on_route=state != SKIPPED
    )
