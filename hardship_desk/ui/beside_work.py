"""What stands beside the work page: earlier answers to a question, and the papers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.preview import Paper, PreviewPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.presenters.work import WorkPresenter
from hardship_desk.ui.dialogs.history import HistoryDialog
from hardship_desk.ui.dialogs.preview import PreviewDialog


class BesideWork:
    """Opens and closes what stands beside the pages of one dossier."""

    def __init__(
        self,
        pages: QWidget,
        case: OpenCase,
        work: WorkPresenter,
        texts: WindowTexts,
        show_question: Callable[[int, str], object],
    ) -> None:
        self._show_question = show_question
        self._pages, self._work, self._texts = pages, work, texts
        self._papers = PreviewPresenter(case, texts, lambda: work.step)
        self.preview: PreviewDialog | None = None

    def show_history(self, question: str) -> None:
        """Show what the answer to a question was before."""
        dialog = HistoryDialog(self._pages, self._work.past.history(question), self._texts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.restore_wanted.connect(lambda state: self._work.past.restore(question, state))
        dialog.open()

    def show_papers(self, question: str = "") -> None:
        """Show the papers; at the answer to a question where one is named."""
        if self.preview is None:
            self.preview = PreviewDialog(self._pages, self._papers, self._texts)
            self.preview.question_wanted.connect(self._on_preview_question_wanted)
        self.preview.show()
        self.preview.raise_()
        if question:
            self.preview.show_question(question)
        else:
            self.preview.choose(Paper(self.preview.paper.text()))

    def _on_preview_question_wanted(self, step: int, question: str) -> None:
        """Go to the question a place on the paper came from; the paper stays beside it."""
        self._show_question(step, question)
        self._pages.window().activateWindow()

    def close(self) -> None:
        """Take away what stands open."""
        if self.preview is not None:
            self.preview.stop()
            self.preview = None
