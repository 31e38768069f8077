"""An answer that changed while it stood on the screen: both texts are shown, and the user chooses."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from hardship_desk.domain.ids import QuestionId
from hardship_desk.services.desk import Desk
from hardship_desk.ui.main_window import MainWindow
from tests.ui.test_pages import open_example

QUESTION = QuestionId("conclusie.schuurt")
MINE, THEIRS = "mijn tekst", "de andere tekst"


@pytest.mark.parametrize(("button", "stays"), [("Mijn tekst opslaan", MINE), ("houden", THEIRS)])
def test_that_both_texts_are_shown_and_one_is_chosen(
    window: MainWindow, desk: Desk, button: str, stays: str
) -> None:
    open_example(window, desk)
    window.show_question(13, QUESTION)
    pages = window.pages
    assert pages is not None
    case, card = pages.case, pages.work_view.column.sheet.cards[QUESTION]
    desk.interview.answer(case.case_id, case.decision_id, QUESTION, THEIRS)
    area = card.editor.fields()[0]
    area.setFocus()
    area.selectAll()  # type: ignore[attr-defined]  # a text field
    QTest.keyClicks(area, MINE)
    pages.save_typed()
    assert THEIRS in card.error_text
    assert MINE in card.error_text
    offered = card._conflict
    assert offered is not None
    assert offered.isVisible()
    QTest.keyClicks(area, "!")
    pages.save_typed()
    now = desk.cases.current(case.case_id).answers_for(case.decision_id)
    assert now.get(QUESTION).value == THEIRS, "typing on does not choose"  # type: ignore[union-attr]
    (chosen,) = [item for item in offered.findChildren(QPushButton) if button in item.text()]
    chosen.setFocus()
    chosen.click()
    now = desk.cases.current(case.case_id).answers_for(case.decision_id)
    expected = f"{MINE}!" if stays == MINE else THEIRS
    assert now.get(QUESTION).value == expected  # type: ignore[union-attr]
    assert card.editor.raw() == expected
    assert not offered.isVisible()
    assert card.error_text == ""
