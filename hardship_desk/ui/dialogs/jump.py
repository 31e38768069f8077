"""The dialog to go anywhere by typing a few letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.presenters.jumping import Jump, Jumping
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import label
from hardship_desk.ui.widgets.two_lines import TwoLines

PAUSE_MS = 40
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class JumpDialog(QDialog):
    """The focus stays in the field while the arrows choose; Enter goes."""

    jumped = Signal(object)

    def __init__(self, parent: QWidget, jumping: Jumping, texts: WindowTexts) -> None:
        super().__init__(parent)
        title = texts.get("ganaar.titel")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._jumping = jumping
        self._texts = texts
        self._found: tuple[Jump, ...] = ()
        self.field = QLineEdit()
        self.field.setAccessibleName(texts.get("ganaar.zoek"))
        self.field.setPlaceholderText(texts.get("ganaar.zoek"))
        self.rows = QListWidget()
        self.rows.setAccessibleName(title)
        self.rows.setWordWrap(False)
        self.rows.setItemDelegate(TwoLines(self.rows, wraps=False))
        self.rows.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = label(texts.get("ganaar.leeg"), "muted")
        self._pause = QTimer(self)
        self._lay_out(parent)
        self._connect()
        self._fill()
        self.field.setFocus()

    def _lay_out(self, parent: QWidget) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.field)
        layout.addWidget(self._empty)
        layout.addWidget(self.rows, 1)
        layout.addWidget(label(self._texts.get("ganaar.hulp"), "small"))
        letters = self.fontMetrics().averageCharWidth()
        self.resize(min(letters * 92, parent.width() - 80), min(letters * 62, parent.height() - 80))

    def _connect(self) -> None:
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._fill)
        self.field.textEdited.connect(lambda _text: self._pause.start())
        self.field.installEventFilter(self)
        self.rows.itemClicked.connect(lambda _item: self._go())
        self.rows.itemActivated.connect(lambda _item: self._go())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() in _MOVES:
                self.rows.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        self._found = self._jumping.find(self.field.text())
        self.rows.clear()
        for jump in self._found:
            item = QListWidgetItem(f"{jump.text}\n{jump.detail}")
            item.setToolTip(jump.text)
            self.rows.addItem(item)
        self.rows.setCurrentRow(0)
        self._empty.setVisible(not self._found)
        self.rows.setVisible(bool(self._found))

    def _go(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._fill()
        row = self.rows.currentRow()
        if 0 <= row < len(self._found):
            self.accept()
            self.jumped.emit(self._found[row])
