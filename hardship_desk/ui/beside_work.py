"""What stands beside the work page: earlier answers to a question, and the papers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.preview import Paper, PreviewPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.presenters.work import WorkPresenter
from hardship_desk.ui.history_dialog import HistoryDialog
from hardship_desk.ui.preview_dialog import PreviewDialog


class BesideWork:
    """Opens and closes what stands beside the pages of one dossier."""

    def __init__(
        self, pages: QWidget, case: OpenCase, work: WorkPresenter, texts: WindowTexts
    ) -> None:
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
        self.preview.show()
        self.preview.raise_()
        if question:
            self.preview.show_question(question)
        else:
            self.preview.choose(Paper(self.preview.paper.text()))

    def close(self) -> None:
        """Take away what stands open."""
        if self.preview is not None:
            self.preview.stop()
            self.preview = None
