"""Editor for a table answer: a grid of fields that Tab walks through, row by row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.presenters.question_item import ColumnItem, QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.ui.widgets.editors.base import Editor
from hardship_desk.ui.widgets.parts import button, label

STRETCH = {"long_text": 5, "short_text": 4, "one_of": 2}


class RowsEditor(Editor):
    """Rows of fields; Ctrl+Shift+Enter adds a row, Ctrl+Delete takes the row with the focus out."""

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        super().__init__(item)
        self._texts = texts
        self._rows: list[_RowFields] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        layout.addLayout(self._grid)
        self._add = button(texts.get("rijen.toevoegen"), self.add_row, "quiet")
        self._add.setAccessibleName(f"{item.text}: {texts.get('rijen.toevoegen')}")
        self._add.setToolTip(texts.get("rijen.toetsen"))
        layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._shown: RawAnswer = ""
        self.show_raw(item.raw)

    @override
    def raw(self) -> RawAnswer:
        filled = tuple(row.raw() for row in self._rows if row.is_filled())
        return filled or ""

    @override
    def show_raw(self, raw: RawAnswer) -> None:
        for row in self._rows:
            row.remove()
        self._rows = []
        self._lay_out()
        for cells in raw if isinstance(raw, tuple) else ():
            if not isinstance(cells, str):
                self._append(dict(cells))

    @override
    def fields(self) -> tuple[QWidget, ...]:
        found = tuple(field for row in self._rows for field in row.fields())
        return (*found, self._add)

    def add_row(self) -> None:
        """Add an empty row and put the focus in it."""
        self._append({}).fields()[0].setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = Qt.KeyboardModifier.ControlModifier
        held = event.modifiers() == control
        key = event.key()
        with_shift = event.modifiers() == control | Qt.KeyboardModifier.ShiftModifier
        if with_shift and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add_row()
        elif held and key == Qt.Key.Key_Delete:
            self._remove_focused()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        for place, column in enumerate(self.item.columns):
            if self._grid.itemAtPosition(0, place) is None:
                self._grid.addWidget(label(column.text, "small"), 0, place)
            self._grid.setColumnStretch(place, STRETCH.get(column.kind, 1))

    def _append(self, cells: dict[str, str]) -> _RowFields:
        row = _RowFields(self, len(self._rows) + 1, cells)
        line = self._grid.rowCount()
        for place, field in enumerate(row.fields()):
            self._grid.addWidget(field, line, place)
        gone = button(self._texts.get("rijen.weg"), lambda: self._remove(row), "quiet")
        gone.setAccessibleName(
            f"{self.item.text}: {self._texts.get('rijen.weg_lang', rij=str(row.number))}"
        )
        gone.setToolTip(self._texts.get("rijen.weg_lang", rij=str(row.number)))
        row.button = gone
        self._grid.addWidget(gone, line, len(self.item.columns))
        self._rows.append(row)
        self._order_tabs(row, gone)
        return row

    def _order_tabs(self, row: _RowFields, gone: QWidget) -> None:
        """Walk the rows one after the other, and the button to add one last."""
        earlier = self._rows[-2].button if len(self._rows) > 1 else None
        for field in (*row.fields(), gone, self._add):
            if earlier is not None:
                QWidget.setTabOrder(earlier, field)
            earlier = field

    def _remove_focused(self) -> None:
        focus = QApplication.focusWidget()
        for row in self._rows:
            if focus is not None and focus in row.fields():
                self._remove(row)
                return

    def _remove(self, row: _RowFields) -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        row.remove()
        after = self._rows[min(place, len(self._rows) - 1)].fields()[0] if self._rows else self._add
        after.setFocus()
        self.commit()


class _RowFields:
    """The fields of one row."""

    def __init__(self, editor: RowsEditor, number: int, cells: dict[str, str]) -> None:
        self.number = number
        self.button: QWidget | None = None
        self._id = cells.get("id", "")
        self._columns = editor.item.columns
        self._fields: tuple[QWidget, ...] = tuple(
            _field(editor, column, cells.get(column.id, "")) for column in self._columns
        )
        for column, field in zip(self._columns, self._fields, strict=True):
            field.setAccessibleName(f"{editor.item.text}, rij {number}: {column.text}")

    def fields(self) -> tuple[QWidget, ...]:
        return self._fields

    def raw(self) -> dict[str, str]:
        pairs = zip(self._columns, self._fields, strict=True)
        cells = {column.id: _text(field) for column, field in pairs}
        named = {"id": self._id} if self._id else {}
        return {**named, **{column: text for column, text in cells.items() if text}}

    def is_filled(self) -> bool:
        return any(_text(field) for field in self._fields)

    def remove(self) -> None:
        for field in (*self._fields, self.button):
            if field is not None:
                field.hide()
                field.deleteLater()


def _field(editor: RowsEditor, column: ColumnItem, value: str) -> QWidget:
    if column.kind in ("one_of", "yes_no", "yes_no_unknown"):
        return _box(column, value, editor.commit)
    line = QLineEdit(value)
    line.textEdited.connect(lambda _text: editor.touch())
    line.editingFinished.connect(editor.flush)
    if column.kind in ("amount", "number"):
        line.setAlignment(Qt.AlignmentFlag.AlignRight)
    return line


def _box(column: ColumnItem, value: str, commit: Callable[[], None]) -> QComboBox:
    box = QComboBox()
    box.addItem("")
    for choice in column.options:
        box.addItem(choice.text, choice.id)
    box.setCurrentIndex(max(box.findData(value), 0))
    box.setMinimumContentsLength(6)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.activated.connect(lambda _place: commit())
    return box


def _text(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    return field.text().strip() if isinstance(field, QLineEdit) else ""
