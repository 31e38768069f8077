"""A package that somebody else gave: opened, read, judged, taken in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.remark import Remark
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.packages import ENDING
from hardship_desk.presenters.receiving import OpenedPage, ReceivePresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.judgement import Verdict
from hardship_desk.services.packages import PackageService
from hardship_desk.ui.dialogs.asking import is_sure
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.field import area_field, choice_field, line_field
from hardship_desk.ui.widgets.parts import button, empty, label, restyle
from hardship_desk.ui.widgets.read_parts import ReadParts
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.sheet import Sheet
from hardship_desk.ui.widgets.tab_regions import tab_by


class ReceiveDialog(QDialog):
    """Fulfils `ReceiveView`; tells `taken` with the id of the dossier that changed."""

    taken = Signal(str)

    def __init__(
        self, parent: QWidget | None, packages: PackageService, texts: WindowTexts, reader: str
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._written = ""
        self.setWindowTitle(texts.get("pakket.openen"))
        self.code = line_field(texts.get("pakket.code"), letters=26)
        self._file = label(texts.get("pakket.nog_geen_bestand"), "muted")
        self._said = label("", "label")
        self.reader = line_field(texts.get("besluit.lezer_naam"))
        self.reader.show_text(reader)
        self.verdict = choice_field(texts.get("besluit.lezer_oordeel"))
        self.text = area_field(texts.get("besluit.lezer_tekst"))
        self.parts = ReadParts(texts)
        self.presenter = ReceivePresenter(
            packages, self, texts, TaskRunner(self, self._wait), write_atomically
        )
        self._lay_out()
        give_room(self, 104, 36)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # as Qt calls it
        # What comes in later stands before what closes the dialog.
        return tab_by(self._panels, forward=next) or super().focusNextPrevChild(next)

    def choose(self, path: Path) -> None:
        """Take this file."""
        self._said.setText("")
        self.presenter.choose(path)

    def show_chosen(self, name: str, *, needs_code: bool) -> None:
        """Which file was chosen; the code is asked only where it opens the file."""
        empty(self._inside)
        self._judge.hide()
        restyle(self._opens, "kind", "primary")
        self.code.setVisible(needs_code)
        said = name if needs_code else self._texts.get("pakket.zonder_code", bestand=name)
        self._file.setText(said)
        (self.code.widget if needs_code else self._opens).setFocus()

    def open_package(self) -> None:
        """Open the chosen file, with the typed code where it takes one."""
        self.presenter.open(self.code.text())

    def show_opened(self, page: OpenedPage) -> None:
        """Show what is in it, and what may be done with it."""
        self._said.setText("")
        empty(self._inside)
        # What comes next is the main thing to do now.
        restyle(self._opens, "kind", "" if page.action or page.parts else "primary")
        for line in page.lines:
            self._inside.addWidget(label(line))
        self._inside.addWidget(label(page.signed, "label"))
        if page.warning:
            self._inside.addWidget(label(f"⚠ {page.warning}", "label"))
        if page.action:
            take = button(page.action, self.presenter.take_in, "primary")
            self._inside.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
            take.setFocus()
        self._show_reading(page)

    def show_done(self, text: str) -> None:
        """That it was taken in, or that the verdict stands in a file."""
        self._said.setText(f"✓ {text}")
        self._written = self._words()
        if self.presenter.taken is not None:
            self.taken.emit(self.presenter.taken)

    def show_problem(self, text: str) -> None:
        """What went wrong."""
        self._said.setText(f"⚠ {text}")

    @property
    def said(self) -> str:
        """What the dialog says came of it."""
        return self._said.text()

    @override
    def reject(self) -> None:
        """Close; where words stand in no file yet, the user is asked once."""
        if self._words() and self._words() != self._written:
            title = self._texts.get("pakket.sluiten_titel")
            question = self._texts.get("pakket.sluiten_vraag")
            if not is_sure(self, title, question):
                return
        super().reject()

    def _words(self) -> str:
        """Everything that was written here."""
        remarks = (f"{place} {words}" for place, words in self.parts.remarks())
        return "\n".join((self.text.text(), *remarks)).strip()

    def answer(self, path: Path) -> None:
        """Write the verdict there."""
        if not self.verdict.text():
            self.show_problem(self._texts.problem("oordeel_ontbreekt"))
            return
        verdict = Verdict(
            reader=self.reader.text(),
            verdict=ReviewVerdict(self.verdict.text()),
            text=self.text.text(),
            remarks=tuple(Remark(place=place, text=words) for place, words in self.parts.remarks()),
        )
        self.presenter.answer(verdict, path)

    def _show_reading(self, page: OpenedPage) -> None:
        """For a second reader: the report to read, block by block, and the verdict below it."""
        self._judge.setVisible(bool(page.parts))
        empty(self._reading)
        if page.copies:
            self._reading.addWidget(label(page.copies))
            write = button(self._texts.get("pakket.kopieen_knop"), self._ask_copies)
            self._reading.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        self.parts.show_parts(page.parts)
        choices: tuple[Choice, ...] = page.verdicts
        self.verdict.show_choices(self._texts.get("algemeen.kies"), choices)

    def _ask_open(self) -> None:
        title, kinds = self._texts.get("pakket.kies"), f"*{ENDING}"
        name, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if name:
            self.choose(Path(name))

    def _ask_copies(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self._texts.get("bewijs.kopie_map"))
        if folder:
            self.presenter.write_copies(folder)

    def _ask_answer(self) -> None:
        start = f"toetsresultaat{ENDING}"
        name, _ = QFileDialog.getSaveFileName(self, self._texts.get("pakket.geef_terug"), start)
        if name:
            self.answer(Path(name))

    def _wait(self, busy: bool) -> None:
        self._sheet.setEnabled(not busy)
        if busy:
            self._said.setText(self._texts.get("kopie.even_geduld"))

    def _lay_out(self) -> None:
        texts = self._texts
        self._sheet = Sheet(texts.get("pakket.openen"), texts.get("pakket.openen_uitleg"))
        _, file = self._sheet.add_card(texts.get("pakket.bestand"))
        row = QHBoxLayout()
        row.addWidget(button(texts.get("pakket.kies"), self._ask_open))
        row.addWidget(self._file, 1)
        file.addLayout(row)
        file.addWidget(self.code)
        self._opens = button(texts.get("pakket.open"), self.open_package, "primary")
        file.addWidget(self._opens, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside = QVBoxLayout()
        file.addLayout(self._inside)
        self._judge, judge = self._sheet.add_card(
            texts.get("pakket.lezen"), texts.get("pakket.lezen_uitleg")
        )
        self._reading = QVBoxLayout()
        judge.addLayout(self._reading)
        judge.addWidget(self.parts)
        for field in (self.reader, self.verdict, self.text):
            judge.addWidget(field)
        back = button(texts.get("pakket.geef_terug"), self._ask_answer, "primary")
        judge.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._judge.hide()
        close = button(texts.get("organisatie.sluiten"), self.reject)
        self._sheet.fill(self, self._said, close)
        self._panels = (self.parts, self.reader, self.verdict, self.text, back, close)
        # Enter after the code opens the package; a button is the default only inside its dialog.
        self._opens.setDefault(True)
