"""Asks the passphrase of the own vault, or makes the vault the first time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.opening import DeskOpener, check_passphrase
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.background import Task
from hardship_desk.ui.widgets.field import Field, line_field
from hardship_desk.ui.widgets.parts import button, label


class VaultDialog(QDialog):
    """Tells `opened` with the desk; stays open while something is wrong."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None, texts: WindowTexts, opener: DeskOpener) -> None:
        super().__init__(parent)
        self._texts = texts
        self._opener = opener
        self._is_new = not opener.has_own_vault()
        self._task: Task[Desk] | None = None
        kind = "nieuw" if self._is_new else "bestaand"
        self.setWindowTitle(texts.get(f"kluis.titel_{kind}"))
        self.passphrase = _secret_field(texts.get("kluis.wachtzin"))
        self.again = _secret_field(texts.get("kluis.nog_eens"))
        self.again.setVisible(self._is_new)
        self._state = label("", "muted")
        self._accept = button(texts.get(f"kluis.knop_{kind}"), self.submit, "primary")
        self._cancel = button(texts.get("kluis.annuleren"), self.reject)
        self._lay_out(texts.get(f"kluis.uitleg_{kind}"))
        self.passphrase.widget.setFocus()

    def submit(self) -> None:
        """Try the passphrase; the fields say what is wrong."""
        passphrase, again = self.passphrase.text(), self.again.text()
        problem = check_passphrase(passphrase, again, is_new=self._is_new)
        for name, field in (("passphrase", self.passphrase), ("again", self.again)):
            wrong = problem is not None and problem.field == name
            field.show_error(self._texts.get(problem.key) if problem and wrong else "")
        if problem is not None:
            return
        self._wait(busy=True)
        open_it = self._opener.create_own if self._is_new else self._opener.open_own
        self._task = Task(lambda: open_it(passphrase), self._on_done, self._on_failed)
        self._task.setAutoDelete(False)
        self._task.start()

    @override
    def reject(self) -> None:
        """Close, unless the vault is being opened."""
        if self._accept.isEnabled():
            super().reject()

    def _on_done(self, desk: object) -> None:
        self._wait(busy=False)
        self.passphrase.clear()
        self.again.clear()
        self.accept()
        self.opened.emit(desk)

    def _on_failed(self, error: object) -> None:
        self._wait(busy=False)
        if isinstance(error, HardshipDeskError):
            message = message_of(error, self._texts)
            self.passphrase.show_error(f"{message.text} {message.advice}")
        self.passphrase.widget.setFocus()

    def _wait(self, *, busy: bool) -> None:
        for widget in (self._accept, self._cancel, self.passphrase, self.again):
            widget.setEnabled(not busy)
        self._state.setText(self._texts.get("kluis.even_geduld") if busy else "")

    def _lay_out(self, intro: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(10)
        layout.addWidget(label(self.windowTitle(), "heading"))
        layout.addWidget(label(intro, "muted"))
        layout.addWidget(self.passphrase)
        layout.addWidget(self.again)
        shown = QCheckBox(self._texts.get("kluis.tonen"))
        shown.toggled.connect(self._show_typed)
        layout.addWidget(shown)
        layout.addWidget(self._state)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self._accept)
        layout.addLayout(row)
        self._accept.setDefault(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 62)

    def _show_typed(self, shown: bool) -> None:  # a slot of Qt takes its argument by place
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.passphrase, self.again):
            if isinstance(field.widget, QLineEdit):
                field.widget.setEchoMode(mode)


def _secret_field(caption: str) -> Field:
    field = line_field(caption)
    if isinstance(field.widget, QLineEdit):
        field.widget.setEchoMode(QLineEdit.EchoMode.Password)
    return field
