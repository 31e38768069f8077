"""The bar below the window: that it is about to lock, or that a conversation is going on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.strip import Strip


class TalkBar(Strip):
    """Hidden where there is nothing to say."""

    longer_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("flag-W")
        self._texts = texts
        self._words = label("", "label")
        self._longer = button(texts.get("slot.verleng"), self.longer_wanted.emit)
        self._end = button(texts.get("slot.gesprek_klaar"), self.end_wanted.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 12, 6)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._longer)
        layout.addWidget(self._end)
        self.hide()

    def show_state(self, *, talking: bool, seconds: int | None) -> None:
        """Say how many seconds are left, where that is soon, and that a conversation goes on."""
        parts = [self._texts.get("slot.gesprek_loopt")] if talking else []
        if seconds is not None:
            parts.append(self._texts.get("slot.bijna", seconden=str(seconds)))
        self._words.setText(" ".join(parts))
        self._longer.setVisible(seconds is not None)
        self._end.setVisible(talking)
        self.setVisible(bool(parts))
