"""Scenes of the gallery: remarks of a second reader, while written, at a question and answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer

from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.remark import Remark
from hardship_desk.presenters.shell import Page
from hardship_desk.services.desk import Desk
from hardship_desk.services.judgement import Verdict
from hardship_desk.ui.main_window import MainWindow

_READER = "B. Lezer (verzonnen)"
_AT = "intake.aanleiding"
_WORD = Verdict(
    reader=_READER,
    verdict=ReviewVerdict.AKKOORD_MITS,
    text="Goed onderzocht. Maak de brief nog wat korter.",
    remarks=(
        Remark(place=_AT, text="Schrijf er ook bij hoe de gemeente het hoorde."),
        Remark(place="conclusie.redenen", text="Waarom niet lager?"),
        Remark(place="", text="De volgorde is prettig."),
    ),
)


def remark_scenes(
    window: MainWindow, desk: Desk, case_id: CaseId
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Writing a remark, and what the caseworker sees of it."""
    yield "20-opmerking-schrijven", lambda: _write(window, case_id)
    yield "20-opmerking-bij-vraag", lambda: _at_question(window, desk, case_id)
    yield "20-opmerkingen-besluit", lambda: _at_decision(window)


def _write(window: MainWindow, case_id: CaseId) -> None:
    window.show_case(case_id)
    window.show_page_of_case(Page.MEELEZEN)
    if window.pages is not None:
        made = next(iter(window.pages.review.view.parts.cards.values()))
        made.clear()
        made.add_row().restore("Schrijf er ook bij hoe de gemeente het hoorde.", _AT)


def _at_question(window: MainWindow, desk: Desk, case_id: CaseId) -> None:
    """One remark is answered, the others wait."""
    window.show_case(case_id)
    if window.pages is None:
        return
    case = window.pages.case
    if all(item.reader != _READER for item in case.decision.reviews):
        desk.decisions.review(case.case_id, case.decision_id, _WORD)
        case.reload()
        place = len(case.decision.reviews)
        done = "De bron staat er nu bij."
        desk.decisions.answer_remark(case.case_id, case.decision_id, f"{place}.2", done)
        case.reload()
    window.show_question(1, _AT)


def _at_decision(window: MainWindow) -> None:
    if window.pages is not None:
        window.show_page_of_case(Page.BESLUIT)
        view = window.pages.decision.view
        QTimer.singleShot(40, view, lambda: view.go_to("lezer"))
