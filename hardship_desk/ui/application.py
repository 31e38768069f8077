"""Starts the window on a desk that is already open."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import (
    QObject,
    QSettings,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from hardship_desk.config.paths import data_folder, resources_folder
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.ui.dress.language import Language, chosen_language, speak, window_texts
from hardship_desk.ui.dress.theme import STYLE, STYLED, Theme
from hardship_desk.ui.running.background import (
    AFTER_START_MS,
    Task,
    finish_running_work,
)
from hardship_desk.ui.running.collector import Collector
from hardship_desk.ui.running.lasting_none import make_none_last
from hardship_desk.ui.running.quick_start import leave_sources_alone

if TYPE_CHECKING:
    from hardship_desk.assessment.texts import Texts
    from hardship_desk.presenters.opening import DeskOpener
    from hardship_desk.presenters.shell import Message
    from hardship_desk.presenters.window_texts import WindowTexts
    from hardship_desk.services.desk import Desk
    from hardship_desk.ui.dress.look import Look
    from hardship_desk.ui.locking.locker import Locker
    from hardship_desk.ui.main_window import MainWindow

NAME = "Hardship Desk"
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
CANNOT_OPEN = 4


WANTED_SOON = (
    "hardship_desk.ui.views.case_list_view",
    "hardship_desk.ui.widgets.two_lines",
    "hardship_desk.ui.pages.of_case",
    "hardship_desk.documents.report",
    "hardship_desk.documents.letter",
    "hardship_desk.ui.views.reference_view",
    "hardship_desk.ui.views.rekenhulp_view",
    "hardship_desk.ui.spelling",
    "hardship_desk.ui.window_menu",
)


class FirstStart(Protocol):
    """Hears when the program is started a second time."""

    def listen(self, on_raise: Callable[[], object]) -> None:
        """Call `on_raise`, from another thread, for each further start."""
        ...


def run_program(
    desks: DeskOpener,
    texts: Texts,
    argv: list[str],
    *,
    own: bool = False,
    first: FirstStart | None = None,
) -> int:
    """Ask for the own vault where there is one, else show the practice store; the code at the end.

    Who does not open the vault comes in the practice store, unless `own` asks for the vault alone.
    4 where no store could be opened. A further start, heard by `first`, raises the window.
    """
    settings = QSettings(str(settings_file(data_folder())), QSettings.Format.IniFormat)
    language = chosen_language(settings)
    application = make_application(argv, language)
    program = Program(desks, window_texts(texts, language), application, settings)
    if first is not None:
        first.listen(program.raise_wanted.emit)
    try:
        if not program.begin(own=own):
            return CANNOT_OPEN
        QTimer.singleShot(AFTER_START_MS, program, _keep_log)
        return application.exec()
    finally:
        finish_running_work()
        desks.close()


class Program(QObject):
    """The window that is shown, and the change from one store to another."""

    raise_wanted = Signal()

    def __init__(
        self,
        desks: DeskOpener,
        texts: WindowTexts,
        application: QApplication,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__()
        self._desks = desks
        self._texts = texts
        self._application = application
        self._settings = settings
        self.window: MainWindow | None = None
        self.locker: Locker | None = None
        self.raise_wanted.connect(self.raise_window, Qt.ConnectionType.QueuedConnection)

    def raise_window(self) -> None:
        """Bring the window, or the dialog that stands before it, to the front."""
        shown = QApplication.activeModalWidget() or self.window
        if shown is not None:
            shown.setWindowState(shown.windowState() & ~Qt.WindowState.WindowMinimized)
            shown.show()
            shown.raise_()
            shown.activateWindow()

    def show_practice(self) -> bool:
        """Show the practice store; False where it cannot be opened, and that was told."""
        try:
            desk = self._desks.practice()
        except HardshipDeskError as error:
            from PySide6.QtWidgets import QMessageBox

            from hardship_desk.presenters.shell import message_of

            message = message_of(error, self._texts)
            title = self._texts.get("kluis.geen_oefening")
            QMessageBox.warning(None, title, f"{title}\n\n{message.text} {message.advice}")
            return False
        self.show_desk(desk)
        return True

    def begin(self, *, own: bool) -> bool:
        """Show the first store; False where there is none to show."""
        if own:
            return self.ask_vault()
        if self._desks.has_own_vault() and self.ask_vault(or_practise=True):
            return True
        return self.show_practice()

    def ask_vault(self, *, or_practise: bool = False) -> bool:
        """Ask for the own vault and show it; False where the user went back, or wants to practise."""
        from hardship_desk.ui.dialogs.vault import VaultDialog

        dialog = VaultDialog(self.window, self._texts, self._desks, or_practise=or_practise)
        if self.window is None:
            look = _new_look(self._application, self._settings)
            look.setParent(dialog)  # the window that follows has its own
            dialog.finished.connect(look.deleteLater)
            look.apply()
        dialog.opened.connect(lambda desk: self._show_opened(desk, dialog.code))
        # While the passphrase is typed there is time to read what the window then asks for.
        meanwhile = Task(self, self._desks.read, _ignore, _ignore)
        QTimer.singleShot(AFTER_START_MS, dialog, lambda: meanwhile.start())  # noqa: PLW0108
        return dialog.exec() == VaultDialog.DialogCode.Accepted

    def ask_restore(self) -> None:
        """Ask which copy to put back; then the vault is asked for, or the practice store shown."""
        from hardship_desk.ui.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(self.window, self._texts, self._desks)
        if dialog.exec() == RestoreDialog.DialogCode.Accepted and not self.ask_vault():
            self.show_practice()

    def leave_vault(self) -> None:
        """Close the vault and show the practice store; not while something could not be saved."""
        earlier = self.window
        if earlier is None:
            return
        earlier.flush()
        held_back = earlier.pages is not None and earlier.pages.holds_back()
        if not held_back and self.show_practice():
            earlier.destroyed.connect(lambda _window=None: self._desks.close(only_own=True))

    def _show_opened(self, desk: Desk, code: str) -> None:
        """Show the vault; of a new one the recovery code, and after another way in the keys."""
        self.show_desk(desk)
        if code:
            from hardship_desk.ui.dialogs.recovery_code import RecoveryCodeDialog
            from hardship_desk.ui.running.taking_down import open_once

            open_once(RecoveryCodeDialog(self.window, self._texts, code))
        elif desk.keys is not None and desk.user not in desk.keys.users() and self.window:
            self.window.vault_menu.show_keys()

    def show_desk(self, desk: Desk) -> None:
        """Show a window on this desk in the place of the earlier one."""
        from hardship_desk.ui.locking.interruptions import Interruptions

        earlier = self.window
        self.window = make_window(desk, self._application, self._settings, self._texts)
        self.window.vault_menu.vault_wanted.connect(self.ask_vault)
        self.window.vault_menu.restore_wanted.connect(self.ask_restore)
        self.window.vault_menu.practice_wanted.connect(self.leave_vault)
        self.window.start.when_read(partial(self._keep_whole, desk, self.window))
        self._guard(desk, self.window)
        told = self.window.findChild(Interruptions, options=_DIRECT)
        if told is not None and self.locker is not None:
            told.sleeping.connect(self.locker.lock_for_sleep)
            told.slept.connect(self.locker.lock_for_sleep)
        self.window.show()
        self._load_later(desk, self.window)
        self.window.start.when_read(self.window.commands.tell_what_was_read)
        if earlier is None:
            self._tell_mistakes()
            self.window.start.when_read(partial(show_emblem, self._application))
            self.window.start.when_read(self._keep_what_was_read)
        if earlier is not None:
            earlier.close()
            earlier.deleteLater()

    def _tell_mistakes(self) -> None:
        """Let a mistake of ours be written down as before, and tell it in the window that is shown then."""
        earlier = sys.excepthook

        def tell(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            earlier(kind, error, trace)
            if self.window is not None and isValid(self.window):
                self.window.show_message(_mistake(self._texts))

        sys.excepthook = tell

    def _keep_what_was_read(self) -> None:
        """At the first window only: later there may be something of an earlier one that is to go."""
        Collector.of(self._application).keep()

    def _keep_whole(self, desk: Desk, window: MainWindow) -> None:
        """Warn, check and copy while the window is open; a practice store is not looked after."""
        if desk.upkeep is None:
            return
        from hardship_desk.ui.running.upkeep_work import UpkeepWork

        work = UpkeepWork(desk.upkeep, self._texts, window)
        work.told.connect(window.show_message)
        window.closed.connect(work.stop)
        work.start()

    def _watch_spelling(self, desk: Desk, window: MainWindow) -> None:
        """Mark misspelled words; what is known of them goes with the window."""
        from hardship_desk.ui.spelling import SpellingWatch

        watch = SpellingWatch(window, desk.spelling, self._texts, window.look)
        watch.told.connect(window.show_message)
        window.closed.connect(desk.spelling.end)
        if self.locker is not None and desk.keys is not None:
            self.locker.locked.connect(desk.spelling.end)

    def _load_later(self, desk: Desk, window: MainWindow) -> None:
        """Load what the first dossier takes once the window stands, before it is opened."""

        def load_all() -> None:
            from hardship_desk.assessment.plugins.own_code import PluginFailedError

            for name in WANTED_SOON:
                import_module(name)
            with suppress(PluginFailedError):  # the rules tell it themselves when they are asked
                desk.plugins.load_national()

        load = Task(window, load_all, lambda _done: self._watch_spelling(desk, window), _ignore)
        # A timer does not keep the object of a method.
        begin = partial(QTimer.singleShot, AFTER_START_MS, self, lambda: load.start())  # noqa: PLW0108
        window.start.when_read(begin)

    def _guard(self, desk: Desk, window: MainWindow) -> None:
        """Lock a window on real dossiers, and keep what is copied there off the clipboard."""
        self.locker = None
        if desk.keys is None:
            return
        from hardship_desk.ui.clipboard_guard import ClipboardGuard
        from hardship_desk.ui.locking.desktop import DesktopLock
        from hardship_desk.ui.locking.locker import Locker, LockTools

        tools = LockTools(
            keys=desk.keys,
            user=desk.user,
            texts=self._texts,
            minutes=desk.policy.lock_minutes,
            clock=desk.clock,
        )
        self.locker = Locker(window, tools)
        DesktopLock(window).left.connect(self.locker.lock_for_sleep)
        clipboard = ClipboardGuard(window, self._texts, window.frame.clipboard_note)
        self.locker.locked.connect(clipboard.clear)
        window.closed.connect(clipboard.clear)
        self._application.aboutToQuit.connect(clipboard.clear)


def make_application(argv: list[str], language: Language = Language.DUTCH) -> QApplication:
    """The one application of this process, in the language of the window."""
    make_none_last()
    leave_sources_alone()
    known = QApplication.instance()
    application = known if isinstance(known, QApplication) else _styled_application(argv)
    application.setApplicationName(NAME)
    Collector.of(application)
    speak(application, language)
    return application


def _styled_application(argv: list[str]) -> QApplication:
    """Named at once the style costs nothing; `setStyle` gives it back, with hundreds of names to load."""
    application = QApplication([*argv, "-style", STYLE])
    application.setProperty(STYLED, STYLE)
    return application


def _new_look(application: QApplication, settings: QSettings | None) -> Look:
    from hardship_desk.ui.dress.look import Look

    return Look(application, Theme(application, resources_folder()), settings)


def make_window(
    desk: Desk,
    application: QApplication,
    settings: QSettings | None = None,
    texts: WindowTexts | None = None,
) -> MainWindow:
    """The window on this desk, dressed; in Dutch where no other texts are given."""
    from hardship_desk.ui.autosave import Autosave
    from hardship_desk.ui.locking.interruptions import Interruptions
    from hardship_desk.ui.main_window import MainWindow

    look = _new_look(application, settings)
    look.prepare()
    window = MainWindow(desk, look, texts)
    look.setParent(window)  # that of an earlier window would dress this one too
    look.apply()
    Autosave(window, Interruptions(application, desk.clock, window))
    return window


def show_emblem(application: QApplication) -> None:
    """Give every window the mark of the program, once the first one stands: drawing it takes time."""
    mark = resources_folder() / "icons" / "hardship_desk.svg"
    application.setWindowIcon(QIcon(str(mark)))


def settings_file(folder: Path) -> Path:
    """Where the choices about the look are kept; nothing about dossiers stands there."""
    return folder / "venster.ini"


def _mistake(texts: WindowTexts) -> Message:
    """What to do where something went wrong that nobody expected."""
    from hardship_desk.presenters.shell import Message, MessageKind, advice_of

    return Message(
        kind=MessageKind.ERROR,
        text=texts.get("fout.onverwacht.tekst"),
        advice=advice_of("onverwacht", texts.get("fout.onverwacht.advies"), texts),
        code="onverwacht",
    )


def _keep_log() -> None:
    """From now on codes of what goes wrong are written down, without a word of a dossier."""
    from hardship_desk.config.log import start_log
    from hardship_desk.config.paths import log_path

    start_log(log_path())


def _ignore(_result: object) -> None:
    """Loading is done; nothing is shown of it."""
