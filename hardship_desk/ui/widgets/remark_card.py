"""One remark of a second reader, and the field to say what was done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.domain.stock_text import open_slots
from hardship_desk.presenters.remarks import RemarkItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, dutch_label, label, rename
from hardship_desk.ui.widgets.slot_area import SlotArea

_ELSEWHERE = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""A list of texts or a menu lies over the window: the user is still answering."""


class RemarkCard(QFrame):
    """`answered` tells the id and the answer, by the button or on leaving the field.

    An answer may be given again; what was said before stays readable above it. What still has an
    open slot waits, until the page is left: then it is kept as it stands.
    """

    answered = Signal(str, str)
    question_wanted = Signal(int, str)

    def __init__(self, item: RemarkItem, texts: WindowTexts, *, with_place: bool = False) -> None:
        super().__init__()
        self.item = item
        self._texts = texts
        self._status = label("", "small", wrap=False)
        self._before = label("", "small")
        self._area = SlotArea(texts, least=1, said="tekstblok.antwoord", most=6)
        self._area.setPlaceholderText(texts.get("opmerking.antwoord"))
        self._area.setAccessibleName(texts.get("opmerking.antwoord_bij", tekst=item.text))
        self._area.installEventFilter(self)
        self._save = button(texts.get("opmerking.bewaren"), self._on_save_clicked, "quiet")
        self._save.setAccessibleName(f"{texts.get('opmerking.bewaren')}: {item.text}")
        self._again = button(texts.get("opmerking.wijzigen"), self._answer_again, "quiet")
        self._again.setAccessibleName(f"{texts.get('opmerking.wijzigen')}: {item.text}")
        self._answering = item.open
        self._lay_out(with_place=with_place)
        self.show_item(item)

    def show_item(self, item: RemarkItem) -> None:
        """Bring the card up to date; what is being typed stays."""
        if item.answer != self.item.answer and not self._area.hasFocus():
            self._answering = item.open
        self.item = item
        rename(self, "flag-W" if item.open else "done")
        self._status.setText(self._texts.get("opmerking.open" if item.open else "opmerking.klaar"))
        self._before.setText("\n".join(item.answered))
        self._before.setVisible(bool(item.answered))
        if not self._area.hasFocus() and not self._area.document().isModified():
            self._put(item.answer)
        for part in (self._area, self._save):
            part.setVisible(item.can_answer and self._answering)
        self._again.setVisible(item.can_answer and not self._answering)

    def save_typed(self) -> None:
        """Tell the answer, unless a slot of it is still open."""
        if not open_slots(self._area.toPlainText()):
            self.flush()

    def flush(self) -> None:
        """Tell the answer where something else was typed than stands there."""
        text = self._area.toPlainText().strip()
        self._area.document().setModified(False)
        if text and text != self.item.answer:
            self.answered.emit(self.item.id, text)

    def fields(self) -> tuple[QWidget, ...]:
        """What takes the focus, in order."""
        return (self._area, self._save, self._again) if self.item.can_answer else ()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._area
            and isinstance(event, QFocusEvent)
            and event.lostFocus()
            and event.reason() not in _ELSEWHERE
        ):
            self.save_typed()
        return super().eventFilter(watched, event)

    def _on_save_clicked(self) -> None:
        if open_slots(self._area.toPlainText()):
            self._area.setFocus()
            self._area.begin_filling()
        else:
            self.flush()

    def _answer_again(self) -> None:
        """Open the field; what was answered before stays above it."""
        self._answering = True
        self.show_item(self.item)
        self._area.setFocus()

    def _put(self, text: str) -> None:
        if self._area.toPlainText() != text:
            self._area.setPlainText(text)
        self._area.document().setModified(False)

    def _lay_out(self, *, with_place: bool) -> None:
        item, texts = self.item, self._texts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(5)
        head = QHBoxLayout()
        head.addWidget(label(texts.get("opmerking.titel"), "chip", wrap=False))
        if with_place and item.question:
            words = texts.get("opmerking.naar_vraag")
            leads = button(
                words, lambda: self.question_wanted.emit(item.step, item.question), "quiet"
            )
            leads.setAccessibleName(f"{words}: {item.where}")
            head.addWidget(leads)
        head.addStretch(1)
        head.addWidget(self._status)
        layout.addLayout(head)
        if with_place:
            layout.addWidget(label(texts.get("opmerking.bij", waar=item.where), "label"))
        layout.addWidget(label(item.said, "small"))
        layout.addWidget(dutch_label(item.text))
        layout.addWidget(self._before)
        layout.addWidget(self._area)
        layout.addWidget(self._area.open_line)
        for press in (self._save, self._again):
            layout.addWidget(press, 0, Qt.AlignmentFlag.AlignLeft)
