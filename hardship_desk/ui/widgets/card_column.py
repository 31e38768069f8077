"""A column of cards by id: a card that is there stays the same card, so that typing goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hardship_desk.ui.running.taking_down import throw_away

CardT = TypeVar("CardT", bound=QWidget)
ItemT = TypeVar("ItemT")


class CardColumn(Generic[CardT, ItemT]):
    """Keeps one card an item, in the order of the items."""

    def __init__(
        self, make: Callable[[ItemT], CardT], update: Callable[[CardT, ItemT], None]
    ) -> None:
        self._make = make
        self._update = update
        self._wanted: dict[str, ItemT] = {}
        self._cards: dict[str, CardT] = {}
        self.layout = QVBoxLayout()
        self.layout.setSpacing(8)

    def show_items(self, items: Iterable[tuple[str, ItemT]], *, whole: bool = True) -> None:
        """Show a card for each of these items, and throw the others away.

        Where it need not be whole, cards that are missing are made by `filling`.
        """
        self._wanted = dict(items)
        for key in [key for key in self._cards if key not in self._wanted]:
            gone = self._cards.pop(key)
            self.layout.removeWidget(gone)
            throw_away(gone)
        for key, card in self._cards.items():
            self._update(card, self._wanted[key])
        self._put_in_order()
        if whole:
            self._finish()

    def filling(self) -> Iterator[None]:
        """Make the missing cards one by one; dropping this leaves the rest to be made."""
        while (
            key := next((key for key in self._wanted if key not in self._cards), None)
        ) is not None:
            self._cards[key] = card = self._make(self._wanted[key])
            self._put_in_order()
            place = card.parentWidget()
            if place is not None and place.isVisible():
                card.show()  # Qt would do so later than Tab looks for it
            yield

    def cards(self) -> tuple[CardT, ...]:
        """The cards of all items."""
        self._finish()
        return self.made()

    def made(self) -> tuple[CardT, ...]:
        """The cards that are there already."""
        return tuple(self._cards.values())

    def _finish(self) -> None:
        for _piece in self.filling():
            pass

    def _put_in_order(self) -> None:
        shown = [self._cards[key] for key in self._wanted if key in self._cards]
        for place, card in enumerate(shown):
            if self.layout.indexOf(card) != place:
                self.layout.insertWidget(place, card)
