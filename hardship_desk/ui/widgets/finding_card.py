"""One finding: what it says, where it comes from, and on step 13 how heavily it counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.kompas import FindingItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.combo import ComboBox
from hardship_desk.ui.widgets.growing_line import GrowingLine
from hardship_desk.ui.widgets.parts import dutch_label, label


class FindingCard(QFrame):
    """Shows a finding; `weighed` tells its id, the weight and the reason."""

    weighed = Signal(str, str, str)

    def __init__(self, item: FindingItem, weights: tuple[Choice, ...], texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("inset")
        self.item = item
        self._texts = texts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(5)
        chips = QHBoxLayout()
        chips.addWidget(label(item.direction, "chip", wrap=False))
        chips.addStretch(1)
        self._state = label("", "small", wrap=False)
        chips.addWidget(self._state)
        layout.addLayout(chips)
        layout.addWidget(dutch_label(item.text))
        layout.addWidget(dutch_label(item.source, "small"))
        self._weight = ComboBox()
        self._reason = GrowingLine()
        self._form = self._make_form(weights)
        layout.addWidget(self._form)
        self.show_item(item)

    def show_item(self, item: FindingItem) -> None:
        """Bring the card up to date; what has the focus is left alone."""
        self.item = item
        self._form.setVisible(item.can_weigh)
        if not self.is_in_use() and not self._is_half_filled():
            self._weight.setCurrentIndex(max(self._weight.findData(item.weight), 0))
            self._reason.show_text(item.reason)
        key = "weging.opgeslagen" if item.weight else "weging.nog_niet"
        self._state.setText(self._texts.get(key))
        self._state.setVisible(item.can_weigh)

    @property
    def takes_words(self) -> bool:
        """Whether there are fields to fill in here."""
        return self.item.can_weigh

    def is_in_use(self) -> bool:
        """Whether the user is typing here."""
        return self._weight.hasFocus() or self._reason.hasFocus()

    def focus_first(self) -> bool:
        """Put the focus in the field; tell whether there is one."""
        if self.item.can_weigh:
            self._weight.setFocus()
        return self.item.can_weigh

    def flush(self) -> None:
        """Tell the weighing where both halves are there and something changed."""
        weight, reason = str(self._weight.currentData() or ""), self._reason.text().strip()
        if weight and reason and (weight, reason) != (self.item.weight, self.item.reason):
            self.weighed.emit(self.item.id, weight, reason)

    def half(self) -> list[str]:
        """What was chosen or typed and is not whole or not saved; empty where all is."""
        typed = [str(self._weight.currentData() or ""), self._reason.text().strip()]
        return [] if typed == [self.item.weight, self.item.reason] else typed

    def put_half(self, typed: list[str]) -> None:
        """Put back what was chosen or typed before."""
        weight, reason = typed
        self._weight.setCurrentIndex(max(self._weight.findData(weight), 0))
        self._reason.show_text(reason)

    def _is_half_filled(self) -> bool:
        weight, reason = self._weight.currentData(), self._reason.text().strip()
        return bool(weight) != bool(reason)

    def _make_form(self, weights: tuple[Choice, ...]) -> QWidget:
        texts = self._texts
        form = QWidget()
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(5)
        self._weight.addItem(texts.get("weging.hoe"), "")
        for choice in weights:
            self._weight.addItem(choice.text, choice.id)
        self._weight.setAccessibleName(f"{texts.get('weging.hoe')} {self.item.text}")
        self._weight.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._weight.activated.connect(lambda _place: self._on_weight_chosen())
        self._reason.setPlaceholderText(texts.get("weging.waarom"))
        self._reason.setAccessibleName(f"{texts.get('weging.waarom')} {self.item.text}")
        self._reason.done.connect(self.flush)
        layout.addWidget(self._weight)
        layout.addWidget(self._reason)
        return form

    def _on_weight_chosen(self) -> None:
        self.flush()
        if not self._reason.text().strip():
            self._reason.setFocus()
