"""The window in which a motivation from elsewhere is checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.domain.toets import ElementState
from hardship_desk.presenters.toetsing import ElementRow, ToetsPage, ToetsPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.toetsing import ToetsService
from hardship_desk.ui.dialogs.asking import is_sure
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.field import choice_field, line_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.marked_text import MarkedText
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.room import give_room, scrolling_body
from hardship_desk.ui.widgets.scrolled import Scrolled
from hardship_desk.ui.widgets.two_lines import TwoLines

# As with answers: nothing typed waits longer.
EVERY_MS = 1500
_ABOUT_LINES = 3
_LEAST_LINES = 4
"""Of list and text, where the screen is low."""


class ElementList(QListWidget):
    """The elements; N leaves the chosen one out, Delete takes its marks away.

    G leaves out what is still open of its group; Ctrl+Z takes the last group back.
    """

    left_out = Signal()
    cleared = Signal()
    group_left_out = Signal()
    group_taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setItemDelegate(TwoLines(self, strong=False, under_heading=True))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        meant = {
            Qt.Key.Key_N: self.left_out,
            Qt.Key.Key_G: self.group_left_out,
            Qt.Key.Key_Delete: self.cleared,
        }
        if plain and event.key() in meant:
            meant[Qt.Key(event.key())].emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.group_taken_back.emit()
        else:
            super().keyPressEvent(event)


class ToetsDialog(QDialog):
    """Fulfils `ToetsView`: the text on the left, what it must establish on the right."""

    def __init__(
        self, parent: QWidget | None, service: ToetsService, texts: WindowTexts, today: date
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._texts = texts
        self.setWindowTitle(texts.get("toets.titel"))
        self.name = line_field(texts.get("toets.stuk"), texts.get("toets.stuk_voorbeeld"))
        self.kind = choice_field(texts.get("toets.soort"))
        self.day = line_field(texts.get("toets.dag"))
        self.text = MarkedText()
        self.elements = ElementList()
        self.remark = line_field(texts.get("toets.opmerking"))
        self._count, self._said = label("", "muted"), label("", "label")
        self._about = label("", "muted")
        self._rows: tuple[ElementRow, ...] = ()
        self.presenter = ToetsPresenter(service, self, texts, TaskRunner(self, self._wait), today)
        self._lay_out()
        self._connect()
        for choice in self.presenter.types:
            self._add_kind(choice.id, choice.text)
        give_room(self, 170, 42)
        shown = self.presenter.start()
        self.name.show_text(shown.title)
        self.kind.show_text(shown.type)
        self.day.show_text(f"{shown.day:%d-%m-%Y}")
        timer = QTimer(self)
        timer.setInterval(EVERY_MS)
        timer.timeout.connect(self._on_timer_timeout)
        timer.start()

    def show_page(self, page: ToetsPage) -> None:
        """Show the text with its marks and the elements by group; the chosen element stays chosen."""
        self.text.show_text(page.text)
        self.text.show_passages(page.passages)
        chosen = self.elements.currentRow()
        self._rows = page.rows
        with QSignalBlocker(self.elements):
            self.elements.clear()
            group = ""
            for row in page.rows:
                begins = "" if row.basis == group else f"{row.basis}\n"
                group = row.basis
                shown = f"{begins}{row.number:02d}  {row.state_text} · {row.question}"
                item = QListWidgetItem(shown, self.elements)
                item.setToolTip(row.basis)
            if page.rows:
                self.elements.setCurrentRow(min(max(chosen, 0), len(page.rows) - 1))
        self._count.setText(page.count)
        self._show_element()

    def show_said(self, text: str, *, is_problem: bool) -> None:
        """What was done, or why not."""
        self._said.setText(f"{'⚠' if is_problem else '✓'} {text}")

    @property
    def said(self) -> str:
        """What the dialog says came of it."""
        return self._said.text()

    @override
    def reject(self) -> None:
        """Close; where marks stand in no note, the user is asked once."""
        if self.presenter.is_unsaved:
            title = self._texts.get("toets.sluiten_titel")
            question = self._texts.get("toets.sluiten_vraag")
            if not is_sure(self, title, question):
                return
        self.presenter.draft.finish()
        super().reject()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, as when the window locks: what was marked is kept first."""
        self.presenter.draft.keep()
        super().hideEvent(event)

    def mark_chosen(self, *, thin: bool) -> None:
        """Mark what is selected for the chosen element."""
        self.presenter.mark(self._number(), *self.text.selection(), thin=thin)

    def leave_out_chosen(self) -> None:
        """Say that the chosen element does not apply, and go on to the next."""
        self.presenter.leave_out(self._number())
        self.elements.setCurrentRow(min(self.elements.currentRow() + 1, len(self._rows) - 1))

    def leave_out_group(self) -> None:
        """Say that what is open of the group does not apply, and go on to what is open after it."""
        self.presenter.groups.leave_out(self._number())
        at = self.elements.currentRow()
        after = (row.number - 1 for row in self._rows[at:] if row.state is ElementState.ONTBREEKT)
        self.elements.setCurrentRow(next(after, at))

    def clear_chosen(self) -> None:
        """Take the marks of the chosen element away."""
        self.presenter.clear(self._number())

    def _on_timer_timeout(self) -> None:
        """Keep what was marked and typed; a remark that is being typed as well."""
        if not self.isVisible():
            return
        at = self.elements.currentRow()
        if 0 <= at < len(self._rows) and self.remark.text().strip() != self._rows[at].remark:
            self.presenter.remark(self._number(), self.remark.text())
        self.presenter.draft.keep()

    def _number(self) -> int:
        return self.elements.currentRow() + 1

    def _add_kind(self, kind: str, text: str) -> None:
        box = self.kind.widget
        if hasattr(box, "addItem"):
            box.addItem(text, kind)

    def _connect(self) -> None:
        presenter = self.presenter
        self.text.number_typed.connect(self._on_text_number_typed)
        self.text.marked.connect(
            lambda number, thin: presenter.mark(number, *self.text.selection(), thin=thin)
        )
        self.text.pasted.connect(presenter.set_text)
        self.elements.currentRowChanged.connect(lambda _row: self._show_element())
        self.elements.left_out.connect(self.leave_out_chosen)
        self.elements.cleared.connect(self.clear_chosen)
        self.elements.group_left_out.connect(self.leave_out_group)
        self.elements.group_taken_back.connect(presenter.groups.take_back)
        self.kind.widget.activated.connect(lambda _at: presenter.set_type(self.kind.text()))  # type: ignore[union-attr]  # a list
        self.name.widget.textEdited.connect(presenter.set_title)  # type: ignore[union-attr]  # a line
        self.day.widget.editingFinished.connect(lambda: presenter.set_day(self.day.text()))  # type: ignore[union-attr]  # a line
        self.remark.widget.editingFinished.connect(  # type: ignore[union-attr]  # a line
            lambda: presenter.remark(self._number(), self.remark.text())
        )

    def _on_text_number_typed(self, typed: str) -> None:
        self._said.setText(self._texts.get("toets.nummer", nummer=typed) if typed else "")

    def _show_element(self) -> None:
        at = self.elements.currentRow()
        if not 0 <= at < len(self._rows):
            return
        row = self._rows[at]
        self._about.setText("\n".join(part for part in (row.basis, row.why, *row.rulings) if part))
        self._area.verticalScrollBar().setValue(0)
        with QSignalBlocker(self.remark.widget):
            self.remark.show_text(row.remark)

    def _wait(self, busy: bool) -> None:
        self._tools.setEnabled(not busy)

    def _ask_open(self) -> None:
        title, kinds = self._texts.get("toets.open"), self._texts.get("toets.open_soorten")
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.presenter.open(Path(name))

    def _ask_note(self) -> None:
        title, kinds = self._texts.get("toets.nota_bewaren"), self._texts.get("toets.nota_soorten")
        name, _ = QFileDialog.getSaveFileName(self, title, "adviesnota.pdf", kinds)
        if name:
            self.presenter.write(Path(name))

    def _lay_out(self) -> None:
        texts = self._texts
        layout, below = scrolling_body(self)
        layout.setContentsMargins(24, 18, 24, 10)
        layout.setSpacing(10)
        layout.addWidget(label(texts.get("toets.titel"), "title"))
        layout.addWidget(label(texts.get("toets.uitleg"), "muted"))
        layout.addWidget(Columns(self.name, self.kind, self.day, most=3, letters=24))
        halves = QSplitter()
        for part in (self.text, self.elements):
            part.setMinimumHeight(self.fontMetrics().lineSpacing() * _LEAST_LINES)
        for side in (self._left(), self._right()):
            side.setMinimumWidth(1)
            halves.addWidget(side)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        layout.addWidget(halves, 1)
        self._tools = QWidget()
        foot = QHBoxLayout(self._tools)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._said, 1)
        foot.addWidget(button(texts.get("organisatie.sluiten"), self.reject))
        foot.addWidget(button(texts.get("toets.nota_bewaren"), self._ask_note, "primary"))
        below.addWidget(self._tools)

    def _left(self) -> QWidget:
        texts, side = self._texts, QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 8, 0)
        row = QHBoxLayout()
        caption = label(texts.get("toets.tekst"), "label", wrap=False)
        caption.setBuddy(self.text)
        self.text.setAccessibleName(texts.get("toets.tekst"))
        self.text.setAccessibleDescription(texts.get("toets.aanwijzen"))
        row.addWidget(caption, 1)
        row.addWidget(button(texts.get("toets.plakken"), self.text.paste_text))
        row.addWidget(button(texts.get("toets.open"), self._ask_open))
        layout.addLayout(row)
        layout.addWidget(self.text, 1)
        layout.addWidget(label(texts.get("toets.aanwijzen"), "small"))
        return side

    def _about_area(self) -> QScrollArea:
        """Why the element counts, of a modest height: some have more rulings than fit beside a list."""
        area, inside = QScrollArea(), Scrolled()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._about)
        column.addStretch(1)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self._texts.get("toets.waarom_paneel"))
        area.setMinimumHeight(self.fontMetrics().lineSpacing() * _ABOUT_LINES)
        return area

    def _right(self) -> QWidget:
        texts, side = self._texts, QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(8, 0, 0, 0)
        caption = label(texts.get("toets.onderdelen"), "label", wrap=False)
        caption.setBuddy(self.elements)
        self.elements.setAccessibleName(texts.get("toets.onderdelen"))
        self.elements.setAccessibleDescription(texts.get("toets.lijst_toetsen"))
        self.elements.setWordWrap(True)
        layout.addWidget(caption)
        layout.addWidget(self._count)
        layout.addWidget(self.elements, 3)
        self._area = self._about_area()
        layout.addWidget(label(texts.get("toets.lijst_toetsen"), "small"))
        layout.addWidget(self._area, 1)
        presses = (
            button(texts.get("toets.vastgesteld"), lambda: self.mark_chosen(thin=False)),
            button(texts.get("toets.dun"), lambda: self.mark_chosen(thin=True)),
            button(texts.get("toets.nvt"), self.leave_out_chosen),
            button(texts.get("toets.wissen"), self.clear_chosen),
            button(texts.get("toets.rest_nvt"), self.leave_out_group),
            button(texts.get("toets.rest_terug"), self.presenter.groups.take_back),
        )
        layout.addWidget(Columns(*presses, most=3, letters=20, gap=8))
        layout.addWidget(self.remark)
        return side
