"""The pages of a dossier that are for reading, each with its presenter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.overview import OverviewPresenter
from hardship_desk.presenters.reviewing import ReviewPresenter
from hardship_desk.presenters.shell import Page
from hardship_desk.presenters.today import TodayShell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.theme import Theme
from hardship_desk.ui.views.overview_view import OverviewPageView
from hardship_desk.ui.views.review_view import ReviewPageView


class ReadPages(QObject):
    """Holds views and presenters; Qt would let a loose presenter die."""

    def __init__(self, case: OpenCase, texts: WindowTexts, theme: Theme, shell: TodayShell) -> None:
        super().__init__()
        self.overview_view = OverviewPageView(texts, theme)
        self.overview = OverviewPresenter(case, self.overview_view, texts, shell)
        self.overview_view.line_chosen.connect(self.overview.open)
        self.review_view = ReviewPageView(texts)
        self.review = ReviewPresenter(case, self.review_view, texts, shell)
        self.review_view.sent.connect(self.review.send)
        self.views: Mapping[Page, QWidget] = {
            Page.OVERZICHT: self.overview_view,
            Page.MEELEZEN: self.review_view,
        }

    def refresh(self, page: Page) -> None:
        """Show a page as the dossier stands now."""
        if page is Page.OVERZICHT:
            self.overview.refresh()
        else:
            self.review.refresh()

    def show(self, page: Page) -> None:
        """Show a page as the dossier stands now, from its beginning."""
        self.refresh(page)
        if page is Page.OVERZICHT:
            self.overview_view.focus_first()
        else:
            self.review_view.focus_first()
