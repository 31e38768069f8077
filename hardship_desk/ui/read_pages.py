"""The pages of a dossier on which nothing is filled in, each with its presenter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.overview import OverviewPresenter
from hardship_desk.presenters.shell import Page
from hardship_desk.presenters.today import TodayShell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.theme import Theme
from hardship_desk.ui.views.overview_view import OverviewPageView


class ReadPages(QObject):
    """Holds views and presenters; Qt would let a loose presenter die."""

    def __init__(self, case: OpenCase, texts: WindowTexts, theme: Theme, shell: TodayShell) -> None:
        super().__init__()
        self.overview_view = OverviewPageView(texts, theme)
        self.overview = OverviewPresenter(case, self.overview_view, texts, shell)
        self.overview_view.line_chosen.connect(self.overview.open)
        self.views: Mapping[Page, QWidget] = {Page.OVERZICHT: self.overview_view}

    def refresh(self, page: Page) -> None:
        """Show a page as the dossier stands now."""
        if page is Page.OVERZICHT:
            self.overview.refresh()

    def show(self, page: Page) -> None:
        """Show a page as the dossier stands now, from its beginning."""
        self.refresh(page)
        if page is Page.OVERZICHT:
            self.overview_view.focus_first()
