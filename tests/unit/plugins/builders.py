"""Builds cases for the national rules: facts, law, contexts and what the rules say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from hardship_desk.assessment.catalogue_reader import read_parameters
from hardship_desk.assessment.plugins.contents import read_texts
from hardship_desk.assessment.plugins.files import read_files
from hardship_desk.domain.ids import DecisionTypeId, EvidenceId
from hardship_desk.plugin_api import (
    AnswerState,
    AssessmentContext,
    CaseWeight,
    Computation,
    ContextAnswer,
    ContextDates,
    ContextEvidence,
    EvidenceKind,
    EvidenceStatus,
    Finding,
    HasText,
    Money,
    OutcomeId,
    ParameterTable,
    Period,
    QuestionId,
    Verification,
)
from hardship_desk.plugin_api.context import ContextValue
from hardship_desk.plugin_api.letter import LetterBlock, LetterView
from hardship_desk.questionnaire.toml_reader import ProblemList, read_toml
from plugins.landelijk.rules import create
from plugins.landelijk.rules.boete.facts import BoeteFacts
from plugins.landelijk.rules.boete.verwijtbaarheid import Verwijtbaarheid
from plugins.landelijk.rules.law import Law
from plugins.landelijk.rules.national import NationalRules
from plugins.landelijk.rules.wording import Wording

FOLDER = Path(__file__).resolve().parents[3] / "plugins" / "landelijk"
BOETE, TERUGVORDERING = DecisionTypeId("boete"), DecisionTypeId("terugvordering_elders")
CONDUCT = Period(date(2022, 1, 1), date(2022, 3, 31))
DECIDED = date(2023, 3, 1)

Answers = dict[str, ContextValue | None]

# A complete case in one regime: normal blame, 1.000 euro, means on bijstand level.
PLAIN: Answers = {
    "regel.kenbaar": True,
    "regel.zelf_bekend": False,
    "poort.beletsel": ("geen",),
    "verwijtbaarheid.graad": "normale_verwijtbaarheid",
    "benadeling.soort": "ingevoerd",
    "benadeling.bedrag": Money(100000),
    "recidive.eerdere_sanctie": False,
    "waarschuwing.eerder": False,
    "herstel.uit_eigen_beweging": False,
    "draagkracht.leefvorm": "alleenstaande_21_aow",
    "draagkracht.niveau": "bijstand",
}


@cache
def parameters() -> ParameterTable:
    """The parameters that are shipped."""
    problems = ProblemList()
    files = [FOLDER / "parameters.toml", *sorted((FOLDER / "parameters").glob("*.toml"))]
    found = [
        item for file in files for item in read_parameters(read_toml(file, problems), "landelijk")
    ]
    assert problems.all() == ()
    return ParameterTable(tuple(found))


@cache
def texts() -> Mapping[str, str]:
    """The sentences that are shipped, by key."""
    problems = ProblemList()
    return read_texts(read_files(FOLDER, problems), problems)


@cache
def wording() -> Wording:
    """The sentences as the rules use them."""
    return Wording(texts(), "boete")


@cache
def rules() -> NationalRules:
    """The plugin as the program makes it."""
    return create(texts())


def law(without: str = "") -> Law:
    """The law that is shipped, without the values of one name."""
    kept = tuple(item for item in parameters().parameters if item.name != without)
    return Law(ParameterTable(kept))


def facts(**changed: object) -> BoeteFacts:
    """The facts of the plain case, with these changed."""
    plain = BoeteFacts(
        conduct=CONDUCT,
        offence_day=CONDUCT.start,
        decided_on=DECIDED,
        kenbaar=True,
        zelf_bekend=False,
        beletsels=("geen",),
        verwijtbaarheid=Verwijtbaarheid.NORMALE_VERWIJTBAARHEID,
        benadeling_kind="ingevoerd",
        benadeling=Money(100000),
    )
    return replace(plain, **changed)  # type: ignore[arg-type]  # names are those of the fields


def context(
    changed: Answers | None = None,
    *,
    conduct: Period | None = CONDUCT,
    decided: date | None = DECIDED,
    weight: CaseWeight = CaseWeight.GEWOON,
    evidence: tuple[ContextEvidence, ...] = (),
    linked: Money | None = None,
) -> AssessmentContext:
    """The plain case with other answers; None takes an answer away."""
    return AssessmentContext(
        decision_type=BOETE,
        weight=weight,
        dates=ContextDates(gedraging=conduct, besluit=decided),
        answers=MappingProxyType(
            {
                QuestionId(name): ContextAnswer(state=AnswerState.GIVEN, value=value)
                for name, value in {**PLAIN, **(changed or {})}.items()
                if value is not None
            }
        ),
        evidence=evidence,
        linked_amounts={TERUGVORDERING: linked} if linked is not None else {},
        parameters=parameters(),
    )


def proof(
    covers: Period | None = CONDUCT,
    *,
    incriminating: bool = True,
    verification: Verification = Verification.REGISTER,
) -> ContextEvidence:
    """A piece of evidence."""
    return ContextEvidence(
        id=EvidenceId("e1"),
        kind=EvidenceKind.REGISTER,
        verification=verification,
        status=EvidenceStatus.VASTSTAAND,
        covers=covers,
        supports=(),
        incriminating=incriminating,
        contradicted=None,
    )


def written(length: int = 20) -> HasText:
    """Free text, of which rules learn the length only."""
    return HasText(length)


def computed(case: AssessmentContext) -> Computation:
    """The calculation of a case."""
    (computation,) = rules().hardship_computations(case)
    return computation


def found(case: AssessmentContext) -> dict[str, Finding]:
    """The findings of a case by name, without the head that all share."""
    findings = rules().hardship_findings(case, (computed(case),))
    return {str(item.id).removeprefix("boete."): item for item in findings}


def letter(case: AssessmentContext, outcome: str, amount: Money | None = None) -> list[LetterBlock]:
    """The paragraphs of the letter for an outcome."""
    view = LetterView(outcome=OutcomeId(outcome), amount=amount, decision_date=DECIDED)
    return list(rules().hardship_letter(case, view))
