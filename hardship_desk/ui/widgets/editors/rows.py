"""Editor for a table answer: one framed row of fields below the other, at any width."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.presenters.question_item import ColumnItem, QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.ui.running.taking_down import throw_away
from hardship_desk.ui.widgets.editors.base import Editor
from hardship_desk.ui.widgets.field import Field, area_field, choice_field, line_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.tab_regions import walk_in_order

CHOICES = ("one_of", "yes_no", "yes_no_unknown")


class RowsEditor(Editor):
    """Rows of fields; Ctrl+R adds a row, Ctrl+Delete takes the row with the focus out."""

    def __init__(self, item: QuestionItem, texts: WindowTexts) -> None:
        super().__init__(item)
        self._texts = texts
        self._rows: list[_RowFrame] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._add = button(texts.get("rijen.toevoegen"), self.add_row, "quiet")
        self._add.setAccessibleName(f"{item.text}: {texts.get('rijen.toevoegen')}")
        self._add.setToolTip(texts.get("rijen.toetsen"))
        self._layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_raw(item.raw)
        QApplication.instance().focusChanged.connect(self._on_application_focus_changed)  # type: ignore[union-attr]  # there is one

    @override
    def raw(self) -> RawAnswer:
        filled = tuple(row.raw() for row in self._rows if row.is_filled())
        return filled or ""

    @override
    def show_raw(self, raw: RawAnswer) -> None:
        for _piece in self.filling(raw):
            pass

    def filling(self, raw: RawAnswer) -> Iterator[None]:
        """Fill the fields row by row, for an editor that is not shown yet."""
        for row in self._rows:
            throw_away(row)
        self._rows = []
        for cells in raw if isinstance(raw, tuple) else ():
            if not isinstance(cells, str):
                self._append(dict(cells))
                yield

    @override
    def fields(self) -> tuple[QWidget, ...]:
        found = tuple(field for row in self._rows for field in row.stops())
        return (*found, self._add)

    def add_row(self) -> None:
        """Add an empty row and put the focus in it."""
        self._append({}).stops()[0].setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if held and event.key() == Qt.Key.Key_R:
            self.add_row()
        elif held and event.key() == Qt.Key.Key_Delete:
            self._remove_focused()
        else:
            super().keyPressEvent(event)

    def _on_application_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        """A half row is no mistake while the user is in it; leaving the table ends it."""
        left = old is not None and self.isAncestorOf(old)
        if left and not (new is not None and self.isAncestorOf(new)):
            self.flush()

    def _append(self, cells: dict[str, str]) -> _RowFrame:
        row = _RowFrame(self, len(self._rows) + 1, cells, self._texts)
        row.gone.clicked.connect(lambda _checked=False: self._remove(row))
        for field in row.columns:
            if isinstance(field.widget, QComboBox):
                field.widget.activated.connect(lambda _place: self.touch())
            elif isinstance(field.widget, QLineEdit):
                field.widget.textEdited.connect(lambda _text: self.touch())
            else:
                field.widget.textChanged.connect(self.touch)
        self._layout.insertWidget(len(self._rows), row)
        if self.isVisible():
            row.show()
        before = self._rows[-1].gone if self._rows else self._add.previousInFocusChain()
        walk = (*((before,) if before is not None else ()), *row.stops(), self._add)
        walk_in_order(walk)
        self._rows.append(row)
        return row

    def _remove_focused(self) -> None:
        focus = QApplication.focusWidget()
        for row in self._rows:
            if focus is not None and row.isAncestorOf(focus):
                self._remove(row)
                return

    def _remove(self, row: _RowFrame) -> None:
        place = self._rows.index(row)
        self._rows.remove(row)
        after = self._rows[min(place, len(self._rows) - 1)].stops()[0] if self._rows else self._add
        after.setFocus()
        throw_away(row)
        self.commit()


class _RowFrame(QFrame):
    """The fields of one row."""

    def __init__(
        self, editor: RowsEditor, number: int, cells: dict[str, str], texts: WindowTexts
    ) -> None:
        super().__init__()
        self.setObjectName("inset")
        self._id = cells.get("id", "")
        self._items = editor.item.columns
        self.columns = tuple(_field(item, cells.get(item.id, ""), texts) for item in self._items)
        words = texts.get("rijen.weg_lang", rij=str(number))
        self.gone = _remove_button(texts.get("rijen.weg"), f"{editor.item.text}: {words}", words)
        for item, field in zip(self._items, self.columns, strict=True):
            name = texts.get("rijen.veld", vraag=editor.item.text, rij=str(number), kolom=item.text)
            field.widget.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 10)
        layout.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(label(texts.get("rijen.rij", rij=str(number)), "small", wrap=False), 1)
        head.addWidget(self.gone)
        layout.addLayout(head)
        layout.addWidget(Columns(*self.columns, most=3, letters=22))

    def stops(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus, in order."""
        return (*(field.widget for field in self.columns), self.gone)

    def raw(self) -> dict[str, str]:
        """The row as typed, empty cells left out."""
        pairs = zip(self._items, self.columns, strict=True)
        cells = {item.id: " ".join(field.text().split()) for item, field in pairs}
        named = {"id": self._id} if self._id else {}
        return {**named, **{column: text for column, text in cells.items() if text}}

    def is_filled(self) -> bool:
        """Whether anything stands in the row."""
        return any(field.text().strip() for field in self.columns)


def _field(item: ColumnItem, value: str, texts: WindowTexts) -> Field:
    if item.kind in CHOICES:
        field = choice_field(item.text)
        field.show_choices(texts.get("algemeen.kies"), item.options)
    elif item.kind == "short_text":
        field = area_field(item.text, least=1)
    else:
        field = line_field(item.text, texts.get_or(f"voorbeeld.{item.kind}", ""))
        if isinstance(field.widget, QLineEdit) and item.kind in ("amount", "number"):
            field.widget.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.show_text(value)
    return field


def _remove_button(text: str, name: str, hint: str) -> QPushButton:
    made = QPushButton(text)
    made.setProperty("kind", "quiet")
    made.setAutoDefault(True)
    made.setAccessibleName(name)
    made.setToolTip(hint)
    return made
