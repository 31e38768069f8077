"""A paper beside the work: it follows what is saved, and is printed or kept from here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.preview import Paper, PreviewPresenter
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.background import Task, finish_running_work
from hardship_desk.ui.pdf_pages import page_pictures, page_with, print_pdf
from hardship_desk.ui.widgets.field import choice_field
from hardship_desk.ui.widgets.parts import button, empty, label
from hardship_desk.ui.widgets.room import give_room

LOOK_MS = 700
"""How often it is seen whether something was saved meanwhile."""
Drawn = tuple[bytes, list[QImage]]


class PreviewDialog(QDialog):
    """Stands beside the window and holds nothing up: papers are made in another thread."""

    shown = Signal()

    def __init__(
        self, parent: QWidget | None, presenter: PreviewPresenter, texts: WindowTexts
    ) -> None:
        super().__init__(parent)
        self._presenter, self._texts = presenter, texts
        self.setWindowTitle(texts.get("papieren.titel"))
        self.paper = choice_field(texts.get("papieren.welk"))
        self.pages: list[QLabel] = []
        self.pdf = b""
        self._state: tuple[object, ...] = ()
        self._making = False
        self._wanted = ""
        self._task: Task[Drawn] | None = None
        self._said = label("", "muted")
        self._print = button(texts.get("papieren.afdrukken"), self._ask_printer)
        self._keep = button(texts.get("papieren.bewaren"), self._ask_file, "primary")
        content = QWidget()
        content.setObjectName("content")
        self._body = QVBoxLayout(content)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(texts.get("papieren.titel"))
        self._scroll.setWidget(content)
        self._lay_out()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._on_look_timeout)
        self._look.start()
        give_room(self, 96, 46)

    def choose(self, paper: Paper) -> None:
        """Show this paper."""
        box = self._box()
        box.setCurrentIndex(box.findData(paper.value))
        self.follow()

    def show_question(self, question: str) -> None:
        """Show the report at the place where it prints the answer to a question."""
        self._wanted = question
        self.choose(Paper.REPORT)
        if not self._making:
            self._go_to_wanted()

    def follow(self) -> None:
        """Make the paper again where something it depends on was saved since."""
        paper = Paper(self.paper.text())
        state = self._presenter.state(paper)
        if self._making or state == self._state:
            return
        try:
            document = self._presenter.document(paper)
        except HardshipDeskError as error:
            self._on_failed(error)
            return
        self._state, self._making = state, True
        width = max(self._scroll.viewport().width() - 40, 200)

        def draw() -> Drawn:
            pdf = self._presenter.pdf(document)
            return pdf, page_pictures(pdf, width)

        self._said.setText(self._texts.get("papieren.maken"))
        self._task = Task(draw, self._on_drawn, self._on_failed)
        self._task.setAutoDelete(False)
        self._task.start()

    def stop(self) -> None:
        """Close, once what is still being drawn is done: it may not outlive what it draws for."""
        self._look.stop()
        if self._making:
            finish_running_work()
        self.close()
        self.deleteLater()

    def keep(self, path: Path) -> None:
        """Write the paper there."""
        try:
            write_atomically(path.with_suffix(".pdf"), self.pdf)
        except HardshipDeskError as error:
            self._on_failed(error)
            return
        self._said.setText(self._texts.get("papieren.bewaard", bestand=path.name))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages again as wide as the room is."""
        super().resizeEvent(event)
        self._state = ()

    def _on_look_timeout(self) -> None:
        if self.isVisible():
            self.follow()

    def _on_drawn(self, drawn: Drawn) -> None:
        self.pdf, pictures = drawn
        self._making = False
        place = self._scroll.verticalScrollBar().value()
        empty(self._body)
        self.pages = []
        for number, picture in enumerate(pictures, start=1):
            page = QLabel()
            page.setPixmap(QPixmap.fromImage(picture))
            page.setFixedSize(picture.size())
            page.setAccessibleName(
                self._texts.get("papieren.pagina", nummer=str(number), totaal=str(len(pictures)))
            )
            self._body.addWidget(page, 0, Qt.AlignmentFlag.AlignHCenter)
            self.pages.append(page)
        self._body.addStretch(1)
        key = "papieren.aantal_een" if len(pictures) == 1 else "papieren.aantal"
        self._said.setText(self._texts.get(key, aantal=str(len(pictures))))
        for press in (self._print, self._keep):
            press.setEnabled(True)
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(place))
        self._go_to_wanted()
        self.shown.emit()

    def _on_failed(self, error: HardshipDeskError) -> None:
        self._making = False
        message = message_of(error, self._texts)
        self._said.setText(f"⚠ {message.text} {message.advice}")

    def _go_to_wanted(self) -> None:
        if not self._wanted:
            return
        question, self._wanted = self._wanted, ""
        words = self._presenter.words_of(self._presenter.document(Paper.REPORT), question)
        number = page_with(self.pdf, words)
        if number < 0 or number >= len(self.pages):
            self._said.setText(self._texts.get("papieren.niet_gevonden"))
            return
        page = self.pages[number]
        QTimer.singleShot(10, self, lambda: self._scroll.verticalScrollBar().setValue(page.y()))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            print_pdf(self.pdf, printer)

    def _ask_file(self) -> None:
        start = self._presenter.file_name(Paper(self.paper.text()))
        name, _kind = QFileDialog.getSaveFileName(self, self._texts.get("papieren.bewaren"), start)
        if name:
            self.keep(Path(name))

    def _lay_out(self) -> None:
        box = self._box()
        for choice in self._presenter.choices():
            box.addItem(choice.text, choice.id)
        box.activated.connect(lambda _at: self.follow())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.paper)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._said)
        row = QHBoxLayout()
        row.addStretch(1)
        for press in (
            button(self._texts.get("papieren.sluiten"), self.reject, "quiet"),
            self._print,
            self._keep,
        ):
            row.addWidget(press)
        for press in (self._print, self._keep):
            press.setEnabled(False)
        layout.addLayout(row)

    def _box(self) -> QComboBox:
        if not isinstance(self.paper.widget, QComboBox):
            raise TypeError("not_a_list")
        return self.paper.widget
