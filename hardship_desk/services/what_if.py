"""What would change this: the rules again with one answer altered, and what an open flag lacks.

A judgement of blame is never altered: neither an amount nor a flag may suggest another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.answers import Answer, AnswerValue
from hardship_desk.domain.case import Case
from hardship_desk.domain.computation import CalculationLine
from hardship_desk.domain.ids import DecisionId
from hardship_desk.domain.legal_basis import Anchor
from hardship_desk.domain.money import Money
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.questionnaire.model import AnswerType, Question, Questionnaire, Scope
from hardship_desk.questionnaire.route import answers_on_route, asked
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.rules import RuleBook, RuleRunner
from hardship_desk.services.thresholds import Threshold, find_thresholds

BLAME = "verwijtbaarheid."
"""Questions of this subject hold a judgement of blame, or the facts it rests on."""
_BLAMES = ("verwijt", "opzet")
"""What the name of a question, or one of its options, says where it judges blame."""
CONCLUSION = "conclusie."
_CLOSED = (AnswerType.YES_NO, AnswerType.YES_NO_UNKNOWN, AnswerType.ONE_OF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One answer altered, and the total that comes out; None where none comes out.

    `without` names the lines that give an amount now and would not then: the total may be less
    well founded than the one it is compared with.
    """

    question: Question
    answer: Answer
    total: Money | None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayChange:
    """Another day of the decision, at which other amounts of law hold."""

    day: date
    total: Money | None
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountChange:
    """From which amount on an answered amount begins to count, or no longer counts."""

    question: Question
    threshold: Threshold


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountChanges:
    """What would change the total as it stands. `complete` is false where it was cancelled."""

    total: Money | None
    answers: tuple[Change, ...] = ()
    amounts: tuple[AmountChange, ...] = ()
    days: tuple[DayChange, ...] = ()
    complete: bool = True


class WhatIfService:
    """Runs the rules on copies of a dossier in memory; the dossier stays as it is."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        rules: RuleRunner,
        rule_book: RuleBook,
        organisation: OrganisationFacts,
    ) -> None:
        self._questionnaire = questionnaire
        self._rules = rules
        self._rule_book = rule_book
        self._organisation = organisation

    def amounts(
        self, case: Case, decision_id: DecisionId, cancellation: Cancellation | None = None
    ) -> AmountChanges:
        """Every closed answer, amount and day of law that would give another total.

        Takes seconds: run it beside the window.
        """
        runs = _Runs(
            rules=self._rules,
            organisation=self._organisation.parameters(),
            case=case,
            decision_id=decision_id,
            cancellation=cancellation or Cancellation(),
            lines=self._lines(case, decision_id),
        )
        now = runs.total(case)
        answers = tuple(change for change in self._answers(runs) if change.total != now)
        amounts = tuple(self._amounts(runs))
        days = tuple(change for change in self._days(runs) if change.total != now)
        return AmountChanges(
            total=now,
            answers=answers,
            amounts=amounts,
            days=days,
            complete=not runs.cancellation.is_cancelled,
        )

    def _lines(self, case: Case, decision_id: DecisionId) -> Mapping[str, str]:
        """The lines that give an amount now, with their description."""
        now = self._rules.assess(case, decision_id, self._organisation.parameters(), patient=False)
        return {line.id: line.description for line in _with_amount(now)}

    def _last_known(self) -> date:
        """No day is tried for which the texts of law were not yet known."""
        return self._rule_book.known_until() or date.max

    def _open_questions(self, runs: _Runs) -> Iterator[tuple[Question, Answer]]:
        """The questions with an answer on the route that may be altered."""
        decision = runs.case.decision(runs.decision_id)
        every = runs.case.answers_for(runs.decision_id)
        here = self._questionnaire.of(runs.case.gemeentecode)
        questions = asked(here, decision.type, decision.weight, every)
        on_route = answers_on_route(questions, every)
        for question in questions:
            answer = on_route.get(question.id)
            if answer is not None and may_be_altered(question):
                yield question, answer

    def _answers(self, runs: _Runs) -> Iterator[Change]:
        for question, answer in self._open_questions(runs):
            for value in _other_values(question, answer.value):
                if runs.cancellation.is_cancelled:
                    return
                altered = Answer(question=question.id, value=value)
                copy = _with_answer(runs.case, runs.decision_id, question, altered)
                total, without = runs.compared(copy)
                yield Change(question=question, answer=altered, total=total, without=without)

    def _amounts(self, runs: _Runs) -> Iterator[AmountChange]:
        for question, answer in self._open_questions(runs):
            if question.type is not AnswerType.AMOUNT or not isinstance(answer.value, Money):
                continue

            def total_at(amount: Money, asked_now: Question = question) -> Money | None:
                altered = Answer(question=asked_now.id, value=amount)
                return runs.total(_with_answer(runs.case, runs.decision_id, asked_now, altered))

            for threshold in find_thresholds(answer.value, total_at, runs.cancellation):
                yield AmountChange(question=question, threshold=threshold)

    def _days(self, runs: _Runs) -> Iterator[DayChange]:
        """The days around that of the decision at which an amount of law changes."""
        decision = runs.case.decision(runs.decision_id)
        decided = decision.decision_date
        if decided is None or decision.is_sealed:
            return
        starts = {
            item.valid.start
            for item in runs.assess(runs.case).context.parameters.parameters
            if item.anchor is Anchor.BESLUIT
        }
        before = max((day for day in starts if day <= decided), default=None)
        after = min((day for day in starts if decided < day <= self._last_known()), default=None)
        for day in (before - timedelta(days=1) if before else None, after):
            if day is not None and not runs.cancellation.is_cancelled:
                moved = replace(decision, decision_date=day)
                total, without = runs.compared(runs.case.with_decision(moved))
                yield DayChange(day=day, total=total, without=without)


def may_be_altered(question: Question) -> bool:
    """Whether another answer may be tried: never a judgement of blame, nor the conclusion."""
    if question.id.startswith((BLAME, CONCLUSION)) or question.options_from:
        return False
    return not judges_blame(question)


def judges_blame(question: Question) -> bool:
    """Whether an answer says what can be blamed on somebody, in whichever decision type."""
    names = (question.id, *(option.id for option in question.options))
    return any(word in name for name in names for word in _BLAMES)


def _other_values(question: Question, now: AnswerValue | None) -> tuple[AnswerValue, ...]:
    if question.type not in _CLOSED:
        return ()
    if question.type is AnswerType.ONE_OF:
        return tuple(option.id for option in question.options if option.id != now)
    return tuple(value for value in (True, False) if value is not now)


def _with_answer(case: Case, decision_id: DecisionId, question: Question, answer: Answer) -> Case:
    if question.scope is Scope.DOSSIER:
        return case.with_fact(answer)
    return case.with_decision(case.decision(decision_id).with_answer(answer))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Runs:
    """One dossier with the rules to run on altered copies of it."""

    rules: RuleRunner
    organisation: ParameterTable
    case: Case
    decision_id: DecisionId
    cancellation: Cancellation
    lines: Mapping[str, str]

    def assess(self, case: Case) -> Assessment:
        """The result for an altered copy."""
        return self.rules.assess(case, self.decision_id, self.organisation)

    def total(self, case: Case) -> Money | None:
        """The total for an altered copy."""
        return self.assess(case).total

    def compared(self, case: Case) -> tuple[Money | None, tuple[str, ...]]:
        """The total for an altered copy, and the lines that give no amount there."""
        found = self.assess(case)
        given = {line.id for line in _with_amount(found)}
        gone = tuple(text for name, text in self.lines.items() if name not in given)
        return found.total, gone if found.total is not None else ()


def _with_amount(assessment: Assessment) -> tuple[CalculationLine, ...]:
    every = (line for item in assessment.computations for line in item.lines)
    return tuple(line for line in every if line.amount is not None)
