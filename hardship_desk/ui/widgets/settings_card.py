"""The card with which settings go to other laptops and come in from one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from hardship_desk.presenters.settings import SettingsPage, SettingsPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.widgets.parts import action_row, button, empty, label


class SettingsCard(QWidget):
    """Fulfils `SettingsView`."""

    def __init__(self, desk: Desk, texts: WindowTexts, taken_in: Callable[[], object]) -> None:
        super().__init__()
        self._texts = texts
        self.presenter = SettingsPresenter(desk, self, texts, taken_in)
        self.said = label("", "muted")
        self.export = button(texts.get("organisatiepakket.exporteer"), self.choose_place)
        self.read = button(texts.get("organisatiepakket.lees_in"), self.choose_file)
        self.take_in = button(
            texts.get("wetspakket.venster.voer_in"), self.presenter.take_in, "primary"
        )
        self.export.setEnabled(desk.organisation.may_change())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(texts.get("organisatiepakket.uitleg"), "muted"))
        self._lines = QVBoxLayout()
        layout.addLayout(self._lines)
        layout.addWidget(self.said)
        layout.addLayout(action_row(self.export, self.read, self.take_in))
        self.show_page(SettingsPage())

    def show_page(self, page: SettingsPage) -> None:
        """Show what a package changes, or why it cannot be taken in."""
        empty(self._lines)
        if page.title:
            self._lines.addWidget(label(page.title, "label"))
        for problem in page.problems:
            self._lines.addWidget(label(f"⚠ {problem}", "error"))
        for line in page.lines:
            self._lines.addWidget(label(line))
        self.take_in.setVisible(page.can_take_in)

    def show_said(self, text: str) -> None:
        """Say what was done or went wrong."""
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def choose_place(self) -> None:
        """Ask where the package goes."""
        title = self._texts.get("organisatiepakket.exporteer")
        name, _kind = QFileDialog.getSaveFileName(self, title, "organisatie.zip", "*.zip")
        if name:
            self.presenter.export(Path(name))

    def choose_file(self) -> None:
        """Ask for a package."""
        title = self._texts.get("organisatiepakket.lees_in")
        name, _kind = QFileDialog.getOpenFileName(self, title, "", "*.zip")
        if name:
            self.presenter.look_at(Path(name))
