"""The kladblok: conversations, the text, and its sentences with their questions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.presenters.notes import NotesPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.draft_form import DraftForm
from hardship_desk.ui.widgets.editors.base import PAUSE_MS
from hardship_desk.ui.widgets.field import line_field
from hardship_desk.ui.widgets.parts import button, label, restyle
from hardship_desk.ui.widgets.sentence_list import SentenceList
from hardship_desk.ui.widgets.side_by_side import SideBySide, fill
from hardship_desk.ui.widgets.slot_area import SlotArea
from hardship_desk.ui.widgets.text_area import FILLS

_ID = int(Qt.ItemDataRole.UserRole)


class NotesPageView(QWidget):
    """Three columns: conversations, the text of one, and the sentences."""

    choice_made = Signal(str)
    conversation_wanted = Signal(str, str, str)
    text_written = Signal(str, str)
    assigned = Signal(str, str, str)
    unassigned = Signal(str, str)

    def __init__(self, texts: WindowTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._texts = texts
        self._page: NotesPage | None = None
        self._on = line_field(texts.get("kladblok.dag"), texts.get("voorbeeld.date"))
        self._channel = line_field(
            texts.get("kladblok.kanaal"), texts.get("kladblok.kanaal_voorbeeld")
        )
        self._whom = line_field(texts.get("kladblok.met"), texts.get("kladblok.met_voorbeeld"))
        fields = {"on": self._on, "channel": self._channel, "whom": self._whom}
        self.draft = DraftForm(self, "gesprek", fields)
        self._list = QListWidget()
        self._list.setAccessibleName(texts.get("kladblok.gesprekken"))
        self._list.setWordWrap(True)
        self._area = SlotArea(texts, said="tekstblok.plek_hier", most=FILLS)
        self._area.setAccessibleName(texts.get("kladblok.notities"))
        self._area.setPlaceholderText(texts.get("kladblok.notities_voorbeeld"))
        self._area.installEventFilter(self)
        self._saved = label("", "muted", wrap=False)
        self.loose = SentenceList(texts, texts.get("kladblok.los"))
        self.own = SentenceList(texts, texts.get("kladblok.zinnen"))
        self._loose_text = label("", "heading")
        self._intro = label("", "muted")
        self._caption = label(texts.get("kladblok.notities"), "label")
        self._caption.setBuddy(self._area)
        self._add = button(texts.get("kladblok.toevoegen"), self._on_add)
        self._room = QWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()

    def show_page(self, page: NotesPage) -> None:
        """Show the page in place; the text is left alone while it is being written."""
        other = self._page is None or self._page.chosen != page.chosen
        self._page = page
        self._on.show_error(page.error)
        self._saved.setText(page.saved)
        self._loose_text.setText(page.loose_text)
        self._show_parts(there=bool(page.chosen))
        may_fill = other or not (self._area.hasFocus() or self._pause.isActive())
        if may_fill and self._area.toPlainText() != page.text:
            with QSignalBlocker(self._area):
                self._area.setPlainText(page.text)
        self.loose.show_sentences(page.loose, page.questions)
        self.own.show_sentences(page.sentences, page.questions)
        self._fill(page)

    def focus_first(self) -> None:
        """Put the focus where the next thing is done."""
        if self._page is not None and self._page.chosen:
            self._area.setFocus()
        else:
            self._on.widget.setFocus()

    def start_conversation(self) -> None:
        """Put the focus in the form for a new conversation."""
        self._on.widget.setFocus()

    def flush(self) -> None:
        """Save what was written and not yet saved."""
        self._pause.stop()
        page = self._page
        if page is not None and page.chosen and self._area.toPlainText() != page.text:
            self.text_written.emit(page.chosen, self._area.toPlainText())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._area and event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._pause.timeout.connect(self.flush)
        self._area.textChanged.connect(self._pause.start)
        self._list.currentItemChanged.connect(lambda item, _old: self._on_list_moved(item))
        for sentences in (self.loose, self.own):
            sentences.assigned.connect(self.assigned)
            sentences.unassigned.connect(self.unassigned)

    def _show_parts(self, *, there: bool) -> None:
        """Without a conversation there is one thing to do, and nothing else to look at."""
        self._intro.setText(self._texts.get("kladblok.uitleg" if there else "kladblok.geen"))
        restyle(self._add, "kind", "" if there else "primary")
        self._area.setEnabled(there)
        for part in (self._list, self._caption, self._area, self._saved, self._sentences):
            part.setVisible(there)
        self._room.setVisible(not there)

    def _fill(self, page: NotesPage) -> None:
        with QSignalBlocker(self._list):
            self._list.clear()
            for choice in page.conversations:
                item = QListWidgetItem(choice.text)
                item.setData(_ID, choice.id)
                self._list.addItem(item)
                if choice.id == page.chosen:
                    self._list.setCurrentItem(item)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setLayout(self._middle())
        self._sentences = self._right()
        panels = ((self._side(), 2), (middle, 4), (self._sentences, 4))
        fill(self, SideBySide(*panels, letters=110))

    def _side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("side")
        layout = QVBoxLayout(side)
        layout.setContentsMargins(18, 18, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(label(self._texts.get("kladblok.gesprekken"), "heading"))
        layout.addWidget(self._list, 1)
        layout.addWidget(label(self._texts.get("kladblok.nieuw"), "label"))
        for field in (self._on, self._channel, self._whom):
            layout.addWidget(field)
        layout.addWidget(self._add)
        layout.addWidget(self.draft.note)
        layout.addWidget(self._room, 1)
        return side

    def _middle(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(8)
        layout.addWidget(label(self._texts.get("kladblok.titel"), "title"))
        layout.addWidget(self._intro)
        layout.addWidget(self._caption)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._area.open_line)
        layout.addWidget(self._saved)
        layout.addStretch(0)
        return layout

    def _right(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("kompas")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(18, 18, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(self._loose_text)
        layout.addWidget(self.loose, 1)
        layout.addWidget(label(self._texts.get("kladblok.toetsen"), "small"))
        layout.addWidget(label(self._texts.get("kladblok.zinnen"), "label"))
        layout.addWidget(self.own, 1)
        return frame

    def _on_list_moved(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.flush()
            self.choice_made.emit(str(item.data(_ID)))

    def _on_add(self) -> None:
        self.flush()
        before = len(self._page.conversations) if self._page else 0
        self.conversation_wanted.emit(self._on.text(), self._channel.text(), self._whom.text())
        if self._page is not None and len(self._page.conversations) > before:
            for field in (self._on, self._channel, self._whom):
                field.clear()
            self._area.setFocus()
        self.draft.tell()
