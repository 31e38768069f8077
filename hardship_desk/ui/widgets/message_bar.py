"""The bar under the top of the window that says what went wrong, or what was done."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hardship_desk.presenters.shell import Message, MessageKind
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, label, restyle
from hardship_desk.ui.widgets.strip import Strip

_LOOKS = {
    MessageKind.DONE: ("done", "✓"),
    MessageKind.WARNING: ("flag-W", "⚠"),
    MessageKind.ERROR: ("flag-B", "⚠"),
}


class MessageBar(Strip):
    """Shows one message until it is closed or replaced; a screen reader is told as well.

    What went wrong can be copied with its code, for who is asked to help.
    """

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self._texts = texts
        self._message: Message | None = None
        self._text = label("", "label")
        self._advice = label("")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = button(texts.get("melding.kopieren"), self._on_copy_clicked, "quiet")
        self._copy.setAccessibleName(texts.get("melding.kopieren_lang"))
        self._close = button(texts.get("melding.sluiten"), self.hide, "quiet")
        for made in (self._copy, self._close):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where one works
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 8, 12, 8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._advice)
        layout.addLayout(words, 1)
        layout.setSpacing(14)
        layout.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a message."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        name, sign = _LOOKS[message.kind]
        self.setObjectName(name)
        restyle(self, "kind", message.kind.value)
        self._message = message
        self._copy.setVisible(bool(message.code))
        said = (self._texts.get("melding.kopieren_lang"), self._code_of(message))
        self._copy.setToolTip("\n".join(said))
        self._text.setText(f"{sign}  {message.text}")
        self._advice.setText(message.advice)
        self._advice.setVisible(bool(message.advice))
        self.setAccessibleName(f"{message.text} {message.advice}".strip())
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def hide_what_is_done(self) -> None:
        """Say no longer what was done: the user goes on. What went wrong stays."""
        if self._message is not None and self._message.kind is MessageKind.DONE:
            self.hide()

    def _on_copy_clicked(self) -> None:
        from PySide6.QtGui import QGuiApplication

        said = self._message
        if said is not None:
            parts = (said.text, said.advice, self._code_of(said))
            QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))

    def _code_of(self, message: Message) -> str:
        return self._texts.get("melding.code", code=message.code) if message.code else ""

    @property
    def text(self) -> str:
        """What the bar says, or empty while it is closed."""
        return self._text.text() if self.isVisible() else ""
