"""The pages that need no dossier: the reference. Each with its presenter."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from hardship_desk.plugin_api.context import ContextDates
from hardship_desk.presenters.reference import ReferencePresenter
from hardship_desk.presenters.shell import Shell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.views.reference_view import ReferencePageView


class ToolPages(QStackedWidget):
    """Holds views and presenters; Qt would let a loose presenter die."""

    left = Signal()

    def __init__(self, desk: Desk, texts: WindowTexts, shell: Shell) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self.reference_view = ReferencePageView(texts)
        self.reference = ReferencePresenter(desk, self.reference_view, texts, shell)
        self.reference_view.show_kinds(self.reference.kinds())
        self.addWidget(self.reference_view)
        self._connect_reference()

    def show_reference(self, dates: ContextDates | None, provision: str = "") -> None:
        """Show the reference, for the days of a dossier where one is open."""
        self.setCurrentWidget(self.reference_view)
        self.reference.start(dates)
        if provision:
            self.reference.open_provision(provision)
            self.reference_view.focus_entry()
        else:
            self.reference_view.focus_first()

    def copy(self) -> None:
        """Copy what is shown."""
        self.reference.copy()

    def _connect_reference(self) -> None:
        view, presenter = self.reference_view, self.reference
        view.search_changed.connect(presenter.search)
        view.day_changed.connect(presenter.set_day)
        view.kind_chosen.connect(presenter.choose_kind)
        view.entry_chosen.connect(presenter.choose)
        view.link_wanted.connect(presenter.open)
        view.copy_wanted.connect(presenter.copy)
        view.left.connect(self.left)
