"""Does slow work beside the window, which stays awake meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.overriding import override

T = TypeVar("T")


AFTER_START_MS = 100
"""What can wait begins so long after the window was shown, so that it is painted first."""
MOST_PATIENCE = 10_000
"""How long the end of the program waits for work that runs, in milliseconds."""


def finish_running_work() -> None:
    """Wait until work beside the window is done: it may still use a store or the window."""
    QThreadPool.globalInstance().waitForDone(MOST_PATIENCE)


def work_runs() -> bool:
    """Whether work beside the window still has to tell what came of it."""
    return not all(task.is_over for task in _begun)


def while_there(widget: QObject, tell: Callable[[T], object]) -> Callable[[T], object]:
    """The same call, except that nothing happens once the widget it is told to is gone."""

    def told(result: T) -> None:
        if shiboken6.isValid(widget):
            tell(result)

    return told


class Steps(QObject):
    """Brings from work beside the window how far it is; to nobody once the owner is gone.

    It belongs to the work that tells it: a signal of a window that goes meanwhile would end that work.
    """

    _taken = Signal(object)

    def __init__(self, owner: QObject, show: Callable[[T], object]) -> None:
        super().__init__()
        self._taken.connect(while_there(owner, show))

    def tell(self, step: object) -> None:
        """Say how far it is, from any thread."""
        self._taken.emit(step)


class _Signals(QObject):
    done = Signal(object)
    failed = Signal(object)
    broke = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told = False

    def note(self) -> None:
        """Note that the window heard what came of the work."""
        self.told = True


class Task(QRunnable, Generic[T]):
    """One piece of work for an owner; tells in the thread of the window what came of it.

    Who waits for it goes with a window, page or dialog: that is the owner. Work that runs is always brought
    to its end, but once the owner is gone nothing is told any more, except a failure to the log. So whatever
    must last is part of the work, never of what is told; and the work asks nothing of its owner, of which
    `destroy` leaves nothing.

    A task that was begun is kept until its thread let go of it and it told what came of it: the thread of
    the window is the one to clear it away. (`setAutoDelete(False)` would lose it, with all it refers to:
    PySide6 6.12.0 gives it to the pool, and only what the pool destroys comes back.)
    """

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        super().__init__()
        self._owner, self._work = owner, work
        self._signals = _Signals()
        self._signals.done.connect(while_there(owner, on_done))
        self._signals.failed.connect(_told_or_noted(owner, on_failed))
        self._signals.broke.connect(_raise)
        for ended in (self._signals.done, self._signals.failed, self._signals.broke):
            ended.connect(self._signals.note)

    @property
    def is_over(self) -> bool:
        """Whether no thread uses it any more, and the window heard what came of it."""
        return self._signals.told and not shiboken6.isValid(self)

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin, and return at once; in a pool of its own what may wait long for another process."""
        _begun[:] = [*(task for task in _begun if not task.is_over), self]
        (pool or QThreadPool.globalInstance()).start(self)

    def when_broken(self, do: Callable[[Exception], object]) -> None:
        """Do this as well where a mistake of ours ends the work, which is told like any other."""
        self._signals.broke.connect(while_there(self._owner, do))

    @override
    def run(self) -> None:
        try:
            result = self._work()
        except HardshipDeskError as error:
            self._signals.failed.emit(error)
        except Exception as error:  # noqa: BLE001 - on its way to the excepthook, which shows it
            self._signals.broke.emit(error)
        else:
            self._signals.done.emit(result)


_begun = list[Task[Any]]()


def _told_or_noted(
    owner: QObject, tell: Callable[[HardshipDeskError], object]
) -> Callable[[HardshipDeskError], object]:
    """The same call; where nobody is left to see it, its code goes to the log."""

    def told(error: HardshipDeskError) -> None:
        if shiboken6.isValid(owner):
            tell(error)
            return
        from hardship_desk.config.log import write_down

        write_down(error.code)

    return told


def _raise(error: Exception) -> None:
    """Let a mistake of ours come out in the thread of the window, where it may be shown."""
    raise error
