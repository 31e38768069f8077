"""The dialog to put a text in while writing: a few letters, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.presenters.stock_texts import StockLine, StockTextFinder
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.text_area import TextArea
from hardship_desk.ui.widgets.two_lines import TwoLines

_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StockTextDialog(QDialog):
    """The focus stays in the field while the arrows choose. The whole text is read before it goes in.

    `chosen` tells the text; `own_wanted` asks for the own texts, with what was selected as a new one.
    """

    chosen = Signal(str)
    own_wanted = Signal(str)

    def __init__(
        self, parent: QWidget, finder: StockTextFinder, texts: WindowTexts, selection: str = ""
    ) -> None:
        super().__init__(parent)
        title = texts.get("tekstblok.titel")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._finder, self._texts, self._selection = finder, texts, selection
        self._found: tuple[StockLine, ...] = ()
        self.field = QLineEdit()
        self.field.setAccessibleName(texts.get("tekstblok.zoek"))
        self.field.setPlaceholderText(texts.get("tekstblok.zoek"))
        self.rows = QListWidget()
        self.rows.setAccessibleName(title)
        self.rows.setItemDelegate(TwoLines(self.rows, wraps=False))
        self.rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.preview = TextArea(least=4, most=9)
        self.preview.setReadOnly(True)
        self.preview.setAccessibleName(texts.get("tekstblok.voorbeeld"))
        self._detail = label("", "small")
        self._empty = label("", "muted")
        self._lay_out()
        self.field.textEdited.connect(lambda _text: self._fill())
        self.field.installEventFilter(self)
        self.rows.currentRowChanged.connect(self._on_rows_current_row_changed)
        self.rows.itemActivated.connect(lambda _item: self.take())
        self._fill()
        self.field.setFocus()

    def take(self) -> None:
        """Put in the chosen text."""
        row = self.rows.currentRow()
        if 0 <= row < len(self._found):
            self.accept()
            self.chosen.emit(self._found[row].text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.field and pressed:
            key = event.key()  # type: ignore[attr-defined]  # a key event, as seen above
            if key in _MOVES:
                self.rows.event(event)
                return True
            if key in _ENTER:
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        texts = self._texts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.field)
        for part, stretch in ((self._empty, 0), (self.rows, 1)):
            layout.addWidget(part, stretch)
        layout.addWidget(self.preview)
        layout.addWidget(self._detail)
        layout.addStretch(0)
        layout.addWidget(label(texts.get("tekstblok.hulp"), "small"))
        row = QHBoxLayout()
        if self._selection.strip():
            row.addWidget(button(texts.get("tekstblok.selectie"), self._on_keep_selection, "quiet"))
        row.addWidget(button(texts.get("tekstblok.beheer"), self._on_own, "quiet"))
        row.addStretch(1)
        row.addWidget(button(texts.get("tekstblok.sluiten"), self.reject))
        self._take = button(texts.get("tekstblok.invoegen"), self.take, "primary")
        row.addWidget(self._take)
        layout.addLayout(row)
        give_room(self, 92, 34)

    def _fill(self) -> None:
        self._found = self._finder.find(self.field.text())
        self.rows.clear()
        for line in self._found:
            item = QListWidgetItem(f"{line.title}\n{line.detail}")
            item.setToolTip(line.text)
            self.rows.addItem(item)
        self.rows.setCurrentRow(0)
        there = bool(self._found)
        self._empty.setText(
            self._texts.get("tekstblok.leeg" if self.field.text() else "tekstblok.geen")
        )
        self._empty.setVisible(not there)
        for part in (self.rows, self.preview, self._detail):
            part.setVisible(there)
        self._take.setEnabled(there)

    def _on_rows_current_row_changed(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self.preview.setPlainText(self._found[row].text)
            self._detail.setText(self._found[row].detail)

    def _on_keep_selection(self) -> None:
        self.reject()
        self.own_wanted.emit(self._selection)

    def _on_own(self) -> None:
        self.reject()
        self.own_wanted.emit("")
