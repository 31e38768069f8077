"""No word is lost: what stands in a form that waits for its button is there after a crash."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.shell import Page
from hardship_desk.services.desk import Desk
from hardship_desk.ui.application import make_application, make_window
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.pages.of_case import CasePages
from hardship_desk.ui.widgets.draft_form import DraftForm
from hardship_desk.ui.widgets.editors.rows import RowsEditor
from hardship_desk.ui.widgets.field import Field
from tests.ui.test_pages import open_example
from tests.ui.test_saving import full_disk

HALF = "12-3"
FORMS: dict[str, tuple[Page, Callable[[CasePages], DraftForm]]] = {
    "dates of the dossier": (Page.PERSONEN, lambda pages: pages.persons.view.draft),
    "a new person": (Page.PERSONEN, lambda pages: pages.persons.view.person_draft),
    "a piece of evidence": (Page.BEWIJS, lambda pages: pages.evidence.view.draft),
    "a new conversation": (Page.KLADBLOK, lambda pages: pages.notes.view.draft),
    "the second reader": (Page.BESLUIT, lambda pages: pages.decision.view.review.draft),
    "adopting": (Page.BESLUIT, lambda pages: pages.decision.view.adopt.draft),
    "announcing": (Page.BESLUIT, lambda pages: pages.decision.view.announce.draft),
    "following up": (Page.BESLUIT, lambda pages: pages.decision.view.follow_up.draft),
}
DATED = {
    "dates of the dossier": "conduct_from",
    "a new person": "person_from",
    "a piece of evidence": "dated",
}


def pages_of(window: MainWindow) -> CasePages:
    assert window.pages is not None
    return window.pages


def after_a_crash(window: MainWindow, desk: Desk, qtbot: QtBot) -> CasePages:
    """The same dossier in a program that was started again; the first was never closed."""
    case_id = pages_of(window).case.case_id
    again = make_window(desk, make_application([]))
    qtbot.addWidget(again)
    again.show_case(case_id)
    return pages_of(again)


def writable(form: DraftForm) -> Field:
    return next(field for field in form._fields.values() if hasattr(field.widget, "setText"))


def test_that_a_form_that_was_not_sent_comes_back(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    open_example(window, desk)
    typed = {}
    for name, (page, form_of) in FORMS.items():
        window.show_page_of_case(page)
        form = form_of(pages_of(window))
        field = form._fields[DATED[name]] if name in DATED else writable(form)
        field.widget.setFocus()
        QTest.keyClicks(field.widget, HALF)
        place = next(key for key, item in form._fields.items() if item is field)
        typed[name] = (place, field.text())
        assert HALF in field.text()
        pages_of(window).save_typed()
        assert "bewaard om" in form.note.text(), name
    again = after_a_crash(window, desk, qtbot)
    for name, (page, form_of) in FORMS.items():
        again.show_page_of_case(page)
        place, text = typed[name]
        assert form_of(again)._fields[place].text() == text, name
        assert "typte u eerder" in form_of(again).note.text(), name


def test_that_a_sent_form_leaves_no_draft(window: MainWindow, desk: Desk) -> None:
    open_example(window, desk)
    window.show_page_of_case(Page.KLADBLOK)
    view, case_id = pages_of(window).notes.view, pages_of(window).case.case_id
    QTest.keyClicks(view._on.widget, "25-11-2026")
    pages_of(window).save_typed()
    assert set(desk.drafts.all(case_id)) == {"gesprek"}
    view._on_add()
    assert desk.drafts.all(case_id) == {}
    assert view.draft.note.isHidden()


def test_that_a_half_date_and_a_half_row_come_back_at_their_question(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    open_example(window, desk)
    pages, found = pages_of(window), []
    for step in pages.case.route.steps:
        window.show_question(step)
        for card in pages.work_view.column.sheet.cards.values():
            editor = card.editor
            if isinstance(editor, RowsEditor) and any(
                column.kind == "date" for column in card.item.columns
            ):
                editor.add_row()
                row = editor._rows[-1]
                place = next(column.id for column in card.item.columns if column.kind == "date")
                at = [column.id for column in card.item.columns].index(place)
                QTest.keyClicks(row.columns[at].widget, HALF)
                found.append((step, card.item.id))
            elif card.item.kind == "date":
                line = editor.fields()[0]
                line.clear()  # type: ignore[attr-defined]  # a line
                QTest.keyClicks(line, HALF)
                found.append((step, card.item.id))
        pages.save_typed()
    assert len(found) > 1
    assert "bewaard om" in pages.work_view.saved_text
    again = after_a_crash(window, desk, qtbot)
    for step, question in found:
        again.work.go_to(step)
        card = again.work_view.column.sheet.cards[question]
        assert HALF in str(card.editor.raw())
        assert "nog niet af" in card.error_text
    step, question = found[0]
    again.work.go_to(step)
    again.work.clear(question)
    again.save_typed()
    assert question not in desk.drafts.all(again.case.case_id)[f"vragen/{again.case.decision_id}"]
    assert again.case.answers.get(QuestionId(question)) is None


def test_that_half_a_weighing_comes_back(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    open_example(window, desk)
    pages = pages_of(window)
    for step in pages.case.route.steps:
        window.show_question(step)
        cards = [
            (key, card)
            for key, card in pages.work_view.kompas.sheet.cards.items()
            if key.startswith("b:") and card.item.can_weigh  # type: ignore[union-attr]
        ]
        if cards:
            break
    key, card = cards[0]
    card.put_half(["", "omdat het zo is"])
    pages.save_typed()
    again = after_a_crash(window, desk, qtbot)
    again.work.go_to(step)
    assert again.work_view.kompas.sheet.cards[key].half() == ["", "omdat het zo is"]


def test_that_a_draft_waits_for_room_on_the_disk(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    open_example(window, desk)
    window.show_page_of_case(Page.BESLUIT)
    pages = pages_of(window)
    text = pages.decision.view.review.fields[2]
    with full_disk(desk):
        text.show_text("woord " * 8000)
        pages.save_typed()
        assert pages.decision.view.review.draft.note.text() == "Nog niet opgeslagen: schijf vol"
        assert pages.holds_back()
    pages.save_typed()
    again = after_a_crash(window, desk, qtbot)
    again.show_page_of_case(Page.BESLUIT)
    assert again.decision.view.review.fields[2].text() == "woord " * 8000
