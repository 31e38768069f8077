"""The kladblok: write down what was said, then give each sentence its question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Protocol

from hardship_desk.domain.case import Conversation, Sentence
from hardship_desk.domain.ids import ConversationId, QuestionId, SentenceId
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.saving import Saver, saved_text
from hardship_desk.presenters.shell import Message, MessageKind, Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.problems import CaseProblem


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceItem:
    """One sentence; `where` names its question, or is empty while it stands on its own."""

    conversation: str
    id: str
    text: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesPage:
    """What the page shows. `text` is the kladblok of the chosen conversation."""

    conversations: tuple[Choice, ...]
    chosen: str
    text: str
    sentences: tuple[SentenceItem, ...]
    loose: tuple[SentenceItem, ...]
    loose_text: str
    questions: tuple[Choice, ...]
    error: str
    saved: str


class NotesView(Protocol):
    """Shows the kladblok."""

    def show_page(self, page: NotesPage) -> None:
        """Show the page in place; the text is left alone while it is being written."""
        ...


class NotesPresenter:
    """Saves the kladblok while it is written, and gives sentences their question."""

    def __init__(self, case: OpenCase, view: NotesView, texts: WindowTexts, shell: Shell) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self._saver = Saver(case, shell, texts)
        self._chosen = ""
        self._error = ""
        self._raw: dict[str, str] = {}

    def refresh(self) -> None:
        """Show the page as it stands."""
        self._view.show_page(self._page())
        self._shell.show_unassigned(len(self._case.desk.notes.unassigned(self._case.case_id)))

    def choose(self, conversation: str) -> None:
        """Show the kladblok of a conversation."""
        self._chosen = conversation
        self.refresh()

    def add(self, on: str, channel: str, with_whom: str) -> bool:
        """Add a conversation and show it; tell whether that went well."""
        case = self._case
        added = False
        with told(self._shell, self._texts):
            made = case.desk.notes.add_conversation(case.case_id, on, channel, with_whom)
            self._error = ""
            if isinstance(made, CaseProblem):
                self._error = self._texts.problem(made.code, made.parameters)
            else:
                self._chosen = made
                case.saved()
                added = True
        self.refresh()
        return added

    def write(self, conversation: str, text: str) -> None:
        """Save the whole text; it is split into sentences."""
        case = self._case
        # Also what cannot be saved stays on the page.
        self._raw[conversation] = text
        again = partial(self.write, conversation, text)
        with self._saver.saving(f"kladblok/{conversation}", again):
            problem = case.desk.notes.write(case.case_id, ConversationId(conversation), text)
            self._error = self._texts.problem(problem.code, problem.parameters) if problem else ""
            if problem is None:
                case.saved()
        self.refresh()

    def assign(self, conversation: str, sentence: str, question: str) -> None:
        """Give a sentence its question."""
        case = self._case
        with told(self._shell, self._texts):
            problem = case.desk.notes.assign(
                case.case_id,
                case.decision_id,
                ConversationId(conversation),
                SentenceId(sentence),
                QuestionId(question),
            )
            if problem is not None:
                text = self._texts.problem(problem.code, problem.parameters)
                self._shell.show_message(Message(kind=MessageKind.WARNING, text=text))
            case.saved()
        self.refresh()

    def unassign(self, conversation: str, sentence: str) -> None:
        """Let a sentence stand on its own again."""
        case = self._case
        with told(self._shell, self._texts):
            case.desk.notes.unassign(
                case.case_id, ConversationId(conversation), SentenceId(sentence)
            )
            case.saved()
        self.refresh()

    def _page(self) -> NotesPage:
        conversations, texts = self._case.case.conversations, self._texts
        chosen = next((item for item in conversations if item.id == self._chosen), None)
        chosen = chosen or (conversations[-1] if conversations else None)
        self._chosen = chosen.id if chosen else ""
        loose = tuple(
            self._item(conversation, sentence)
            for conversation, sentence in self._case.desk.notes.unassigned(self._case.case_id)
        )
        keys = {0: "kladblok.los_geen", 1: "kladblok.los_een"}
        key = keys.get(len(loose), "kladblok.los_aantal")
        return NotesPage(
            conversations=tuple(
                Choice(id=item.id, text=self._title(item)) for item in conversations
            ),
            chosen=self._chosen,
            text=self._text(chosen),
            sentences=tuple(self._item(chosen, item) for item in chosen.sentences)
            if chosen
            else (),
            loose=loose,
            loose_text=texts.get(key, aantal=str(len(loose))),
            questions=tuple(self._case.asked_choices()),
            error=self._error,
            saved=saved_text(self._case, texts),
        )

    def _text(self, chosen: Conversation | None) -> str:
        """The kladblok as it was written here, or a sentence a line."""
        if chosen is None:
            return ""
        return self._raw.get(chosen.id) or "\n".join(item.text for item in chosen.sentences)

    def _title(self, item: Conversation) -> str:
        day = show_date(item.on) if item.on else self._texts.get("kladblok.geen_dag")
        return " · ".join(part for part in (day, item.channel, item.with_whom) if part)

    def _item(self, conversation: Conversation, sentence: Sentence) -> SentenceItem:
        where = ""
        if sentence.assigned_to is not None:
            question = self._case.desk.questionnaire.question(sentence.assigned_to)
            where = self._texts.get("kladblok.bij", stap=str(question.step), vraag=question.text)
        return SentenceItem(
            conversation=conversation.id, id=sentence.id, text=sentence.text, where=where
        )
