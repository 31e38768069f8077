"""The questions of one step: cards that stay in place while their content is brought up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.work import StepGroup, WorkPage
from hardship_desk.ui.widgets.editors.rows import RowsEditor
from hardship_desk.ui.widgets.parts import label, show_part
from hardship_desk.ui.widgets.question_card import QuestionCard
from hardship_desk.ui.widgets.ready import dress, settle

_ABOVE = 3
"""How many lines stand above the questions."""


class StepSheet(QScrollArea):
    """Shows the questions of one step, or of all steps of the kort route.

    It keeps its cards while another step is shown: making one takes longer than keeping it.
    """

    def __init__(self, name: str, make: Callable[[QuestionItem, QWidget], QuestionCard]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._make = make
        self.cards: dict[str, QuestionCard] = {}
        self._away: dict[str, QuestionCard] = {}
        self._heads: dict[int, QWidget] = {}
        self._order: tuple[str, ...] = ()
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

    def show_page(self, page: WorkPage) -> None:
        """Show the questions; a card that is there stays the same card."""
        self._phase.setText(page.phase)
        self._title.setText(page.heading)
        self._locked.setText(page.locked)
        self._locked.setVisible(bool(page.locked))
        items = _items(page)
        order = tuple(
            name
            for group in page.groups
            for name in (f"#{group.number}", *(item.id for item in group.questions))
        )
        for name, item in items.items():
            if name in self.cards and self.cards[name].item.kind == item.kind:
                self.cards[name].show_item(item)
        if order != self._order:
            self._arrange(page, items, order)

    def building(self, page: WorkPage, size: QSize) -> Iterator[None]:
        """Build the page in pieces while it is not shown, and lay it out at this size."""
        for name, item in _items(page).items():
            if name not in self.cards and name not in self._away:
                card = self._make(replace(item, raw=""), self._content)
                if isinstance(card.editor, RowsEditor):
                    yield from card.editor.filling(item.raw)
                card.show_item(item)
                dress(card)
                self._away[name] = card
                yield
        self.show_page(page)
        yield
        settle(self, size)
        yield

    def names(self) -> tuple[str, ...]:
        """The questions in the order of the page."""
        return tuple(name for name in self._order if name in self.cards)

    def focus_question(self, question: str) -> None:
        """Put the focus at a question, or at the first one, and bring it into sight."""
        names = self.names()
        name = question if question in self.cards else next(iter(names), "")
        if name:
            self.cards[name].focus()
            first = name == next(iter(names), "")
            QTimer.singleShot(0, self, lambda: self._scroll_to(name, top=first))

    def name_of(self, widget: QWidget) -> str:
        """The question in whose card a widget stands, or empty."""
        found = (name for name, card in self.cards.items() if card.isAncestorOf(widget))
        return next(found, "")

    def least_width(self) -> int:
        """How much room the questions need at least."""
        return self._content.minimumSizeHint().width()

    def flush(self) -> None:
        """Save what was typed and not yet saved."""
        for card in tuple(self.cards.values()):
            card.flush()

    def save_typed(self) -> None:
        """Save what was typed so far; the user may go on typing."""
        for card in tuple(self.cards.values()):
            card.save_typed()

    def show_help(self, *, visible: bool) -> None:
        """Show or hide the help of every question."""
        for card in (*self.cards.values(), *self._away.values()):
            card.show_help(visible=visible)

    def _scroll_to(self, name: str, *, top: bool) -> None:
        if top:
            self.verticalScrollBar().setValue(0)
        elif name in self.cards:
            self.ensureWidgetVisible(self.cards[name], 0, 30)

    def _arrange(
        self, page: WorkPage, items: dict[str, QuestionItem], order: tuple[str, ...]
    ) -> None:
        gone = [name for name in self.cards if name not in items]
        for name in gone:
            self.cards[name].flush()
        for name in gone:
            self._put_away(name)
        for number in list(self._heads):
            if f"#{number}" not in order:
                self._drop(self._heads.pop(number))
        place = _ABOVE
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
            show_part(widget, visible=True)
            if self.isVisible():
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
        known = self.cards.get(item.id)
        if known is not None and known.item.kind == item.kind:
            return known
        kept = self._away.pop(item.id, None)
        if kept is not None and kept.item.kind == item.kind:
            kept.show_item(item)
            self.cards[item.id] = kept
            return kept
        card = self._make(item, self._content)
        self.cards[item.id] = card
        return card

    def _put_away(self, name: str) -> None:
        card = self.cards.pop(name)
        self._body.removeWidget(card)
        card.hide()
        self._away[name] = card

    def _drop(self, widget: QWidget) -> None:
        self._body.removeWidget(widget)
        widget.hide()
        widget.deleteLater()


def _items(page: WorkPage) -> dict[str, QuestionItem]:
    return {item.id: item for group in page.groups for item in group.questions}
