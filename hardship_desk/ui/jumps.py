"""Shows the dialog to go anywhere, and goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.presenters.shell import Page
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk

if TYPE_CHECKING:
    from hardship_desk.presenters.jumping import Jump
    from hardship_desk.ui.main_window import MainWindow


class Jumps(QObject):
    """Knows how each kind of row is reached."""

    def __init__(self, window: MainWindow, desk: Desk, texts: WindowTexts) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._texts = texts
        self._commands: Mapping[str, Callable[[], object]] = {}

    def ask(self, commands: Mapping[str, Callable[[], object]]) -> None:
        """Show the dialog; `commands` are the entries of the menu."""
        from hardship_desk.presenters.jumping import Jumping
        from hardship_desk.ui.dialogs.jump import JumpDialog

        if QApplication.activeModalWidget() is not None:
            return
        self._commands = commands
        self._window.flush()
        pages = self._window.pages
        names = {key: self._texts.get(key) for key in commands}
        case = pages.case if pages is not None else None
        dialog = JumpDialog(
            self._window, Jumping(self._desk, self._texts, case, names), self._texts
        )
        dialog.jumped.connect(self._on_dialog_jumped)
        dialog.open()

    def _on_dialog_jumped(self, jump: Jump) -> None:
        from hardship_desk.presenters.jumping import Target

        window = self._window
        ways: dict[Target, Callable[[], object]] = {
            Target.VRAAG: lambda: window.show_question(jump.step, jump.id),
            Target.STAP: lambda: window.show_question(jump.step),
            Target.BLADZIJDE: lambda: window.show_page_of_case(Page(jump.id)),
            Target.BESLUIT: lambda: self._show_decision(DecisionId(jump.id)),
            Target.DOSSIER: lambda: window.show_case(CaseId(jump.id)),
            Target.NASLAG: lambda: window.show_reference(jump.id),
            Target.REKENHULP: lambda: self._show_rekenhulp(jump.id),
            Target.OPDRACHT: self._commands.get(jump.id, window.flush),
            Target.UITLEG: lambda: window.commands.help.show_page(jump.id),
        }
        ways[jump.target]()

    def _show_decision(self, decision: DecisionId) -> None:
        if self._window.pages is not None:
            self._window.show_place(self._window.pages.case.case_id, decision, 0, "")

    def _show_rekenhulp(self, name: str) -> None:
        self._window.show_rekenhulp()
        self._window.tools.rekenhulp.choose(name)
