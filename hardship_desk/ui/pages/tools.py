"""The pages that need no dossier: the reference and the calculations, made when wanted or in idle turns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from hardship_desk.presenters.shell import Shell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.running.idle_work import IdleWork
from hardship_desk.ui.widgets.stack import Stack

if TYPE_CHECKING:
    from hardship_desk.plugin_api.context import AssessmentContext
    from hardship_desk.presenters.reference import ReferencePresenter
    from hardship_desk.presenters.rekenhulp import RekenhulpPresenter
    from hardship_desk.ui.views.reference_view import ReferencePageView
    from hardship_desk.ui.views.rekenhulp_view import RekenhulpPageView

AHEAD_MS = 1500
"""After questions and rules were read: the list of dossiers comes first."""


class ToolPages(Stack):
    """Holds views and presenters; Qt would let a loose presenter die."""

    left = Signal()
    case_wanted = Signal(object)

    def __init__(self, desk: Desk, texts: WindowTexts, shell: Shell) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._desk, self._texts, self._shell = desk, texts, shell
        self._idle = IdleWork(self)

    def make_ahead(self) -> None:
        """Make both pages in a while, in turns that nobody notices."""
        QTimer.singleShot(AHEAD_MS, self, lambda: self._idle.start(self._making()))

    def end(self) -> None:
        """Make nothing any more: the window is going."""
        self._idle.end()

    def _making(self) -> Iterator[None]:
        """Once somebody is on one of them they are made as they are asked for."""
        from hardship_desk.ui.widgets.ready import settling

        for make in (
            lambda: self.reference_view,
            lambda: self.reference,
            lambda: self.rekenhulp_view,
            lambda: self.rekenhulp,
        ):
            if self.isVisible():
                return
            make()
            yield
        self.rekenhulp.refresh()
        yield
        for view in (self.reference_view, self.rekenhulp_view):
            yield from settling(view, self.size())

    @cached_property
    def reference_view(self) -> ReferencePageView:
        """Shows the reference."""
        from hardship_desk.ui.views.reference_view import ReferencePageView

        view = ReferencePageView(self._texts)
        self.addWidget(view)
        return view

    @cached_property
    def rekenhulp_view(self) -> RekenhulpPageView:
        """Shows the calculations."""
        from hardship_desk.ui.views.rekenhulp_view import RekenhulpPageView

        view = RekenhulpPageView(self._texts)
        self.addWidget(view)
        return view

    @cached_property
    def reference(self) -> ReferencePresenter:
        """Looks up what is asked in the reference."""
        from hardship_desk.presenters.reference import ReferencePresenter

        view = self.reference_view
        presenter = ReferencePresenter(self._desk, view, self._texts, self._shell)
        view.show_kinds(presenter.kinds())
        self._connect_reference(view, presenter)
        return presenter

    @cached_property
    def rekenhulp(self) -> RekenhulpPresenter:
        """Calculates what is filled in."""
        from hardship_desk.presenters.rekenhulp import RekenhulpPresenter

        view = self.rekenhulp_view
        presenter = RekenhulpPresenter(self._desk, view, self._texts, self._shell)
        view.show_choices(presenter.choices())
        self._connect_rekenhulp(view, presenter)
        return presenter

    def show_reference(self, context: AssessmentContext | None, provision: str = "") -> None:
        """Show the reference, for the days of a dossier where one is open."""
        self.setCurrentWidget(self.reference_view)
        if context is not None:
            self.reference.start(context.dates, context.decision_type)
        else:
            self.reference.start()
        if provision:
            self.reference.open_provision(provision)
            self.reference_view.focus_entry()
        else:
            self.reference_view.focus_first()

    def show_rekenhulp(self) -> None:
        """Show the rekenhulp as it was left."""
        self.setCurrentWidget(self.rekenhulp_view)
        self.rekenhulp.refresh()
        self.rekenhulp_view.focus_first()

    def copy(self) -> None:
        """Copy what is shown."""
        if self.currentWidget() is self.reference_view:
            self.reference.copy()
        else:
            self.rekenhulp.copy()

    def _connect_rekenhulp(self, view: RekenhulpPageView, presenter: RekenhulpPresenter) -> None:
        view.chosen.connect(presenter.choose)
        view.day_typed.connect(presenter.set_day)
        view.answer_given.connect(presenter.answer)
        view.municipality_chosen.connect(presenter.choose_municipality)
        view.copy_wanted.connect(presenter.copy)
        view.clear_wanted.connect(presenter.clear)
        view.case_wanted.connect(self._on_case_wanted)
        view.left.connect(self.left)

    def _on_case_wanted(self) -> None:
        self.rekenhulp_view.flush()
        self.case_wanted.emit(self.rekenhulp.known_case())

    def _connect_reference(self, view: ReferencePageView, presenter: ReferencePresenter) -> None:
        view.search_changed.connect(presenter.search)
        view.day_changed.connect(presenter.set_day)
        view.kind_chosen.connect(presenter.choose_kind)
        view.entry_chosen.connect(presenter.choose)
        view.link_wanted.connect(presenter.open)
        view.reading_given.connect(presenter.tick)
        view.reading_taken_back.connect(presenter.untick)
        view.copy_wanted.connect(presenter.copy)
        view.left.connect(self.left)
