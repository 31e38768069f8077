"""What every editor promises, and the timing of saving while typing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.ui.widgets.parts import in_dutch

PAUSE_MS = 600


class Editor(QWidget):
    """Edits one answer. `given` tells the answer as typed, and whether the user was done with it.

    An editor emits only what the user did: filling it from a page never saves.
    """

    given = Signal(object, bool)

    def __init__(self, item: QuestionItem) -> None:
        super().__init__()
        in_dutch(self)
        self.item = item
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_timeout)
        self._touched = False

    def set_pause(self, milliseconds: int) -> None:
        """How long the user must stop typing before the answer is told."""
        self._pause.setInterval(milliseconds)

    def raw(self) -> RawAnswer:
        """The answer as it stands in the fields."""
        raise NotImplementedError

    def show_raw(self, raw: RawAnswer) -> None:
        """Fill the fields."""
        raise NotImplementedError

    def fields(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus, in order."""
        raise NotImplementedError

    def show_item(self, item: QuestionItem, *, anew: bool = False) -> None:
        """Bring the fields up to date; while the user is in them only where it is to be `anew`."""
        self.item = item
        self.setEnabled(not item.locked)
        if anew:
            self._touched = False
            self._pause.stop()
            self.show_raw(item.raw)
        if not self.has_focus() and not self._touched and self.raw() != item.raw:
            self.show_raw(item.raw)

    def has_focus(self) -> bool:
        """Whether the user is in one of the fields."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def flush(self) -> None:
        """Save now what was typed and not yet saved."""
        if self._touched:
            self.commit()

    def save_typed(self) -> None:
        """Tell what was typed so far; the user may go on typing."""
        if self._touched:
            self._on_pause_timeout()

    def touch(self) -> None:
        """Note that the user typed; saving follows after a pause."""
        self._touched = True
        self._pause.start()

    def commit(self) -> None:
        """Tell the answer: the user is done with it."""
        self._touched = False
        self._pause.stop()
        self._tell(final=True)

    def focus_first(self) -> None:
        """Put the focus in the editor."""
        fields = self.fields()
        if fields:
            fields[0].setFocus()

    def show_error(self, *, wrong: bool) -> None:
        """Mark the fields as wrong, or as right again."""

    def _on_pause_timeout(self) -> None:
        self._touched = False
        self._pause.stop()
        self._tell(final=False)

    def _tell(self, *, final: bool) -> None:
        self.given.emit(self.raw(), final)
