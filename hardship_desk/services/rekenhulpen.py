"""Rekenhulpen: the ordinary rules on a dossier that is only in memory; nothing is saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from hardship_desk.assessment.rekenhulp import HelpDay, Rekenhulp, ShownComputation
from hardship_desk.assessment.result import Assessment
from hardship_desk.assessment.term_lines import TermDays, TermLines
from hardship_desk.domain.answers import Answer, AnswerSet
from hardship_desk.domain.case import Case, CaseDates, Person, PersonRole
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.ids import (
    LANDELIJK,
    CaseId,
    CaseNumber,
    DecisionId,
    Gemeentecode,
    PersonId,
    QuestionId,
)
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.manifest import PluginProblem
from hardship_desk.questionnaire.answer_parsing import AnswerProblem, RawAnswer, parse_answer
from hardship_desk.questionnaire.model import Question, Questionnaire, Scope
from hardship_desk.questionnaire.route import asked
from hardship_desk.services.interview import InterviewService
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.rules import RuleRunner
from hardship_desk.services.problems import CaseProblem
from hardship_desk.services.raw_dates import RawDates

_CASE, _DECISION, _PERSON = CaseId("rekenhulp"), DecisionId("rekenhulp"), PersonId("inwoner")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was typed: days by their name and answers by their question."""

    days: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    answers: Mapping[str, RawAnswer] = field(default_factory=lambda: MappingProxyType({}))
    gemeentecode: str = LANDELIJK


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculated:
    """What comes out. `questions` are those asked now; `problems` stand at days and questions."""

    questions: tuple[Question, ...]
    computations: tuple[Computation, ...]
    day_problems: tuple[CaseProblem, ...]
    answer_problems: tuple[AnswerProblem, ...]
    plugin_problems: tuple[PluginProblem, ...] = ()


class RekenhulpService:
    """Runs a rekenhulp through the same rules as a dossier."""

    def __init__(
        self,
        helps: tuple[Rekenhulp, ...],
        questionnaire: Questionnaire,
        rules: RuleRunner,
        organisation: OrganisationFacts,
        terms: TermLines,
    ) -> None:
        self._helps = helps
        self._questionnaire = questionnaire
        self._rules = rules
        self._organisation = organisation
        self._terms = terms

    def all(self) -> tuple[Rekenhulp, ...]:
        """Every rekenhulp, in order."""
        return self._helps

    def calculate(self, rekenhulp: Rekenhulp, filled: Filled) -> Calculated:
        """The lines for what was typed so far; what is wrong is named and counts as not typed."""
        given, problems = self._answers(rekenhulp, filled)
        days = _Days(rekenhulp, filled.days)
        case = self._case(rekenhulp, filled, given, days)
        decision = case.decision(_DECISION)
        terms = TermDays(sent=decision.sending_date, decided=decision.decision_date)
        found = self._terms.computations(terms)
        failed: tuple[PluginProblem, ...] = ()
        if rekenhulp.type is not None:
            result = self._rules.assess(
                case, _DECISION, self._organisation.parameters(), patient=False
            )
            found, failed = (*result.computations, *found), _failed(result)
        return Calculated(
            questions=self._asked(rekenhulp, case),
            computations=_shown(found, rekenhulp.shown),
            day_problems=days.problems,
            answer_problems=problems,
            plugin_problems=failed,
        )

    def _answers(
        self, rekenhulp: Rekenhulp, filled: Filled
    ) -> tuple[tuple[Answer, ...], tuple[AnswerProblem, ...]]:
        parsed = [
            parse_answer(self._questionnaire.question(name), filled.answers[name])
            for name in rekenhulp.questions
            if _is_filled(filled.answers.get(name, ""))
        ]
        return (
            tuple(item for item in parsed if isinstance(item, Answer)),
            tuple(item for item in parsed if isinstance(item, AnswerProblem)),
        )

    def _case(
        self, rekenhulp: Rekenhulp, filled: Filled, given: tuple[Answer, ...], days: _Days
    ) -> Case:
        answers = (*rekenhulp.assumed, *given)
        of_dossier = {
            answer.question
            for answer in answers
            if self._questionnaire.question(answer.question).scope is Scope.DOSSIER
        }
        decision = DecisionFile(
            id=_DECISION,
            type=rekenhulp.type or self._questionnaire.types[0].id,
            person=_PERSON,
            weight=rekenhulp.weight,
            decision_date=days.day(HelpDay.BESLUIT),
            sending_date=days.day(HelpDay.VERZONDEN),
            answers=AnswerSet.of(tuple(a for a in answers if a.question not in of_dossier)),
        )
        return Case(
            id=_CASE,
            number=CaseNumber(_CASE),
            gemeentecode=Gemeentecode(filled.gemeentecode),
            dates=days.of_case,
            persons=(Person(id=_PERSON, role=PersonRole.INWONER),),
            facts=AnswerSet.of(tuple(a for a in answers if a.question in of_dossier)),
            decisions=(decision,),
        )

    def _asked(self, rekenhulp: Rekenhulp, case: Case) -> tuple[Question, ...]:
        """The questions of the rekenhulp that the answers so far lead to, in its own order."""
        if rekenhulp.type is None:
            return ()
        answers = case.answers_for(_DECISION)
        here = self._questionnaire.of(case.gemeentecode)
        now = asked(here, rekenhulp.type, rekenhulp.weight, answers)
        by_id = {question.id: question for question in now}
        return tuple(
            _without(by_id[name], rekenhulp) for name in rekenhulp.questions if name in by_id
        )


def keep_answers(
    interview: InterviewService,
    case_id: CaseId,
    decision_id: DecisionId,
    rekenhulp: Rekenhulp,
    filled: Filled,
) -> None:
    """Put what was typed into a new dossier; what the rekenhulp assumed stays behind."""
    for name in rekenhulp.questions:
        raw = filled.answers.get(name, "")
        if _is_filled(raw):
            interview.answer(case_id, decision_id, QuestionId(name), raw)


def _failed(result: Assessment) -> tuple[PluginProblem, ...]:
    """The plugins that failed, and those that are still at work: a rekenhulp does not wait."""
    busy = (PluginProblem(plugin=name, code="regels_lopen_nog") for name in result.pending)
    return (*result.problems, *busy)


class _Days:
    """The days that were typed, and what is wrong with them."""

    def __init__(self, rekenhulp: Rekenhulp, raw: Mapping[str, str]) -> None:
        reader = RawDates()
        self._asked = rekenhulp.days
        self._found = {day: reader.day(day.value, raw.get(day.value, "")) for day in self._asked}
        self._wrong: list[CaseProblem] = []
        self.of_case = CaseDates(
            gedraging=self._period(HelpDay.GEDRAGING_VAN, HelpDay.GEDRAGING_TOT),
            rechtperiode=self._period(HelpDay.RECHTPERIODE_VAN, HelpDay.RECHTPERIODE_TOT),
            melding=self.day(HelpDay.MELDING),
        )
        self.problems = (*reader.problems(), *self._wrong)

    def day(self, name: HelpDay) -> date | None:
        """One day, or None."""
        return self._found.get(name)

    def _period(self, first: HelpDay, last: HelpDay) -> Period | None:
        """A period; where only its last day is asked it is that day."""
        start, end = self.day(first), self.day(last)
        if first not in self._asked:
            start = end
        if start is None:
            return None
        if end is not None and end < start:
            self._wrong.append(CaseProblem(field=last.value, code="einde_voor_begin"))
            return None
        return Period(start, end)


def _shown(
    found: tuple[Computation, ...], wanted: tuple[ShownComputation, ...]
) -> tuple[Computation, ...]:
    by_id = {item.id: item for item in found}
    parts = (_only_lines(by_id[item.id], item) for item in wanted if item.id in by_id)
    return tuple(part for part in parts if part.lines)


def _only_lines(computation: Computation, wanted: ShownComputation) -> Computation:
    """The calculation with the wanted lines; a part of it has no total of its own."""
    if not wanted.lines:
        return computation
    by_id = {line.id: line for line in computation.lines}
    lines = tuple(by_id[name] for name in wanted.lines if name in by_id)
    return replace(computation, lines=lines, total=None)


def _without(question: Question, rekenhulp: Rekenhulp) -> Question:
    """The question without the options that need a dossier."""
    gone = rekenhulp.without.get(question.id, frozenset())
    return replace(
        question, options=tuple(item for item in question.options if item.id not in gone)
    )


def _is_filled(raw: RawAnswer) -> bool:
    return bool(raw.strip()) if isinstance(raw, str) else bool(raw)
