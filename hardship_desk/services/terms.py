"""The terms of a dossier: what the law, the decision or the caseworker set a day for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hardship_desk.domain.answers import AnswerSet, AnswerState
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.term import Term, TermKind
from hardship_desk.plugin_api.termijnen import (
    application_deadline,
    fine_deadline,
    last_day_for_bezwaar,
    objection_deadline,
    review_deadline,
)
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.questionnaire.route import answers_on_route, asked

ON_APPLICATION = frozenset(
    {
        "bijzondere_bijstand",
        "kwijtschelding",
        "ontheffing",
        "voorschot_terugwerkend",
        "zeer_dringende_redenen",
    }
)
"""The decisions on an application, of which Awb 4:13 sets the term."""
ASKED_ON = "voorschot_terugwerkend.aanvraag"
OTHER_DAY = "intake.uiterste_beslisdag"
VOORSCHOT_WITHIN = timedelta(weeks=4)
DAYS_OF_QUESTIONS = {
    TermKind.OPNIEUW_KIJKEN: "opvolging.datum",
    TermKind.OPSCHORTING: "opschorting.tot",
    TermKind.UITSTEL: "invordering.uitstel_tot",
    TermKind.ONTHEFFING: "ontheffing.tot",
    TermKind.AFSTEMMING: "afstemming.tot",
}
"""The days that a decision itself sets, with the question that holds them."""
_LOOKED_AGAIN = frozenset({"gesprek", "heroverweging", "terugkoppeling"})
_UNDER_PARAGRAPH_2 = frozenset({"andere_plicht", "tekortschietend_besef", "misdraging"})
_LOWERED = frozenset({"verlaging", "verlaging_aangepast", "verlaging_voortgezet"})
_SOON_ENOUGH = timedelta(days=14)
_STEP_AFTER = 15


def terms_of(case: Case, questionnaire: Questionnaire) -> tuple[Term, ...]:
    """Every term of the dossier, also what passed; those that were dealt with are left out."""
    found: list[Term] = []
    for decision in case.decisions:
        here = _Reading(case, decision, questionnaire)
        found += here.to_find_out()
        found += here.concept() if decision.state is DecisionState.CONCEPT else here.adopted()
    return tuple(dict.fromkeys(found))


class _Reading:
    """Reads the days of one decision, on its route only."""

    def __init__(self, case: Case, decision: DecisionFile, questionnaire: Questionnaire) -> None:
        self._case = case
        self._decision = decision
        here, answers = questionnaire.of(case.gemeentecode), case.answers_for(decision.id)
        questions = asked(here, decision.type, decision.weight, answers)
        self._steps = {question.id: question.step for question in questions}
        self._answers: AnswerSet = answers_on_route(questions, answers)

    def to_find_out(self) -> Iterator[Term]:
        """What is "nog uit te zoeken", with a day or without; after adoption the last steps only."""
        for answer in self._answers:
            open_still = not self._decision.is_sealed or self._steps[answer.question] >= _STEP_AFTER
            if answer.state is AnswerState.TO_INVESTIGATE and open_still:
                yield self._term(
                    TermKind.UITZOEKEN, answer.due, question=answer.question, who=answer.actor
                )

    def concept(self) -> Iterator[Term]:
        """The day on which the decision must be there."""
        kind = self._decision.type
        if kind in ON_APPLICATION:
            yield from self._on_application()
        elif kind == "bezwaar":
            yield from self._on_objection()
        elif kind == "boete":
            reported = self._day("intake.rapport_datum")
            # The time stands still while the public prosecutor has the case.
            if reported is not None and self._day("poort.voorgelegd_op") is None:
                yield self._term(
                    TermKind.BESLISSEN,
                    fine_deadline(reported),
                    question=QuestionId("intake.rapport_datum"),
                    basis="awb-5-51",
                )

    def adopted(self) -> Iterator[Term]:
        """What follows from the decision."""
        decision = self._decision
        if decision.state is DecisionState.VASTGESTELD and decision.decision_date is not None:
            # It counts from the day on which it is sent, whatever day stands above the letter.
            yield self._term(
                TermKind.VERZENDEN, decision.decision_date, basis="awb-3-41-bekendmaking"
            )
        if decision.state is DecisionState.BEKENDGEMAAKT and decision.sending_date is not None:
            last = last_day_for_bezwaar(decision.sending_date)
            yield self._term(TermKind.BEZWAAR, last, basis="awb-6-7-bezwaar")
        if decision.type == "maatregel" and self._lowers() and decision.decision_date is not None:
            yield from self._unless_done(
                TermKind.HEROVERWEGING,
                review_deadline(decision.decision_date),
                basis="pw-18-3-heroverweging",
            )
        for kind, name in DAYS_OF_QUESTIONS.items():
            day = self._day(name)
            if day is not None:
                yield from self._unless_done(kind, day, question=QuestionId(name))

    def _on_application(self) -> Iterator[Term]:
        """The day the caseworker named (Awb 4:14, 4:15), or eight weeks after the application.

        A voorschot has four weeks of its own (Participatiewet 52).
        """
        if self._choice("voorschot_terugwerkend.onderwerp") == "voorschot":
            asked_on = self._day(ASKED_ON)
            if asked_on is not None:
                yield self._term(
                    TermKind.VOORSCHOT,
                    asked_on + VOORSCHOT_WITHIN,
                    question=QuestionId(ASKED_ON),
                    basis="pw-52-voorschot",
                )
            return
        named = self._day(OTHER_DAY)
        if named is not None:
            yield self._term(
                TermKind.ANDERE_DAG, named, question=QuestionId(OTHER_DAY), basis="awb-4-14-15"
            )
        elif self._case.dates.melding is not None:
            last = application_deadline(self._case.dates.melding)
            yield self._term(TermKind.BESLISSEN, last, basis="awb-4-13")

    def _on_objection(self) -> Iterator[Term]:
        sent = self._day("bezwaar.primair_verzonden")
        longer = self._choice("bezwaar.verlengd")
        if sent is None or longer == "met_instemming":
            return
        committee = self._answers.get(QuestionId("bezwaar.commissie"))
        advises = committee.value if committee is not None else None
        yield self._term(
            TermKind.BESLISSEN,
            objection_deadline(
                sent,
                committee=advises if isinstance(advises, bool) else None,
                longer=longer == "zes_weken",
            ),
            question=QuestionId("bezwaar.primair_verzonden"),
            basis="awb-7-10",
        )

    def _lowers(self) -> bool:
        """Whether it is a lowering under paragraph 2, which must be looked at again."""
        return (
            self._choice("maatregel.soort") in _UNDER_PARAGRAPH_2
            and self._choice("conclusie.uitkomst") in _LOWERED
        )

    def _unless_done(
        self, kind: TermKind, day: date, *, question: QuestionId | None = None, basis: str = ""
    ) -> Iterator[Term]:
        """The term, unless it was written down that someone looked again around that day."""
        done = any(
            item.kind in _LOOKED_AGAIN and item.on >= day - _SOON_ENOUGH
            for item in self._decision.follow_ups
        )
        if not done:
            yield self._term(kind, day, question=question, basis=basis)

    def _day(self, name: str) -> date | None:
        answer = self._answers.get(QuestionId(name))
        return answer.value if answer is not None and isinstance(answer.value, date) else None

    def _choice(self, name: str) -> str:
        answer = self._answers.get(QuestionId(name))
        return answer.value if answer is not None and isinstance(answer.value, str) else ""

    def _term(
        self,
        kind: TermKind,
        day: date | None,
        *,
        question: QuestionId | None = None,
        basis: str = "",
        who: str = "",
    ) -> Term:
        return Term(
            case_id=self._case.id,
            decision_id=self._decision.id,
            kind=kind,
            day=day,
            question=question,
            basis=basis,
            who=who,
        )
