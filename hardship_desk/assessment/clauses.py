"""A clause that is meant for another kind of decision does not hold in court: it is flagged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.flag import Flag, Moment, Severity
from hardship_desk.domain.ids import DecisionTypeId, FlagId
from hardship_desk.plugin_api.catalogue import Provision
from hardship_desk.questionnaire.model import Option, Question, Questionnaire

EVERY_DECISION = "elk_besluit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """A chosen clause with the titles of the kinds of decision it is meant for."""

    clause: str
    meant_for: tuple[str, ...]


def misfits(
    questionnaire: Questionnaire,
    provisions: tuple[Provision, ...],
    type_id: DecisionTypeId,
    questions: tuple[Question, ...],
    answers: AnswerSet,
) -> tuple[Misfit, ...]:
    """The chosen options whose provision is meant for other kinds of decision, each once."""
    found: dict[str, Misfit] = {}
    for option in _chosen(questions, answers):
        kinds = {
            kind for item in provisions if item.id == option.provision for kind in item.applies_to
        }
        if kinds and type_id not in kinds and EVERY_DECISION not in kinds:
            titles = tuple(kind.title for kind in questionnaire.types if kind.id in kinds)
            found.setdefault(option.provision, Misfit(clause=option.text, meant_for=titles))
    return tuple(found.values())


def misfit_flags(found: tuple[Misfit, ...], texts: Texts) -> tuple[Flag, ...]:
    """One flag that names every clause that does not fit, and what it is meant for."""
    if not found:
        return ()
    clauses = "; ".join(item.clause for item in found)
    kinds = "; ".join(dict.fromkeys(title for item in found for title in item.meant_for))
    key = "advies" if kinds else "advies_algemeen"
    return (
        Flag(
            id=FlagId("s02.clausule_past_niet"),
            step=2,
            severity=Severity.BLOKKADE,
            moment=Moment.VASTSTELLEN,
            text=texts.get("engine.clausule_past_niet.tekst", bepalingen=clauses),
            advice=texts.get(f"engine.clausule_past_niet.{key}", soorten=kinds),
            basis=texts.get("engine.clausule_past_niet.grondslag"),
        ),
    )


def _chosen(questions: tuple[Question, ...], answers: AnswerSet) -> Iterator[Option]:
    for question in questions:
        answer = answers.get(question.id)
        value = answer.value if answer is not None else None
        chosen = value if isinstance(value, tuple) else (value,)
        for option in question.options:
            if option.provision and option.id in chosen:
                yield option
