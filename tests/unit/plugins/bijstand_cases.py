"""Builds cases for the rules on bijstand, middelen, voorschot and beleidsregels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.plugin_api import (
    Anchor,
    AnswerState,
    AssessmentContext,
    CalculationLine,
    CaseWeight,
    Certainty,
    Computation,
    Consideration,
    ContextAnswer,
    ContextDates,
    Finding,
    LegalBasis,
    LetterBlock,
    LetterView,
    Money,
    OutcomeId,
    Parameter,
    ParameterTable,
    Period,
    QuestionId,
    Source,
)
from hardship_desk.plugin_api.catalogue import ParameterValue
from hardship_desk.plugin_api.context import ContextValue
from plugins.landelijk.rules import beslistermijn
from tests.unit.plugins.builders import parameters, rules

Answers = Mapping[str, ContextValue | None]
DECIDED = date(2026, 9, 14)
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The dates of a case; September 2026 unless said otherwise."""

    period: Period | None = SEPTEMBER
    melding: date | None = date(2026, 9, 1)
    decided: date | None = DECIDED


def case(
    kind: str,
    answers: Answers,
    dates: Dates | None = None,
    local: tuple[Parameter, ...] = (),
    weight: CaseWeight = CaseWeight.GEWOON,
) -> AssessmentContext:
    """A decision with these answers; None takes an answer away."""
    dates = dates or Dates()
    return AssessmentContext(
        decision_type=DecisionTypeId(kind),
        weight=weight,
        dates=ContextDates(rechtperiode=dates.period, melding=dates.melding, besluit=dates.decided),
        answers=MappingProxyType(
            {
                QuestionId(name): ContextAnswer(state=AnswerState.GIVEN, value=value)
                for name, value in answers.items()
                if value is not None
            }
        ),
        parameters=ParameterTable((*parameters().parameters, *local)),
    )


def policy(name: str, value: ParameterValue, unit: str = "euro") -> Parameter:
    """A value of a municipality, invented."""
    return Parameter(
        name=name,
        value=value,
        unit=unit,
        anchor=Anchor.RECHTPERIODE,
        valid=Period(date(2015, 1, 1)),
        basis=LegalBasis(law="Beleidsregels (verzonnen)"),
        source=Source(title="Beleidsregels (verzonnen)"),
        certainty=Certainty.SECONDARY,
    )


def percent_of_policy(name: str, hundredths: int) -> Parameter:
    """A percentage of a municipality, invented."""
    return replace(policy(name, Fraction(hundredths, 100)), unit="procent")


def computations(context: AssessmentContext) -> tuple[Computation, ...]:
    """The calculations of a case, without the term to decide that applications share."""
    every = rules().hardship_computations(context)
    return tuple(item for item in every if item.id != beslistermijn.THEME)


def total(context: AssessmentContext) -> Money | None:
    """The total of the one calculation."""
    (computation,) = computations(context)
    return computation.total


def lines(context: AssessmentContext) -> dict[str, CalculationLine]:
    """The lines of all calculations, by rule."""
    return {
        str(line.id).partition(".")[2]: line
        for computation in computations(context)
        for line in computation.lines
    }


def found(context: AssessmentContext) -> dict[str, Finding]:
    """The findings of a case by name, without the head that all share."""
    findings = rules().hardship_findings(context, computations(context))
    own = (item for item in findings if not item.id.startswith(f"{beslistermijn.THEME}."))
    return {str(item.id).partition(".")[2]: item for item in own}


def drafted(context: AssessmentContext) -> dict[str, Consideration]:
    """The drafted paragraphs of a case, by name."""
    findings = rules().hardship_findings(context, computations(context))
    made = rules().hardship_considerations(context, findings)
    return {item.id.partition(".")[2]: item for item in made}


def letter(
    context: AssessmentContext, outcome: str, amount: Money | None = None
) -> list[LetterBlock]:
    """The paragraphs of the letter for an outcome."""
    view = LetterView(outcome=OutcomeId(outcome), amount=amount, decision_date=DECIDED)
    return list(rules().hardship_letter(context, view))
