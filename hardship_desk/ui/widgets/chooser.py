"""A small dialog to choose from a list by typing a few letters."""

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

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.room import give_room

_ID = int(Qt.ItemDataRole.UserRole)


class Chooser(QDialog):
    """Type to filter, arrows to move, Enter to choose, Escape to leave.

    With `ticked` given the rows are check boxes and `many_chosen` tells all that are ticked.
    """

    chosen = Signal(str)
    many_chosen = Signal(tuple)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        choices: tuple[Choice, ...],
        texts: WindowTexts,
        ticked: tuple[str, ...] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        give_room(self, 90, 26)
        self._choices = choices
        self._ticked = ticked
        self._search = QLineEdit()
        self._search.setAccessibleName(texts.get("kiezer.zoek"))
        self._search.setPlaceholderText(texts.get("kiezer.zoek"))
        self._list = QListWidget()
        self._list.setAccessibleName(title)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out(title, texts)
        self._search.installEventFilter(self)
        self._search.textEdited.connect(self._on_search_text_edited)
        self._list.itemActivated.connect(lambda _item: self._take())
        self._fill()
        self._search.setFocus()

    def name_deed(self, deed: str, how: str) -> None:
        """Say what confirming does, where that is more than choosing."""
        self._confirm.setText(deed)
        self._confirm.setAccessibleName(deed)
        self._help.setText(how)

    def _lay_out(self, title: str, texts: WindowTexts) -> None:
        """The first line of the title is the heading, what follows a word about it."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        heading, _, about = title.partition("\n")
        layout.addWidget(label(heading, "heading"))
        if about:
            layout.addWidget(label(about, "muted"))
        layout.addWidget(self._search)
        if not self._choices:
            layout.addWidget(label(texts.get("kiezer.leeg"), "muted"))
        layout.addWidget(self._list, 1)
        layout.addLayout(self._buttons(texts))

    def _buttons(self, texts: WindowTexts) -> QHBoxLayout:
        row = QHBoxLayout()
        key = "kiezer.hulp" if self._ticked is None else "kiezer.hulp_veel"
        self._help = label(texts.get(key), "small")
        row.addWidget(self._help, 1)
        row.addWidget(button(texts.get("kiezer.annuleren"), self.reject))
        self._confirm = button(texts.get("kiezer.kiezen"), self._take, "primary")
        self._confirm.setDefault(True)
        row.addWidget(self._confirm)
        return row

    def _fill(self) -> None:
        for choice in self._choices:
            item = QListWidgetItem(choice.text)
            item.setData(_ID, choice.id)
            item.setToolTip(choice.detail)
            if self._ticked is not None:
                on = choice.id in self._ticked
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._list.setCurrentRow(0)

    def _on_search_text_edited(self, text: str) -> None:
        words = text.casefold().split()
        first = -1
        for row, choice in enumerate(self._choices):
            line = f"{choice.text} {choice.detail} {choice.id}".casefold()
            fits = all(word in line for word in words)
            self._list.item(row).setHidden(not fits)
            if fits and first < 0:
                first = row
        self._list.setCurrentRow(first)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._search and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if event.type() == QEvent.Type.KeyPress and step is not None:
                self._step(step)
                if self._ticked is not None:
                    self._list.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        row = self._list.currentRow() + step
        while 0 <= row < self._list.count() and self._list.item(row).isHidden():
            row += step
        if 0 <= row < self._list.count():
            self._list.setCurrentRow(row)

    def _take(self) -> None:
        if self._ticked is not None:
            items = [self._list.item(row) for row in range(self._list.count())]
            on = [item for item in items if item.checkState() == Qt.CheckState.Checked]
            self.accept()
            self.many_chosen.emit(tuple(str(item.data(_ID)) for item in on))
            return
        row = self._list.currentRow()
        if row >= 0 and not self._list.item(row).isHidden():
            self.accept()
            self.chosen.emit(str(self._list.item(row).data(_ID)))
