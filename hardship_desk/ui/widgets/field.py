"""A field of a form: its label above it, what is wrong below it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from hardship_desk.presenters.choice import Choice
from hardship_desk.ui.widgets.combo import ComboBox
from hardship_desk.ui.widgets.parts import label, restyle
from hardship_desk.ui.widgets.text_area import TextArea

Input = QLineEdit | QComboBox | TextArea


class Field(QWidget):
    """One labelled input. `text` and `show_text` speak of what is typed or the stored choice."""

    def __init__(self, caption: str, widget: Input, hint: str = "") -> None:
        super().__init__()
        self.widget = widget
        self._caption = label(caption, "label")
        self._caption.setBuddy(widget)
        widget.setAccessibleName(caption.removesuffix(" *"))
        if hint and not isinstance(widget, QComboBox):
            widget.setPlaceholderText(hint)
        self._error = label("", "error")
        self._error.hide()
        self._clear_error_on_change()
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._caption)
        fills = isinstance(widget, TextArea) and widget.fills
        layout.addWidget(widget, 1 if fills else 0)
        layout.addWidget(self._error)
        layout.addStretch(0 if fills else 1)

    def add_below(self, part: QWidget) -> None:
        """Show something between the input and what is wrong with it."""
        self._layout.insertWidget(2, part)

    def text(self) -> str:
        """What is typed, or the stored value of the choice."""
        match self.widget:
            case QComboBox():
                return str(self.widget.currentData() or "")
            case TextArea():
                return self.widget.toPlainText()
            case _:
                return self.widget.text()

    def show_text(self, text: str) -> None:
        """Fill the field, but never while the user is changing it."""
        if self._is_in_use() or self.text() == text:
            return
        match self.widget:
            case QComboBox():
                self.widget.setCurrentIndex(max(self.widget.findData(text), 0))
            case TextArea():
                self.widget.setPlainText(text)
            case _:
                self.widget.setText(text)
                self.widget.setCursorPosition(0)

    def _is_in_use(self) -> bool:
        """Whether the user typed here and is not done; a field that only has the focus is not."""
        if isinstance(self.widget, QLineEdit):
            return self.widget.hasFocus() and self.widget.isModified()
        return self.widget.hasFocus()

    def clear(self) -> None:
        """Make the field empty, also while the user is in it."""
        match self.widget:
            case QComboBox():
                self.widget.setCurrentIndex(0)
            case TextArea():
                self.widget.setPlainText("")
            case _:
                self.widget.setText("")

    def fix(self, text: str, caption: str) -> None:
        """Show what the program knows itself; it is not typed."""
        self._caption.setText(caption)
        self.widget.setAccessibleName(caption)
        if isinstance(self.widget, QLineEdit):
            self.widget.setText(text)
            self.widget.setReadOnly(True)

    def show_error(self, text: str) -> None:
        """Show what is wrong; an empty text takes it away."""
        self._error.setText(f"⚠ {text}" if text else "")
        self._error.setVisible(bool(text))
        self.widget.setAccessibleDescription(text)
        restyle(self.widget, "state", "error" if text else "")

    @property
    def is_wrong(self) -> bool:
        """Whether something is said to be wrong with it."""
        return bool(self._error.text())

    def _clear_error_on_change(self) -> None:
        """What was said about the old text does not hold for the new one."""
        match self.widget:
            case QComboBox():
                self.widget.activated.connect(self._on_widget_changed)
            case TextArea():
                self.widget.textChanged.connect(self._on_widget_changed)
            case _:
                self.widget.textEdited.connect(self._on_widget_changed)

    def _on_widget_changed(self) -> None:
        if self._error.text():
            self.show_error("")

    def show_choices(self, empty: str, choices: tuple[Choice, ...]) -> None:
        """Fill a list with its choices once; the first entry chooses nothing."""
        box = self.widget
        if isinstance(box, QComboBox) and box.count() == 0:
            box.addItem(empty, "")
            for choice in choices:
                box.addItem(choice.text, choice.id)


def line_field(caption: str, hint: str = "", letters: int = 0) -> Field:
    """A field of one line; `letters` keeps it narrow."""
    line = QLineEdit()
    field = Field(caption, line, hint)
    if letters:
        line.setMinimumWidth(line.fontMetrics().averageCharWidth() * letters + 24)
    return field


def choice_field(caption: str) -> Field:
    """A field with a list to choose from."""
    return Field(caption, ComboBox(letters=10))


def area_field(caption: str, hint: str = "", least: int = 2) -> Field:
    """A field of several lines."""
    return Field(caption, TextArea(least=least), hint)
