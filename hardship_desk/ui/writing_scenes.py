"""Scenes of the gallery: writing an answer, what it was before, and taking a change back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog

from hardship_desk.domain.ids import CaseId, QuestionId
from hardship_desk.presenters.answer_history import history_page
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.preview import Paper, PreviewPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.history_dialog import HistoryDialog
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.preview_dialog import PreviewDialog

LONGEST_MS = 15_000
_DAY = "intake.meldplicht_dag"


def writing_scenes(
    window: MainWindow, case_id: CaseId
) -> Iterator[tuple[str, Callable[[], object]]]:
    """The work page after a change that can be undone, and after undoing it."""
    yield "18-te-herstellen", lambda: _answer(window, case_id)
    yield "18-ongedaan", lambda: _undo(window)
    yield "18-fout", lambda: _mistake(window)


def writing_dialogs(
    window: MainWindow, desk: Desk, case_id: CaseId
) -> Iterator[tuple[str, QDialog]]:
    """What the answer to a question was before."""
    case = OpenCase(desk, case_id)
    for day in ("08-06-2026", "09-06-2026", "12-06-2026"):
        desk.interview.answer(case_id, case.decision_id, QuestionId(_DAY), day)
    texts = WindowTexts(desk.texts)
    yield "08-eerdere-antwoorden", HistoryDialog(window, history_page(case, _DAY, texts), texts)
    for paper in (Paper.REPORT, Paper.AID, Paper.COVERAGE):
        yield f"08-papieren-{paper}", _papers(window, case, texts, paper)


def _answer(window: MainWindow, case_id: CaseId) -> None:
    window.show_case(case_id)
    if window.pages is not None:
        window.pages.work.answer(_DAY, "08-06-2026", final=True)


def _undo(window: MainWindow) -> None:
    if window.pages is not None:
        window.pages.work.past.undo()


def _mistake(window: MainWindow) -> None:
    """A day that is none, with what is wrong at its field."""
    if window.pages is not None:
        window.pages.work.answer(_DAY, "31-02-2026", final=True)
        window.pages.work_view.focus_question(_DAY)


def _papers(window: MainWindow, case: OpenCase, texts: WindowTexts, paper: Paper) -> PreviewDialog:
    """The papers, once they are drawn."""
    dialog = PreviewDialog(window, PreviewPresenter(case, texts, lambda: 1), texts)
    drawn = QEventLoop()
    dialog.shown.connect(drawn.quit)
    QTimer.singleShot(LONGEST_MS, drawn.quit)
    dialog.choose(paper)
    drawn.exec()
    return dialog
