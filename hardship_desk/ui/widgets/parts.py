"""Small parts that every page is built from: labels by role, cards, buttons, rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from hardship_desk.ui.widgets.wrapped_label import WrappedLabel

_DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
_LINE = 17
"""How high a line is where a width of so many pixels is meant."""
_MOST_OF_IT = 1000


def label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """A label in the look of its role: title, heading, label, muted, small, error, chip."""
    made = WrappedLabel(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    if role:
        made.setProperty("role", role)
    return made


def in_dutch(*parts: QWidget) -> None:
    """Mark what is Dutch in either language of the window, for who has it read aloud."""
    for part in parts:
        part.setLocale(_DUTCH)


def dutch_label(text: str, role: str = "") -> QLabel:
    """A label with words of law or of a dossier, which are Dutch in either language."""
    made = label(text, role)
    in_dutch(made)
    return made


def label_for(field: QWidget, text: str, mnemonic: str = "") -> QLabel:
    """A bold label that belongs to a field, for the eye and for a screen reader."""
    made = label(text, "label")
    if mnemonic:
        made.setTextFormat(Qt.TextFormat.AutoText)
        made.setText(mnemonic)
    made.setBuddy(field)
    field.setAccessibleName(text)
    return made


def button(text: str, on_click: Callable[[], object], kind: str = "") -> QPushButton:
    """A button; kind is "", "primary" or "quiet". Enter presses it as well as space."""
    made = QPushButton(text)
    if kind:
        made.setProperty("kind", kind)
    made.setAutoDefault(True)
    made.setAccessibleName(text.replace("&", ""))
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def card(name: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A framed block with its layout; `name` chooses the look."""
    frame = QFrame()
    frame.setObjectName(name)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.setSpacing(8)
    return frame, layout


def rule() -> QFrame:
    """A thin line across."""
    line = QFrame()
    line.setObjectName("rule")
    return line


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and dress the widget again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    _dress_again(widget)


def show_part(part: QWidget, *, visible: bool) -> None:
    """Show or hide a part of a card.

    One that was never hidden comes with its card: to show it before costs as much as making it.
    """
    if not visible or part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
        part.setVisible(visible)


def rename(widget: QWidget, name: str) -> None:
    """Give a widget the look of another name, and dress it again."""
    if widget.objectName() == name:
        return
    widget.setObjectName(name)
    _dress_again(widget)


def _dress_again(widget: QWidget) -> None:
    """By the style sheet; one that was never dressed is so when it is first shown."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    for item in taken_out(layout):
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)


def taken_out(layout: QLayout) -> Iterator[QLayoutItem]:
    """What a layout holds, one by one, each out of it and gone after its turn: the widget in it stays.

    PySide6 6.12.0 leaves who takes an item out nothing to let go of: `takeAt` says that it is still the
    layout's. It would stay, a hundred bytes with each row of facts that is shown again.
    """
    while (item := layout.takeAt(0)) is not None:
        yield item
        delete(item)


def spread(layout: QBoxLayout, *widgets: QWidget) -> None:
    """Put widgets in a row or column, and the free room after them."""
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)


def no_wider(part: QWidget, width: int) -> QHBoxLayout:
    """A row with a part that gets no wider than this, however wide the page is.

    It stands in a row, for in a column Qt asks for the height that it needs at the width of the page:
    lines of text would fall off where the part is narrower.
    """
    part.setMaximumWidth(width * max(part.fontMetrics().height(), 1) // _LINE)
    row = QHBoxLayout()
    row.addWidget(part, _MOST_OF_IT)
    row.addStretch(1)
    return row


def action_row(*presses: QWidget) -> QHBoxLayout:
    """The buttons of a card, the main one first, in line with the fields above them."""
    row = QHBoxLayout()
    spread(row, *presses)
    return row
