"""The pages without a dossier from which work begins: the start page and the list."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.case_list import CaseListPresenter
from hardship_desk.presenters.law import LawFootPresenter
from hardship_desk.presenters.today import TodayPresenter, TodayShell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.agenda import Agenda
from hardship_desk.services.desk import Desk
from hardship_desk.ui.background import Task, while_there
from hardship_desk.ui.bulk_export import BulkExport
from hardship_desk.ui.look import Look
from hardship_desk.ui.views.case_list_view import CaseListPageView
from hardship_desk.ui.views.today_view import TodayPageView
from hardship_desk.ui.widgets.law_foot import LawFoot

COLUMNS, WELCOMED = "columns_left_out", "welcomed"
AFTER_START_MS = 100
KEPT = 8
"""How many tasks stay alive: one that still waits for its turn may not go."""


class StartPages(QStackedWidget):
    """Holds views and presenters; Qt would let a loose presenter die."""

    new_wanted = Signal()
    reference_wanted = Signal()
    rekenhulp_wanted = Signal()
    list_wanted = Signal()
    command_wanted = Signal(str)
    law_wanted = Signal()

    def __init__(self, desk: Desk, texts: WindowTexts, look: Look, shell: TodayShell) -> None:
        super().__init__()
        self.setMinimumWidth(1)
        self._texts = texts
        self._look = look
        self._tasks: deque[Task[Agenda]] = deque(maxlen=KEPT)
        self.today_view = TodayPageView(texts, look.theme)
        self.list_view = CaseListPageView(texts)
        self.today = TodayPresenter(desk, self.today_view, texts, shell, self._beside)
        self.today.is_known = bool(look.remembered(WELCOMED))
        self.list = CaseListPresenter(desk, self.list_view, texts, shell)
        self.feet = tuple(_footed(page, texts) for page in (self.today_view, self.list_view))
        self.law = LawFootPresenter(desk, self.feet, texts)
        self.bulk = BulkExport(self, desk, texts, shell)
        self.addWidget(self.today_view)
        self.addWidget(self.list_view)
        self._connect()

    def show_today(self) -> None:
        """Show the start page as things stand."""
        self.setCurrentWidget(self.today_view)
        self.today.refresh()
        self.law.refresh()
        self.today_view.focus_first()

    def show_list(self) -> None:
        """Show the list as it stands."""
        self.list.refresh()
        self.law.refresh()
        self.setCurrentWidget(self.list_view)
        self.list_view.focus_first()

    def show_again(self) -> None:
        """Show the page that was shown last."""
        if self.currentWidget() is self.list_view:
            self.show_list()
        else:
            self.show_today()

    def _beside(
        self,
        work: Callable[[], Agenda],
        on_done: Callable[[Agenda], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        view = self.today_view
        task = Task(work, while_there(view, on_done), while_there(view, on_failed))
        task.setAutoDelete(False)
        self._tasks.append(task)
        # At the start the window comes first: reading the dossiers would take turns with it. A timer
        # does not keep the object of a method, and a later task must not end an earlier one.
        begin = 0 if self.isVisible() else AFTER_START_MS
        QTimer.singleShot(begin, self, lambda: task.start())  # noqa: PLW0108

    def _on_welcome_unwanted(self) -> None:
        self._look.remember(WELCOMED, "yes")
        self.today.hide_welcome()
        self.today_view.focus_first()

    def _on_today_calendar_wanted(self) -> None:
        texts = self._texts
        chosen, _kind = QFileDialog.getSaveFileName(
            self,
            texts.get("vandaag.agenda_bewaren").removesuffix(" …"),
            texts.get("vandaag.agenda_naam"),
            texts.get("vandaag.agenda_soort"),
        )
        if chosen:
            self.today.save_calendar(Path(chosen).with_suffix(".ics"), write_atomically)

    def _connect(self) -> None:
        today, lines = self.today_view, self.list_view
        today.line_chosen.connect(self.today.open)
        today.welcome.command_wanted.connect(self.command_wanted)
        today.welcome.example_wanted.connect(self.today.open_example)
        today.welcome.unwanted.connect(self._on_welcome_unwanted)
        today.calendar_wanted.connect(self._on_today_calendar_wanted)
        today.list_wanted.connect(self.list_wanted)
        lines.search_changed.connect(self.list.search)
        lines.filter_chosen.connect(self.list.narrow)
        lines.filters_unwanted.connect(self.list.widen)
        lines.hide_columns(self._look.remembered(COLUMNS))
        lines.columns_chosen.connect(lambda names: self._look.remember(COLUMNS, names))
        lines.export_wanted.connect(self.bulk.ask_folder)
        lines.more_wanted.connect(self.list.more)
        lines.case_wanted.connect(lambda case_id: self.list.open(CaseId(case_id)))
        for foot in self.feet:
            foot.law_wanted.connect(self.law_wanted)
        for page in (today, lines):
            page.new_wanted.connect(self.new_wanted)
            page.reference_wanted.connect(self.reference_wanted)
            page.rekenhulp_wanted.connect(self.rekenhulp_wanted)


def _footed(page: TodayPageView | CaseListPageView, texts: WindowTexts) -> LawFoot:
    """The line about the law, below what the page shows."""
    foot = LawFoot(texts)
    layout = page.body if isinstance(page, TodayPageView) else page.layout()
    if layout is None:
        raise TypeError("page_without_layout")
    layout.addWidget(foot)
    return foot
