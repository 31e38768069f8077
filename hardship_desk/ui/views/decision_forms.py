"""The forms on the page of the decision: second reader, adopting, announcing, following up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.presenters.decision_page import DecisionPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.draft_form import DraftForm
from hardship_desk.ui.widgets.field import Field, area_field, choice_field, line_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.parts import button, empty, label


class Form(QWidget):
    """A few fields, a button below them and what is wrong."""

    def __init__(
        self, place: str, fields: tuple[Field, ...], most: int = 2, *, wide: int = 0
    ) -> None:
        """The last `wide` fields take the whole width."""
        super().__init__()
        self.fields = fields
        self._wrong: Field | None = None
        named = {str(number): field for number, field in enumerate(fields)}
        self.draft = DraftForm(self, place, named, self.stored)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(0, 0, 0, 0)
        self.inside.setSpacing(10)
        beside = len(fields) - wide
        self.inside.addWidget(Columns(*fields[:beside], most=most, letters=24))
        for field in fields[beside:]:
            self.inside.addWidget(field)
        self._problem = label("", "error")
        self._problem.hide()
        self.inside.addWidget(self._problem)

    def add_button(self, text: str, on_click: Callable[[], object], kind: str = "") -> None:
        """Add the button that sends the form; what is said of the typing stands beside it.

        Above it, it came as one was going to press, and pushed the button from under the mouse.
        """
        self.send = button(text, on_click, kind)
        foot = QHBoxLayout()
        foot.addWidget(self.send)
        foot.addWidget(self.draft.note, 1)
        foot.addStretch()
        self.inside.addLayout(foot)

    def show_problem(self, text: str, field: int | None = None) -> None:
        """Show what is wrong, at its field where it has one; an empty text takes it away."""
        if self._wrong is not None:
            self._wrong.show_error("")
        self._wrong = None if field is None else self.fields[field]
        if self._wrong is not None:
            self._wrong.show_error(text)
            self._wrong.widget.setFocus()
        here = text if self._wrong is None else ""
        self._problem.setText(f"⚠ {here}" if here else "")
        self._problem.setVisible(bool(here))

    def stored(self) -> dict[str, str]:
        """What stands in the fields when nothing was typed, by their place."""
        return {}

    def clear(self) -> None:
        """Make every field empty."""
        for field in self.fields:
            field.clear()


class ReviewForm(Form):
    """The word of the second reader."""

    sent = Signal(str, str, str)

    def __init__(self, texts: WindowTexts) -> None:
        reader = line_field(texts.get("besluit.lezer_naam"))
        verdict = choice_field(texts.get("besluit.lezer_oordeel"))
        self._text = area_field(texts.get("besluit.lezer_tekst"))
        super().__init__("lezer", (reader, verdict, self._text), wide=1)
        self._texts = texts
        self.add_button(texts.get("besluit.lezer_opslaan"), self._on_send)
        self._reader = ""
        self._given: tuple[tuple[str, str], ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.inside.insertLayout(0, self._list)

    def show_page(self, page: DecisionPage) -> None:
        """Show what was said before; a word that was added empties the form."""
        self.fields[1].show_choices(self._texts.get("algemeen.kies"), page.verdicts)
        if len(page.reviews) > len(self._given):
            self.clear()
        self._fix_reader(page.reader)
        self._given = page.reviews
        empty(self._list)
        for line, text in page.reviews:
            self._list.addWidget(label(line, "label"))
            if text:
                self._list.addWidget(label(text))
        if not page.reviews:
            self._list.addWidget(label(self._texts.get("besluit.lezer_geen"), "muted"))
        for field in (*self.fields, self.send):
            field.setVisible(not page.is_sealed)

    @override
    def stored(self) -> dict[str, str]:
        return {"0": self._reader}

    def _fix_reader(self, reader: str) -> None:
        """Where it is known who works here, the name is not typed."""
        self._reader = reader
        if reader:
            self.fields[0].fix(reader, self._texts.get("besluit.lezer_bent_u"))

    def _on_send(self) -> None:
        self.sent.emit(self.fields[0].text(), self.fields[1].text(), self._text.text())
        self.draft.tell()


class AdoptForm(Form):
    """Who adopts, under which mandaat, on which day."""

    sent = Signal(str, str)
    date_changed = Signal(str)

    def __init__(self, texts: WindowTexts) -> None:
        self._day = line_field(texts.get("besluit.datum"), texts.get("voorbeeld.date"))
        super().__init__(
            "vaststellen",
            (
                line_field(texts.get("besluit.naam")),
                line_field(texts.get("besluit.mandaat"), texts.get("besluit.mandaat_voorbeeld")),
                self._day,
            ),
            most=3,
        )
        self._shown_day = self._decider = ""
        self.add_button(texts.get("besluit.vaststellen_knop"), self._on_send, "primary")
        if isinstance(self._day.widget, QLineEdit):
            self._day.widget.editingFinished.connect(self.flush)

    def show_page(self, page: DecisionPage) -> None:
        """Show the day of the decision; a day that is being typed or is wrong stays."""
        if page.decision_date != self._shown_day:
            self._shown_day = page.decision_date
            self._day.show_text(page.decision_date)
        self._decider = page.decider
        if not self.fields[0].text():
            self.fields[0].show_text(page.decider)
        self.setVisible(not page.is_sealed)

    @override
    def stored(self) -> dict[str, str]:
        return {"0": self._decider, "2": self._shown_day}

    def show_date_problem(self, text: str) -> None:
        """Show what is wrong with the day."""
        self._day.show_error(text)

    def flush(self) -> None:
        """Tell the day where it changed."""
        if self._day.text() != self._shown_day:
            self.date_changed.emit(self._day.text())

    def _on_send(self) -> None:
        self.flush()
        if self._day.is_wrong:
            self._day.widget.setFocus()
            return
        self.sent.emit(self.fields[0].text(), self.fields[1].text())
        self.draft.tell()


class AnnounceForm(Form):
    """The day of sending, asked once more before it is recorded: that cannot be undone."""

    day_given = Signal(str)
    sent = Signal(str)

    def __init__(self, texts: WindowTexts) -> None:
        day = line_field(texts.get("besluit.verzonden"), texts.get("voorbeeld.date"))
        super().__init__("bekendmaken", (day,))
        self._texts = texts
        self._shown_day = self._asked_day = ""
        self.question = label("", "label")
        self.inside.addWidget(self.question)
        self.add_button("", self._on_send, "primary")
        self._ask_no_more()
        if isinstance(day.widget, QLineEdit):
            day.widget.textEdited.connect(self._ask_no_more)

    def ask(self, text: str) -> None:
        """Ask whether the day that is typed was the day; the button then says yes."""
        self._asked_day = self.fields[0].text()
        self.question.setText(text)
        self.question.show()
        self.send.setText(self._texts.get("besluit.bekendmaken_ja"))
        self.send.setAccessibleDescription(text)

    def _ask_no_more(self) -> None:
        self._asked_day = ""
        self.question.hide()
        self.send.setText(self._texts.get("besluit.bekendmaken_knop"))
        self.send.setAccessibleDescription("")

    def show_page(self, page: DecisionPage) -> None:
        """Show the form while there is something to announce."""
        if page.sending_date != self._shown_day:
            self._shown_day = page.sending_date
            self.fields[0].show_text(page.sending_date)
        if page.is_announced or not page.is_sealed:
            self._ask_no_more()
        self.setVisible(page.is_sealed and not page.is_announced)

    @override
    def stored(self) -> dict[str, str]:
        return {"0": self._shown_day}

    def _on_send(self) -> None:
        day = self.fields[0].text()
        if day and day == self._asked_day:
            self.sent.emit(day)
        else:
            self.day_given.emit(day)
        self.draft.tell()


class FollowUpForm(Form):
    """What happened after the decision."""

    sent = Signal(str, str, str)

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__(
            "opvolging",
            (
                choice_field(texts.get("besluit.opvolging_soort")),
                line_field(texts.get("besluit.opvolging_dag"), texts.get("voorbeeld.date")),
                line_field(texts.get("besluit.opvolging_tekst")),
            ),
            most=3,
        )
        self._texts = texts
        self._count = 0
        self.add_button(texts.get("besluit.opvolging_knop"), self._on_send)

    def show_page(self, page: DecisionPage) -> None:
        """Show the form after adoption; something that was added empties it."""
        self.fields[0].show_choices(self._texts.get("algemeen.kies"), page.follow_up_kinds)
        if len(page.follow_ups) > self._count:
            self.clear()
        self._count = len(page.follow_ups)
        self.setVisible(page.is_sealed)

    def _on_send(self) -> None:
        kind, day, text = (field.text() for field in self.fields)
        self.sent.emit(kind, text, day)
        self.draft.tell()


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """Widgets beside each other, with the free room after them."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
