"""The page of the second reader: parts to read, a remark at each, and the verdict at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from hardship_desk.presenters.reviewing import ReviewPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.views.decision_forms import ReviewForm
from hardship_desk.ui.widgets.parts import card, label
from hardship_desk.ui.widgets.read_parts import ReadParts
from hardship_desk.ui.widgets.sheet import Sheet


class ReviewPageView(Sheet):
    """Fulfils `ReviewView` and keeps what was remarked while it is not sent."""

    sent = Signal(str, str, str, tuple)

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__(texts.get("meelezen.titel"), texts.get("meelezen.uitleg"))
        self.setObjectName("page")
        self._texts = texts
        self._note = label("", "label")
        self._note.hide()
        self.body.addWidget(self._note)
        self.parts = ReadParts(texts)
        self.body.addWidget(self.parts)
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
        self.parts.show_parts(page.parts)

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the verdict."""
        self.form.show_problem(text)

    def clear_remarks(self) -> None:
        """Take the remarks away: they were sent."""
        self.parts.clear()

    def typed(self) -> dict[str, list[str]]:
        """The remarks that were made and not sent."""
        return self.parts.typed()

    def restore(self, typed: dict[str, list[str]]) -> None:
        """Put remarks back where their part still stands."""
        self.parts.restore(typed)

    def focus_first(self) -> None:
        """Begin at the top, where the facts are."""
        self.verticalScrollBar().setValue(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()

    def _on_form_sent(self, reader: str, verdict: str, text: str) -> None:
        self.sent.emit(reader, verdict, text, self.parts.remarks())
