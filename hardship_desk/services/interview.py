"""Answers: read what was typed, save it at the dossier or the decision, or say what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from hardship_desk.domain.answers import Answer, AnswerState, StatementTag
from hardship_desk.domain.decision import LinkedAmount
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import CaseId, DecisionId, EvidenceId, QuestionId
from hardship_desk.domain.text import cleaned
from hardship_desk.questionnaire.answer_parsing import (
    MAX_CHARACTERS,
    AnswerProblem,
    RawAnswer,
    parse_answer,
    parse_date,
)
from hardship_desk.questionnaire.model import AnswerType, Question, Questionnaire, Scope
from hardship_desk.questionnaire.outcome import amounts_of_others
from hardship_desk.questionnaire.route import with_outcomes
from hardship_desk.services.ports.cases import CHANGED_MEANWHILE, AnswerChange, CaseRepository, Seen
from hardship_desk.services.problems import SEALED

FIRST_STEP_AFTER_ADOPTION = 15


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an answer goes: its question, and the decision or None for the dossier."""

    question: Question
    decision: DecisionId | None
    earlier: Answer | None


class InterviewService:
    """Saves each answer when it is given; a problem means that nothing was saved."""

    first_open_step = FIRST_STEP_AFTER_ADOPTION
    """The first step whose answers may still change once the decision is adopted."""

    def __init__(self, repository: CaseRepository, questionnaire: Questionnaire) -> None:
        self._repository = repository
        self._questionnaire = questionnaire

    def answer(  # noqa: PLR0913  # what was typed comes with its tag and evidence, by name
        self,
        case_id: CaseId,
        decision_id: DecisionId,
        question_id: QuestionId,
        raw: RawAnswer,
        *,
        tag: StatementTag | None = None,
        evidence: tuple[EvidenceId, ...] = (),
        seen: Seen | None = None,
    ) -> AnswerProblem | None:
        """Save what was typed or chosen; the origin of its sentences stays."""
        place = self._place(case_id, decision_id, question_id, seen)
        if isinstance(place, AnswerProblem):
            return place
        parsed = parse_answer(place.question, raw)
        if isinstance(parsed, AnswerProblem):
            return parsed
        earlier = place.earlier
        kept = replace(
            parsed,
            tag=tag,
            evidence=evidence,
            origin=earlier.origin if earlier else (),
            derived_from=earlier.derived_from
            if earlier is not None and earlier.value == parsed.value
            else "",
        )
        return self._save(case_id, decision_id, place, kept)

    def not_applicable(
        self, case_id: CaseId, decision_id: DecisionId, question_id: QuestionId, reason: str
    ) -> AnswerProblem | None:
        """Save "n.v.t., omdat …"; the reason is required."""
        place = self._place(case_id, decision_id, question_id)
        if isinstance(place, AnswerProblem):
            return place
        if not reason.strip():
            return AnswerProblem(question_id, "reden_ontbreekt")
        if len(reason) > MAX_CHARACTERS:
            return AnswerProblem(question_id, "too_long", (("maximum", str(MAX_CHARACTERS)),))
        state = AnswerState.NOT_APPLICABLE
        answer = Answer(question=question_id, state=state, explanation=cleaned(reason))
        return self._save(case_id, decision_id, place, answer)

    def to_investigate(
        self,
        case_id: CaseId,
        decision_id: DecisionId,
        question_id: QuestionId,
        actor: str,
        due_raw: str,
    ) -> AnswerProblem | None:
        """Save who finds it out and when; the day may stay open, the name may not."""
        place = self._place(case_id, decision_id, question_id)
        if isinstance(place, AnswerProblem):
            return place
        if not actor.strip():
            return AnswerProblem(question_id, "wie_ontbreekt")
        due = parse_date(due_raw)
        if due is None and due_raw.strip():
            return AnswerProblem(question_id, "not_a_date", (("given", due_raw[:80]),))
        state = AnswerState.TO_INVESTIGATE
        answer = Answer(question=question_id, state=state, actor=cleaned(actor), due=due)
        return self._save(case_id, decision_id, place, answer)

    def unknown(
        self, case_id: CaseId, decision_id: DecisionId, question_id: QuestionId
    ) -> AnswerProblem | None:
        """Save that it is not known, and will not be."""
        place = self._place(case_id, decision_id, question_id)
        if isinstance(place, AnswerProblem):
            return place
        answer = Answer(question=question_id, state=AnswerState.UNKNOWN)
        return self._save(case_id, decision_id, place, answer)

    def clear(
        self,
        case_id: CaseId,
        decision_id: DecisionId,
        question_id: QuestionId,
        seen: Seen | None = None,
    ) -> AnswerProblem | None:
        """Make the question unanswered; its history stays."""
        place = self._place(case_id, decision_id, question_id, seen)
        if isinstance(place, AnswerProblem):
            return place
        if place.earlier is not None:
            remove = self._repository.remove_answer
            return _unless_changed(
                question_id,
                lambda: remove(case_id, place.decision, question_id, Seen(answer=place.earlier)),
            )
        return None

    def restore(
        self,
        case_id: CaseId,
        decision_id: DecisionId,
        question_id: QuestionId,
        state: Answer | None,
    ) -> AnswerProblem | None:
        """Give the question an earlier state again, whole; None makes it unanswered.

        What cannot be chosen any more, and evidence that is gone, does not come back.
        """
        if state is None:
            return self.clear(case_id, decision_id, question_id)
        place = self._place(case_id, decision_id, question_id)
        if isinstance(place, AnswerProblem):
            return place
        if not _is_still_offered(place.question, state):
            return AnswerProblem(question_id, "keuze_is_weg")
        known = {item.id for item in self._repository.load(case_id).evidence}
        kept = tuple(item for item in state.evidence if item in known)
        self._save(case_id, decision_id, place, replace(state, evidence=kept))
        return None

    def history(
        self, case_id: CaseId, decision_id: DecisionId, question_id: QuestionId
    ) -> tuple[AnswerChange, ...]:
        """Every earlier state of the answer, oldest first."""
        question = self._questionnaire.question(question_id)
        return self._repository.answer_history(case_id, _holder(question, decision_id), question_id)

    def _place(
        self,
        case_id: CaseId,
        decision_id: DecisionId,
        question_id: QuestionId,
        seen: Seen | None = None,
    ) -> _Place | AnswerProblem:
        case = self._repository.load(case_id)
        decision = case.decision(decision_id)
        question = self._questionnaire.question(question_id)
        if decision.is_sealed and question.step < FIRST_STEP_AFTER_ADOPTION:
            return AnswerProblem(question_id, SEALED)
        holder = _holder(question, decision_id)
        answers = case.facts if holder is None else decision.answers
        earlier = answers.get(question_id)
        if seen is not None and seen.answer != earlier:
            return AnswerProblem(question_id, CHANGED_MEANWHILE)
        kind = self._questionnaire.decision_type(decision.type)
        return _Place(with_outcomes(question, kind), holder, earlier)

    def _save(
        self, case_id: CaseId, decision_id: DecisionId, place: _Place, answer: Answer
    ) -> AnswerProblem | None:
        if answer == place.earlier:
            return None
        save, seen = self._repository.save_answer, Seen(answer=place.earlier)
        problem = _unless_changed(
            answer.question, lambda: save(case_id, place.decision, answer, seen)
        )
        if problem is None:
            self._note_links(case_id, decision_id)
        return problem

    def _note_links(self, case_id: CaseId, decision_id: DecisionId) -> None:
        """Remember the amounts this decision leans on, as they are when first worked with."""
        case = self._repository.load(case_id)
        decision = case.decision(decision_id)
        fed_by = self._questionnaire.decision_type(decision.type).fed_by
        known = {item.type for item in decision.linked_seen}
        linked = amounts_of_others(self._questionnaire, case.decisions, decision_id)
        fresh = tuple(
            LinkedAmount(type=kind, amount=linked[kind])
            for kind in fed_by
            if kind in linked and kind not in known
        )
        if fresh:
            seen = (*decision.linked_seen, *fresh)
            self._repository.save_decision_header(case_id, replace(decision, linked_seen=seen))


def _is_still_offered(question: Question, state: Answer) -> bool:
    """Whether what was chosen then can be chosen now; what is typed always can."""
    offered = {option.id for option in question.options}
    match question.type:
        case AnswerType.ONE_OF | AnswerType.MANY_OF:
            chosen = state.value if isinstance(state.value, tuple) else (state.value,)
            return state.value is None or offered.issuperset(chosen)
        case _:
            return True


def _holder(question: Question, decision_id: DecisionId) -> DecisionId | None:
    return None if question.scope is Scope.DOSSIER else decision_id


def _unless_changed(question: QuestionId, save: Callable[[], None]) -> AnswerProblem | None:
    """Save; the problem where something else came to stand there meanwhile."""
    try:
        save()
    except VaultError as error:
        if error.code != CHANGED_MEANWHILE:
            raise
        return AnswerProblem(question, CHANGED_MEANWHILE)
    return None
