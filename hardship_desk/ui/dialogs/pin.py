"""Begins gespreksmodus: asks a PIN that holds for this conversation only."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hardship_desk.presenters.locking import pin_problem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.dialogs.asking import AskingDialog
from hardship_desk.ui.widgets.parts import button
from hardship_desk.ui.widgets.secret_field import secret_field


class PinDialog(AskingDialog):
    """Tells `chosen` with the PIN."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None, texts: WindowTexts) -> None:
        super().__init__(parent, texts.get("slot.gesprek_titel"), texts.get("slot.gesprek_uitleg"))
        self._texts = texts
        self.pin = secret_field(texts.get("slot.pin"))
        self.again = secret_field(texts.get("kluis.nog_eens"))
        self.body.addWidget(self.pin)
        self.body.addWidget(self.again)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(button(texts.get("kluis.annuleren"), self.reject))
        begin = button(texts.get("slot.gesprek_begin"), self.submit, "primary")
        begin.setDefault(True)
        self.foot.addWidget(begin)
        self.pin.widget.setFocus()

    def submit(self) -> None:
        """Begin where the PIN is good."""
        problem = pin_problem(self.pin.text(), self.again.text())
        field = self.again if problem == "slot.pin_ongelijk" else self.pin
        for each in (self.pin, self.again):
            each.show_error(self._texts.get(problem) if problem and each is field else "")
        if not problem:
            pin = self.pin.text()
            self.pin.clear()
            self.again.clear()
            self.accept()
            self.chosen.emit(pin)
