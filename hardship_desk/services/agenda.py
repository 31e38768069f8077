"""What has to happen when, over all dossiers, and where the work stopped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hardship_desk.domain.case import Case
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.decision import CaseWeight, DecisionFile
from hardship_desk.domain.ids import CaseId, DecisionId, QuestionId
from hardship_desk.domain.term import Term
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.questionnaire.route import questions_of_step
from hardship_desk.services.case_lists import worked_on
from hardship_desk.services.ports.agenda import AgendaStore, DueWindow
from hardship_desk.services.ports.case_lists import CaseSummary
from hardship_desk.services.terms import DAYS_OF_QUESTIONS, ON_APPLICATION, terms_of

LOOK_BACK, LOOK_AHEAD = timedelta(days=120), timedelta(days=120)
SINCE_ADOPTED = timedelta(days=200)
MOST_CASES = 150
_DEADLINED = (*sorted(ON_APPLICATION), "bezwaar", "boete")


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A term with the dossier it belongs to."""

    term: Term
    case: CaseSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What was read of a dossier when it last changed; `example` is one that nobody worked on."""

    changed_at: datetime
    terms: tuple[Term, ...]
    example: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """All terms by day, those without one last; `is_cut` says that not every dossier was read."""

    due: tuple[Due, ...] = ()
    is_cut: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Where the work on a dossier stopped; `question` is None where the step has none."""

    decision: DecisionId
    step: int
    question: QuestionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A dossier, and where the work on it stopped."""

    case: CaseSummary
    stop: Stop


class AgendaService:
    """Reads only dossiers that may have a term, and each again only when it changed."""

    def __init__(self, store: AgendaStore, questionnaire: Questionnaire, clock: Clock) -> None:
        self._store = store
        self._questionnaire = questionnaire
        self._clock = clock
        self._read: dict[CaseId, _Known] = {}

    def agenda(self) -> Agenda:
        """The terms of all dossiers, without those that are over; slow the first time."""
        today = self._clock.today()
        found = self._store.due_cases(_window(today))
        known, self._read = self._read, {}
        for summary in found.cases:
            earlier = known.get(summary.id)
            if earlier is None or earlier.changed_at != summary.changed_at:
                earlier = self._known(summary)
            self._read[summary.id] = earlier
        due = [
            Due(term=term, case=summary)
            for summary in found.cases
            for term in self._read[summary.id].terms
            if _matters(term, today, example=self._read[summary.id].example)
        ]
        return Agenda(due=tuple(sorted(due, key=_order)), is_cut=found.is_cut)

    def _known(self, summary: CaseSummary) -> _Known:
        case = self._store.load(summary.id)
        return _Known(
            changed_at=summary.changed_at,
            terms=terms_of(case, self._questionnaire),
            example=case.is_practice and not summary.begun,
        )

    def places(self, newest: int, *, begun: bool = False) -> tuple[Place, ...]:
        """Where the work stopped in the dossiers that changed last; `begun` leaves out the untouched."""
        return tuple(
            Place(case=summary, stop=self.stopped_at(self._store.load(summary.id)))
            for summary in worked_on(self._store.list_cases, newest, begun=begun)
        )

    def stopped_at(self, case: Case) -> Stop:
        """Where the work on one dossier stopped: the last answer, or the longest decision."""
        last = self._store.last_answer(case.id)
        named = last.decision if last is not None else None
        found = (item for item in case.decisions if item.id == named)
        decision = next(found, None) or _longest(case.decisions, self._questionnaire)
        here, answers = self._questionnaire.of(case.gemeentecode), case.answers_for(decision.id)

        def asked(step: int) -> tuple[QuestionId, ...]:
            found = questions_of_step(here, step, decision.type, decision.weight, answers)
            return tuple(question.id for question in found)

        steps: tuple[int, ...] = (decision.current_step,)
        if decision.weight is CaseWeight.KORT:
            # Its questions stand on one page, where nobody goes from step to step.
            steps = here.decision_type(decision.type).route(decision.weight).steps
        answered = last.question if last is not None else None
        for step in steps:
            if answered is not None and answered in asked(step):
                return Stop(decision=decision.id, step=step, question=answered)
        first = asked(decision.current_step)
        return Stop(
            decision=decision.id,
            step=decision.current_step,
            question=first[0] if first else None,
        )


def _longest(decisions: tuple[DecisionFile, ...], questionnaire: Questionnaire) -> DecisionFile:
    """The decision with the longest route: what feeds it is usually shorter."""

    def length(decision: DecisionFile) -> int:
        return len(questionnaire.decision_type(decision.type).route(decision.weight).steps)

    return max(decisions, key=length)


def _window(today: date) -> DueWindow:
    names = DAYS_OF_QUESTIONS.values()
    return DueWindow(
        start=today - LOOK_BACK,
        end=today + LOOK_AHEAD,
        questions=tuple(QuestionId(name) for name in names),
        adopted_since=today - SINCE_ADOPTED,
        types=_DEADLINED,
        most=MOST_CASES,
    )


def _matters(term: Term, today: date, *, example: bool) -> bool:
    """Whether there is still something to do, and it is not too far away.

    An example that nobody worked on is too late for nothing: its days decide which law holds.
    """
    if term.day is None:
        return True
    if term.day < today and (term.kind.passes or example):
        return False
    return term.day <= today + LOOK_AHEAD


def _order(item: Due) -> tuple[bool, date, str]:
    day = item.term.day
    return (day is None, day or date.max, item.case.number)
