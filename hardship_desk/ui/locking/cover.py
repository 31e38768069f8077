"""What covers the window while it is locked: it says nothing of any dossier."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, card, label
from hardship_desk.ui.widgets.secret_field import secret_field, show_box

LETTERS = 70
MOST_OF_IT = 100


class LockCover(QFrame):
    """Asks the PIN of the conversation, or the passphrase, and tells what was typed."""

    pin_given = Signal(str)
    passphrase_given = Signal(str)

    def __init__(self, parent: QWidget, texts: WindowTexts) -> None:
        super().__init__(parent)
        self.setObjectName("content")
        self.setAutoFillBackground(True)
        self._texts = texts
        self._by_pin = False
        self.secret = secret_field(texts.get("kluis.wachtzin"))
        self._shown = show_box(texts.get("kluis.tonen"), (self.secret,))
        self._words = label("", "muted")
        self._open = button(texts.get("slot.openen"), self.submit, "primary")
        if isinstance(self.secret.widget, QLineEdit):
            self.secret.widget.returnPressed.connect(self.submit)
        self._card, inside = card()
        inside.addWidget(label(texts.get("slot.titel"), "heading"))
        inside.addWidget(self._words)
        inside.addWidget(self.secret)
        inside.addWidget(self._shown)
        inside.addWidget(self._open, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, MOST_OF_IT)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)
        self.hide()

    def ask(self, *, by_pin: bool) -> None:
        """Cover the window and ask."""
        self._by_pin = by_pin
        self._words.setText(self._texts.get("slot.met_pin" if by_pin else "slot.met_wachtzin"))
        self.secret.setAccessibleName(self._words.text())
        self.secret.clear()
        self.secret.show_error("")
        self._shown.setVisible(not by_pin)  # a PIN is typed while the inwoner looks on
        parent = self.parentWidget()
        if by_pin or not self.isVisible():
            self._shown.setChecked(False)
        if parent is not None:
            self.setGeometry(parent.rect())
        self._card.setMaximumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.show()
        self.raise_()
        self.secret.widget.setFocus()

    def submit(self) -> None:
        """Tell what was typed."""
        typed = self.secret.text()
        if typed:
            self._wait(busy=True)
            (self.pin_given if self._by_pin else self.passphrase_given).emit(typed)

    def refuse(self, text: str, *, by_pin: bool) -> None:
        """Say that it does not fit, and what is asked now."""
        self._wait(busy=False)
        self.ask(by_pin=by_pin)
        self.secret.show_error(text)

    def accept(self) -> None:
        """Uncover the window."""
        self._wait(busy=False)
        self.secret.clear()
        self.hide()

    def _wait(self, *, busy: bool) -> None:
        self._open.setEnabled(not busy)
        self.secret.setEnabled(not busy)
