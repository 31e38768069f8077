"""What answers were before: to see, to put back, and to take the last change back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from hardship_desk.domain.answers import Answer
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.answer_history import HistoryPage, history_page
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Message, MessageKind, Shell
from hardship_desk.presenters.undoing import Undoing
from hardship_desk.presenters.window_texts import WindowTexts

SHORT = 120


class PastView(Protocol):
    """Shows the questions whose answers may change back."""

    def show_anew(self, question: str) -> None:
        """Show the answer to a question as it is now, also where the user is in it."""
        ...

    def focus_question(self, question: str) -> None:
        """Put the focus at a question."""
        ...


class AnswerPast:
    """The past of the answers of one open decision.

    `save` gives a question an earlier state, shows the page, and tells whether it was saved.
    """

    def __init__(
        self,
        case: OpenCase,
        view: PastView,
        texts: WindowTexts,
        shell: Shell,
        save: Callable[[str, Answer | None], bool],
    ) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self._save = save
        self.changes = Undoing()

    def history(self, question: str) -> HistoryPage:
        """What the answer to a question was before."""
        return history_page(self._case, question, self._texts)

    def restore(self, question: str, state: Answer | None) -> None:
        """Give the question an earlier answer again; that can be undone like any other change."""
        self.changes.note(question, self._case.answers.get(QuestionId(question)), final=True)
        if not self._save(question, state):
            self.changes.take()
        self._view.show_anew(question)

    def undo(self) -> None:
        """Take back the last change of an answer, say which one, and show it."""
        changed = self.changes.take()
        if changed is None:
            self._say(MessageKind.WARNING, self._texts.get("ongedaan.niets"))
            return
        case = self._case
        asked = case.desk.questionnaire.question(QuestionId(changed.question))
        if not case.on_one_page and case.step_shown != asked.step:
            self._shell.show_question(asked.step, asked.id)
        if not self._save(asked.id, changed.before):
            self.changes.put_back(changed)
            return
        self._view.show_anew(asked.id)
        self._view.focus_question(asked.id)
        now = case.answers.get(asked.id)
        shown = self._texts.get("ongedaan.leeg") if now is None else _short(case.shown(now))
        self._say(
            MessageKind.DONE,
            self._texts.get("ongedaan.gedaan", vraag=asked.text),
            self._texts.get("ongedaan.nu", antwoord=shown),
        )

    def what(self) -> str:
        """What undoing would take back, or empty."""
        last = self.changes.last
        if last is None:
            return ""
        asked = self._case.desk.questionnaire.question(QuestionId(last.question))
        return self._texts.get("ongedaan.wat", vraag=asked.text)

    def _say(self, kind: MessageKind, text: str, advice: str = "") -> None:
        self._shell.show_message(Message(kind=kind, text=text, advice=advice))


def _short(text: str) -> str:
    """The beginning of an answer, for a line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT].rstrip()} …"
