"""Cases for the rules of one theme: answers in, lines and findings out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.plugin_api import (
    AnswerState,
    AssessmentContext,
    CalculationLine,
    CaseWeight,
    Computation,
    Consideration,
    ContextAnswer,
    ContextDates,
    Finding,
    Parameter,
    ParameterTable,
    Period,
    QuestionId,
)
from hardship_desk.plugin_api.catalogue import ParameterValue
from tests.unit.plugins.builders import Answers, parameters, rules


def case_of(
    kind: str,
    answers: Answers,
    *,
    decided: date | None = date(2026, 6, 15),
    rechtperiode: Period | None = None,
    weight: CaseWeight = CaseWeight.GEWOON,
    local: Mapping[str, ParameterValue] | None = None,
) -> AssessmentContext:
    """A decision of this kind with these answers; `local` are values of the municipality."""
    of_municipality = tuple(_local(name, value) for name, value in (local or {}).items())
    return AssessmentContext(
        decision_type=DecisionTypeId(kind),
        weight=weight,
        dates=ContextDates(rechtperiode=rechtperiode, besluit=decided),
        answers=MappingProxyType(
            {
                QuestionId(name): ContextAnswer(state=AnswerState.GIVEN, value=value)
                for name, value in answers.items()
                if value is not None
            }
        ),
        parameters=ParameterTable((*parameters().parameters, *of_municipality)),
    )


def computation_of(case: AssessmentContext) -> Computation:
    """The one calculation of a case."""
    (found,) = rules().hardship_computations(case)
    return found


def line_of(case: AssessmentContext, rule: str) -> CalculationLine:
    """One line of the calculation, by its name without the theme."""
    lines = computation_of(case).lines
    return next(line for line in lines if str(line.id).partition(".")[2] == rule)


def found_in(case: AssessmentContext) -> dict[str, Finding]:
    """The findings by name, without the theme that all share."""
    findings = rules().hardship_findings(case, rules().hardship_computations(case))
    return {str(item.id).partition(".")[2]: item for item in findings}


def drafted_in(case: AssessmentContext) -> dict[str, Consideration]:
    """The paragraphs of the motivation by name."""
    findings = rules().hardship_findings(case, rules().hardship_computations(case))
    drafted = rules().hardship_considerations(case, findings)
    return {item.id.partition(".")[2]: item for item in drafted}


def _local(name: str, value: ParameterValue) -> Parameter:
    return Parameter(
        name=name,
        value=value,
        unit="test",
        anchor=Anchor.BESLUIT,
        valid=Period(date(2013, 1, 1)),
        basis=LegalBasis(law="Beleidsregel (verzonnen)", article="1"),
        source=Source(title="Beleidsregel (verzonnen)", url=""),
        certainty=Certainty.SECONDARY,
    )
