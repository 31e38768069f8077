"""The dialog that goes anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hardship_desk.services.desk import Desk
from hardship_desk.ui.dialogs.jump import JumpDialog
from hardship_desk.ui.main_window import MainWindow
from tests.ui.test_pages import open_example
from tests.ui.typist import CONTROL, Typist


def jump(window: MainWindow, typist: Typist, text: str) -> None:
    typist.press(Qt.Key.Key_K, CONTROL)
    typist.wait(50)
    dialog = window.findChild(JumpDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.field, text)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    typist.back_to_window()


def test_that_a_question_a_step_a_page_and_a_provision_are_reached(
    window: MainWindow, desk: Desk
) -> None:
    open_example(window, desk)
    typist = Typist(window)
    assert window.pages is not None
    jump(window, typist, "waar let u dan op")
    card = typist.card()
    assert card is not None
    assert card.item.id == "opvolging.waarop"
    jump(window, typist, "draagkracht")
    assert window.pages.work.step == 7
    jump(window, typist, "bewijs")
    assert window.pages.evidence.view.isVisible()
    jump(window, typist, "5:53")
    assert window.tools.reference_view.isVisible()
    jump(window, typist, "VB-2026-002")
    assert window.pages.case.case.number == "VB-2026-002"
    jump(window, typist, "Nieuw dossier")
    assert window.new_view is not None
    assert window.new_view.isVisible()
