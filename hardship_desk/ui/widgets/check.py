"""Check boxes and radio buttons with plain texts that wrap where there is little room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from hardship_desk.domain.overriding import override

BESIDE = 44
"""Room for the mark and the padding, at the smallest text."""


class CheckBox(QCheckBox):
    """A check box that Enter ticks as well as space."""

    def __init__(self, text: str) -> None:
        super().__init__(_plain(text))
        self._words = text
        self.setAccessibleName(text)
        self.setMinimumWidth(1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        _wrap(self, self._words)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setText(_plain(self._words))


class RadioButton(QRadioButton):
    """A radio button with a plain text; in a row of short ones it keeps one line."""

    def __init__(self, text: str, *, wraps: bool = True) -> None:
        super().__init__(_plain(text))
        self._words = text
        self._wraps = wraps
        if wraps:
            self.setMinimumWidth(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wraps:
            _wrap(self, self._words)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setText(_plain(self._words))


def _plain(text: str) -> str:
    """An ampersand is shown, not read as a mnemonic."""
    return text.replace("&", "&&")


def _wrap(box: QAbstractButton, words: str) -> None:
    """Break the text at words so that it fits the width."""
    metrics = box.fontMetrics()
    text = _plain(_broken(words, metrics, box.width() - BESIDE * metrics.height() // 18))
    if text != box.text():
        box.setText(text)


def _broken(words: str, metrics: QFontMetrics, width: int) -> str:
    lines: list[str] = []
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)
