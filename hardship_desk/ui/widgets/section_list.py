"""The list of the parts of a page; choosing one brings it into sight."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from hardship_desk.ui.widgets.sheet import Sheet


class SectionList(QListWidget):
    """Enter or a click goes to a part, and into its first field."""

    def __init__(self, name: str, sheet: Sheet) -> None:
        super().__init__()
        self.setObjectName("sections")
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = sheet
        self._parts: list[tuple[str, QFrame]] = []
        self.last_layout: QVBoxLayout = sheet.body
        self.currentRowChanged.connect(self._on_row_changed)
        self.itemActivated.connect(lambda _item: self.enter())
        self.itemClicked.connect(lambda _item: self._on_item_clicked())

    def add_part(self, name: str, title: str, intro: str) -> QVBoxLayout:
        """Add a card to the page and its line to the list."""
        frame, self.last_layout = self._sheet.add_card(title, intro)
        self._parts.append((name, frame))
        self.addItem(title)
        return self.last_layout

    def frames(self) -> tuple[QFrame, ...]:
        """The parts, in order."""
        return tuple(frame for _, frame in self._parts)

    def go_to(self, name: str) -> None:
        """Bring a part into sight and put the focus in it."""
        names = [part for part, _ in self._parts]
        self.setCurrentRow(names.index(name))
        self._on_item_clicked()

    def _on_item_clicked(self) -> None:
        self._on_row_changed(self.currentRow())
        self.enter()

    def _on_row_changed(self, row: int) -> None:
        self._bring_up(row)
        # On a page that was just filled the parts find their places a moment later.
        QTimer.singleShot(0, self, lambda: self._bring_up(row))

    def _bring_up(self, row: int) -> None:
        if 0 <= row < len(self._parts) and row == self.currentRow():
            frame = self._parts[row][1]
            if not isValid(frame):
                return  # a page that is left goes in pieces
            top = frame.y() if row else 0
            self._sheet.verticalScrollBar().setValue(max(0, top - 14))

    def enter(self) -> None:
        """Put the focus in the first field of the chosen part."""
        frame = self._parts[max(self.currentRow(), 0)][1]
        fields = [
            item
            for item in frame.findChildren(QWidget)
            if item.isVisibleTo(frame)
            and item.isEnabled()
            and item.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if fields:
            fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
