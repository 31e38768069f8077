"""Reads one decision of a case file: `[[besluit]]`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hardship_desk.domain.case import Person
from hardship_desk.domain.decision import CaseWeight, DecisionFile
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import (
    DecisionId,
    DecisionTypeId,
    FindingId,
    FlagId,
    PersonId,
    QuestionId,
)
from hardship_desk.domain.weighing import WeighedFinding, Weight
from hardship_desk.exchange.case_file.answers import AnswerReader
from hardship_desk.exchange.case_file.sentences import Sentences
from hardship_desk.questionnaire.model import (
    DecisionType,
    Question,
    Questionnaire,
    Scope,
)
from hardship_desk.questionnaire.route import with_outcomes
from hardship_desk.questionnaire.toml_reader import TableReader


@dataclass(frozen=True, slots=True)
class DecisionReader:
    """Reads decisions of a dossier whose persons and evidence are known."""

    questionnaire: Questionnaire
    persons: tuple[Person, ...]
    evidence: tuple[Evidence, ...]
    sentences: Sentences

    def read(self, table: TableReader) -> DecisionFile | None:
        """The decision; None where its type is not known."""
        kind = self._kind(table)
        decision = DecisionFile(
            id=DecisionId(table.text("id")),
            type=kind.id if kind is not None else DecisionTypeId(""),
            person=self._person(table),
            weight=table.choice("gewicht", CaseWeight),
            weight_reason=table.text("gewicht_reden", ""),
            decision_date=table.optional_day("datum"),
            sending_date=table.optional_day("verzonden"),
            weighing=table.each("weging", _read_weighing),
            flag_responses=table.each("vlag", _read_response),
        )
        self._check_days(table, decision)
        answers = table.table("antwoorden")
        if kind is None:
            return None
        return replace(decision, answers=self._answers(kind).read(answers))

    def _kind(self, table: TableReader) -> DecisionType | None:
        name = table.text("soort")
        for kind in self.questionnaire.types:
            if kind.id == name:
                return kind
        if name:
            known = ", ".join(kind.id for kind in self.questionnaire.types)
            table.problem("soort", f"unknown_decision_type {name!r} ({known})")
        return None

    def _person(self, table: TableReader) -> PersonId | None:
        name = table.text("persoon", "")
        if not name:
            return None
        if name not in {person.id for person in self.persons}:
            table.problem("persoon", f"unknown_person {name}")
        return PersonId(name)

    def _check_days(self, table: TableReader, decision: DecisionFile) -> None:
        sent, decided = decision.sending_date, decision.decision_date
        if sent is not None and (decided is None or sent < decided):
            table.problem("verzonden", "sent_before_decided")

    def _answers(self, kind: DecisionType) -> AnswerReader:
        return AnswerReader(
            questions=questions_by_id(self.questionnaire, kind),
            evidence=frozenset(item.id for item in self.evidence),
            scope=Scope.DECISION,
            sentences=self.sentences,
        )


def questions_by_id(
    questionnaire: Questionnaire, kind: DecisionType | None = None
) -> Mapping[QuestionId, Question]:
    """Every question; where a type is given, the choice of an outcome has its options."""
    return {
        question.id: with_outcomes(question, kind) if kind is not None else question
        for step in questionnaire.steps
        for question in step.questions
    }


def _read_weighing(table: TableReader) -> WeighedFinding:
    reason = table.text("reden")
    if "reden" in table.data and not reason.strip():
        table.problem("reden", "reason_expected")
    return WeighedFinding(
        finding=FindingId(table.text("bevinding")),
        weight=table.choice("gewicht", Weight),
        reason=reason,
    )


def _read_response(table: TableReader) -> FlagResponse:
    return FlagResponse(
        flag=FlagId(table.text("id")),
        text=table.text("antwoord"),
        second_reader=table.text("tweede_lezer", ""),
    )
