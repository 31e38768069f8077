"""Puts a copy of the vault back: which one, what happens with what is there, and do it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.presenters.backups import RestorePresenter
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.opening import DeskOpener
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.field import choice_field
from hardship_desk.ui.widgets.parts import button, label


class RestoreDialog(QDialog):
    """Fulfils `RestoreView`; tells `restored` once the copy stands in the place of the vault."""

    restored = Signal()

    def __init__(self, parent: QWidget | None, texts: WindowTexts, opener: DeskOpener) -> None:
        super().__init__(parent)
        self._texts = texts
        self._run = TaskRunner(self, lambda busy: self._wait(busy=busy))
        self.setWindowTitle(texts.get("terugzetten.titel"))
        self.copies = choice_field(texts.get("terugzetten.kies"))
        self._said = label("", "muted")
        self._accept = button(texts.get("terugzetten.knop"), self.restore, "primary")
        self._cancel = button(texts.get("kluis.annuleren"), self.reject)
        self._presenter = RestorePresenter(
            opener.own_backups, opener.restore_own, self, texts, self._run
        )
        self._lay_out()
        self._presenter.start()
        self.copies.widget.setFocus()

    def show_copies(self, copies: tuple[Choice, ...]) -> None:
        """Show what can be put back, the newest first."""
        box = self.copies.widget
        if isinstance(box, QComboBox):
            for choice in copies:
                box.addItem(choice.text, choice.id)
        self._accept.setEnabled(bool(copies))

    def show_problem(self, text: str) -> None:
        """What went wrong."""
        self._said.setText(f"⚠ {text}")

    def show_restored(self) -> None:
        """That the copy stands in the place of the vault."""
        self.accept()
        self.restored.emit()

    def restore(self) -> None:
        """Put the chosen copy back."""
        self._presenter.restore(self.copies.text())

    @property
    def said(self) -> str:
        """What the dialog says came of it."""
        return self._said.text()

    @override
    def reject(self) -> None:
        """Close, unless a copy is being put back."""
        if self._cancel.isEnabled():
            super().reject()

    def _wait(self, *, busy: bool) -> None:
        for widget in (self.copies, self._accept, self._cancel):
            widget.setEnabled(not busy)
        if busy:
            self._said.setText(self._texts.get("kopie.even_geduld"))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(label(self.windowTitle(), "heading"))
        layout.addWidget(label(self._texts.get("terugzetten.uitleg"), "muted"))
        layout.addWidget(self.copies)
        layout.addWidget(self._said)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._accept)
        layout.addLayout(row)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 68)
