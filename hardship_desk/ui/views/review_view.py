"""The page of the second reader: parts to read, a remark at each, and the verdict at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hardship_desk.presenters.reviewing import ReadPart, ReviewPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.views.decision_forms import ReviewForm
from hardship_desk.ui.widgets.field import Field, area_field
from hardship_desk.ui.widgets.parts import button, card, dutch_label, empty, label
from hardship_desk.ui.widgets.sheet import Sheet


class ReviewPageView(Sheet):
    """Fulfils `ReviewView` and keeps what was remarked while it is not sent."""

    sent = Signal(str, str, str, dict)

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__(texts.get("meelezen.titel"), texts.get("meelezen.uitleg"))
        self.setObjectName("page")
        self._texts = texts
        self._parts: tuple[ReadPart, ...] = ()
        self._note = label("", "label")
        self._note.hide()
        self.body.addWidget(self._note)
        self._read = QVBoxLayout()
        self._read.setSpacing(12)
        self.body.addLayout(self._read)
        self.remarks: dict[str, Field] = {}
        self.form = ReviewForm(texts)
        self.form.sent.connect(self._on_form_sent)
        frame, layout = card()
        layout.addWidget(label(texts.get("meelezen.oordeel"), "heading"))
        layout.addWidget(label(texts.get("meelezen.oordeel_uitleg"), "muted"))
        layout.addWidget(self.form)
        self.body.addWidget(frame)
        self.finish()

    def show_page(self, page: ReviewPage) -> None:
        """Show the page in place; remarks that were typed stay."""
        self.hold_still()
        self._note.setText(page.note)
        self._note.setVisible(bool(page.note))
        self.form.show_page(page.form)
        if page.parts == self._parts:
            return
        typed = self.typed()
        self._parts = page.parts
        self.remarks = {}
        empty(self._read)
        for part in page.parts:
            self._read.addWidget(self._part(part))
        self.restore(typed)

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the verdict."""
        self.form.show_problem(text)

    def clear_remarks(self) -> None:
        """Empty the remarks: they were sent."""
        for field in self.remarks.values():
            field.clear()
            field.hide()

    def typed(self) -> dict[str, list[str]]:
        """The remarks that were made, by the heading of their part."""
        found = ((title, field.text().strip()) for title, field in self.remarks.items())
        return {title: [text, ""] for title, text in found if text}

    def restore(self, typed: dict[str, list[str]]) -> None:
        """Put remarks back where their part still stands."""
        for title, (text, _) in typed.items():
            if title in self.remarks:
                self.remarks[title].show()
                self.remarks[title].show_text(text)

    def focus_first(self) -> None:
        """Begin at the top, where the facts are."""
        self.verticalScrollBar().setValue(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def _part(self, part: ReadPart) -> QWidget:
        frame, layout = card()
        layout.addWidget(dutch_label(part.title, "heading"))
        text = dutch_label(part.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(text)
        title = part.title
        if title in self.remarks:  # "Overwegingen" stands under every step
            return frame
        field = area_field(self._texts.get("meelezen.opmerking", deel=title))
        field.hide()
        self.remarks[title] = field
        make = button(
            self._texts.get("meelezen.opmerking_knop"), lambda: self._open(title), "quiet"
        )
        make.setAccessibleName(self._texts.get("meelezen.opmerking", deel=title))
        layout.addWidget(make, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(field)
        return frame

    def _open(self, title: str) -> None:
        self.remarks[title].show()
        self.remarks[title].widget.setFocus()

    def _on_form_sent(self, reader: str, verdict: str, text: str) -> None:
        remarks = {title: pair[0] for title, pair in self.typed().items()}
        self.sent.emit(reader, verdict, text, remarks)
