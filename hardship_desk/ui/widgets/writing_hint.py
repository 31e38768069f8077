"""The quiet line under a text field that says what could be written more plainly."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.presenters.writing_help import WritingHelp
from hardship_desk.ui.running.background import Task
from hardship_desk.ui.widgets.parts import label

PAUSE_MS = 900


class WritingHint(QWidget):
    """Looks at the text when typing pauses, beside the window. Takes no focus and blocks nothing."""

    def __init__(
        self, area: QPlainTextEdit, texts: WindowTexts, *, in_letter: bool = False
    ) -> None:
        super().__init__()
        self._area = area
        self._help = WritingHelp(texts, in_letter=in_letter)
        self._label = label("", "small")
        self._asked = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)
        layout.addWidget(self._label)
        self.hide()
        area.textChanged.connect(self._on_area_text_changed)
        self._pause.timeout.connect(self._look)

    @property
    def text(self) -> str:
        """The hint that is shown, or empty."""
        return self._label.text() if not self.isHidden() else ""

    def _on_area_text_changed(self) -> None:
        if self._area.hasFocus():
            self._pause.start()

    def _look(self) -> None:
        text = self._asked = self._area.toPlainText()
        look = partial(self._help.hints, text)  # this line may be gone before it is its turn
        Task(self, look, self._show_hint, lambda _error: None).start()

    def _show_hint(self, hint: str) -> None:
        """Show what was found, unless the text has changed meanwhile."""
        if self._area.toPlainText() != self._asked:
            return
        self._label.setText(hint)
        self.setVisible(bool(hint))
