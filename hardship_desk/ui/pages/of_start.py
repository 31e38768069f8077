"""The pages without a dossier from which work begins: the start page and the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QLayout

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.law_foot import LawFootPresenter
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.today import TodayPresenter, TodayShell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dress.look import Look
from hardship_desk.ui.running.background import AFTER_START_MS, Task
from hardship_desk.ui.views.today_view import TodayPageView
from hardship_desk.ui.widgets.law_foot import LawFoot
from hardship_desk.ui.widgets.stack import Stack

if TYPE_CHECKING:
    from hardship_desk.presenters.case_list import CaseListPresenter
    from hardship_desk.services.agenda import Agenda, Place
    from hardship_desk.ui.bulk_export import BulkExport
    from hardship_desk.ui.views.case_list_view import CaseListPageView

COLUMNS, WELCOMED = "columns_left_out", "welcomed"
LIST_AHEAD_MS = 700


class StartPages(Stack):
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
        self._desk = desk
        self._shell = shell
        self._waiting: list[Callable[[], object]] = []
        self._reading: Task[tuple[Place, ...]] | None = None
        self._wanted: Callable[[], object] | None = None
        self._is_broken = False
        self.today_view = TodayPageView(texts, look.theme)
        self.today = TodayPresenter(desk, self.today_view, texts, shell, self._beside)
        self.today.is_known = bool(look.remembered(WELCOMED))
        self.law = LawFootPresenter(desk, texts)
        self.feet: list[LawFoot] = []
        self.addWidget(self.today_view)
        self._add_foot(self.today_view.body)
        self._connect()
        self.when_read(self._make_list_ahead)

    @property
    def list_view(self) -> CaseListPageView:
        """Shows the list."""
        return self._lists[0]

    @property
    def list(self) -> CaseListPresenter:
        """Fills the list."""
        return self._lists[1]

    @cached_property
    def _lists(self) -> tuple[CaseListPageView, CaseListPresenter]:
        from hardship_desk.presenters.case_list import CaseListPresenter
        from hardship_desk.ui.views.case_list_view import CaseListPageView

        view = CaseListPageView(self._texts)
        presenter = CaseListPresenter(self._desk, view, self._texts, self._shell)
        self.addWidget(view)
        self._add_foot(view.layout())
        self._connect_list(view, presenter)
        return view, presenter

    @cached_property
    def bulk(self) -> BulkExport:
        """Exports what is chosen in the list."""
        from hardship_desk.ui.bulk_export import BulkExport

        return BulkExport(self, self._desk, self._texts, self._shell)

    def when_read(self, do: Callable[[], object]) -> None:
        """Do this as soon as questions and rules are read; at once where they are."""
        if self._desk.is_read:
            do()
        else:
            self._waiting.append(do)

    def end(self) -> None:
        """Begin nothing any more, whatever waited for what is read: the window is going."""
        self._waiting, self._wanted = [], None

    def _make_list_ahead(self) -> None:
        """While the user looks at the first page: making and dressing the list takes longest there."""
        QTimer.singleShot(LIST_AHEAD_MS, self, lambda: self.list)

    def show_today(self) -> None:
        """Show the start page as things stand."""
        self._let_be_read()
        self.setCurrentWidget(self.today_view)
        self.today.refresh()
        self.law.refresh()
        self.today_view.focus_first()

    def show_list(self) -> None:
        """Show the list as it stands."""
        self._let_be_read()
        self.list.refresh()
        self.law.refresh()
        self.setCurrentWidget(self.list_view)
        self.list_view.focus_first()

    def show_again(self) -> None:
        """Show the page that was shown last."""
        if self.currentWidget() is self.today_view:
            self.show_today()
        else:
            self.show_list()

    def _let_be_read(self) -> None:
        """Read questions and rules beside the window, where nobody did that before."""
        if self._desk.is_read or self._reading is not None:
            return
        self._reading = reading = Task(self, self._read, self._on_read, self._on_not_read)
        reading.when_broken(self._on_broken)
        # The window comes first: reading would take turns with its first painting. The pause is counted
        # from when there is nothing else to do, however long it took to make the window.
        begin = partial(QTimer.singleShot, AFTER_START_MS, self, lambda: reading.start())  # noqa: PLW0108
        QTimer.singleShot(0, self, begin)

    def _read(self) -> tuple[Place, ...]:
        self._desk.read()
        return self.today.look_up()

    def _on_read(self, places: tuple[Place, ...]) -> None:
        self.today.refresh(places)
        self.law.refresh()
        self._go_on()

    def _on_not_read(self, error: HardshipDeskError) -> None:
        """Tell it; where only the dossiers could not be read, what waited for the rules goes on."""
        self._shell.show_message(message_of(error, self._texts))
        self._on_broken(error)
        if self._desk.is_read:
            self._go_on()

    def _on_broken(self, _error: Exception) -> None:
        """Look nothing up any more; what the user wants is tried, and says itself what is wrong."""
        self._reading, self._wanted = None, None
        self._is_broken = True
        self.unsetCursor()
        self.today.give_up()

    def _go_on(self) -> None:
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do()
        wanted, self._wanted = self._wanted, None
        self.unsetCursor()
        if wanted is not None:
            # Once the page stands with what was read: a line that is made anew still takes the focus.
            QTimer.singleShot(0, self, wanted)

    def _once_read(self, do: Callable[[], object]) -> None:
        """Go where the user wants; before questions are read the last wish waits, and not the window."""
        if self._desk.is_read or self._is_broken:
            do()
        else:
            self._wanted = do
            self.setCursor(Qt.CursorShape.BusyCursor)

    def _beside(
        self,
        work: Callable[[], Agenda],
        on_done: Callable[[Agenda], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        task = Task(self.today_view, work, on_done, on_failed)
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
        today = self.today_view
        today.line_chosen.connect(lambda key: self._once_read(partial(self.today.open, key)))
        today.welcome.command_wanted.connect(self.command_wanted)
        today.welcome.example_wanted.connect(lambda: self._once_read(self.today.open_example))
        today.welcome.unwanted.connect(self._on_welcome_unwanted)
        today.calendar_wanted.connect(self._on_today_calendar_wanted)
        today.list_wanted.connect(self.list_wanted)
        self._connect_ways(today)

    def _connect_list(self, lines: CaseListPageView, presenter: CaseListPresenter) -> None:
        lines.search_changed.connect(presenter.search)
        lines.filter_chosen.connect(presenter.narrow)
        lines.filters_unwanted.connect(presenter.widen)
        lines.hide_columns(self._look.remembered(COLUMNS))
        lines.columns_chosen.connect(lambda names: self._look.remember(COLUMNS, names))
        lines.export_wanted.connect(self._on_list_export_wanted)
        lines.more_wanted.connect(presenter.more)
        lines.case_wanted.connect(
            lambda case_id: self._once_read(partial(presenter.open, CaseId(case_id)))
        )
        self._connect_ways(lines)

    def _on_list_export_wanted(self, ids: tuple[str, ...]) -> None:
        self.bulk.ask_folder(ids)

    def _connect_ways(self, page: TodayPageView | CaseListPageView) -> None:
        page.new_wanted.connect(lambda: self._once_read(self.new_wanted.emit))
        page.reference_wanted.connect(lambda: self._once_read(self.reference_wanted.emit))
        page.rekenhulp_wanted.connect(lambda: self._once_read(self.rekenhulp_wanted.emit))

    def _add_foot(self, layout: QLayout | None) -> None:
        """Put the line about the law below what a page shows."""
        if layout is None:
            raise TypeError("page_without_layout")
        foot = LawFoot(self._texts)
        foot.law_wanted.connect(self.law_wanted)
        layout.addWidget(foot)
        self.law.also_in(foot)
        self.feet.append(foot)
