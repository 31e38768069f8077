"""Where each of the nineteen criteria for the human measure was treated, or why not."""

from __future__ import annotations

from collections.abc import Mapping

from hardship_desk.assessment.result import CriterionTreatment, StepProgress, StepState
from hardship_desk.assessment.texts import Texts
from hardship_desk.questionnaire.model import CriterionText, Questionnaire, Route

_BEGUN = (StepState.COMPLEET, StepState.BEZIG, StepState.VLAG)


def criteria_treatment(
    questionnaire: Questionnaire,
    route: Route,
    progress: tuple[StepProgress, ...],
    texts: Texts,
) -> tuple[CriterionTreatment, ...]:
    """All nineteen, in their order; `where` always says something."""
    states = {item.step: item.state for item in progress}
    titles = {step.number: step.title for step in questionnaire.steps}
    return tuple(
        CriterionTreatment(
            id=item.id, text=item.text, where=_where(item, route, (states, titles), texts)
        )
        for item in questionnaire.criteria
    )


def _where(
    item: CriterionText,
    route: Route,
    known: tuple[Mapping[int, StepState], Mapping[int, str]],
    texts: Texts,
) -> str:
    states, titles = known
    on_route = [step for step in item.steps if step in route.steps]
    if not on_route:
        return texts.get("engine.criterium.niet_op_route", reden=route.skipped_because)
    treated = [step for step in on_route if states[step] in _BEGUN]
    if not treated:
        return texts.get("engine.criterium.nog_leeg", stappen=_named(on_route, titles, texts))
    return texts.get("engine.criterium.behandeld", stappen=_named(treated, titles, texts))


def _named(steps: list[int], titles: Mapping[int, str], texts: Texts) -> str:
    return ", ".join(
        texts.get("engine.criterium.stap", nummer=str(step), titel=titles[step]) for step in steps
    )
