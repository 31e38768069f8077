"""The row that says what kind of statement a text is: feit, oordeel or standpunt."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.ui.widgets.parts import label, show_part


class TagRow(QWidget):
    """Radio buttons for the tags; hidden until there is a text, or where there is no choice."""

    chosen = Signal(str)

    def __init__(self, item: QuestionItem, caption: str) -> None:
        super().__init__()
        self._tags = item.tags
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(label(caption, "muted", wrap=False))
        for place, tag in enumerate(item.tags):
            radio = QRadioButton(tag.text)
            radio.setAccessibleName(f"{item.text}: {tag.text}")
            self._group.addButton(radio, place)
            layout.addWidget(radio)
        layout.addStretch(1)
        self._group.idClicked.connect(self._on_group_id_clicked)

    def show_item(self, item: QuestionItem) -> None:
        """Show the tag of the answer."""
        show_part(self, visible=len(self._tags) > 1 and bool(item.raw) and not item.locked)
        self._group.setExclusive(False)
        for place, tag in enumerate(self._tags):
            self._group.button(place).setChecked(tag.id == item.tag)
        self._group.setExclusive(True)

    def fields(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus, in order."""
        return tuple(self._group.buttons())

    def _on_group_id_clicked(self, place: int) -> None:
        self.chosen.emit(self._tags[place].id)
