"""The copies of the vault: how it stands, make one, test one, a second place, the logs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QWidget,
)

from hardship_desk.config.files import write_atomically
from hardship_desk.config.paths import checker_path
from hardship_desk.domain.clock import Clock
from hardship_desk.presenters.backups import BackupsPage, BackupsPresenter, anchor_sheet
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.ports.upkeep import VaultUpkeep
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.field import choice_field
from hardship_desk.ui.widgets.parts import action_row, button, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.sheet import Sheet


class BackupsDialog(QDialog):
    """Fulfils `BackupsView`; tells `restore_wanted` where the user wants to put a copy back."""

    restore_wanted = Signal()

    def __init__(
        self, parent: QWidget | None, upkeep: VaultUpkeep, texts: WindowTexts, clock: Clock
    ) -> None:
        super().__init__(parent)
        self._upkeep = upkeep
        self._clock = clock
        self._texts = texts
        self._run = TaskRunner(self, lambda busy: self._wait(busy=busy))
        self.setWindowTitle(texts.get("kopie.titel"))
        self._state = label("", "label")
        self.copies = choice_field(texts.get("kopie.kopieen"))
        self._second = label("")
        self._anchor = label("")
        self._said = label("", "muted")
        self._no_second = button(texts.get("kopie.tweede_stop"), self._on_no_second, "quiet")
        self._presenter = BackupsPresenter(upkeep, self, texts, self._run, write_atomically)
        self._lay_out()
        self._presenter.refresh()
        give_room(self, 110, 38)

    def show_page(self, page: BackupsPage) -> None:
        """Show how it stands."""
        self._state.setText(page.state)
        box = self.copies.widget
        if isinstance(box, QComboBox):
            with QSignalBlocker(box):
                box.clear()
                for choice in page.copies:
                    box.addItem(choice.text, choice.id)
        self._second.setText(page.second)
        self._no_second.setVisible(page.has_second)
        self._anchor.setText(page.anchor)

    def show_problem(self, text: str) -> None:
        """What went wrong."""
        self._said.setText(f"⚠ {text}")

    def show_done(self, text: str) -> None:
        """That something was done."""
        self._said.setText(f"✓ {text}")

    @property
    def said(self) -> str:
        """What the dialog says came of it."""
        return self._said.text()

    def back_up(self) -> None:
        """Make a copy now."""
        self._presenter.back_up()

    def test_copy(self) -> None:
        """Test the chosen copy."""
        self._presenter.test(self.copies.text())

    def choose_second(self, folder: str) -> None:
        """Put each copy in that folder as well; an empty name changes nothing."""
        if folder:
            self._presenter.choose_second(Path(folder))

    def export_logs(self, folder: str) -> None:
        """Write both logs to that folder; an empty name writes none."""
        if folder:
            self._presenter.export_logs(Path(folder), checker_path())

    def print_sheet(self) -> None:
        """Ask for a printer and print where the log ends now."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        chooser = QPrintDialog(printer, self)
        if chooser.exec() == QPrintDialog.DialogCode.Accepted:
            document = QTextDocument()
            document.setPlainText(self.sheet())
            document.print_(printer)

    def sheet(self) -> str:
        """The text of the sheet: the end of the log, and nothing of any dossier."""
        return anchor_sheet(self._upkeep.audit_head(), self._clock.now(), self._texts)

    def _wait(self, *, busy: bool) -> None:
        self._sheet.setEnabled(not busy)
        if busy:
            self._said.setText(self._texts.get("kopie.even_geduld"))

    def _lay_out(self) -> None:
        texts = self._texts
        self._sheet = Sheet(texts.get("kopie.titel"), texts.get("kopie.uitleg"))
        _, copies = self._sheet.add_card(texts.get("kopie.kaart_kopieen"))
        copies.addWidget(self._state)
        copies.addWidget(self.copies)
        copies.addLayout(
            action_row(
                button(texts.get("kopie.nu"), self.back_up),
                button(texts.get("kopie.testen"), self.test_copy),
                button(texts.get("kopie.terugzetten"), self._on_restore, "quiet"),
            )
        )
        _, second = self._sheet.add_card(
            texts.get("kopie.kaart_tweede"), texts.get("kopie.kaart_tweede_uitleg")
        )
        second.addWidget(self._second)
        second.addLayout(
            action_row(button(texts.get("kopie.tweede_kiezen"), self._on_second), self._no_second)
        )
        _, logs = self._sheet.add_card(
            texts.get("kopie.kaart_logboek"), texts.get("kopie.kaart_logboek_uitleg")
        )
        logs.addWidget(self._anchor)
        logs.addLayout(
            action_row(
                button(texts.get("kopie.logboeken"), self._on_logs),
                button(texts.get("kopie.blad"), self.print_sheet, "quiet"),
            )
        )
        self._sheet.fill(self, self._said, button(texts.get("organisatie.sluiten"), self.accept))

    def _on_second(self) -> None:
        self.choose_second(self._ask_folder("kopie.tweede_kiezen"))

    def _on_no_second(self) -> None:
        self._presenter.choose_second(None)

    def _on_logs(self) -> None:
        self.export_logs(self._ask_folder("kopie.logboeken"))

    def _on_restore(self) -> None:
        self.accept()
        self.restore_wanted.emit()

    def _ask_folder(self, key: str) -> str:
        return QFileDialog.getExistingDirectory(self, self._texts.get(key))
