"""All remarks of second readers on a decision, open and answered, each with its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hardship_desk.presenters.remarks import RemarkItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.card_column import CardColumn
from hardship_desk.ui.widgets.parts import label
from hardship_desk.ui.widgets.remark_card import RemarkCard


class RemarkList(QWidget):
    """`answered` tells the id and the answer, `question_wanted` the step and the question."""

    answered = Signal(str, str)
    question_wanted = Signal(int, str)

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self._texts = texts
        self._cards: CardColumn[RemarkCard, RemarkItem] = CardColumn(
            self._card, RemarkCard.show_item
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(label(texts.get("opmerking.lijst"), "label"))
        layout.addLayout(self._cards.layout)

    def show_items(self, items: tuple[RemarkItem, ...]) -> None:
        """Show these remarks; without any there is nothing to see."""
        self._cards.show_items((item.id, item) for item in items)
        self.setVisible(bool(items))

    def save_typed(self) -> None:
        """Tell what was typed and is whole."""
        for card in self._cards.cards():
            card.save_typed()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for card in self._cards.cards():
            card.flush()

    def _card(self, item: RemarkItem) -> RemarkCard:
        made = RemarkCard(item, self._texts, with_place=True)
        made.answered.connect(self.answered)
        made.question_wanted.connect(self.question_wanted)
        return made
