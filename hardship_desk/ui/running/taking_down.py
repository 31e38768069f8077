"""Takes down pages that are left and dialogs that are closed."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from PySide6.QtCore import SIGNAL, QObject, Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import delete, isValid

from hardship_desk.config.free_memory import give_back_memory
from hardship_desk.ui.running.background import work_runs
from hardship_desk.ui.running.idle_work import IdleWork

MOMENT_MS = 1000
GRACE_MS = 700
"""For the page that comes instead of one that is left, and the first steps on it."""
_IS_WAITED_FOR = Qt.WidgetAttribute.WA_StyleSheet
_DESTROYED = SIGNAL("destroyed(QObject*)")


class TakingDown(QObject):
    """Destroys cards and fields of a page that is left one by one in idle time, and then the rest.

    Thousands of widgets at once would hold the window. Who goes from one dossier to the next without a
    pause leaves little idle time: the more wait, the longer a turn, so that what waits cannot pile up.
    It begins once the page that came instead is there.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: deque[QWidget] = deque()
        self._idle = IdleWork(self)
        self._forgetting = Forgetting()

    def take(self, widget: QWidget) -> None:
        """Take down a hidden widget that nobody uses any more."""
        self._left.append(widget)
        QTimer.singleShot(GRACE_MS, self, self._begin)

    def _begin(self) -> None:
        if self._left:
            self._idle.start(self._pieces(), hurry=2 * len(self._left))

    def _pieces(self) -> Iterator[None]:
        while self._left:
            widget = self._left[0]
            for kind in _parts():
                for part in widget.findChildren(kind) if isValid(widget) else ():
                    if isValid(part):
                        destroy(part, self._forgetting)
                    yield
            self._left.popleft()
            if isValid(widget):
                destroy(widget, self._forgetting)
            yield
            give_back_memory()
            yield


class Forgetting:
    """Has the style sheet strike its notes about widgets that are about to be destroyed.

    Qt 6.12 notes per widget what its style sheet says of it, and strikes the notes when the widget is
    destroyed. Parts it dresses through the widget around them (the list that drops down from a choice,
    the line to type in inside it, the area inside a text box or table) get notes too, but nobody waits
    for their end: `QStyleSheetStyle::renderRule` and `hasStyleRule` make the note before they ask
    `initObject` whether the widget may be dressed, and only `initObject` waits for `destroyed`. That
    loses 1 to 2 KB for each such widget, scattered over memory: 70-95 KB a dossier.

    Qt offers no way to strike a note. But whoever it does wait for tells which object was destroyed:
    so a widget that it dresses says it, in the name of the others.
    """

    def __init__(self) -> None:
        self._messenger: QWidget | None = None

    def forget(self, parts: Iterable[QObject]) -> None:
        """Nothing is noted of these any more; without a style sheet nothing ever was."""
        lost = [
            part
            for part in parts
            if isinstance(part, QWidget) and not part.testAttribute(_IS_WAITED_FOR)
        ]
        if not lost:
            return
        destroyed = self._heard().destroyed[QObject]  # type: ignore[index]  # PySide6 says less than it does
        for part in lost:
            destroyed.emit(part)

    def _heard(self) -> QWidget:
        """A widget of which the style sheet that is used now waits for the end."""
        known = self._messenger
        if known is None or not known.receivers(_DESTROYED):
            self._messenger = known = QWidget()
            known.ensurePolished()
        return known


def destroy(widget: QWidget, forgetting: Forgetting) -> None:
    """Destroy a widget with all in it, and let go at once of what they held.

    A page and its parts know each other. Python would find such rings only much later, and then hold
    the window for as long as it takes to clear away dossiers full of them.
    """
    parts = (widget, *widget.findChildren(QObject))
    forgetting.forget(parts)
    delete(widget)
    for part in parts:
        vars(part).clear()


def throw_away(part: QWidget) -> None:
    """Hide a part at once and destroy it in a moment: it may be the one that asked for it."""
    part.hide()
    Forgetting().forget(part.findChildren(QWidget))
    part.deleteLater()


def open_once(dialog: QDialog) -> None:
    """Open a dialog that is destroyed once it was closed: what was filled in there is not kept either."""
    destroy_when_closed(dialog)
    dialog.open()


def destroy_when_closed(dialog: QDialog) -> None:
    """Destroy it a moment after it was closed, unless it is shown again."""
    dialog.finished.connect(lambda _result: _destroy_in_a_moment(dialog))


def _destroy_in_a_moment(dialog: QDialog) -> None:
    QTimer.singleShot(MOMENT_MS, dialog.parent() or dialog, lambda: _destroy_closed(dialog))


def _destroy_closed(dialog: QDialog) -> None:
    if not isValid(dialog) or dialog.isVisible():
        return
    # Work may have to tell the dialog what came of it, or have shown it in a dialog of its own.
    if work_runs() or any(other.isVisible() for other in dialog.findChildren(QDialog)):
        _destroy_in_a_moment(dialog)
    else:
        destroy(dialog, Forgetting())


def _parts() -> tuple[type[QWidget], ...]:
    """What pages consist of, the smallest first; loaded by the pages themselves before they are left."""
    from hardship_desk.ui.views.question_column import QuestionColumn
    from hardship_desk.ui.widgets.field import Field
    from hardship_desk.ui.widgets.finding_card import FindingCard
    from hardship_desk.ui.widgets.flag_card import FlagCard
    from hardship_desk.ui.widgets.kompas_sheet import KompasSheet
    from hardship_desk.ui.widgets.question_card import QuestionCard
    from hardship_desk.ui.widgets.read_parts import ReadPartCard
    from hardship_desk.ui.widgets.sheet import Sheet

    return (
        QuestionCard,
        FindingCard,
        FlagCard,
        ReadPartCard,
        Field,
        KompasSheet,
        QuestionColumn,
        Sheet,
    )
