"""What is typed in a form that waits for its button, told while it is typed and put back later."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hardship_desk.ui.widgets.field import Field
from hardship_desk.ui.widgets.parts import label


class DraftForm(QObject):
    """Belongs to one form; `stored` are the texts that stand there when nothing was typed."""

    told = Signal()

    def __init__(
        self,
        parent: QWidget,
        place: str,
        fields: Mapping[str, Field],
        stored: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        super().__init__(parent)
        self.place = place
        self.note = label("", "small")
        self.note.hide()
        self._fields = fields
        self._stored = stored

    def typed(self) -> dict[str, str]:
        """What was typed and not sent."""
        stored = self._stored()
        texts = {name: field.text() for name, field in self._fields.items()}
        return {name: text for name, text in texts.items() if text != stored.get(name, "")}

    def tell(self) -> None:
        """Tell that the form was sent or is left: what stands in it is to be kept now."""
        self.told.emit()

    def restore(self, typed: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        for name, text in typed.items():
            if name in self._fields:
                self._fields[name].show_text(text)

    def show_note(self, text: str) -> None:
        """Show how it stands with what was typed."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
