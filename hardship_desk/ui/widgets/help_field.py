"""One field of the rekenhulp: the question, its editor, and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.editors.factory import editor_for
from hardship_desk.ui.widgets.parts import dutch_label, label

PAUSE_MS = 250


class HelpField(QWidget):
    """Tells the answer while it is typed."""

    given = Signal(str, object)

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        super().__init__()
        self.editor = editor_for(item, texts)
        self.editor.set_pause(PAUSE_MS)
        self._error = label("", "error")
        title = dutch_label(item.text, "label")
        title.setBuddy(self.editor.fields()[0])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addWidget(dutch_label(item.help, "small"))
        layout.addWidget(self.editor)
        layout.addWidget(self._error)
        self.editor.given.connect(lambda raw, _final: self.given.emit(item.id, raw))
        self.show_item(item)

    def show_item(self, item: QuestionItem) -> None:
        """Bring the field up to date; what is being typed is left alone."""
        self.editor.show_item(item)
        self._error.setText(f"⚠ {item.error}" if item.error else "")
        self._error.setVisible(bool(item.error))
        self.editor.show_error(wrong=bool(item.error))
