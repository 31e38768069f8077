"""The papers beside the work: they follow what is saved, and are found back by question."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from hardship_desk.presenters.preview import Paper
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dialogs.preview import PreviewDialog
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.pdf_pages import page_with, print_pdf
from tests.ui.test_pages import card, open_example
from tests.ui.typist import CONTROL, Typist
from tests.ui.waiting import until

REASON = "intake.aanleiding"


@pytest.fixture
def typist(window: MainWindow, desk: Desk) -> Typist:
    open_example(window, desk)
    return Typist(window)


def preview(typist: Typist) -> PreviewDialog:
    assert typist.window.pages is not None
    found = typist.window.pages.beside.preview
    assert found is not None
    return found


def wait_for(typist: Typist, dialog: PreviewDialog, words: str) -> None:
    for _ in range(1_200):
        typist.wait(50)
        if dialog.pdf and page_with(dialog.pdf, words) >= 0:
            return
    raise AssertionError(words)


def test_that_a_paper_follows_what_is_saved_and_is_kept(typist: Typist, tmp_path: Path) -> None:
    window = typist.window
    window.show_question(1, REASON)
    typist.wait()
    typist.press(Qt.Key.Key_P, CONTROL)
    dialog = preview(typist)
    dialog.choose(Paper.STEP)
    wait_for(typist, dialog, "Aanleiding en besluit")
    assert window.pages is not None
    window.pages.work.answer(REASON, "Dit kwam er later bij.", final=True)
    wait_for(typist, dialog, "Dit kwam er later bij.")
    dialog.keep(tmp_path / "stap")
    with pypdfium2.PdfDocument(tmp_path / "stap.pdf") as document:
        assert len(document) == dialog.pages
    window.show_list()
    typist.wait()


def test_that_an_answer_is_found_in_the_report_and_put_on_paper(
    typist: Typist, tmp_path: Path
) -> None:
    window = typist.window
    assert window.pages is not None
    window.pages.show_papers("conclusie.redenen")
    dialog = preview(typist)
    document = dialog._presenter.document(Paper.REPORT)
    words = dialog._presenter.words_of(document, "conclusie.redenen")
    assert words
    wait_for(typist, dialog, words)
    typist.wait(50)
    assert page_with(dialog.pdf, words) > 0
    assert page_with(dialog.pdf, "woorden die er niet staan") == -1
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    print_pdf(dialog.pdf, printer)
    with pypdfium2.PdfDocument(tmp_path / "papier.pdf") as printed:
        assert len(printed) == dialog.pages


def test_that_one_goes_from_a_place_on_the_paper_to_its_question(typist: Typist) -> None:
    window = typist.window
    window.show_question(3)
    typist.wait()
    assert window.pages is not None
    window.pages.show_papers("conclusie.redenen")
    dialog = preview(typist)
    box = dialog.place.widget
    assert isinstance(box, QComboBox)
    until(lambda: box.currentIndex() > 0)
    assert box.accessibleName() == "Waar op het papier?"
    assert dialog.to_question.isEnabled()
    QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Up)
    QTest.keyClick(dialog.to_question, Qt.Key.Key_Space)
    typist.back_to_window()
    assert card(window, "conclusie.redenen").isAncestorOf(typist.focus())
    place, spot = next(item for item in dialog._places if item[0].question == REASON)
    assert place.heading or place.words
    page = dialog.paper_pages.pages[spot.page]
    at = QPoint(page.width() // 2, int(spot.top * page.height()) + 4)
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(page, Qt.MouseButton.LeftButton, pos=at)
    typist.back_to_window()
    assert card(window, REASON).isAncestorOf(typist.focus())
    headings = [item for item, _ in dialog._places if item.heading]
    assert len(headings) > 8
    tops = [(spot.page, spot.top) for _, spot in dialog._places]
    assert tops == sorted(tops), "places stand in the order of the paper"
    check_that_another_paper_begins_at_its_beginning(typist, dialog)


def check_that_another_paper_begins_at_its_beginning(typist: Typist, dialog: PreviewDialog) -> None:
    bar = dialog.paper_pages.verticalScrollBar()
    bar.setValue(bar.maximum())
    dialog.choose(Paper.STEP)
    until(lambda: dialog.pages == 1)
    typist.wait(30)
    assert bar.value() == 0


def test_that_a_larger_page_is_there_at_once_and_nothing_waits_for_it(
    typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert typist.window.pages is not None
    typist.window.pages.show_papers()
    dialog = preview(typist)
    dialog.choose(Paper.STEP)
    shown = dialog.paper_pages
    until(lambda: bool(shown.pages) and shown.pages[0].drawn == shown.pixels)
    before = shown.pages[0].width()
    QTest.keyClick(dialog, Qt.Key.Key_Plus, CONTROL)
    QTest.keyClick(dialog, Qt.Key.Key_Plus, CONTROL)
    assert shown.pages[0].width() == pytest.approx(2 * before, abs=2)
    assert shown.pages[0].drawn < shown.pixels, "the picture of before stands for it"
    until(lambda: shown.pages[0].drawn == shown.pixels)
    QTest.keyClick(dialog, Qt.Key.Key_Minus, CONTROL)
    until(lambda: shown.pages[0].drawn == shown.pixels)
    leave_while_making(typist, dialog, monkeypatch)


def leave_while_making(
    typist: Typist, dialog: PreviewDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving a dossier does not wait for a paper that is being made."""
    window, may_go, pdf = typist.window, Event(), dialog.pdf

    def slow(_document: object) -> bytes:
        may_go.wait(10)
        return pdf

    monkeypatch.setattr(dialog._presenter, "pdf", slow)
    dialog.choose(Paper.LETTER)
    began = time.monotonic()
    window.show_list()
    took = time.monotonic() - began
    may_go.set()
    assert took < 5, "as long as the paper would have taken"
    assert not dialog.isVisible()
    until(lambda: not shiboken6.isValid(dialog))
