"""Lines that lead somewhere, below each other; the arrows walk through them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from hardship_desk.domain.overriding import override
from hardship_desk.presenters.line_item import LineGroup, LineItem
from hardship_desk.ui.widgets.parts import button, empty, label

_CHIPS = {"error": "chip-error", "warning": "chip-warning", "good": "chip-good"}
_LEAD_LETTERS = 11
MOST_AT_FIRST = 24
"""Lines until all are asked for: Qt lays the page out anew for each line, and many hold the window."""


class LineRow(QPushButton):
    """One line as a button: a chip, a text, and a word below it."""

    def __init__(self, item: LineItem, *, with_lead: bool) -> None:
        super().__init__()
        self.key = item.key
        self.setProperty("kind", "row")
        self.setAutoDefault(True)
        self.setAccessibleName(item.spoken or f"{item.text} {item.detail}".strip())
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(8, 5, 8, 5)
        self._layout.setSpacing(12)
        if with_lead:
            self._layout.addWidget(self._lead(item), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(_seen(label(item.text, "label")))
        if item.detail:
            words.addWidget(_seen(label(item.detail, "small")))
        self._layout.addLayout(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button would take an arrow as Tab; the list walks with it through its lines.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._layout.totalHeightForWidth(width)

    @override
    def sizeHint(self) -> QSize:
        return self._layout.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, self._layout.totalMinimumSize().height())

    def _lead(self, item: LineItem) -> QLabel:
        made = label(item.lead, _CHIPS.get(item.tone, "chip") if item.lead else "", wrap=False)
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEAD_LETTERS)
        return _seen(made)


class LineList(QWidget):
    """One stop for Tab; up and down go to the other lines."""

    chosen = Signal(str)

    def __init__(
        self, name: str, *, with_lead: bool = True, all_of: Callable[[int], str] | None = None
    ) -> None:
        """With `all_of`, the words for so many lines, only the first lines are shown until all are wanted."""
        super().__init__()
        self.setAccessibleName(name)
        self._with_lead = with_lead
        self._all_of = all_of
        self._shown: tuple[LineGroup, ...] = ()
        self._rows: list[LineRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def show_lines(self, lines: tuple[LineItem, ...]) -> None:
        """Show these lines."""
        self.show_groups((LineGroup(title="", lines=lines),) if lines else ())

    def show_groups(self, groups: tuple[LineGroup, ...]) -> None:
        """Show these lines under their headings; the focus stays at its line where it is still there."""
        if groups == self._shown:
            return
        self._shown = groups
        focused = next((row.key for row in self._rows if row.hasFocus()), "")
        self._fill()
        self._stop_at(next((row for row in self._rows if row.key == focused), None))
        for row in self._rows:
            if row.key == focused:
                row.setFocus()
                break

    def show_all(self) -> None:
        """Show the lines that were left out as well, from now on; the focus goes to the first of them."""
        place, self._all_of = len(self._rows), None
        self._fill()
        first = self._rows[place]
        self._stop_at(first)
        first.show()  # a layout does so a moment later, and what is hidden takes no focus
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _fill(self) -> None:
        empty(self._layout)
        self._rows = []
        count = sum(len(group.lines) for group in self._shown)
        room = count if self._all_of is None else MOST_AT_FIRST
        for group in self._shown:
            lines = group.lines[: room - len(self._rows)]
            if group.title and lines:
                self._layout.addWidget(label(group.title, "label"))
            for item in lines:
                self._rows.append(self._row(item))
                self._layout.addWidget(self._rows[-1])
        if self._all_of is not None and count > room:
            self._layout.addWidget(button(self._all_of(count), self.show_all, "quiet"))
        self._layout.addStretch(1)

    def rows(self) -> tuple[LineRow, ...]:
        """The lines as they stand."""
        return tuple(self._rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        places = [place for place, row in enumerate(self._rows) if row.hasFocus()]
        if step is None or not places:
            super().keyPressEvent(event)
            return
        place = places[0] + step
        if 0 <= place < len(self._rows):
            self._stop_at(self._rows[place])
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, item: LineItem) -> LineRow:
        made = LineRow(item, with_lead=self._with_lead)
        made.clicked.connect(lambda _checked=False, key=item.key: self.chosen.emit(key))
        return made

    def _stop_at(self, row: LineRow | None) -> None:
        """Let Tab stop at one line only."""
        stop = row or (self._rows[0] if self._rows else None)
        for item in self._rows:
            here = item is stop
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)


def _seen(made: QLabel) -> QLabel:
    """Let the mouse through to the button below."""
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
