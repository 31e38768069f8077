"""A paper beside the work: it follows what is saved, and is printed or kept from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.preview import Paper, PaperPlace, PreviewPresenter
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.pdf_pages import Spot, find_spots, page_pictures, page_shapes, print_pdf
from hardship_desk.ui.running.background import Task
from hardship_desk.ui.widgets.field import Field, choice_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.paper_pages import WHOLE, PaperPages
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.room import give_room

LOOK_MS = 700
"""How often it is seen whether something was saved meanwhile."""
SMALL = 360
"""How wide in pixels a page is drawn to stand for it until it is drawn sharp."""
SHARES = (WHOLE, 150, 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A paper that was made: its pages small, and where each place on it stands."""

    pdf: bytes
    shapes: tuple[float, ...]
    small: Mapping[int, QImage]
    places: tuple[tuple[PaperPlace, Spot], ...]


Drawn = tuple[int, Mapping[int, QImage]]


class PreviewDialog(QDialog):
    """Stands beside the window and holds nothing up: papers are made in another thread.

    `question_wanted` tells the step and the question from which a place on the paper came.
    """

    shown = Signal()
    question_wanted = Signal(int, str)

    def __init__(
        self, parent: QWidget | None, presenter: PreviewPresenter, texts: WindowTexts
    ) -> None:
        super().__init__(parent)
        self._presenter, self._texts = presenter, texts
        self.setWindowTitle(texts.get("papieren.titel"))
        self.paper = choice_field(texts.get("papieren.welk"))
        self.share = choice_field(texts.get("papieren.grootte"))
        self.place = choice_field(texts.get("papieren.plek"))
        self.pdf = b""
        self._state: tuple[object, ...] = ()
        self._making = self._gone = False
        self._wanted = ""
        self._asked = self._told = ""
        self._places: tuple[tuple[PaperPlace, Spot], ...] = ()
        self._drawing: Task[Drawn] | None = None
        self._next: tuple[tuple[int, ...], int] = ((), 0)
        self._said = label("", "muted")
        self._print = button(texts.get("papieren.afdrukken"), self._ask_printer)
        self._keep = button(texts.get("papieren.bewaren"), self._ask_file, "primary")
        self.to_question = button(texts.get("papieren.naar_vraag"), self._on_to_question)
        self.paper_pages = PaperPages(texts.get("papieren.titel"))
        self._lay_out()
        self._connect()
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

    def choose_place(self, question: str) -> bool:
        """Mark where the paper prints the answer to a question; whether it does."""
        named = (
            number
            for number, (item, _) in enumerate(self._places)
            if item.question == question and not item.heading
        )
        found = next(named, -1)
        if found >= 0:
            self._show_place(found)
        return found >= 0

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
        self._state, self._making, self._asked = state, True, paper.value
        places, pdf_of = self._presenter.places(document), self._presenter.pdf

        def make() -> Made:
            pdf = pdf_of(document)
            spots = find_spots(pdf, [(item.words, item.heading) for item in places])
            found = ((item, spot) for item, spot in zip(places, spots, strict=True) if spot)
            small = page_pictures(pdf, SMALL)
            return Made(pdf=pdf, shapes=page_shapes(pdf), small=small, places=tuple(found))

        self._said.setText(self._texts.get("papieren.maken"))
        Task(self, make, self._on_made, self._on_failed).start()

    def stop(self) -> None:
        """Close at once. What is still being drawn is let finish unseen: it may not be torn away."""
        self._look.stop()
        self._gone = True
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            self.setParent(parent.window(), self.windowFlags())
        self._go_when_done()

    def keep(self, path: Path) -> None:
        """Write the paper there."""
        try:
            write_atomically(path.with_suffix(".pdf"), self.pdf)
        except HardshipDeskError as error:
            self._on_failed(error)
            return
        self._said.setText(self._texts.get("papieren.bewaard", bestand=path.name))

    @property
    def pages(self) -> int:
        """How many pages the paper has."""
        return len(self.paper_pages.pages)

    def _go_when_done(self) -> None:
        """Throw the dialog away, once nothing draws for it any more."""
        if self._gone and not self._making and self._drawing is None:
            self.deleteLater()

    def _on_look_timeout(self) -> None:
        if self.isVisible():
            self.follow()

    def _on_made(self, made: Made) -> None:
        self._making = False
        if self._gone:
            self._go_when_done()
            return
        self.pdf, self._places = made.pdf, made.places
        total = str(len(made.shapes))
        names = [
            self._texts.get("papieren.pagina", nummer=str(number), totaal=total)
            for number in range(1, len(made.shapes) + 1)
        ]
        if self._asked != self._told:
            self._told = self._asked
            self.paper_pages.verticalScrollBar().setValue(0)
        self.paper_pages.show_pages(made.shapes, made.small, names)
        self._show_places()
        key = "papieren.aantal_een" if len(names) == 1 else "papieren.aantal"
        self._said.setText(self._texts.get(key, aantal=total))
        for press in (self._print, self._keep):
            press.setEnabled(True)
        self._go_to_wanted()
        self.shown.emit()

    def _on_failed(self, error: HardshipDeskError) -> None:
        self._making = False
        if self._gone:
            self._go_when_done()
            return
        message = message_of(error, self._texts)
        self._said.setText(f"⚠ {message.text} {message.advice}")

    def _on_sharp_wanted(self, pages: tuple[int, ...], width: int) -> None:
        """Draw pages at this width beside the window, one request at a time, the newest last."""
        self._next = (pages, width)
        if self._drawing is not None or self._gone or not pages:
            return
        pdf, self._next = self.pdf, ((), 0)
        self._drawing = Task(
            self,
            lambda: (width, page_pictures(pdf, width, pages)),
            self._on_drawn,
            self._on_not_drawn,
        )
        self._drawing.start()

    def _on_not_drawn(self, error: HardshipDeskError) -> None:
        self._drawing = None
        self._on_failed(error)

    def _on_drawn(self, drawn: Drawn) -> None:
        self._drawing = None
        if self._gone:
            self._go_when_done()
            return
        self.paper_pages.show_sharp(*drawn)
        if self._next[0]:
            self._on_sharp_wanted(*self._next)

    def _show_places(self) -> None:
        """The headings and questions of this paper to choose from; none for some papers."""
        box = self._list(self.place)
        with QSignalBlocker(box):
            box.clear()
            box.addItem(self._texts.get("papieren.plek_kies"))
            for item, _spot in self._places:
                box.addItem(item.title if item.heading else f"    {item.title}")
        self.place.setVisible(bool(self._places))
        self.to_question.setVisible(bool(self._places))
        self._show_place(-1)

    def _show_place(self, number: int) -> None:
        """Mark a place on the paper, and say whether a question leads to it."""
        box = self._list(self.place)
        box.setCurrentIndex(number + 1)
        known = 0 <= number < len(self._places)
        self.to_question.setEnabled(known and bool(self._places[number][0].question))
        if known:
            spot = self._places[number][1]
            self.paper_pages.go_to(spot.page, spot.top)

    def _place_at(self, page: int, top: float) -> int:
        """The last place that begins before a spot; -1 above the first one."""
        before = [
            number
            for number, (_, spot) in enumerate(self._places)
            if (spot.page, spot.top) <= (page, top)
        ]
        return before[-1] if before else -1

    def _on_pages_pointed(self, page: int, top: float) -> None:
        self._show_place(self._place_at(page, top))

    def _on_pages_taken(self, page: int, top: float) -> None:
        self._show_place(self._place_at(page, top))
        self._on_to_question()

    def _on_to_question(self) -> None:
        number = self._list(self.place).currentIndex() - 1
        question = self._places[number][0].question if number >= 0 else ""
        if question:
            self.question_wanted.emit(self._presenter.step_of(question), question)

    def _go_to_wanted(self) -> None:
        if not self._wanted:
            return
        question, self._wanted = self._wanted, ""
        if not self.choose_place(question):
            self._said.setText(self._texts.get("papieren.niet_gevonden"))

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
        for share in SHARES:
            key = "papieren.breedte" if share == WHOLE else "papieren.procent"
            self._list(self.share).addItem(self._texts.get(key, deel=str(share)), str(share))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(Columns(self.paper, self.share, most=2, letters=24))
        where = QHBoxLayout()
        where.addWidget(self.place, 1)
        where.addWidget(self.to_question, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(where)
        layout.addWidget(self.paper_pages, 1)
        layout.addWidget(self._said)
        row = QHBoxLayout()
        row.addStretch(1)
        for press in (
            button(self._texts.get("papieren.sluiten"), self.reject),
            self._print,
            self._keep,
        ):
            row.addWidget(press)
        for press in (self._print, self._keep):
            press.setEnabled(False)
        layout.addLayout(row)

    def _connect(self) -> None:
        self._box().activated.connect(lambda _at: self.follow())
        self._list(self.share).activated.connect(lambda _at: self._zoom(0))
        self._list(self.place).activated.connect(lambda at: self._show_place(at - 1))
        self.paper_pages.sharp_wanted.connect(self._on_sharp_wanted)
        self.paper_pages.pointed.connect(self._on_pages_pointed)
        self.paper_pages.taken.connect(self._on_pages_taken)
        for keys, by in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._zoom, by))
        self._show_places()

    def _zoom(self, by: int) -> None:
        """Show the pages at the chosen size, or one larger or smaller."""
        box = self._list(self.share)
        box.setCurrentIndex(min(max(box.currentIndex() + by, 0), box.count() - 1))
        self.paper_pages.zoom(int(self.share.text()))

    def _box(self) -> QComboBox:
        return self._list(self.paper)

    @staticmethod
    def _list(field: Field) -> QComboBox:
        if not isinstance(field.widget, QComboBox):
            raise TypeError("not_a_list")
        return field.widget
