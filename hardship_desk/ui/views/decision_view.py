"""The page of the decision, from the drafted motivation to the files."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.presenters.decision_page import ConsiderationItem, DecisionPage
from hardship_desk.presenters.kompas import FlagItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.running.idle_work import IdleWork
from hardship_desk.ui.views.decision_forms import AdoptForm, AnnounceForm, FollowUpForm, ReviewForm
from hardship_desk.ui.views.export_part import ExportPart
from hardship_desk.ui.views.letters_part import LettersPart
from hardship_desk.ui.widgets.card_column import CardColumn
from hardship_desk.ui.widgets.consideration_card import ConsiderationCard
from hardship_desk.ui.widgets.draft_form import DraftForm
from hardship_desk.ui.widgets.flag_card import FlagCard
from hardship_desk.ui.widgets.open_steps import OpenSteps
from hardship_desk.ui.widgets.parts import button, empty, label, restyle
from hardship_desk.ui.widgets.remark_list import RemarkList
from hardship_desk.ui.widgets.section_list import SectionList
from hardship_desk.ui.widgets.sheet import Sheet

_CHIPS = {"concept": "chip-warning", "vastgesteld": "chip-good", "bekendgemaakt": "chip-good"}


class DecisionPageView(QWidget):
    """One column of parts, and a list on the left that jumps to them.

    The paragraphs stand below the edge of the window and are many: they come a moment later, or as soon as
    anybody goes to a part.
    """

    flag_answered = Signal(str, str, str)
    step_wanted = Signal(int, str)
    own_text_written = Signal(str, str)
    new_version_wanted = Signal()

    def __init__(self, texts: WindowTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._texts = texts
        self._page: DecisionPage | None = None
        self.review = ReviewForm(texts)
        self.adopt = AdoptForm(texts)
        self.announce = AnnounceForm(texts)
        self.follow_up = FollowUpForm(texts)
        self.export = ExportPart(texts)
        self.letters = LettersPart(texts)
        for part in (self.export, self.letters):
            # Only their panels are shown. Without a parent they would outlive the page, and hold all of it.
            part.setParent(self)
            part.hide()
        self._open: CardColumn[FlagCard, FlagItem] = CardColumn(self._flag, FlagCard.show_item)
        self._done: CardColumn[FlagCard, FlagItem] = CardColumn(self._flag, FlagCard.show_item)
        self.paragraphs: CardColumn[ConsiderationCard, ConsiderationItem] = CardColumn(
            self._paragraph, self._show_paragraph
        )
        self.remarks = RemarkList(texts)
        self._state = label("", "chip", wrap=False)
        self._facts = QGridLayout()
        self._versions = label("", "small")
        self._summary, self._steps = label("", "muted"), OpenSteps(texts)
        self._done_title = label(texts.get("besluit.vlaggen_gedaan"), "label")
        self._no_paragraphs = label(texts.get("besluit.overwegingen_geen"), "muted")
        self._adopted = label(texts.get("besluit.vastgesteld_al"), "muted")
        self._first = label(texts.get("besluit.bekendmaken_eerst"), "muted")
        self._last_day = label("", "label")
        self._renew = self._renewal()
        self._events, self.idle = QVBoxLayout(), IdleWork(self)
        self._sheet = Sheet(texts.get("besluit.titel"))
        self._sections = SectionList(texts.get("besluit.onderdelen"), self._sheet)
        self._lay_out()

    def show_page(self, page: DecisionPage) -> None:
        """Show the page in place; what has the focus is left alone, until the decision is adopted here."""
        focus = QApplication.focusWidget()
        adopted = page.is_sealed and focus is not None and self.adopt.isAncestorOf(focus)
        self._page = page
        self._show_head(page)
        self._summary.setText(page.flags_summary)
        self._summary.setVisible(bool(page.flags_summary))
        self._open.show_items((item.id, item) for item in page.flags_open)
        self._steps.show_lines(page.steps_open, page.steps_hint)
        self._done.show_items((item.id, item) for item in page.flags_done)
        self._done_title.setVisible(bool(page.flags_done))
        self.paragraphs.show_items(((item.id, item) for item in page.considerations), whole=False)
        self.idle.start(self.paragraphs.filling())
        self._no_paragraphs.setVisible(not page.considerations)
        self.remarks.show_items(page.remarks)
        for form in (self.review, self.adopt, self.announce, self.follow_up):
            form.show_page(page)
        self._adopted.setVisible(page.is_sealed)
        self._first.setVisible(not page.is_sealed)
        self._last_day.setText(page.last_day)
        self._last_day.setVisible(bool(page.last_day))
        self._renew.setVisible(page.is_sealed and not page.is_announced)
        empty(self._events)
        none = "besluit.opvolging_geen" if page.is_sealed else "besluit.opvolging_eerst"
        for line in page.follow_ups or (self._texts.get(none),):
            self._events.addWidget(label(line, "" if page.follow_ups else "muted"))
        self.export.show_hint(page.export_hint)
        if adopted:
            QTimer.singleShot(0, self, lambda: self._sections.go_to("bekendmaken"))

    def show_problem(self, part: str, text: str, field: int | None = None) -> None:
        """Show what is wrong at a part of the page, or at a field of it."""
        match part:
            case "lezer":
                self.review.show_problem(text, field)
            case "datum":
                self.adopt.show_date_problem(text)
            case "bekendmaken":
                self.announce.show_problem(text, field)
            case "opvolging":
                self.follow_up.show_problem(text, field)
            case _:
                self.adopt.show_problem(text, field)

    def focus_first(self) -> None:
        """Put the focus in the list of parts."""
        self._sections.setFocus()

    def flush(self) -> None:
        """Save what was typed and not yet saved."""
        self.save_typed()
        self.remarks.flush()
        self.adopt.flush()

    def save_typed(self) -> None:
        """Save what was typed so far; the user may go on typing."""
        for paragraph in self.paragraphs.made():
            paragraph.flush()
        for flag in self._open.cards():
            flag.flush()
        self.remarks.save_typed()

    def drafts(self) -> tuple[DraftForm, ...]:
        """The forms that wait for their button."""
        return tuple(
            form.draft for form in (self.review, self.adopt, self.announce, self.follow_up)
        )

    def typed(self) -> dict[str, list[str]]:
        """What was typed at flags and is not whole."""
        cards = {card.item.id: card.half() for card in self._open.cards()}
        return {name: typed for name, typed in cards.items() if typed}

    def restore(self, typed: dict[str, list[str]]) -> None:
        """Put back what was typed at flags before."""
        for card in self._open.cards():
            if card.item.id in typed:
                card.put_half(typed[card.item.id])

    def panels(self) -> tuple[QWidget, ...]:
        """The panels that F6 walks through."""
        first = () if self._side.isHidden() else (self._sections,)
        return (*first, self._sheet)

    def go_to(self, part: str) -> None:
        """Bring a part of the page into sight and put the focus in it."""
        self._sections.go_to(part)

    def focus_paragraph(self, consideration: str) -> None:
        """Put the focus in the own text of a paragraph."""
        for card in self.paragraphs.cards():
            if card.item.id == consideration:
                card.write()

    def focus_panel(self, panel: QWidget) -> None:
        """Put the focus in a panel."""
        if panel is self._sheet:
            self._sections.enter()
        else:
            panel.setFocus()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # as Qt calls it
        self.paragraphs.cards()
        return super().focusNextPrevChild(next)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = self.width() // max(self.fontMetrics().averageCharWidth(), 1)
        self._side.setVisible(letters >= 100)

    def _show_head(self, page: DecisionPage) -> None:
        self._state.setText(page.state)
        restyle(self._state, "role", _CHIPS[page.state_kind])
        empty(self._facts)
        for row, (name, value) in enumerate(page.facts):
            self._facts.addWidget(label(name, "muted", wrap=False), row, 0)
            self._facts.addWidget(label(value), row, 1)
        self._facts.setColumnStretch(1, 1)
        self._versions.setText("\n".join(page.versions))
        self._versions.setVisible(bool(page.versions))

    def _flag(self, item: FlagItem) -> FlagCard:
        made = FlagCard(item, self._texts, with_step=True)
        made.answered.connect(self.flag_answered)
        made.step_wanted.connect(self.step_wanted)
        return made

    def _paragraph(self, item: ConsiderationItem) -> ConsiderationCard:
        made = ConsiderationCard(item, self._texts)
        made.text_written.connect(self.own_text_written)
        self._show_paragraph(made, item)
        return made

    def _show_paragraph(self, card: ConsiderationCard, item: ConsiderationItem) -> None:
        card.show_item(item, locked=self._page is not None and self._page.is_sealed)

    def _renewal(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(label(self._texts.get("besluit.nieuwe_versie_uitleg"), "muted"))
        words = self._texts.get("besluit.nieuwe_versie")
        layout.addWidget(button(words, self.new_version_wanted.emit), 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _lay_out(self) -> None:
        side = QFrame()
        side.setObjectName("side")
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 14, 1, 10)
        inside.addWidget(self._sections)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side, 1)
        row.addWidget(self._sheet, 4)
        self._side = side
        self._sheet.setMinimumWidth(1)
        self._sections.currentRowChanged.connect(lambda row: row > 0 and self.paragraphs.cards())
        self._add_parts()
        self.tab_panels = (side, *self._sections.frames())

    def _add_parts(self) -> None:
        self._add_head()
        self._part("vlaggen").addWidget(self._summary)
        flags = self._sections.last_layout
        flags.addLayout(self._open.layout)
        flags.addWidget(self._steps)
        self._steps.step_wanted.connect(self.step_wanted)
        flags.addWidget(self._done_title)
        flags.addLayout(self._done.layout)
        self._part("overwegingen", intro=True).addWidget(self._no_paragraphs)
        self._sections.last_layout.addLayout(self.paragraphs.layout)
        reader = self._part("lezer", intro=True)
        reader.addWidget(self.review)
        reader.addWidget(self.remarks)
        adopt = self._part("vaststellen", intro=True)
        adopt.addWidget(self.adopt)
        adopt.addWidget(self._adopted)
        announce = self._part("bekendmaken", intro=True)
        for part in (self._first, self.announce, self._last_day, self._renew):
            announce.addWidget(part)
        follow = self._part("opvolging", intro=True)
        follow.addLayout(self._events)
        follow.addWidget(self.follow_up)
        self._part("uitvoer", intro=True).addWidget(self.export.files)
        self._part("brieven", intro=True).addWidget(self.letters.letters)
        self._part("feitenblad", intro=True).addWidget(self.letters.sheet)
        self._part("kopieren", intro=True).addWidget(self.export.copying)
        self._sheet.finish()

    def _add_head(self) -> None:
        layout = self._part("stand")
        head = QHBoxLayout()
        head.addWidget(self._state)
        head.addStretch(1)
        layout.addLayout(head)
        self._facts.setHorizontalSpacing(18)
        self._facts.setVerticalSpacing(3)
        layout.addLayout(self._facts)
        layout.addWidget(self._versions)

    def _part(self, name: str, *, intro: bool = False) -> QVBoxLayout:
        """A part of the page, with its line in the list."""
        words = self._texts.get(f"besluit.{name}_uitleg") if intro else ""
        return self._sections.add_part(name, self._texts.get(f"besluit.{name}"), words)
