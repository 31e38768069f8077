"""What the menu offers about the vault itself: who opens it, its copies, what is kept how long."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.running.taking_down import open_once


class Around(Protocol):
    """What the window does before a dialog about the vault is shown, and what it tells."""

    @property
    def lock_wanted(self) -> SignalInstance:
        """That the user wants the window locked."""
        ...

    @property
    def talk_wanted(self) -> SignalInstance:
        """That the user begins a conversation with the inwoner beside the screen."""
        ...

    def flush(self) -> None:
        """Save everything that was typed and not yet saved."""
        ...

    def show_list(self) -> None:
        """Leave the dossier and show the list as it stands."""
        ...


class VaultMenu(QObject):
    """Opens the dialogs about the vault; tells what only the program around the window can do."""

    vault_wanted = Signal()
    restore_wanted = Signal()
    practice_wanted = Signal()

    def __init__(self, window: QWidget, around: Around, desk: Desk, texts: WindowTexts) -> None:
        super().__init__(window)
        self._window = window
        self._around = around
        self._desk = desk
        self._texts = texts

    def entries(self) -> dict[str, Callable[[], object]]:
        """The entries by the key of their text; the practice store offers only the own vault."""
        if self._desk.is_practice:
            return {"kluis.menu": self.vault_wanted.emit}
        return {
            "kluis.oefenen": self.practice_wanted.emit,
            "slot.menu": self._around.lock_wanted.emit,
            "slot.gesprek_menu": self._around.talk_wanted.emit,
            "sleutels.menu": self.show_keys,
            "kopie.menu": self.show_backups,
            "privacy.menu": self.show_privacy,
        }

    def show_keys(self) -> None:
        """Show who can open the vault."""
        from hardship_desk.ui.dialogs.keys import KeysDialog

        if self._desk.keys is not None:
            open_once(KeysDialog(self._window, self._desk.keys, self._desk.user, self._texts))

    def show_backups(self) -> None:
        """Show the copies of the vault and the logs."""
        from hardship_desk.ui.dialogs.backups import BackupsDialog

        desk = self._desk
        if desk.upkeep is not None:
            self._around.flush()
            dialog = BackupsDialog(self._window, desk.upkeep, self._texts, desk.clock)
            dialog.restore_wanted.connect(self.restore_wanted)
            open_once(dialog)

    def show_privacy(self) -> None:
        """Show access, terms and lists; the list of dossiers is read again afterwards."""
        from hardship_desk.ui.dialogs.privacy import PrivacyDialog

        if self._desk.privacy is not None:
            self._around.show_list()
            dialog = PrivacyDialog(self._window, self._desk.privacy, self._desk.user, self._texts)
            dialog.finished.connect(lambda _result: self._around.show_list())
            open_once(dialog)
