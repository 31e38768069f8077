"""The column of questions: cards that stay in place while their content is brought up to date."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.presenters.work import StepGroup, WorkPage
from hardship_desk.ui.widgets.parts import label
from hardship_desk.ui.widgets.question_card import QuestionCard

MOST_LETTERS = 110
IDLE_MS = 20
"""The pause between two cards that are built ahead: keys that are pressed come first."""


class QuestionColumn(QScrollArea):
    """Shows the questions of one step, or of all steps of the kort route."""

    answer_given = Signal(str, object, bool)
    not_applicable_given = Signal(str, str)
    investigation_given = Signal(str, str, str)
    unknown_given = Signal(str)
    clear_wanted = Signal(str)
    tag_chosen = Signal(str, str)
    evidence_wanted = Signal(str)
    history_wanted = Signal(str)
    report_wanted = Signal(str)
    stock_text_wanted = Signal()
    conflict_settled = Signal(str, str)
    remark_answered = Signal(str, str)

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts.get("werk.vragen"))
        self._texts = texts
        self._cards: dict[str, QuestionCard] = {}
        self._away: dict[str, QuestionCard] = {}
        self._heads: dict[int, QWidget] = {}
        self._order: tuple[str, ...] = ()
        self._help = False
        self._ahead: tuple[QuestionItem, ...] = ()
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._build_one_ahead)
        self._last = ""
        content = QWidget()
        content.setObjectName("content")
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(26, 18, 26, 24)
        self._body.setSpacing(10)
        self._phase = label("", "small")
        self._title = label("", "title")
        self._locked = label("", "chip-warning")
        for part in (self._phase, self._title, self._locked):
            self._body.addWidget(part)
        self._body.addStretch(1)
        self._content = content
        self.setWidget(content)
        QApplication.instance().focusChanged.connect(self._on_application_focus_changed)  # type: ignore[union-attr]  # there is one

    def show_page(self, page: WorkPage) -> None:
        """Show the questions; a card that is there stays the same card."""
        self._phase.setText(page.phase)
        self._title.setText(page.heading)
        self._locked.setText(page.locked)
        self._locked.setVisible(bool(page.locked))
        items = {item.id: item for group in page.groups for item in group.questions}
        order = tuple(
            name
            for group in page.groups
            for name in (f"#{group.number}", *(item.id for item in group.questions))
        )
        for name, item in items.items():
            if name in self._cards and self._cards[name].item.kind == item.kind:
                self._cards[name].show_item(item)
        if order != self._order:
            self._arrange(page, items, order)
        self._ahead = page.ahead
        self._idle.start()

    def focus_question(self, question: str) -> None:
        """Put the focus at a question, or at the first one, and bring it into sight."""
        names = [name for name in self._order if name in self._cards]
        name = question if question in self._cards else next(iter(names), "")
        if name:
            self._cards[name].focus()
            first = name == next(iter(names), "")
            QTimer.singleShot(0, self, lambda: self._scroll_to(name, top=first))

    def focus_back(self) -> None:
        """Put the focus at the question that had it last, or at the first one."""
        self.focus_question(self._last)

    def show_anew(self, question: str) -> None:
        """Show the answer to a question as it is now, also where the user is in it."""
        if question in self._cards:
            card = self._cards[question]
            card.editor.show_item(card.item, anew=True)

    def focus_next(self, step: int) -> bool:
        """Put the focus in the next or earlier question; tell whether there is one."""
        names = [name for name in self._order if name in self._cards]
        place = names.index(self._last) + step if self._last in names else 0
        if not 0 <= place < len(names):
            return False
        self.focus_question(names[place])
        return True

    def least_width(self) -> int:
        """How much room the questions need at least."""
        return self._content.minimumSizeHint().width()

    def flush(self) -> None:
        """Save what was typed and not yet saved."""
        for card in tuple(self._cards.values()):
            card.flush()

    def save_typed(self) -> None:
        """Save what was typed so far; the user may go on typing."""
        for card in tuple(self._cards.values()):
            card.save_typed()

    def toggle_help(self) -> None:
        """Show or hide the help of every question."""
        self._help = not self._help
        for card in (*self._cards.values(), *self._away.values()):
            card.show_help(visible=self._help)

    def _scroll_to(self, name: str, *, top: bool) -> None:
        if top:
            self.verticalScrollBar().setValue(0)
        elif name in self._cards:
            self.ensureWidgetVisible(self._cards[name], 0, 30)

    def _arrange(
        self, page: WorkPage, items: dict[str, QuestionItem], order: tuple[str, ...]
    ) -> None:
        for name in [name for name in self._cards if name not in items]:
            self._cards[name].flush()
        for name in [name for name in self._cards if name not in items]:
            self._put_away(name)
        for number in list(self._heads):
            if f"#{number}" not in order:
                self._drop(self._heads.pop(number))
        place = 3
        previous: QWidget | None = None
        for group in page.groups:
            head = self._head(group, with_title=len(page.groups) > 1)
            place = self._put(head, place)
            for item in group.questions:
                card = self._card(item)
                place = self._put(card, place)
                previous = self._tab_after(previous, card)
        self._order = order

    def _put(self, widget: QWidget, place: int) -> int:
        if self._body.indexOf(widget) != place:
            self._body.insertWidget(place, widget)
            widget.show()
        return place + 1

    def _tab_after(self, previous: QWidget | None, card: QuestionCard) -> QWidget:
        """Walk the cards in the order of the page, also where one came in between."""
        fields = card.tab_stops()
        for field in fields:
            if previous is not None:
                QWidget.setTabOrder(previous, field)
            previous = field
        return fields[-1]

    def _head(self, group: StepGroup, *, with_title: bool) -> QWidget:
        if group.number not in self._heads:
            head = QWidget()
            layout = QVBoxLayout(head)
            layout.setContentsMargins(0, 10 if with_title else 0, 0, 2)
            layout.setSpacing(2)
            if with_title:
                layout.addWidget(label(f"{group.number}  {group.title}", "heading"))
            layout.addWidget(label(group.intro, "muted"))
            self._heads[group.number] = head
        return self._heads[group.number]

    def _card(self, item: QuestionItem) -> QuestionCard:
        known = self._cards.get(item.id)
        if known is not None and known.item.kind == item.kind:
            return known
        kept = self._away.pop(item.id, None)
        if kept is not None and kept.item.kind == item.kind:
            kept.show_item(item)
            self._cards[item.id] = kept
            return kept
        card = self._made(item)
        self._cards[item.id] = card
        return card

    def _made(self, item: QuestionItem) -> QuestionCard:
        card = QuestionCard(item, self._texts)
        card.answer_given.connect(self.answer_given)
        card.not_applicable_given.connect(self.not_applicable_given)
        card.investigation_given.connect(self.investigation_given)
        card.unknown_given.connect(self.unknown_given)
        card.clear_wanted.connect(self.clear_wanted)
        card.tag_chosen.connect(self.tag_chosen)
        card.evidence_wanted.connect(self.evidence_wanted)
        card.history_wanted.connect(self.history_wanted)
        card.report_wanted.connect(self.report_wanted)
        card.stock_text_wanted.connect(self.stock_text_wanted)
        card.conflict_settled.connect(self.conflict_settled)
        card.remark_answered.connect(self.remark_answered)
        card.show_help(visible=self._help)
        return card

    def _build_one_ahead(self) -> None:
        """Build one card of the next step while nothing else is to be done."""
        for item in self._ahead:
            if item.id not in self._cards and item.id not in self._away:
                card = self._made(item)
                card.setParent(self._content)
                card.hide()
                self._away[item.id] = card
                return
        self._idle.stop()

    def _put_away(self, name: str) -> None:
        """Keep a card for when its step comes back; making one takes longer than keeping it."""
        card = self._cards.pop(name)
        self._body.removeWidget(card)
        card.hide()
        self._away[name] = card

    def _drop(self, widget: QWidget) -> None:
        self._body.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _on_application_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        self.ensureWidgetVisible(new, 0, 60)
        for name, card in self._cards.items():
            if card.isAncestorOf(new):
                self._last = name
