"""Beginning from earlier work: a new dossier with the facts of another, a decision looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hardship_desk.domain.answers import Answer, AnswerState, StatementTag
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.evidence import Evidence, EvidenceStatus, Verification
from hardship_desk.domain.ids import CaseId, DecisionId, QuestionId
from hardship_desk.questionnaire.model import Question, Questionnaire, Scope
from hardship_desk.questionnaire.route import asked
from hardship_desk.services.new_ids import next_id
from hardship_desk.services.ports.cases import CaseRepository

CIRCUMSTANCES = 4
"""The step about the resident and the household: the facts in it outlive a decision."""
JUDGED_ANEW = 9
"""From this step on everything weighs or concludes: nothing of it is ever copied."""
_AGAIN = {"maatregel": ("maatregel.moment", "heroverweging")}
"""What a decision of a type says of itself where it looks at an earlier one again."""


class CopyService:
    """Copies facts, and never a judgement."""

    def __init__(self, repository: CaseRepository, questionnaire: Questionnaire) -> None:
        self._repository = repository
        self._questionnaire = questionnaire

    def copy_facts(self, source_id: CaseId, made: Case, origin: str) -> None:
        """Put the facts, persons and pieces of evidence of a dossier in one that was just made.

        Each answer says by `origin` where it was taken from. Dates, checks and standing of evidence,
        answers of judgement, notes and all work on a decision stay behind.
        """
        source = self._repository.load(source_id)
        (decision,) = made.decisions
        known = {person.id for person in made.persons}
        for person in source.persons:
            if person.id not in known:
                self._repository.save_person(made.id, replace(person, period=None))
        for piece in source.evidence:
            self._repository.save_evidence(made.id, _unchecked(piece))
        for answer in source.facts:
            if answer.state is AnswerState.GIVEN:
                self._repository.save_answer(made.id, None, _taken(answer, origin))
        for question, answer in self._circumstances(source):
            if not question.types or decision.type in question.types:
                self._repository.save_answer(made.id, decision.id, _taken(answer, origin))

    def what_may_change(self, case: Case, decision_id: DecisionId) -> tuple[Question, ...]:
        """The questions of an earlier decision that can be taken over, in order."""
        decision = case.decision(decision_id)
        answers = decision.answers
        return tuple(
            question
            for question in self._asked(case, decision)
            if question.step < JUDGED_ANEW
            and question.scope is Scope.DECISION
            and (answer := answers.get(question.id)) is not None
            and answer.settles
        )

    def look_again(
        self, case_id: CaseId, decision_id: DecisionId, changed: frozenset[QuestionId], origin: str
    ) -> DecisionId:
        """A new decision beside the earlier one, with its answers but for what changed."""
        case = self._repository.load(case_id)
        earlier = case.decision(decision_id)
        made = DecisionFile(
            id=DecisionId(next_id(earlier.type, (item.id for item in case.decisions))),
            type=earlier.type,
            person=earlier.person,
            weight=earlier.weight,
            weight_reason=earlier.weight_reason,
        )
        self._repository.save_decision_header(case_id, made)
        for question in self.what_may_change(case, decision_id):
            answer = earlier.answers.get(question.id)
            if answer is not None and question.id not in changed:
                kept = replace(answer, derived_from=answer.derived_from or origin)
                self._repository.save_answer(case_id, made.id, kept)
        if made.type in _AGAIN:
            name, value = _AGAIN[made.type]
            said = Answer(question=QuestionId(name), value=value)
            self._repository.save_answer(case_id, made.id, said)
        return made.id

    def _circumstances(self, source: Case) -> Iterator[tuple[Question, Answer]]:
        """What was noted as a fact about the resident, in any of the decisions."""
        seen: set[QuestionId] = set()
        for decision in source.decisions:
            for question in self._asked(source, decision):
                answer = decision.answers.get(question.id)
                if answer is None or question.step != CIRCUMSTANCES or question.id in seen:
                    continue
                if answer.state is AnswerState.GIVEN and _is_fact(question, answer):
                    seen.add(question.id)
                    yield question, answer

    def _asked(self, case: Case, decision: DecisionFile) -> tuple[Question, ...]:
        here, answers = self._questionnaire.of(case.gemeentecode), case.answers_for(decision.id)
        return asked(here, decision.type, decision.weight, answers)


def _is_fact(question: Question, answer: Answer) -> bool:
    """Whether the caseworker called it a fact, or it cannot be anything else."""
    if answer.tag is not None:
        return answer.tag is StatementTag.FEIT
    return StatementTag.OORDEEL not in question.tags


def _taken(answer: Answer, origin: str) -> Answer:
    """The answer without the notes it came from, and with where it was taken from."""
    return replace(answer, derived_from=origin, explanation="", origin=())


def _unchecked(piece: Evidence) -> Evidence:
    """What the piece is and carries; its day, checks, standing and copy are of the earlier dossier."""
    return replace(
        piece,
        dated=None,
        sha256="",
        verification=Verification.NIET,
        verified_by="",
        verified_on=None,
        contradicted=None,
        covers=None,
        status=EvidenceStatus.ONBEKEND,
        incriminating=None,
    )
