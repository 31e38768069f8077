"""Locks the window after a while, before sleep and on request; shows only the notes in a talk."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.overriding import override
from hardship_desk.domain.users import VaultUser
from hardship_desk.presenters.locking import IdleWatch, LockStep, PinGuard
from hardship_desk.presenters.shell import Message, MessageKind, Page, message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.ports.keys import VaultKeys
from hardship_desk.ui.dialogs.pin import PinDialog
from hardship_desk.ui.locking.cover import LockCover
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.running.taking_down import open_once
from hardship_desk.ui.running.task_runner import TaskRunner

TICK_MS = 500
SLEPT_SECONDS = 30
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_RESIZE = QEvent.Type.Resize


@dataclass(frozen=True, slots=True, kw_only=True)
class LockTools:
    """Whose passphrase opens the window, and after how many minutes it locks."""

    keys: VaultKeys
    user: VaultUser
    texts: WindowTexts
    minutes: int
    clock: Clock


class Locker(QObject):
    """Belongs to one window on a real vault. The vault stays open; what it holds is out of sight."""

    locked = Signal()
    unlocked = Signal()

    def __init__(
        self, window: MainWindow, tools: LockTools, lasting: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tools = tools
        self._texts = tools.texts
        self._lasting = lasting
        self.watch = IdleWatch(tools.minutes, lasting())
        self._seen = (tools.clock.now(), lasting())
        self.pin = PinGuard()
        self.cover = LockCover(window, self._texts)
        self._run = TaskRunner(self, lambda _busy: None)
        self._focus: QWidget | None = None
        self._put_away: list[tuple[QWidget, bool]] = []
        self._title = ""
        self.cover.pin_given.connect(self._on_cover_pin_given)
        self.cover.passphrase_given.connect(self._on_cover_passphrase_given)
        window.frame.talk_bar.longer_wanted.connect(self._on_touch)
        window.frame.talk_bar.end_wanted.connect(self.end_talk)
        window.lock_wanted.connect(self.lock)
        window.talk_wanted.connect(self.begin_talk)
        window.installEventFilter(self)
        # Signs of life are listened for from the first look on: until then the window was just opened.
        timer = QTimer(self)
        timer.setInterval(TICK_MS)
        timer.timeout.connect(self.look)
        timer.start()

    @property
    def is_locked(self) -> bool:
        """Whether the window is covered."""
        return self.cover.isVisible()

    def look(self) -> None:
        """Warn or lock where it is time; at once where the machine slept since the last look."""
        self._listen()
        if self._slept():
            self.lock_for_sleep()
        if self.is_locked:
            return
        moment = self.watch.look(self._lasting())
        if moment.step is LockStep.LOCK:
            self.lock()
            return
        soon = moment.left if moment.step is LockStep.WARN else None
        self._window.frame.talk_bar.show_state(talking=self.watch.talking, seconds=soon)

    def lock(self) -> None:
        """Save what was typed, then cover the window and put every dialog out of sight."""
        if self.is_locked:
            return
        self._focus = QApplication.focusWidget()
        self._window.flush()
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._put_away = [
            (other, other.isModal())
            for other in QApplication.topLevelWidgets()
            if other is not self._window and other.isVisible()
        ]
        for other, _ in self._put_away:
            other.hide()
        self._hide_title()
        self._enable_keys(on=False)
        self._window.frame.cover()
        self.cover.ask(by_pin=self.pin.usable)
        self.locked.emit()

    def lock_for_sleep(self) -> None:
        """Lock so that only the passphrase opens it."""
        self.pin.forget()
        self._seen = (self._tools.clock.now(), self._lasting())
        if self.is_locked:
            self.cover.ask(by_pin=False)
        else:
            self.lock()

    def begin_talk(self) -> None:
        """Ask a PIN, then show only the notes of the open dossier."""
        if self._window.pages is None:
            text = self._texts.get("slot.eerst_dossier")
            self._window.show_message(Message(kind=MessageKind.WARNING, text=text))
            return
        dialog = PinDialog(self._window, self._texts)
        dialog.chosen.connect(self.start_talk)
        open_once(dialog)

    def start_talk(self, pin: str) -> None:
        """Show only the notes: the inwoner sees the screen."""
        self.pin.set(pin)
        self._window.show_page_of_case(Page.KLADBLOK)
        self._window.frame.show_only_page(on=True)
        self._hide_title()
        self._enable_keys(on=False)
        self.watch.talk(self._lasting(), on=True)
        self.look()

    def end_talk(self) -> None:
        """Lock; the PIN or passphrase that is given then ends the conversation as well."""
        self.watch.talk(self._lasting(), on=False)
        self.lock()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()  # of every event of the program: asked once
        if kind in _SIGNS_OF_LIFE:
            if not self.is_locked:
                self.watch.touch(self._lasting())
                QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # there is one
        elif kind is _RESIZE and watched is self._window and self.is_locked:
            self.cover.setGeometry(self._window.rect())
        return False

    def _listen(self) -> None:
        """Hear the next sign of life: one between two looks is enough, and hearing all takes time."""
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one

    def _on_touch(self) -> None:
        self.watch.touch(self._lasting())
        self.look()

    def _on_cover_pin_given(self, pin: str) -> None:
        if self.pin.opens(pin):
            self._unlock()
        else:
            key = "slot.pin_fout" if self.pin.usable else "slot.pin_op"
            self.cover.refuse(self._texts.get(key), by_pin=self.pin.usable)

    def _on_cover_passphrase_given(self, passphrase: str) -> None:
        def refused(error: HardshipDeskError) -> None:
            message = message_of(error, self._texts)
            self.cover.refuse(f"{message.text} {message.advice}", by_pin=False)

        self._run(
            lambda: self._tools.keys.verify(self._tools.user.id, passphrase),
            lambda _none: self._unlock(),
            refused,
        )

    def _unlock(self) -> None:
        self.watch.touch(self._lasting())
        self.cover.accept()
        self._window.frame.uncover(only_page=self.watch.talking)
        if not self.watch.talking:
            self.pin.forget()
            self._enable_keys(on=True)
            self._window.setWindowTitle(self._title or self._window.windowTitle())
            self._title = ""
        self._put_back()
        if self._focus is not None and isValid(self._focus):
            self._focus.window().activateWindow()
            self._focus.setFocus()
        self.look()
        self.unlocked.emit()

    def _put_back(self) -> None:
        for other, was_modal in self._put_away:
            if not isValid(other):
                continue
            # A dialog that is hidden forgets that the window has to wait for it.
            if was_modal and isinstance(other, QDialog):
                other.open()
            else:
                other.show()
            other.activateWindow()
        self._put_away = []

    def _slept(self) -> bool:
        """Lasting time stands still in sleep, and the clock does not; it may also be set back."""
        (wall, lasted), (before, lasted_before) = (
            (self._tools.clock.now(), self._lasting()),
            self._seen,
        )
        self._seen = (wall, lasted)
        passed = (wall - before).total_seconds()
        return passed - (lasted - lasted_before) > SLEPT_SECONDS

    def _hide_title(self) -> None:
        """The title names the zaaknummer, also in the list of windows."""
        name = self._texts.get("algemeen.naam")
        if self._window.windowTitle() != name:
            self._title = self._window.windowTitle()
        self._window.setWindowTitle(name)

    def _enable_keys(self, *, on: bool) -> None:
        for key in self._window.findChildren(QShortcut):
            key.setEnabled(on)
