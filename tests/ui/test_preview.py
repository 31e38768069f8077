"""The papers beside the work: they follow what is saved, and are found back by question."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from hardship_desk.presenters.preview import Paper
from hardship_desk.services.desk import Desk
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.pdf_pages import page_with, print_pdf
from hardship_desk.ui.preview_dialog import PreviewDialog
from tests.ui.test_pages import open_example
from tests.ui.typist import CONTROL, Typist

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
        assert len(document) == len(dialog.pages)
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
        assert len(printed) == len(dialog.pages)
