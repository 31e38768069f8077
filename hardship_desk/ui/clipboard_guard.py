"""Keeps what was copied out of clipboard histories, and takes it away again while it is still ours."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from hardship_desk.presenters.clipboard_time import ClipboardTime, kind_of
from hardship_desk.presenters.window_texts import WindowTexts

TICK_MS = 500
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
# What histories and cloud clipboards look for before they keep something.
LEAVE_OUT = (
    (_WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"), b"1"),
    (_WINDOWS.format("CanIncludeInClipboardHistory"), b"\x00\x00\x00\x00"),
    (_WINDOWS.format("CanUploadToCloudClipboard"), b"\x00\x00\x00\x00"),
    ("application/x-nspasteboard-concealed-type", b""),
    ("x-kde-passwordManagerHint", b"secret"),
)
OURS = "application/x-hardship-desk"


class ClipboardGuard(QObject):
    """Watches one window's copying; `note` shows how long it takes still."""

    def __init__(
        self,
        parent: QObject,
        texts: WindowTexts,
        note: QLabel,
        lasting: Callable[[], float] = time.monotonic,
        owns: Callable[[], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._note = note
        self._lasting = lasting
        self._time = ClipboardTime()
        self._clipboard = QGuiApplication.clipboard()
        # Without a display nobody owns the clipboard, so who tries this says whether we do.
        self._owns = owns or self._clipboard.ownsClipboard
        self._clipboard.dataChanged.connect(self._on_clipboard_data_changed)
        timer = QTimer(self)
        timer.setInterval(TICK_MS)
        timer.timeout.connect(self.look)
        timer.start()

    def look(self) -> None:
        """Clear where it is time, or say how long it takes still."""
        left = self._time.left(self._lasting())
        if left == 0:
            self.clear()
            left = None
        self._note.setVisible(left is not None or self._time.until_lock)
        if left is not None:
            self._note.setText(self._texts.get("klembord.nog", seconden=str(left)))
        elif self._time.until_lock:
            self._note.setText(self._texts.get("klembord.tot_slot"))

    def clear(self) -> None:
        """Take away what we put there; what came from elsewhere since stays."""
        self._time.stop()
        self._note.hide()
        data = self._content()
        if data is not None and data.hasFormat(OURS):
            self._clipboard.clear()

    def _content(self) -> QMimeData | None:
        """What is on the clipboard; an empty one has nothing at all, whatever the stub says."""
        return self._clipboard.mimeData()

    def _on_clipboard_data_changed(self) -> None:
        data = self._content()
        if data is None or not self._owns():
            self._time.stop()
            self.look()
            return
        if data.hasFormat(OURS) or not data.hasText() or not data.text():
            return
        text = data.text()
        self._time.start(kind_of(text), self._lasting())
        self._clipboard.setMimeData(marked(text))
        self.look()


def marked(text: str) -> QMimeData:
    """The text with the marks that keep it out of histories."""
    data = QMimeData()
    data.setText(text)
    for name, value in (*LEAVE_OUT, (OURS, b"1")):
        data.setData(name, value)
    return data
