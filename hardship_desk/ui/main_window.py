"""The window: the bar on top, the messages, and the page that is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QMainWindow,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.presenters.case_list import CaseListPresenter
from hardship_desk.presenters.new_case import Choice, KnownCase, NewCasePresenter
from hardship_desk.presenters.open_case import OpenCase, add_decision
from hardship_desk.presenters.shell import Message, MessageKind, Page, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.case_pages import CasePages
from hardship_desk.ui.look import Look
from hardship_desk.ui.organisation_dialog import OrganisationDialog
from hardship_desk.ui.plugins_dialog import PluginsDialog
from hardship_desk.ui.shortcuts import ShortcutList, install_shortcuts
from hardship_desk.ui.talk_bar import TalkBar
from hardship_desk.ui.tool_pages import ToolPages
from hardship_desk.ui.top_bar import TopBar
from hardship_desk.ui.vault_menu import VaultMenu
from hardship_desk.ui.views.case_list_view import CaseListPageView
from hardship_desk.ui.views.new_case_view import NewCasePageView
from hardship_desk.ui.widgets.message_bar import MessageBar
from hardship_desk.ui.window_frame import WindowFrame, first_size


class MainWindow(QMainWindow):
    """Fulfils `Shell`: presenters ask it for another page or a message."""

    closed = Signal()
    lock_wanted = Signal()
    talk_wanted = Signal()

    def __init__(self, desk: Desk, look: Look) -> None:
        super().__init__()
        self._desk = desk
        self.look = look
        self._texts = WindowTexts(desk.texts)
        self.vault_menu = VaultMenu(self, self, desk, self._texts)
        self._bar = TopBar(self._texts, is_practice=desk.is_practice)
        self._messages = MessageBar(self._texts)
        self._stack = QStackedWidget()
        self._stack.setMinimumWidth(1)
        self.list_view = CaseListPageView(self._texts)
        self.new_view: NewCasePageView | None = None
        self.pages: CasePages | None = None
        self._list = CaseListPresenter(desk, self.list_view, self._texts, self)
        self._new: NewCasePresenter | None = None
        self._stack.addWidget(self.list_view)
        self.tools = ToolPages(desk, self._texts, self)
        self._before_tool: QWidget = self.list_view
        self._stack.addWidget(self.tools)
        self.frame = WindowFrame(self._bar, self._messages, self._stack, TalkBar(self._texts))
        self.setCentralWidget(self.frame)
        self._connect()
        self.resize(first_size(self.screen()))
        self.show_list()

    def show_message(self, message: Message) -> None:
        """Show a message until the next one, or until it is closed."""
        self._messages.show_message(message)

    def show_list(self) -> None:
        """Save what was typed, leave the dossier and show the list."""
        if self._is_held_back():
            return
        self._drop_case()
        self._bar.show_no_case()
        self.setWindowTitle(self._texts.get("algemeen.naam"))
        self._list.refresh()
        self._stack.setCurrentWidget(self.list_view)
        self.list_view.focus_first()

    def show_new(self, known: KnownCase | None = None) -> None:
        """Show the form for a new dossier, with what is known of it already."""
        if self._is_held_back():
            return
        self._drop_case()
        self._bar.show_no_case()
        self.setWindowTitle(self._texts.get("algemeen.naam"))
        self._messages.hide()
        if self.new_view is not None:
            self._throw_away(self.new_view)
        self.new_view = NewCasePageView(self._texts)
        self._new = NewCasePresenter(self._desk, self.new_view, self._texts, self)
        self.new_view.create_wanted.connect(self._new.create)
        self.new_view.cancel_wanted.connect(self._new.cancel)
        self._stack.addWidget(self.new_view)
        self._stack.setCurrentWidget(self.new_view)
        self._new.start(known)
        self.new_view.focus_first()

    def show_case(self, case_id: CaseId) -> None:
        """Open a dossier at the step where the work stopped."""
        self._messages.hide()
        case: OpenCase | None = None
        with told(self, self._texts):
            case = OpenCase(self._desk, case_id)
        if case is not None:
            self._open(case)

    def show_reference(self, provision: str = "") -> None:
        """Show the reference, at one provision where it is named; Escape comes back here."""
        self.flush()
        context = self.pages.case.assessment.context if self.pages is not None else None
        self._show_tools()
        self.tools.show_reference(context, provision)

    def show_rekenhulp(self) -> None:
        """Show the calculations that need no dossier; Escape comes back here."""
        self.flush()
        self._show_tools()
        self.tools.show_rekenhulp()

    def show_question(self, step: int, question: str = "") -> None:
        """Show a step of the open dossier, with the focus at a question where one is named."""
        if self.pages is not None:
            self.show_page_of_case(Page.VRAGEN)
            self.pages.work.go_to(step, question)

    def show_page_of_case(self, page: Page) -> None:
        """Show another page of the open dossier."""
        if self.pages is not None:
            with told(self, self._texts):
                self._stack.setCurrentWidget(self.pages)
                self.pages.show_page_of_case(page)
                self._bar.show_page(page)

    def show_unassigned(self, count: int) -> None:
        """Show how many sentences of the kladblok have no question yet."""
        self._bar.show_unassigned(count)

    def switch_decision(self, decision: DecisionId) -> None:
        """Work on another decision of the open dossier."""
        if self.pages is not None:
            if self._is_held_back():
                return
            case = self.pages.case
            case.switch_to(decision)
            self._open(case)

    def flush(self) -> None:
        """Save everything that was typed and not yet saved."""
        if self.pages is not None:
            self.pages.flush()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_held_back():
            event.ignore()
            return
        if self.pages is not None:
            self.pages.leave()
        self.closed.emit()
        super().closeEvent(event)

    def _is_held_back(self) -> bool:
        """Save everything; whether something could not be saved and the user must know first."""
        self.flush()
        return self.pages is not None and self.pages.holds_back()

    def _open(self, case: OpenCase) -> None:
        self._drop_case()
        pages = CasePages(case, self._texts, self.look.theme, self)
        pages.provision_wanted.connect(self.show_reference)
        self.pages = pages
        self._stack.addWidget(pages)
        self._stack.setCurrentWidget(pages)
        self._show_head(case)
        self.show_unassigned(len(self._desk.notes.unassigned(case.case_id)))
        self.show_page_of_case(Page.VRAGEN)

    def _show_head(self, case: OpenCase) -> None:
        number = case.case.number
        self.setWindowTitle(self._texts.get("algemeen.titel_zaak", nummer=number))
        decisions = tuple(
            Choice(id=item.id, text=self._texts.get_or(f"soort.{item.type}", item.type))
            for item in case.case.decisions
        )
        self._bar.show_case(number, decisions, case.decision_id)

    def _show_tools(self) -> None:
        now = self._stack.currentWidget()
        if now is not None and now is not self.tools:
            self._before_tool = now
        self._messages.hide()
        self._stack.setCurrentWidget(self.tools)

    def _leave_tools(self) -> None:
        """Go back to the page from which the tool was opened."""
        if self.pages is not None and self._before_tool is self.pages:
            self.show_page_of_case(self.pages.page)
        elif self._before_tool is self.new_view and self.new_view is not None:
            self._stack.setCurrentWidget(self.new_view)
            self.new_view.focus_first()
        else:
            self.show_list()

    def _drop_case(self) -> None:
        if self.pages is not None:
            self.pages.leave()
            self._throw_away(self.pages)
            self.pages = None

    def _throw_away(self, widget: QWidget) -> None:
        self._stack.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _connect(self) -> None:
        self.list_view.search_changed.connect(self._list.search)
        self.list_view.case_wanted.connect(lambda case_id: self._list.open(CaseId(case_id)))
        self.list_view.new_wanted.connect(self.show_new)
        self.list_view.reference_wanted.connect(self.show_reference)
        self.list_view.rekenhulp_wanted.connect(self.show_rekenhulp)
        self.tools.left.connect(self._leave_tools)
        self.tools.case_wanted.connect(self.show_new)
        self._bar.list_wanted.connect(self.show_list)
        self._bar.page_wanted.connect(lambda page: self.show_page_of_case(Page(page)))
        self._bar.decision_wanted.connect(lambda name: self.switch_decision(DecisionId(name)))
        self._bar.set_menu(
            {
                "lijst.nieuw": self.show_new,
                "besluit_erbij.menu": self._add_decision,
                "naslag.menu": self.show_reference,
                "rekenhulp.menu": self.show_rekenhulp,
                "organisatie.menu": self._show_organisation,
                "plugins.menu": self._show_plugins,
                **self.vault_menu.entries(),
                "balk.licht": lambda: self.look.choose(dark=False),
                "balk.donker": lambda: self.look.choose(dark=True),
                "balk.systeem": self.look.follow_system,
                "balk.groter": lambda: self.look.zoom(1),
                "balk.kleiner": lambda: self.look.zoom(-1),
                "balk.gewoon": self.look.zoom_back,
                "balk.sneltoetsen": self._show_shortcuts,
            }
        )
        install_shortcuts(self, self._actions())

    def _actions(self) -> dict[str, Callable[[], object]]:
        to_page = {
            "vragen": Page.VRAGEN,
            "dossier": Page.PERSONEN,
            "bewijs": Page.BEWIJS,
            "kladblok": Page.KLADBLOK,
            "besluit": Page.BESLUIT,
        }
        pages: dict[str, Callable[[], object]] = {
            name: self._page_action(page) for name, page in to_page.items()
        }
        return {
            **pages,
            "nieuw": self.show_new,
            "naslag": self.show_reference,
            "rekenhulp": self.show_rekenhulp,
            "lijst": self.show_list,
            "uitvoer": self._export,
            "kopieren": self._copy,
            "volgende_stap": lambda: self._move(1),
            "vorige_stap": lambda: self._move(-1),
            "volgende_vraag": lambda: self._next_question(1),
            "vorige_vraag": lambda: self._next_question(-1),
            "paneel": self._next_panel,
            "uitleg": lambda: self._with_pages(lambda pages: pages.work_view.toggle_help()),
            "meer": lambda: self._with_pages(lambda pages: pages.work_view.open_question_menu()),
            "groter": lambda: self.look.zoom(1),
            "kleiner": lambda: self.look.zoom(-1),
            "gewone_tekst": self.look.zoom_back,
            "donker": self.look.toggle,
            "hulp": self._show_shortcuts,
            "vergrendelen": self.lock_wanted.emit,
        }

    def _page_action(self, page: Page) -> Callable[[], object]:
        return lambda: self.show_page_of_case(page)

    @property
    def _shown(self) -> CasePages | None:
        """The pages of the open dossier where they are on screen."""
        return self.pages if self._stack.currentWidget() is self.pages else None

    def _with_pages(self, action: Callable[[CasePages], None]) -> None:
        if self._shown is not None:
            action(self._shown)

    def _copy(self) -> None:
        """Copy the next block of the report, or what the tool on screen shows."""
        if self._stack.currentWidget() is self.tools:
            self.tools.copy()
        self._with_pages(lambda pages: pages.export.copy_next())

    def _move(self, by: int) -> None:
        if self._shown is not None and self._shown.page is Page.VRAGEN:
            self._shown.work_view.move_wanted.emit(by)

    def _next_question(self, step: int) -> None:
        """Go to the next question; after the last one comes the next step."""
        if self._shown is None or self._shown.page is not Page.VRAGEN:
            return
        if not self._shown.work_view.column.focus_next(step):
            self._move(step)

    def _next_panel(self) -> None:
        shown = self._shown
        panels = shown.panels() if shown is not None else ()
        if not panels or shown is None:
            return
        focus = QApplication.focusWidget()
        here = [
            place
            for place, panel in enumerate(panels)
            if focus is not None and (panel is focus or panel.isAncestorOf(focus))
        ]
        panel = panels[(here[0] + 1) % len(panels) if here else 0]
        if shown.page is Page.VRAGEN:
            shown.work_view.focus_panel(panel)
        else:
            shown.decision_view.focus_panel(panel)

    def _export(self) -> None:
        if self.pages is not None:
            self.show_page_of_case(Page.BESLUIT)
            self.pages.decision_view.export.ask_folder()

    def _add_decision(self) -> None:
        """Ask which kind of decision comes with it, and go on there."""
        if self.pages is None:
            self.show_message(
                Message(kind=MessageKind.WARNING, text=self._texts.get("besluit_erbij.eerst"))
            )
            return
        self.flush()
        kinds = {kind.title: kind.id for kind in self._desk.questionnaire.types}
        title, chosen = QInputDialog.getItem(
            self,
            self._texts.get("besluit_erbij.titel"),
            self._texts.get("besluit_erbij.vraag"),
            list(kinds),
            0,
            editable=False,
        )
        if chosen:
            with told(self, self._texts):
                self.switch_decision(add_decision(self.pages.case, kinds[title]))

    def _show_organisation(self) -> None:
        self.flush()
        dialog = OrganisationDialog(self, self._desk, self._texts)
        dialog.finished.connect(self._read_rules_again)
        dialog.open()

    def _show_plugins(self) -> None:
        self.flush()
        today = self._desk.clock.today()
        dialog = PluginsDialog(self, self._desk.plugins, today, self._texts)
        dialog.finished.connect(self._read_rules_again)
        dialog.open()

    def ask_for_plugins(self) -> None:
        """Say that code waits for permission, where it does."""
        asking = self._desk.plugins.asking()
        if asking:
            text = self._texts.get("plugins.venster.vraagt", plugins=", ".join(asking))
            self.show_message(Message(kind=MessageKind.WARNING, text=text))

    def _read_rules_again(self) -> None:
        """What was filled in may change findings: show the open page with them."""
        if self._shown is not None:
            self.show_page_of_case(self._shown.page)

    def _show_shortcuts(self) -> None:
        ShortcutList(self, self._texts).open()
