"""Copies of evidence that stand outside the vault: named, and removed when the user says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.shell import Message, MessageKind, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk

if TYPE_CHECKING:
    from hardship_desk.domain.written_copy import WrittenCopy
    from hardship_desk.ui.main_window import MainWindow
    from hardship_desk.ui.widgets.chooser import Chooser


class CopiesLeft(QObject):
    """Removes nothing by itself: each file is ticked by the user first."""

    def __init__(self, window: MainWindow, desk: Desk, texts: WindowTexts) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._texts = texts

    def entries(self) -> dict[str, Callable[[], object]]:
        """The entry of the menu; a practice store writes nothing out."""
        return {} if self._desk.is_practice else {"losse_kopie.menu": self.ask}

    def tell(self) -> None:
        """Say that old copies are left, where the policy names a number of days."""
        files = self._desk.evidence_files
        if files.days is None:
            return
        count = len(self._left())
        if count:
            key = "losse_kopie.over_een" if count == 1 else "losse_kopie.over"
            text = self._texts.get(key, aantal=str(count), dagen=str(files.days))
            advice = self._texts.get("losse_kopie.advies")
            self._say(MessageKind.WARNING, text, advice)

    def ask(self) -> None:
        """Show the copies, none of them ticked."""
        left = self._left()
        if not left:
            self._say(MessageKind.DONE, self._texts.get("losse_kopie.geen"))
            return
        self.chooser(left).open()

    def chooser(self, left: tuple[WrittenCopy, ...]) -> Chooser:
        """The dialog to tick copies in; nothing goes before it is confirmed."""
        from hardship_desk.ui.widgets.chooser import Chooser

        title = f"{self._texts.get('losse_kopie.titel')}\n{self._texts.get('losse_kopie.uitleg')}"
        made = Chooser(self._window, title, tuple(map(self._choice, left)), self._texts, ())
        made.setWindowTitle(self._texts.get("losse_kopie.titel"))
        made.name_deed(self._texts.get("losse_kopie.doen"), self._texts.get("losse_kopie.hoe"))
        made.many_chosen.connect(self._on_chooser_many_chosen)
        return made

    def _left(self) -> tuple[WrittenCopy, ...]:
        files = self._desk.evidence_files
        found: list[WrittenCopy] = []
        with told(self._window, self._texts):
            found += files.left_behind()
        return tuple(found)

    def _choice(self, item: WrittenCopy) -> Choice:
        day = f"{item.at.astimezone():%d-%m-%Y}"
        return Choice(
            id=item.path,
            text=self._texts.get("losse_kopie.regel", bestand=item.path, dag=day),
            detail=item.path,
        )

    def _on_chooser_many_chosen(self, paths: tuple[str, ...]) -> None:
        files = self._desk.evidence_files
        with told(self._window, self._texts):
            if paths:
                gone = files.clear_away(paths)
                key = "losse_kopie.weg_een" if gone == 1 else "losse_kopie.weg"
                self._say(MessageKind.DONE, self._texts.get(key, aantal=str(gone)))

    def _say(self, kind: MessageKind, text: str, advice: str = "") -> None:
        self._window.show_message(Message(kind=kind, text=text, advice=advice))
