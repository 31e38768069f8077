"""Where each of the nineteen criteria for the human measure was treated, or why not.

A step treats a criterion where its questions were asked. The short route asks of a step its core alone,
and never what this criterion is about in so many words: then that is what is said.
"""

from __future__ import annotations

from collections.abc import Mapping

from hardship_desk.assessment.result import CriterionTreatment, StepProgress, StepState
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.questionnaire.model import CriterionText, Questionnaire, Route

_BEGUN = (StepState.COMPLEET, StepState.BEZIG, StepState.VLAG)


def criteria_treatment(
    questionnaire: Questionnaire,
    route: Route,
    progress: tuple[StepProgress, ...],
    texts: Texts,
) -> tuple[CriterionTreatment, ...]:
    """All nineteen, in their order; `where` always says something."""
    states = {item.step: item.state for item in progress if item.asked}
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
    asked = [step for step in item.steps if step in route.steps and step in states]
    if not asked:
        return _not_asked(route, texts)
    treated = [step for step in asked if states[step] in _BEGUN]
    if not treated:
        return texts.get("engine.criterium.nog_leeg", stappen=_named(asked, titles, texts))
    how = "kern" if route.weight is CaseWeight.KORT else "behandeld"
    return texts.get(f"engine.criterium.{how}", stappen=_named(treated, titles, texts))


def _not_asked(route: Route, texts: Texts) -> str:
    """No question of its steps belongs to this decision, or the route leaves its steps out."""
    if not route.skipped_because:
        return texts.get("engine.criterium.niet_gevraagd")
    return texts.get("engine.criterium.niet_op_route")


def _named(steps: list[int], titles: Mapping[int, str], texts: Texts) -> str:
    return ", ".join(
        texts.get("engine.criterium.stap", nummer=str(step), titel=titles[step]) for step in steps
    )
