"""Scenes of the gallery: a dossier that is new, and what the pages say while there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QLineEdit

from hardship_desk.domain.ids import CaseId, DecisionTypeId
from hardship_desk.presenters.question_item import Mode
from hardship_desk.presenters.shell import Page
from hardship_desk.services.cases import NewCase
from hardship_desk.ui.main_window import MainWindow

FRESH = NewCase(
    number="VB-2026-999",
    gemeentecode="GM0363",
    title="Voorbeeld: een dossier waaraan nog niets is gedaan",
    type=DecisionTypeId("boete"),
    weight="gewoon",
    weight_reason="Nog niet bekend.",
)


def fresh_scenes(window: MainWindow, case_id: CaseId) -> Iterator[tuple[str, Callable[[], object]]]:
    """The pages of a new dossier, and a search without result."""
    yield "13-vers", lambda: window.show_case(case_id)
    yield "13-vers-uitleg", lambda: _explain(window)
    yield "13-vers-nvt", lambda: _not_applicable(window)
    for page in (Page.BEWIJS, Page.KLADBLOK, Page.BESLUIT):
        yield f"13-vers-{page.value}", _pager(window, page)
    yield "14-niets-gevonden", lambda: _search_in_vain(window)


def _pager(window: MainWindow, page: Page) -> Callable[[], object]:
    return lambda: window.show_page_of_case(page)


def _explain(window: MainWindow) -> None:
    if window.pages is not None:
        window.pages.work_view.column.toggle_help()


def _not_applicable(window: MainWindow) -> None:
    """The first question with the field for the reason why it does not apply."""
    _explain(window)
    if window.pages is not None:
        sheet = window.pages.work_view.column.sheet
        sheet.cards[sheet.names()[0]].switch(Mode.NOT_APPLICABLE)


def _search_in_vain(window: MainWindow) -> None:
    window.show_list()
    search(window, "onvindbaar")


def search(window: MainWindow, words: str) -> None:
    """Type in the search field of the list."""
    view = window.start.list_view
    for field in view.findChildren(QLineEdit):
        field.setText(words)
    view.search_changed.emit(words)
