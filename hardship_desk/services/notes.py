"""The kladblok: conversations, their sentences, and which question each sentence belongs to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from hardship_desk.domain.answers import Answer, AnswerState
from hardship_desk.domain.bsn import bsns_in
from hardship_desk.domain.case import Case, Conversation, Sentence
from hardship_desk.domain.ids import (
    CaseId,
    ConversationId,
    DecisionId,
    QuestionId,
    SentenceId,
)
from hardship_desk.domain.text import cleaned
from hardship_desk.questionnaire.answer_parsing import MAX_CHARACTERS, parse_date
from hardship_desk.questionnaire.model import AnswerType, Question, Questionnaire, Scope
from hardship_desk.services.interview import FIRST_STEP_AFTER_ADOPTION
from hardship_desk.services.new_ids import next_id
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.problems import SEALED, CaseProblem, DecisionProblem
from hardship_desk.services.sentences import split_sentences

_TEXTS = (AnswerType.SHORT_TEXT, AnswerType.LONG_TEXT)


class NotesService:
    """Notes first: what was said is written down, and gets its place afterwards."""

    def __init__(self, repository: CaseRepository, questionnaire: Questionnaire) -> None:
        self._repository = repository
        self._questionnaire = questionnaire

    def add_conversation(
        self, case_id: CaseId, on: str, channel: str, with_whom: str
    ) -> ConversationId | CaseProblem:
        """A new, empty conversation; the day may be left empty."""
        day = parse_date(on)
        if day is None and on.strip():
            return CaseProblem(field="on", code="geen_datum")
        if any(bsns_in(f"{channel} {with_whom}")):
            return CaseProblem(field="with_whom", code="bsn")
        case = self._repository.load(case_id)
        conversation = Conversation(
            id=ConversationId(next_id("gesprek", (item.id for item in case.conversations))),
            on=day,
            channel=cleaned(channel),
            with_whom=cleaned(with_whom),
        )
        self._repository.save_conversation(case_id, conversation)
        return conversation.id

    def write(
        self, case_id: CaseId, conversation_id: ConversationId, text: str
    ) -> CaseProblem | None:
        """Save the whole text; a sentence that did not change keeps its id and its question."""
        if len(text) > MAX_CHARACTERS:
            return CaseProblem(
                field="text", code="too_long", parameters=(("maximum", str(MAX_CHARACTERS)),)
            )
        case = self._repository.load(case_id)
        conversation = _conversation(case, conversation_id)
        sentences = _with_kept_ids(split_sentences(cleaned(text)), conversation)
        if sentences != conversation.sentences:
            self._repository.save_conversation(case_id, replace(conversation, sentences=sentences))
        return None

    def assign(
        self,
        case_id: CaseId,
        decision_id: DecisionId,
        conversation_id: ConversationId,
        sentence_id: SentenceId,
        question_id: QuestionId,
    ) -> DecisionProblem | None:
        """Give the sentence its question.

        A text answer gets the sentence behind what stands there and keeps its origin; any other
        answer only gets the mark, since a choice is the caseworker's to make.
        """
        case = self._repository.load(case_id)
        question = self._questionnaire.question(question_id)
        if case.decision(decision_id).is_sealed and question.step < FIRST_STEP_AFTER_ADOPTION:
            return DecisionProblem(code=SEALED)
        conversation = _conversation(case, conversation_id)
        sentence = _sentence(conversation, sentence_id)
        if sentence.assigned_to == question_id:
            return None
        holder = None if question.scope is Scope.DOSSIER else decision_id
        answers = case.facts if holder is None else case.decision(decision_id).answers
        answer = _with_sentence(question, answers.get(question_id), sentence)
        if answer is not None:
            if isinstance(answer.value, str) and len(answer.value) > MAX_CHARACTERS:
                return DecisionProblem(
                    code="too_long", parameters=(("maximum", str(MAX_CHARACTERS)),)
                )
            self._repository.save_answer(case_id, holder, answer)
        self._mark(case_id, conversation, sentence, question_id)
        return None

    def unassign(
        self, case_id: CaseId, conversation_id: ConversationId, sentence_id: SentenceId
    ) -> None:
        """Let the sentence stand on its own again; what was written in the answer stays."""
        conversation = _conversation(self._repository.load(case_id), conversation_id)
        self._mark(case_id, conversation, _sentence(conversation, sentence_id), None)

    def unassigned(self, case_id: CaseId) -> tuple[tuple[Conversation, Sentence], ...]:
        """Every sentence that belongs to no question yet, with its conversation."""
        return tuple(
            (conversation, sentence)
            for conversation in self._repository.load(case_id).conversations
            for sentence in conversation.unassigned
        )

    def _mark(
        self,
        case_id: CaseId,
        conversation: Conversation,
        sentence: Sentence,
        question_id: QuestionId | None,
    ) -> None:
        marked = replace(sentence, assigned_to=question_id)
        sentences = tuple(
            marked if item.id == sentence.id else item for item in conversation.sentences
        )
        self._repository.save_conversation(case_id, replace(conversation, sentences=sentences))


def _conversation(case: Case, conversation_id: ConversationId) -> Conversation:
    for item in case.conversations:
        if item.id == conversation_id:
            return item
    raise KeyError(conversation_id)


def _sentence(conversation: Conversation, sentence_id: SentenceId) -> Sentence:
    for item in conversation.sentences:
        if item.id == sentence_id:
            return item
    raise KeyError(sentence_id)


def _with_kept_ids(texts: tuple[str, ...], conversation: Conversation) -> tuple[Sentence, ...]:
    """The sentences of the text: known ones as they were, the others with a new id."""
    known: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in conversation.sentences:
        known[sentence.text].append(sentence)
    taken = [sentence.id for sentence in conversation.sentences]
    found: list[Sentence] = []
    for text in texts:
        if known[text]:
            found.append(known[text].pop(0))
            continue
        fresh = SentenceId(next_id(f"{conversation.id}-zin", taken))
        taken.append(fresh)
        found.append(Sentence(id=fresh, text=text))
    return tuple(found)


def _with_sentence(question: Question, earlier: Answer | None, sentence: Sentence) -> Answer | None:
    """The answer with the sentence behind it; None where the question takes no text."""
    if question.type not in _TEXTS:
        return None
    before = earlier.value if earlier is not None and isinstance(earlier.value, str) else ""
    origin = earlier.origin if earlier is not None else ()
    if sentence.id in origin:
        return None
    text = f"{before} {sentence.text}".strip()
    if earlier is None:
        return Answer(question=question.id, value=text, origin=(sentence.id,))
    return replace(
        earlier, state=AnswerState.GIVEN, value=text, explanation="", origin=(*origin, sentence.id)
    )
