"""A column of cards by id: a card that is there stays the same card, so that typing goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

CardT = TypeVar("CardT", bound=QWidget)
ItemT = TypeVar("ItemT")


class CardColumn(Generic[CardT, ItemT]):
    """Keeps one card an item, in the order of the items."""

    def __init__(
        self, make: Callable[[ItemT], CardT], update: Callable[[CardT, ItemT], None]
    ) -> None:
        self._make = make
        self._update = update
        self._cards: dict[str, CardT] = {}
        self.layout = QVBoxLayout()
        self.layout.setSpacing(8)

    def show_items(self, items: Iterable[tuple[str, ItemT]]) -> None:
        """Show a card for each of these items, and throw the others away."""
        wanted = dict(items)
        for key in [key for key in self._cards if key not in wanted]:
            gone = self._cards.pop(key)
            self.layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, (key, item) in enumerate(wanted.items()):
            if key in self._cards:
                self._update(self._cards[key], item)
            else:
                self._cards[key] = self._make(item)
            card = self._cards[key]
            if self.layout.indexOf(card) != place:
                self.layout.insertWidget(place, card)

    def cards(self) -> tuple[CardT, ...]:
        """The cards that are shown."""
        return tuple(self._cards.values())
