"""Exports the reports of the chosen dossiers beside the window, with a way to stop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.shell import Message, MessageKind, Shell, message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.bulk_export import export_all
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.desk import Desk
from hardship_desk.ui.running.background import Steps, Task
from hardship_desk.ui.widgets.busy import busy_dialog, end_busy


class BulkExport(QObject):
    """One at a time; tells the window what came of it."""

    def __init__(self, parent: QWidget, desk: Desk, texts: WindowTexts, shell: Shell) -> None:
        super().__init__(parent)
        self._parent = parent
        self._desk = desk
        self._texts = texts
        self._shell = shell

    def ask_folder(self, ids: tuple[str, ...]) -> None:
        """Ask where the reports go, and begin."""
        title = self._texts.get("lijst.bulk.map")
        folder = QFileDialog.getExistingDirectory(self._parent, title)
        if folder:
            self.start(ids, Path(folder))

    def start(self, ids: tuple[str, ...], folder: Path) -> None:
        """Export these dossiers to the folder."""
        texts, cancelled = self._texts, Cancellation()
        words = (texts.get("lijst.bulk.bezig"), texts.get("lijst.bulk.stop"))
        shown = busy_dialog(self._parent, words, cancelled, len(ids))
        shown.setWindowTitle(texts.get("lijst.bulk.knop"))
        steps = Steps(shown, shown.setValue)

        def done(count: int) -> None:
            end_busy(shown)
            key = "lijst.bulk.klaar" if count == len(ids) else "lijst.bulk.gestopt"
            text = texts.get(key, aantal=str(count), plek=str(folder))
            self._shell.show_message(Message(kind=MessageKind.DONE, text=text))

        def failed(error: HardshipDeskError) -> None:
            end_busy(shown)
            self._shell.show_message(message_of(error, texts))

        services = (self._desk.cases, self._desk.reporting)
        names = tuple(CaseId(name) for name in ids)
        Task(
            self,
            lambda: export_all(services, names, folder, cancelled, steps.tell),
            done,
            failed,
        ).start()
