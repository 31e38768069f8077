"""Says what goes on beside the window, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from hardship_desk.services.cancelling import Cancellation

PATIENCE_MS = 500
"""What is done sooner needs no word."""


def busy_dialog(
    parent: QWidget, words: tuple[str, str], cancelled: Cancellation, count: int = 0
) -> QProgressDialog:
    """A dialog that comes where it takes a while: what is done, and the word to stop it with.

    Qt counts its patience from the first value, and takes four seconds where none comes; so we count.
    """
    made = QProgressDialog(*words, 0, count, parent)
    made.setWindowTitle(words[0].removesuffix(" …"))
    made.setMinimumDuration(PATIENCE_MS)
    made.canceled.connect(cancelled.cancel)
    QTimer.singleShot(PATIENCE_MS, made, lambda: None if cancelled.is_cancelled else made.show())
    return made


def end_busy(made: QProgressDialog) -> None:
    """Take the dialog away: one that stays would come back at the values of the next."""
    made.reset()
    made.deleteLater()
