"""One entry of the reference: its parts, each of which can be selected and copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.presenters.reference_entry import EntryLine, EntryPage, EntryPart, ReadingItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.field import Field, line_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.parts import button, card, dutch_label, empty, label, no_wider
from hardship_desk.ui.widgets.scrolled import Scrolled

WIDEST = 900
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class EntrySheet(QScrollArea):
    """Shows an entry. Arrows scroll; Escape goes back to the list."""

    copy_wanted = Signal(int)
    link_wanted = Signal(str)
    left = Signal()
    reading_given = Signal(str, str)
    reading_taken_back = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self._texts = texts
        self.setAccessibleName(texts.get("naslag.titel"))
        self._page: EntryPage | None = None
        self._reader: Field | None = None
        self.setWidgetResizable(True)
        self.setAccessibleName(texts.get("naslag.inhoud"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = Scrolled()
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(24, 20, 24, 24)
        self._body.setSpacing(12)
        self.setWidget(content)

    @property
    def page(self) -> EntryPage | None:
        """The entry that is shown, or None."""
        return self._page

    def show_entry(self, page: EntryPage | None) -> None:
        """Show an entry from its beginning, or say that one is to be chosen."""
        if page is not None and page == self._page:
            return
        self._page = page
        empty(self._body)
        if page is None:
            self._body.addWidget(label(self._texts.get("naslag.kies"), "muted"))
        else:
            self._head(page)
            if page.reading is not None:
                self._body.addWidget(self._reading(page.reading))
            for place, part in enumerate(page.parts):
                self._body.addLayout(no_wider(self._card(place, part), WIDEST))
        self._body.addStretch(1)
        self.verticalScrollBar().setValue(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape in a button or a text of the sheet leaves the sheet too."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def _head(self, page: EntryPage) -> None:
        self._body.addWidget(label(page.kind, "muted"))
        self._body.addWidget(self._selectable(page.title, "title"))
        chips = QHBoxLayout()
        for text in page.chips:
            chips.addWidget(label(text, "chip", wrap=False))
        chips.addStretch(1)
        self._body.addLayout(chips)
        if page.warning:
            notice = QFrame()
            notice.setObjectName("flag-W")
            inner = QVBoxLayout(notice)
            inner.addWidget(self._selectable(page.warning, "label"))
            self._body.addWidget(notice)
        whole = button(self._texts.get("naslag.kopieer_alles"), lambda: self.copy_wanted.emit(-1))
        row = QHBoxLayout()
        row.addWidget(self._watched(whole))
        row.addStretch(1)
        self._body.addLayout(row)

    def show_reading_problem(self, text: str) -> None:
        """Say what is wrong with the day or the name of who read a ruling."""
        if self._reader is not None:
            self._reader.show_error(text)

    def _reading(self, item: ReadingItem) -> QFrame:
        """Who read the ruling, or the fields to say so."""
        texts = self._texts
        frame, layout = card()
        layout.addWidget(label(texts.get("naslag.gelezen_titel"), "heading"))
        self._reader = None
        if item.said:
            layout.addWidget(self._selectable(item.said))
            back = button(texts.get("naslag.gelezen_terug"), self.reading_taken_back.emit, "quiet")
            layout.addWidget(self._watched(back), 0, Qt.AlignmentFlag.AlignLeft)
            return frame
        layout.addWidget(label(texts.get("naslag.gelezen_uitleg"), "muted"))
        day = line_field(texts.get("naslag.gelezen_dag"), texts.get("voorbeeld.date"))
        day.show_text(item.today)
        who = self._reader = line_field(texts.get("naslag.gelezen_wie"))
        layout.addWidget(Columns(day, who, most=2, letters=22))
        save = button(
            texts.get("naslag.gelezen_knop"),
            lambda: self.reading_given.emit(day.text(), who.text()),
        )
        layout.addWidget(self._watched(save), 0, Qt.AlignmentFlag.AlignLeft)
        for field in (day, who):
            self._watched(field.widget)
        return frame

    def _card(self, place: int, part: EntryPart) -> QFrame:
        frame, layout = card()
        head = QHBoxLayout()
        head.addWidget(dutch_label(part.title, "heading"), 1)
        copy = button(
            self._texts.get("naslag.kopieer"), lambda: self.copy_wanted.emit(place), "quiet"
        )
        copy.setAccessibleName(self._texts.get("naslag.kopieer_lang", wat=part.title))
        head.addWidget(self._watched(copy), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        for line in part.lines:
            self._line(layout, line)
        return frame

    def _line(self, layout: QVBoxLayout, line: EntryLine) -> None:
        if line.link:
            layout.addWidget(self._link(line))
        else:
            layout.addWidget(self._selectable(line.text))
        if line.detail:
            layout.addWidget(self._selectable(line.detail, "muted"))

    def _link(self, line: EntryLine) -> QWidget:
        """A line that leads to another entry: its text, and a button that goes there."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        go = button("→", lambda: self.link_wanted.emit(line.link), "quiet")
        go.setAccessibleName(line.text)
        go.setToolTip(line.text)
        row.addWidget(self._watched(go), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._selectable(line.text), 1)
        return holder

    def _selectable(self, text: str, role: str = "") -> QLabel:
        made = dutch_label(text, role)
        made.setTextInteractionFlags(_SELECTABLE)
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        made.installEventFilter(self)
        return made

    def _watched(self, widget: QWidget) -> QWidget:
        widget.installEventFilter(self)
        return widget
