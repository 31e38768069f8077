"""A field for a passphrase: what is typed shows as dots, until the user asks to see it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QLineEdit

from hardship_desk.ui.widgets.check import CheckBox
from hardship_desk.ui.widgets.field import Field, line_field


def secret_field(caption: str) -> Field:
    """A field of one line that shows dots."""
    field = line_field(caption)
    _set_mode((field,), shown=False)
    return field


def show_box(caption: str, fields: Iterable[Field]) -> QCheckBox:
    """The box that shows what is typed in these fields."""
    kept = tuple(fields)
    box = CheckBox(caption)
    box.toggled.connect(lambda shown: _set_mode(kept, shown=shown))
    return box


def _set_mode(fields: tuple[Field, ...], *, shown: bool) -> None:
    mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
    for field in fields:
        if isinstance(field.widget, QLineEdit):
            field.widget.setEchoMode(mode)
