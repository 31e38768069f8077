"""Scenes of the gallery: writing an answer, what it was before, and taking a change back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog

from hardship_desk.domain.ids import CaseId, QuestionId
from hardship_desk.presenters.answer_history import history_page
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.preview import Paper, PreviewPresenter
from hardship_desk.presenters.stock_texts import StockTextFinder
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dialogs.history import HistoryDialog
from hardship_desk.ui.dialogs.own_texts import OwnTextsDialog
from hardship_desk.ui.dialogs.preview import PreviewDialog
from hardship_desk.ui.dialogs.stock_text import StockTextDialog
from hardship_desk.ui.main_window import MainWindow

LONGEST_MS, LOOK_MS = 15_000, 100
_DAY = "intake.meldplicht_dag"
_REASON = "intake.aanleiding"
_WITH_SLOTS = (
    "Op 3 mei spraken wij met u. Dat gesprek was [nog invullen: telefonisch, thuis of op ons kantoor]. "
    "U vertelde ons het volgende: [nog invullen: wat de inwoner vertelde]."
)


def writing_scenes(
    window: MainWindow, case_id: CaseId
) -> Iterator[tuple[str, Callable[[], object]]]:
    """The work page after a change that can be undone, and after undoing it."""
    yield "18-open-plekken", lambda: _slots(window, case_id)
    yield "18-te-herstellen", lambda: _answer(window, case_id)
    yield "18-ongedaan", lambda: _undo(window)
    yield "18-fout", lambda: _mistake(window)


def writing_dialogs(
    window: MainWindow, desk: Desk, texts: WindowTexts, case_id: CaseId
) -> Iterator[tuple[str, QDialog]]:
    """What the answer to a question was before."""
    case = OpenCase(desk, case_id)
    for day in ("08-06-2026", "09-06-2026", "12-06-2026"):
        desk.interview.answer(case_id, case.decision_id, QuestionId(_DAY), day)
    yield "08-eerdere-antwoorden", HistoryDialog(window, history_page(case, _DAY, texts), texts)
    yield from stock_text_dialogs(window, desk, texts, case)
    for paper in (Paper.REPORT, Paper.AID, Paper.COVERAGE):
        yield f"08-papieren-{paper}", _papers(window, case, texts, paper)
    large = _papers(window, case, texts, Paper.REPORT)
    large.choose_place(_DAY)
    yield "08-papieren-plek", _sharp(large)
    large.share.show_text("200")
    large.paper_pages.zoom(200)
    yield "08-papieren-groter", _sharp(large)


def stock_text_dialogs(
    window: MainWindow, desk: Desk, texts: WindowTexts, case: OpenCase
) -> Iterator[tuple[str, QDialog]]:
    """Texts to use again: all, none found, and one's own, empty and full."""
    for text in desk.stock_texts.own():
        desk.stock_texts.remove(text.id)
    own = OwnTextsDialog(window, desk.stock_texts, texts, window)
    own.start()
    yield "08-eigen-teksten-leeg", own
    desk.stock_texts.keep("Vervolg", "Wij bellen u op [nog invullen: dag] over hoe het gaat.")
    finder = StockTextFinder(case, texts)
    yield "08-tekstblokken", StockTextDialog(window, finder, texts, "Een zin die is gekozen.")
    none = StockTextDialog(window, finder, texts)
    none.field.setText("xyzzy")
    none.field.textEdited.emit("xyzzy")
    yield "08-tekstblokken-niets", none
    full = OwnTextsDialog(window, desk.stock_texts, texts, window)
    full.start()
    full.presenter.choose(desk.stock_texts.own()[0].id)
    yield "08-eigen-teksten", full


def _slots(window: MainWindow, case_id: CaseId) -> None:
    """A text with open slots, one of them filled in."""
    window.show_case(case_id)
    if window.pages is not None:
        window.pages.work.answer(_REASON, _WITH_SLOTS, final=True)
        window.pages.work_view.show_anew(_REASON)
        window.pages.work_view.focus_question(_REASON)


def _answer(window: MainWindow, case_id: CaseId) -> None:
    window.show_case(case_id)
    if window.pages is not None:
        window.pages.work.clear(_REASON)
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
    return _sharp(dialog)


def _sharp(dialog: PreviewDialog) -> PreviewDialog:
    """The same dialog, once what is in sight is drawn."""
    dialog.show()
    waiting, look = QEventLoop(), QTimer()
    look.setInterval(LOOK_MS)
    look.timeout.connect(lambda: waiting.quit() if dialog.paper_pages.is_sharp else None)
    look.start()
    QTimer.singleShot(LONGEST_MS, waiting.quit)
    waiting.exec()
    look.stop()
    return dialog
