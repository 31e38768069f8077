"""The dialogs of the gallery that need a vault of their own."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QWidget

from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.users import Role
from hardship_desk.presenters.opening import DeskOpener
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.dialogs.backups import BackupsDialog
from hardship_desk.ui.dialogs.keys import KeysDialog
from hardship_desk.ui.dialogs.other_way import OtherWayDialog
from hardship_desk.ui.dialogs.pin import PinDialog
from hardship_desk.ui.dialogs.privacy import PrivacyDialog
from hardship_desk.ui.dialogs.recovery_code import RecoveryCodeDialog
from hardship_desk.ui.dialogs.restore import RestoreDialog
from hardship_desk.ui.dialogs.vault import VaultDialog
from hardship_desk.ui.locking.cover import LockCover

_EXAMPLE_WORDS = "een wachtzin voor de plaatjes"


class VaultScenes:
    """Every dialog about keys, on a vault that is made for it; `again` as the text is now."""

    def __init__(self, parent: QWidget, texts: WindowTexts, desks: DeskOpener) -> None:
        self._parent, self._texts, self._desks = parent, texts, desks
        self._making = VaultDialog(parent, texts, desks)
        self._desk = desks.create_own(_EXAMPLE_WORDS, "A. Voorbeeld")
        if self._desk.keys is not None:
            self._desk.keys.add_user("B. Voorbeeld", (Role.TWEEDE_LEZER,), _EXAMPLE_WORDS)
        if self._desk.upkeep is not None:
            self._desk.upkeep.back_up()

    def again(self) -> Iterator[tuple[str, QDialog]]:
        """The dialogs, made anew."""
        parent, texts, desks, desk = self._parent, self._texts, self._desks, self._desk
        yield "10-kluis-maken", self._making
        if desk.keys is not None:
            code = desk.keys.new_recovery_code()
            yield "11-herstelcode", RecoveryCodeDialog(parent, texts, code)
            yield "12-sleutels", KeysDialog(parent, desk.keys, desk.user, texts)
        if desk.privacy is not None:
            yield "15-privacy", PrivacyDialog(parent, desk.privacy, desk.user, texts)
        yield "16-gesprek", PinDialog(parent, texts)
        yield "17-vergrendeld", _locked(parent, texts)
        yield "17-vergrendeld-fout", _locked(parent, texts, VaultError("wachtwoord_onjuist"))
        yield "13-kluis-openen", VaultDialog(parent, texts, desks)
        yield "13-kluis-stuk", _damaged(parent, texts, desks)
        yield "14-anders-openen", OtherWayDialog(parent, texts, desks)
        if desk.upkeep is not None:
            yield "15-kopieen", BackupsDialog(parent, desk.upkeep, texts, desk.clock)
            yield "16-terugzetten", RestoreDialog(parent, texts, desks)


def _locked(parent: QWidget, texts: WindowTexts, error: VaultError | None = None) -> QDialog:
    """The cover of a locked window, in a frame of its own; also with what is wrong."""
    frame = QDialog(parent)
    frame.resize(1280, 720)
    cover = LockCover(frame, texts)
    cover.ask(by_pin=False)
    if error is not None:
        message = message_of(error, texts)
        cover.refuse(f"{message.text} {message.advice}", by_pin=False)
    return frame


def _damaged(parent: QWidget, texts: WindowTexts, desks: DeskOpener) -> QDialog:
    """What is said of a vault that is damaged, with a way to put a copy back."""
    dialog = VaultDialog(parent, texts, desks)
    message = message_of(VaultError("kluis_beschadigd"), texts)
    dialog.passphrase.show_error(f"{message.text} {message.advice}")
    dialog.restore.show()
    return dialog
