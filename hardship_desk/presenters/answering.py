"""Saves what is filled in at a question, and keeps what could not be read until it is mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hardship_desk.domain.answers import Answer, AnswerState, StatementTag
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import EvidenceId, QuestionId
from hardship_desk.presenters.drafts import Drafts, as_typed, raw_answers
from hardship_desk.presenters.open_case import OpenCase, earlier_decision
from hardship_desk.presenters.question_item import (
    QuestionItem,
    QuestionState,
    is_empty,
    question_item,
    raw_of,
)
from hardship_desk.presenters.remarks import remarks_of_case
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import AnswerProblem, RawAnswer
from hardship_desk.questionnaire.model import AnswerType, Question
from hardship_desk.services.ports.cases import CHANGED_MEANWHILE, Seen

_Save = Callable[[], AnswerProblem | None]


class Answering:
    """The answers of one open decision: saved, or kept as a draft with the error beside it."""

    def __init__(self, case: OpenCase, texts: WindowTexts, drafts: Drafts) -> None:
        self._case = case
        self._texts = texts
        self._place = f"vragen/{case.decision_id}"
        self._kept = drafts
        self._drafts = raw_answers(drafts.of(self._place))
        self._errors = dict.fromkeys(self._drafts, texts.get("concept.vraag"))
        self._conflicts: set[str] = set()

    @property
    def has_errors(self) -> bool:
        """Whether something that was typed is not saved yet."""
        return bool(self._errors)

    def keep_drafts(self) -> bool:
        """Keep what was typed and is no answer yet; whether something was new."""
        return self._kept.keep(self._place, as_typed(self._drafts))

    @property
    def draft_note(self) -> str:
        """Since when what is no answer yet is kept; empty where there is none, or it is not kept."""
        is_kept = self._kept.of(self._place) == as_typed(self._drafts)
        return self._kept.note(self._place) if is_kept else ""

    def item(self, question: Question) -> QuestionItem:
        """The question as it stands, drafts and errors with it."""
        state = QuestionState(
            answer=self._case.answers.get(question.id),
            draft=self._drafts.get(question.id),
            error=self._errors.get(question.id, ""),
            locked=self._case.decision.is_sealed
            and question.step < self._case.desk.interview.first_open_step,
            conflict=question.id in self._conflicts,
        )
        item = question_item(question, state, self._case.case.evidence, self._texts)
        before = self._before(question)
        remarks = remarks_of_case(self._case, self._texts)
        return replace(
            item,
            notes=(*item.notes, before) if before else item.notes,
            remarks=tuple(found for found in remarks if found.question == question.id),
        )

    def _before(self, question: Question) -> str:
        """What the earlier decision of this kind said, where it says something else now."""
        case = self._case
        earlier = earlier_decision(case)
        was = earlier.answers.get(question.id) if earlier is not None else None
        if was is None or not was.settles:
            return ""
        now = case.answers.get(question.id)
        if now is not None and (now.state, now.value) == (was.state, was.value):
            return ""
        return self._texts.get("vraag.toen", antwoord=case.shown(was))

    def answer(self, question: str, raw: RawAnswer, *, final: bool) -> bool:
        """Save an answer; tell whether it was saved. While typing, an error is not shown yet."""
        case, question_id = self._case, QuestionId(question)
        earlier = case.answers.get(question_id)
        if question in self._conflicts:
            self._drafts[question] = raw
            return False
        if raw == raw_of(earlier):
            self._forget(question)
            return False
        if is_empty(raw):
            return self._save(question, raw, lambda: self._clear(question_id))

        def save() -> AnswerProblem | None:
            return case.desk.interview.answer(
                case.case_id,
                case.decision_id,
                question_id,
                raw,
                tag=earlier.tag if earlier else self._only_tag(question_id),
                evidence=earlier.evidence if earlier else (),
                seen=Seen(answer=earlier),
            )

        return self._save(question, raw, save, show_error=final)

    def settle(self, question: str) -> RawAnswer:
        """End a conflict; what was typed here. It is saved only when it is given once more."""
        self._conflicts.discard(question)
        typed = self._drafts.get(question, "")
        self._forget(question)
        return typed

    def not_applicable(self, question: str, reason: str) -> bool:
        """Save "n.v.t., omdat …"."""
        case = self._case
        return self._save(
            question,
            None,
            lambda: case.desk.interview.not_applicable(
                case.case_id, case.decision_id, QuestionId(question), reason
            ),
        )

    def to_investigate(self, question: str, actor: str, due: str) -> bool:
        """Save who finds it out, and before when."""
        case = self._case
        return self._save(
            question,
            None,
            lambda: case.desk.interview.to_investigate(
                case.case_id, case.decision_id, QuestionId(question), actor, due
            ),
        )

    def unknown(self, question: str) -> bool:
        """Save that it is not known, and will not be."""
        case = self._case
        return self._save(
            question,
            None,
            lambda: case.desk.interview.unknown(
                case.case_id, case.decision_id, QuestionId(question)
            ),
        )

    def clear(self, question: str) -> bool:
        """Make the question unanswered."""
        return self._save(question, None, lambda: self._clear(QuestionId(question)))

    def restore(self, question: str, state: Answer | None) -> bool:
        """Give the question an earlier answer again."""
        case = self._case
        return self._save(
            question,
            None,
            lambda: case.desk.interview.restore(
                case.case_id, case.decision_id, QuestionId(question), state
            ),
        )

    def change(
        self,
        question: str,
        *,
        tag: StatementTag | None = None,
        evidence: tuple[EvidenceId, ...] | None = None,
    ) -> bool:
        """Save the answer again with another tag, or with other evidence."""
        case, question_id = self._case, QuestionId(question)
        earlier = case.answers.get(question_id)
        raw = raw_of(earlier)
        if earlier is None or is_empty(raw) or not self._has_value(earlier):
            self._errors[question] = self._texts.get("vraag.eerst_antwoord")
            return False

        def save() -> AnswerProblem | None:
            return case.desk.interview.answer(
                case.case_id,
                case.decision_id,
                question_id,
                raw,
                tag=tag or earlier.tag,
                evidence=earlier.evidence if evidence is None else evidence,
                seen=Seen(answer=earlier),
            )

        return self._save(question, None, save)

    def _only_tag(self, question: QuestionId) -> StatementTag | None:
        """What kind of statement the answer is, where the question leaves no choice."""
        tags = self._case.desk.questionnaire.question(question).tags
        return tags[0] if len(tags) == 1 else None

    def _has_value(self, answer: Answer) -> bool:
        kind = self._case.desk.questionnaire.question(answer.question).type
        return answer.state is AnswerState.GIVEN or kind is AnswerType.YES_NO_UNKNOWN

    def _clear(self, question: QuestionId) -> AnswerProblem | None:
        case = self._case
        earlier = case.answers.get(question)
        if earlier is None:
            return None
        return case.desk.interview.clear(
            case.case_id, case.decision_id, question, Seen(answer=earlier)
        )

    def _save(
        self, question: str, draft: RawAnswer | None, save: _Save, *, show_error: bool = True
    ) -> bool:
        try:
            problem = save()
        except HardshipDeskError:
            if draft is not None:
                self._drafts[question] = draft
            raise
        if problem is not None and problem.code == CHANGED_MEANWHILE:
            self._note_conflict(question, draft)
            return False
        if problem is not None:
            if draft is not None:
                self._drafts[question] = draft
            if show_error:
                self._errors[question] = self._texts.problem(problem.code, problem.parameters)
            return False
        self._forget(question)
        self._case.saved()
        return True

    def _note_conflict(self, question: str, draft: RawAnswer | None) -> None:
        """Show both: what stands there now, and what was typed here and is not saved."""
        self._case.reload()
        now = self._case.answers.get(QuestionId(question))
        theirs = self._case.shown(now) if now is not None else self._texts.get("algemeen.geen")
        if draft is None:
            self._errors[question] = self._texts.get("conflict.opnieuw", nu=theirs)
            return
        self._drafts[question] = draft
        self._conflicts.add(question)
        mine = draft if isinstance(draft, str) else self._texts.get("conflict.ingevuld")
        self._errors[question] = self._texts.get("conflict.kies", nu=theirs, uw=mine)

    def _forget(self, question: str) -> None:
        self._drafts.pop(question, None)
        self._errors.pop(question, None)
