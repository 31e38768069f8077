"""The questions of one step: cards that stay in place while their content is brought up to date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.work import StepGroup, WorkPage
from hardship_desk.ui.widgets.editors.rows import RowsEditor
from hardship_desk.ui.widgets.parts import label, show_part
from hardship_desk.ui.widgets.question_card import QuestionCard
from hardship_desk.ui.widgets.ready import dress, settling
from hardship_desk.ui.widgets.scrolled import Scrolled

_IN_ROWS = "rows"
_ABOVE = 3
"""How many lines stand above the questions."""
_BESIDE = 26
_MOST_LETTERS = 130
"""No question is wider than the eye can follow, however wide the window is."""


class StepSheet(QScrollArea):
    """Shows the questions of one step, or of all steps of the kort route.

    It keeps its cards while another step is shown: making one takes longer than keeping it. A page that
    was not made ahead comes with its first card; the others follow in a moment, below each other, or as
    soon as anybody asks for them. Where the first one is a table it follows too, and has the focus as soon
    as it is there.
    """

    step_in_sight = Signal(int)

    def __init__(self, name: str, make: Callable[[QuestionItem, QWidget], QuestionCard]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self._make = make
        self._cards: dict[str, QuestionCard] = {}
        self._items: dict[str, QuestionItem] = {}
        self._rest: Iterator[bool] = iter(())
        """Places what has no place yet; tells of each piece whether it is a new card or a row of one."""
        self._awaited = False
        """Whether the first card is to have the focus as soon as it is there."""
        self._lowest: QWidget | None = None
        self._away: dict[str, QuestionCard] = {}
        self._half: QuestionCard | None = None
        self._heads: dict[int, QWidget] = {}
        self._order: tuple[str, ...] = ()
        content = Scrolled()
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(_BESIDE, 18, _BESIDE, 24)
        self._body.setSpacing(10)
        self._phase = label("", "small")
        self._title = label("", "title")
        self._locked = label("", "chip-warning")
        for part in (self._phase, self._title, self._locked):
            self._body.addWidget(part)
        self._body.addStretch(1)
        self._content = content
        self.setWidget(content)
        self.verticalScrollBar().actionTriggered.connect(
            lambda _action: self._on_vertical_scroll_bar_action_triggered()
        )

    @property
    def cards(self) -> dict[str, QuestionCard]:
        """The cards of all questions on the page."""
        self._finish()
        return self._cards

    def show_page(self, page: WorkPage, *, whole: bool = True) -> None:
        """Show the questions; a card that is there stays the same card.

        Where it need not be whole it ends with what is made first; `filling` makes the rest.
        """
        is_other = self._begin(page)
        while (whole or is_other) and (is_new := self._advance()) is not None:
            if is_new and not whole:
                break

    def filling(self) -> Iterator[None]:
        """Make in pieces what is missing down to the edge of the window."""
        while not self._reaches_edge() and self._advance() is not None:
            # What was put in has its place before anybody looks or presses Tab.
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            yield

    def finishing(self) -> Iterator[None]:
        """Make in pieces all that is missing; dropping this leaves the rest to be made."""
        while self._advance() is not None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            yield

    def building(self, page: WorkPage, size: QSize) -> Iterator[None]:
        """Build the page in pieces while it is not shown, and lay it out at this size."""
        self._begin(page)
        yield
        while self._advance() is not None:
            yield
        yield from settling(self, size)

    def _begin(self, page: WorkPage) -> bool:
        """Bring up to date what is there; whether other questions are asked than before."""
        order = tuple(
            name
            for group in page.groups
            for name in (f"#{group.number}", *(item.id for item in group.questions))
        )
        if order != self._order:
            self._finish()
        self._phase.setText(page.phase)
        self._title.setText(page.heading)
        self._locked.setText(page.locked)
        self._locked.setVisible(bool(page.locked))
        self._items = {item.id: item for group in page.groups for item in group.questions}
        for name, item in self._items.items():
            if name in self._cards and self._cards[name].item.kind == item.kind:
                self._cards[name].show_item(item)
        if order == self._order:
            return False
        self._put_others_away(order)
        self._order, self._rest = order, self._arranging(page.groups)
        return True

    def _advance(self) -> bool | None:
        """Make the next piece of what is missing; None where nothing is."""
        is_new = next(self._rest, None)
        if self._awaited and self._first() in self._cards:
            self._awaited = False
            if self._content.hasFocus():
                self._cards[self._first()].focus()
        return is_new

    def _making(self, item: QuestionItem) -> Iterator[None]:
        """Make a card that has no place yet. A table is filled row by row: nobody can change it half."""
        in_rows = item.kind == _IN_ROWS
        card = self._half = self._make(replace(item, raw="") if in_rows else item, self._content)
        if self.isVisible():
            card.hide()
        yield
        if isinstance(card.editor, RowsEditor):
            yield from card.editor.filling(item.raw)
        card.show_item(self._items.get(item.id, item))
        dress(card)
        self._half, self._away[item.id] = None, card
        yield

    def _first(self) -> str:
        return next((name for name in self._order if name in self._items), "")

    def _has(self, item: QuestionItem) -> bool:
        known = self._cards.get(item.id) or self._away.get(item.id)
        return known is not None and known.item.kind == item.kind

    def _reaches_edge(self) -> bool:
        lowest = self._lowest
        return lowest is not None and lowest.geometry().bottom() > self.viewport().height()

    def names(self) -> tuple[str, ...]:
        """The questions in the order of the page."""
        self._finish()
        return self._names()

    def _names(self) -> tuple[str, ...]:
        return tuple(name for name in self._order if name in self._cards)

    def focus_question(self, question: str) -> None:
        """Put the focus at a question, or at the first one, and bring it into sight."""
        first = self._first()
        name = question if question in self._items else first
        if name != first and name not in self._cards:
            self._finish()
        self._awaited = bool(name) and name not in self._cards
        if self._awaited:
            self._content.setFocus()
        elif name:
            self._cards[name].focus()
        QTimer.singleShot(0, self, lambda: self._scroll_to(name, top=name == first))

    def name_of(self, widget: QWidget) -> str:
        """The question in whose card a widget stands, or empty."""
        found = (name for name, card in self._cards.items() if card.isAncestorOf(widget))
        return next(found, "")

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

    def show_help(self, *, visible: bool) -> None:
        """Show or hide the help of every question."""
        half = () if self._half is None else (self._half,)
        for card in (*self._cards.values(), *self._away.values(), *half):
            card.show_help(visible=visible)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_readable()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._keep_readable()

    def _keep_readable(self) -> None:
        most = self.fontMetrics().averageCharWidth() * _MOST_LETTERS
        right = max(_BESIDE, self.viewport().width() - _BESIDE - most)
        margins = self._body.contentsMargins()
        if margins.right() != right:
            margins.setRight(right)
            self._body.setContentsMargins(margins)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Who types before the first card is there types in it."""
        if self._awaited:
            self._finish()
            focus = QApplication.focusWidget()
            if focus is not None and focus is not self._content:
                QApplication.sendEvent(focus, event)
                return
        super().keyPressEvent(event)

    def _on_vertical_scroll_bar_action_triggered(self) -> None:
        """Who scrolls is in the step whose head went by last; in the last one at the end of the page."""
        bar = self.verticalScrollBar()
        at = bar.sliderPosition()
        line = self._content.height() if at == bar.maximum() else at + self.viewport().height() // 3
        tops = {head.geometry().top(): number for number, head in self._heads.items()}
        passed = [top for top in tops if top <= line]
        if len(tops) > 1 and passed:
            self.step_in_sight.emit(tops[max(passed)])

    def _scroll_to(self, name: str, *, top: bool) -> None:
        if top:
            self.verticalScrollBar().setValue(0)
        elif name in self._cards:
            self.ensureWidgetVisible(self._cards[name], 0, 30)

    def _finish(self) -> None:
        while self._advance() is not None:
            pass

    def _put_others_away(self, order: tuple[str, ...]) -> None:
        gone = [name for name in self._cards if name not in self._items]
        for name in gone:
            self._cards[name].flush()
        for name in gone:
            self._put_away(name)
        for number in list(self._heads):
            if f"#{number}" not in order:
                self._drop(self._heads.pop(number))

    def _arranging(self, groups: tuple[StepGroup, ...]) -> Iterator[bool]:
        """Put everything in its place, and make what is missing."""
        place = _ABOVE
        previous: QWidget | None = None
        for group in groups:
            head = self._head(group, with_title=len(groups) > 1)
            place = self._put(head, place)
            for name in [question.id for question in group.questions]:
                is_new = not self._has(self._items[name])
                if is_new:
                    for _piece in self._making(self._items[name]):
                        yield self._items[name].kind == _IN_ROWS
                card = self._lowest = self._card(self._items[name])
                place = self._put(card, place)
                previous = self._tab_after(previous, card)
                yield is_new

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
        known = self._cards.get(item.id)
        if known is not None and known.item.kind == item.kind:
            return known
        kept = self._away.pop(item.id, None)
        if kept is not None and kept.item.kind == item.kind:
            kept.show_item(item)
            self._cards[item.id] = kept
            return kept
        card = self._make(item, self._content)
        self._cards[item.id] = card
        return card

    def _put_away(self, name: str) -> None:
        card = self._cards.pop(name)
        self._body.removeWidget(card)
        card.hide()
        self._away[name] = card

    def _drop(self, widget: QWidget) -> None:
        self._body.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
