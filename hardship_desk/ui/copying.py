"""The entries of the menu that begin from earlier work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hardship_desk.presenters.shell import Message, MessageKind, told
from hardship_desk.presenters.window_texts import WindowTexts

if TYPE_CHECKING:
    from hardship_desk.ui.main_window import MainWindow


class Copying(QObject):
    """A new dossier from this one, and a decision looked at again."""

    def __init__(self, window: MainWindow, texts: WindowTexts) -> None:
        super().__init__(window)
        self._window = window
        self._texts = texts

    def entries(self) -> dict[str, Callable[[], object]]:
        """The entries by the key of their text."""
        return {
            "overnemen.menu": self.new_from,
            "overnemen.heroverweging.menu": self.ask_changes,
        }

    def new_from(self) -> None:
        """Show the form for a new dossier with the facts of the open one."""
        from hardship_desk.presenters.copying import known_from

        pages = self._window.pages
        if pages is None:
            self._say(MessageKind.WARNING, "overnemen.eerst")
            return
        self._window.flush()
        self._window.show_new(known_from(pages.case, self._texts))

    def ask_changes(self) -> None:
        """Show the answers of the decision, to tick what changed since."""
        from hardship_desk.presenters.copying import possible_changes
        from hardship_desk.ui.widgets.chooser import Chooser

        pages = self._window.pages
        if pages is None or not pages.case.decision.is_sealed:
            self._say(MessageKind.WARNING, "overnemen.heroverweging.eerst")
            return
        title = self._texts.get("overnemen.heroverweging.titel")
        about = self._texts.get("overnemen.heroverweging.uitleg")
        choices = possible_changes(pages.case)
        chooser = Chooser(self._window, f"{title}\n{about}", choices, self._texts, ())
        chooser.setWindowTitle(title)
        chooser.many_chosen.connect(self._on_chooser_many_chosen)
        chooser.open()

    def _on_chooser_many_chosen(self, changed: tuple[str, ...]) -> None:
        from hardship_desk.presenters.copying import first_open, look_again

        pages = self._window.pages
        if pages is None:
            return
        with told(self._window, self._texts):
            made = look_again(pages.case, changed, self._texts)
            self._window.show_place(pages.case.case_id, made, 0, "")
            if self._window.pages is not None:
                self._window.show_question(*first_open(self._window.pages.case))
            self._say(MessageKind.DONE, "overnemen.heroverweging.klaar")

    def _say(self, kind: MessageKind, key: str) -> None:
        self._window.show_message(Message(kind=kind, text=self._texts.get(key)))
