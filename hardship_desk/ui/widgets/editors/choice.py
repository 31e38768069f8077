"""Editors for choices: a row or list of radio buttons, a list to pick from, check boxes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.ui.widgets.check import CheckBox, RadioButton
from hardship_desk.ui.widgets.combo import ComboBox
from hardship_desk.ui.widgets.editors.base import Editor
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.parts import label

ROW_LETTERS = 40
MOST_RADIOS = 8


class RadioEditor(Editor):
    """One of a few. A digit chooses by place, a letter by the first letter where it is unique.

    A letter never replaces an answer: who types a sentence here by mistake changes nothing given.
    """

    def __init__(self, item: QuestionItem) -> None:
        super().__init__(item)
        self._group = QButtonGroup(self)
        in_row = (
            len(item.choices) <= 4
            and sum(len(choice.text) for choice in item.choices) <= ROW_LETTERS
            and not any(choice.detail for choice in item.choices)
        )
        layout = QHBoxLayout(self) if in_row else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18 if in_row else 2)
        self._radios = tuple(self._radio(choice, wraps=not in_row) for choice in item.choices)
        for radio, choice in zip(self._radios, item.choices, strict=True):
            layout.addWidget(radio)
            if choice.detail and not in_row:
                hint = label(choice.detail, "small")
                hint.setContentsMargins(34, 0, 0, 4)
                layout.addWidget(hint)
        if in_row:
            layout.addStretch(1)
        self._group.idClicked.connect(self._on_group_id_clicked)
        self.show_raw(item.raw)

    def _radio(self, choice: Choice, *, wraps: bool) -> RadioButton:
        radio = RadioButton(choice.text, wraps=wraps)
        radio.setAccessibleName(f"{self.item.text}: {choice.text}")
        radio.setAccessibleDescription(choice.detail)
        self._group.addButton(radio, self._group.buttons().__len__())
        return radio

    @override
    def raw(self) -> RawAnswer:
        chosen = self._group.checkedId()
        return self.item.choices[chosen].id if chosen >= 0 else ""

    @override
    def show_raw(self, raw: RawAnswer) -> None:
        self._group.setExclusive(False)
        for radio, choice in zip(self._radios, self.item.choices, strict=True):
            radio.setChecked(choice.id == raw)
        self._group.setExclusive(True)

    @override
    def fields(self) -> tuple[QWidget, ...]:
        chosen = self._group.checkedButton()
        rest = tuple(radio for radio in self._radios if radio is not chosen)
        return (chosen, *rest) if chosen is not None else rest

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self._place_of(event.text())
        if place is None:
            super().keyPressEvent(event)
            return
        self._radios[place].setFocus()
        self._radios[place].setChecked(True)
        self.commit()

    def _place_of(self, key: str) -> int | None:
        if key.isdigit() and 1 <= int(key) <= len(self._radios):
            return int(key) - 1
        if self._group.checkedId() >= 0:
            return None
        places = [
            place
            for place, choice in enumerate(self.item.choices)
            if key and choice.text[:1].casefold() == key.casefold()
        ]
        return places[0] if len(places) == 1 else None

    def _on_group_id_clicked(self, _place: int) -> None:
        self.commit()


class ComboEditor(Editor):
    """One of many, in a list that opens. Its first line is empty: a letter must not choose it by mistake."""

    def __init__(self, item: QuestionItem) -> None:
        super().__init__(item)
        self._box = ComboBox()
        self._box.addItem("")
        for choice in item.choices:
            self._box.addItem(choice.text, choice.id)
        self._box.setAccessibleName(item.text)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._box.setMinimumWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        layout.addStretch(1)
        self._box.activated.connect(self._on_box_activated)
        self.show_raw(item.raw)

    @override
    def raw(self) -> RawAnswer:
        return str(self._box.currentData() or "")

    @override
    def show_raw(self, raw: RawAnswer) -> None:
        self._box.setCurrentIndex(max(self._box.findData(raw), 0))

    @override
    def fields(self) -> tuple[QWidget, ...]:
        return (self._box,)

    def _on_box_activated(self, _place: int) -> None:
        self.commit()


class ManyEditor(Editor):
    """Any of a few, in one or two columns of check boxes."""

    def __init__(self, item: QuestionItem) -> None:
        super().__init__(item)
        longest = max((len(choice.text) for choice in item.choices), default=0)
        most = 2 if longest <= ROW_LETTERS and len(item.choices) > 3 else 1
        self._boxes = tuple(self._box(choice) for choice in item.choices)
        columns = Columns(*self._boxes, most=most, letters=longest + 8, gap=2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(columns)
        self.show_raw(item.raw)

    def _box(self, choice: Choice) -> CheckBox:
        box = CheckBox(choice.text)
        box.setAccessibleName(f"{self.item.text}: {choice.text}")
        box.setAccessibleDescription(choice.detail)
        box.setToolTip(choice.detail)
        box.clicked.connect(lambda chosen: self._on_box_clicked(choice, chosen=chosen))
        return box

    @override
    def raw(self) -> RawAnswer:
        pairs = zip(self._boxes, self.item.choices, strict=True)
        chosen = tuple(choice.id for box, choice in pairs if box.isChecked())
        return chosen or ""

    @override
    def show_raw(self, raw: RawAnswer) -> None:
        for box, choice in zip(self._boxes, self.item.choices, strict=True):
            box.setChecked(choice.id in raw)

    @override
    def fields(self) -> tuple[QWidget, ...]:
        return self._boxes

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        focused = next((box for box in self._boxes if box.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        place = self._boxes.index(focused) + step
        self._boxes[max(0, min(place, len(self._boxes) - 1))].setFocus()

    def _on_box_clicked(self, choice: Choice, *, chosen: bool) -> None:
        """Save, without what the choice made contradicts: none of these beside one of these."""
        for box, other in zip(self._boxes, self.item.choices, strict=True):
            if chosen and other.id != choice.id and choice.alone | other.alone:
                box.setChecked(False)
        self.commit()
