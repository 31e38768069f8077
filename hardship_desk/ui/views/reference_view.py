"""The reference: a search field, what is found, and the chosen entry beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.reference import ReferencePage
from hardship_desk.presenters.reference_entry import EntryPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.entry_sheet import EntrySheet
from hardship_desk.ui.widgets.field import choice_field, line_field
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.two_lines import TwoLines

PAUSE_MS = 90
SIDE_BY_SIDE = 105
_KEY = int(Qt.ItemDataRole.UserRole)
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class ReferencePageView(QWidget):
    """Fulfils `ReferenceView`. The focus stays in the search field while the arrows choose."""

    search_changed = Signal(str)
    day_changed = Signal(str)
    kind_chosen = Signal(str)
    entry_chosen = Signal(str)
    link_wanted = Signal(str)
    copy_wanted = Signal(int)
    left = Signal()
    reading_given = Signal(str, str)
    reading_taken_back = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("page")
        self._texts = texts
        self.search = line_field(texts.get("naslag.zoek"), texts.get("naslag.zoek_voorbeeld"))
        self.day = line_field(texts.get("naslag.dag"))
        self.kind = choice_field(texts.get("naslag.soort"))
        self.found = QListWidget()
        self.found.setAccessibleName(texts.get("naslag.lijst"))
        self.found.setWordWrap(True)
        self.found.setItemDelegate(TwoLines(self.found))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet = EntrySheet(texts)
        self._count = label("", "muted")
        self._warning = label("", "error")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._side = QWidget()
        self._reading = False
        self._lay_out()
        self._connect()

    def show_kinds(self, kinds: tuple[Choice, ...]) -> None:
        """What can be searched; the first choice is everything."""
        first, *others = kinds
        self.kind.show_choices(first.text, tuple(others))

    def show_page(self, page: ReferencePage) -> None:
        """Show the list; the chosen row is marked."""
        self._fill(self.search.widget, page.words)
        self.kind.show_text(page.kind)
        with QSignalBlocker(self.found):
            self.found.clear()
            for row in page.rows:
                head = " · ".join(part for part in (row.title, row.kind, row.state) if part)
                item = QListWidgetItem(f"{head}\n{row.gist}")
                item.setData(_KEY, row.key)
                self.found.addItem(item)
                if row.key == page.chosen:
                    self.found.setCurrentItem(item)
        self.found.scrollToItem(self.found.currentItem())
        self._count.setText(page.count if page.rows else page.empty)
        self._warning.setText(page.warning)
        self._warning.setVisible(bool(page.warning))
        if isinstance(self.day.widget, QLineEdit):
            self.day.widget.setPlaceholderText(page.day_hint)

    def show_entry(self, page: EntryPage | None) -> None:
        """Show one entry, or none."""
        self.sheet.show_entry(page)

    def show_day_problem(self, text: str) -> None:
        """Say what is wrong with the typed day."""
        self.day.show_error(text)

    def show_reading_problem(self, text: str) -> None:
        """Say what is wrong with the day or the name of who read a ruling."""
        self.sheet.show_reading_problem(text)

    def put_on_clipboard(self, text: str) -> None:
        """Put plain text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def focus_first(self) -> None:
        """Put the focus in the search field."""
        self._read(reading=False)
        self.search.widget.setFocus()
        if isinstance(self.search.widget, QLineEdit):
            self.search.widget.selectAll()

    def focus_entry(self) -> None:
        """Put the focus in the entry, so that the arrows scroll it."""
        self._show_chosen()
        self._read(reading=True)
        self.sheet.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._back(watched)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is not self.day.widget:
            self.focus_entry()
        elif key in _MOVES and watched is self.search.widget:
            self.found.keyPressEvent(event)
        else:
            return super().eventFilter(watched, event)
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._read(reading=self._reading)

    def _back(self, watched: QObject) -> None:
        """Escape empties the search field first, then leaves the page."""
        if watched is self.search.widget and self.search.text():
            self.search.clear()
            self.search_changed.emit("")
        elif watched is self.found:
            self.focus_first()
        else:
            self.left.emit()

    def _read(self, *, reading: bool) -> None:
        """Where both do not fit beside each other, show the list or the entry."""
        self._reading = reading
        letters = self.width() // max(self.fontMetrics().averageCharWidth(), 1)
        both = letters >= SIDE_BY_SIDE
        self._side.setVisible(both or not reading)
        self.sheet.setVisible(both or reading)

    def _show_chosen(self) -> None:
        self._pause.stop()
        item = self.found.currentItem()
        if item is not None:
            self.entry_chosen.emit(str(item.data(_KEY)))

    @staticmethod
    def _fill(field: QWidget, text: str) -> None:
        if isinstance(field, QLineEdit) and field.text() != text:
            field.setText(text)

    def _connect(self) -> None:
        for watched in (self.search.widget, self.day.widget, self.kind.widget, self.found):
            watched.installEventFilter(self)
        if isinstance(self.search.widget, QLineEdit):
            self.search.widget.textEdited.connect(self.search_changed)
        if isinstance(self.day.widget, QLineEdit):
            self.day.widget.editingFinished.connect(lambda: self.day_changed.emit(self.day.text()))
        if isinstance(self.kind.widget, QComboBox):
            self.kind.widget.activated.connect(lambda _row: self.kind_chosen.emit(self.kind.text()))
        self.found.currentRowChanged.connect(lambda _row: self._pause.start())
        self.found.itemClicked.connect(lambda _item: self.focus_entry())
        self._pause.timeout.connect(self._show_chosen)
        self.sheet.copy_wanted.connect(self.copy_wanted)
        self.sheet.link_wanted.connect(self.link_wanted)
        self.sheet.left.connect(self.focus_first)
        self.sheet.reading_given.connect(self.reading_given)
        self.sheet.reading_taken_back.connect(self.reading_taken_back)

    def _lay_out(self) -> None:
        texts = self._texts
        side = QVBoxLayout(self._side)
        side.setContentsMargins(32, 22, 16, 20)
        side.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label(texts.get("naslag.titel"), "title", wrap=False), 1)
        head.addWidget(button(texts.get("naslag.terug"), self.left.emit))
        side.addLayout(head)
        side.addWidget(label(texts.get("naslag.uitleg"), "muted"))
        side.addWidget(self.search)
        row = QHBoxLayout()
        row.addWidget(self.day, 1)
        row.addWidget(self.kind, 1)
        side.addLayout(row)
        side.addWidget(self._warning)
        side.addWidget(self._count)
        side.addWidget(self.found, 1)
        side.addWidget(label(texts.get("naslag.toetsen"), "small"))
        self._warning.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side, 5)
        layout.addWidget(self.sheet, 6)
        self._side.setMinimumWidth(1)
        self.sheet.setMinimumWidth(1)
