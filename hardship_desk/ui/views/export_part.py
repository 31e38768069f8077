"""Export to a folder, and copying the report block by block."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QProgressDialog,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.presenters.exporting import CopyPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.ports.writers import OfficeForm
from hardship_desk.ui.widgets.busy import busy_dialog, end_busy
from hardship_desk.ui.widgets.field import Field, choice_field
from hardship_desk.ui.widgets.folder_choice import ask_folder
from hardship_desk.ui.widgets.parts import button, label


class ExportPart(QWidget):
    """Two panels: `files` and `copying`. The folder is asked by `ask_folder`."""

    export_wanted = Signal(str, object)
    next_wanted = Signal()
    block_wanted = Signal(int)
    restart_wanted = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self._texts = texts
        self._folder = ""
        self._busy: QProgressDialog | None = None
        self._hint = label("", "strip-warning")
        self._letter = label("", "muted")
        self._where = label("", "label")
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._also = self._make_also()
        self._status = label("", "muted")
        self._list = QListWidget()
        self._list.setWordWrap(True)
        self._list.setAccessibleName(texts.get("besluit.kopieren_lijst"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(self._list.fontMetrics().height() * 24)
        self._list.itemActivated.connect(lambda _item: self._on_block())
        self._open = button(texts.get("besluit.uitvoer_open"), self._on_open, "quiet")
        self.files = self._make_files()
        self.copying = self._make_copying()

    def show_hint(self, text: str) -> None:
        """Show that the decision is a concept still."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def show_copying(self, page: CopyPage) -> None:
        """Show the blocks and which one is next."""
        self._status.setText(page.status)
        shown = [self._list.item(row).text() for row in range(self._list.count())]
        with QSignalBlocker(self._list):
            if shown != list(page.titles):
                self._list.clear()
                self._list.addItems(page.titles)
            self._list.setCurrentRow(min(page.next, len(page.titles) - 1))

    def show_letter_notes(self, text: str) -> None:
        """Show what to look at in the letter; an empty text takes it away."""
        self._letter.setText(text)
        self._letter.setVisible(bool(text))

    def put_on_clipboard(self, text: str) -> None:
        """Put plain text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def show_exported(self, folder: str) -> None:
        """Show where the files are."""
        self._folder = folder
        self._where.setText(self._texts.get("besluit.uitvoer_klaar", map=folder))
        self._where.show()
        self._open.show()

    def show_busy(self, cancelled: Cancellation | None) -> None:
        """Show that files are made, with a way to stop; None when they are done."""
        shown, self._busy = self._busy, None
        if shown is not None:
            end_busy(shown)
        if cancelled is not None:
            words = (
                self._texts.get("besluit.uitvoer_bezig"),
                self._texts.get("besluit.uitvoer_stop"),
            )
            self._busy = busy_dialog(self.files, words, cancelled)

    def ask_folder(self) -> None:
        """Ask for a folder and export there."""
        ask_folder(self.files, self._texts.get("besluit.uitvoer_map"), self._on_folder)

    def _make_also(self) -> Field:
        """Whether the report is wanted in a form to work in as well."""
        made = choice_field(self._texts.get("besluit.uitvoer_ook"))
        if isinstance(made.widget, QComboBox):
            for form in ("", OfficeForm.DOCX.value, OfficeForm.ODT.value):
                made.widget.addItem(self._texts.get(f"besluit.uitvoer_ook_{form or 'nee'}"), form)
        return made

    def _make_files(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(button(self._texts.get("besluit.uitvoer_knop"), self.ask_folder, "primary"))
        row.addWidget(self._open)
        row.addStretch(1)
        layout.addWidget(self._hint)
        layout.addWidget(self._letter)
        layout.addWidget(self._also)
        layout.addLayout(row)
        layout.addWidget(self._where)
        for part in (self._letter, self._open, self._where):
            part.hide()
        return made

    def _make_copying(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        texts = self._texts
        row.addWidget(button(texts.get("besluit.kopieren_knop"), self.next_wanted.emit))
        row.addWidget(
            button(texts.get("besluit.kopieren_opnieuw"), self.restart_wanted.emit, "quiet")
        )
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self._status)
        layout.addWidget(self._list)
        return made

    def _on_folder(self, folder: str) -> None:
        chosen = self._also.text()
        self.export_wanted.emit(folder, (OfficeForm(chosen),) if chosen else ())

    def _on_block(self) -> None:
        self.block_wanted.emit(self._list.currentRow())

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._folder))
