"""The window: the bar on top, the messages, and the page that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QWidget,
)

from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.overriding import override
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.shell import Message, Page, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.commands import Commands
from hardship_desk.ui.dress.look import Look
from hardship_desk.ui.locking.talk_bar import TalkBar
from hardship_desk.ui.pages.of_start import StartPages
from hardship_desk.ui.pages.tools import ToolPages
from hardship_desk.ui.running.background import finish_running_work
from hardship_desk.ui.running.taking_down import TakingDown
from hardship_desk.ui.top_bar import TopBar
from hardship_desk.ui.vault_menu import VaultMenu
from hardship_desk.ui.widgets.message_bar import MessageBar
from hardship_desk.ui.widgets.stack import Stack
from hardship_desk.ui.window_frame import WindowFrame, first_size

if TYPE_CHECKING:
    from hardship_desk.presenters.new_case import KnownCase, NewCasePresenter
    from hardship_desk.presenters.open_case import OpenCase
    from hardship_desk.ui.pages.of_case import CasePages
    from hardship_desk.ui.views.new_case_view import NewCasePageView


class MainWindow(QMainWindow):
    """Fulfils `Shell`: presenters ask it for another page or a message."""

    closed = Signal()
    lock_wanted = Signal()
    talk_wanted = Signal()

    def __init__(self, desk: Desk, look: Look, texts: WindowTexts | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.look = look
        self._texts = texts or WindowTexts(desk.texts)
        self.vault_menu = VaultMenu(self, self, desk, self._texts)
        self._bar = TopBar(self._texts, is_practice=desk.is_practice)
        self._messages = MessageBar(self._texts)
        self._stack = Stack()
        self._stack.setMinimumSize(1, 1)
        self.start = StartPages(desk, self._texts, look, self)
        self.new_view: NewCasePageView | None = None
        self.pages: CasePages | None = None
        self._new: NewCasePresenter | None = None
        self._before_new: CaseId | None = None
        self._going = TakingDown(self)
        self._stack.addWidget(self.start)
        self.tools = ToolPages(desk, self._texts, self)
        self._before_tool: QWidget = self.start
        self._stack.addWidget(self.tools)
        self.frame = WindowFrame(self._bar, self._messages, self._stack, TalkBar(self._texts))
        self.setCentralWidget(self.frame)
        self.commands = Commands(self, desk, self._texts)
        self._connect()
        self.resize(first_size(self.screen()))
        self.show_today()

    def show_message(self, message: Message) -> None:
        """Show a message until the next one, or until it is closed; its code is written in the log."""
        self._messages.show_message(message)
        if message.code:
            from hardship_desk.config.log import write_down

            write_down(message.code)

    def show_today(self) -> None:
        """Save what was typed, leave the dossier and show the start page."""
        if self._leave_case():
            self._stack.setCurrentWidget(self.start)
            self.start.show_today()

    def show_list(self) -> None:
        """Save what was typed, leave the dossier and show the list."""
        if self._leave_case():
            self._stack.setCurrentWidget(self.start)
            self.start.show_list()

    def show_new(self, known: KnownCase | None = None) -> None:
        """Show the form for a new dossier, with what is known of it already."""
        from hardship_desk.presenters.new_case import NewCasePresenter
        from hardship_desk.ui.views.new_case_view import NewCasePageView

        before = self.pages.case.case_id if self.pages is not None else None
        if not self._leave_case():
            return
        self._before_new = before
        self._messages.hide()
        if self.new_view is not None:
            self._throw_away(self.new_view)
        self.new_view = NewCasePageView(self._texts)
        self._new = NewCasePresenter(self._desk, self.new_view, self._texts, self)
        self.new_view.create_wanted.connect(self._new.create)
        self.new_view.cancel_wanted.connect(self._leave_new)
        self._stack.addWidget(self.new_view)
        self._stack.setCurrentWidget(self.new_view)
        self._new.start(known)
        self.new_view.focus_first()

    def show_case(self, case_id: CaseId) -> None:
        """Open a dossier at the step and the question where the work stopped."""
        case = self._read(case_id)
        if case is not None:
            self._open(case)
            if self.pages is not None:
                self.pages.work_view.focus_question(case.stopped.question or "")

    def show_place(self, case_id: CaseId, decision: DecisionId, step: int, question: str) -> None:
        """Open a dossier at a decision, step and question; where it stopped for step 0."""
        case = self._read(case_id)
        if case is not None:
            if case.decision_id != decision:
                case.switch_to(decision)
            self._open(case)
            if step:
                self.show_question(step, question)

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
        """Show a step of the open dossier, with the focus at a question where one is named.

        An own paragraph is named like an answer; it stands on the page of the decision.
        """
        from hardship_desk.domain.decision import OWN_TEXT_PREFIX

        if self.pages is not None and question.startswith(OWN_TEXT_PREFIX):
            self.show_page_of_case(Page.BESLUIT)
            self.pages.decision.view.focus_paragraph(question.removeprefix(OWN_TEXT_PREFIX))
        elif self.pages is not None:
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
        self.start.end()
        self.tools.end()
        finish_running_work()
        self.closed.emit()
        super().closeEvent(event)

    def _is_held_back(self) -> bool:
        """Save everything; whether something could not be saved and the user must know first."""
        self.flush()
        return self.pages is not None and self.pages.holds_back()

    def _read(self, case_id: CaseId) -> OpenCase | None:
        """The dossier, or None where it cannot be read and that was told."""
        from hardship_desk.presenters.open_case import OpenCase

        if self._is_held_back():
            return None
        self._messages.hide()
        read: list[OpenCase] = []
        with told(self, self._texts):
            read.append(OpenCase(self._desk, case_id))
        return read[0] if read else None

    def _leave_case(self) -> bool:
        """Save what was typed and leave the dossier; False where the user must know something first."""
        if self._is_held_back():
            return False
        self._drop_case()
        self._bar.show_no_case()
        self.setWindowTitle(self._texts.get("algemeen.naam"))
        return True

    def _open(self, case: OpenCase) -> None:
        from hardship_desk.ui.pages.of_case import CasePages

        self._drop_case()
        pages = CasePages(case, self._texts, self.look.theme, self, self._stack)
        pages.provision_wanted.connect(self.show_reference)
        pages.stock_text_wanted.connect(self.commands.stock_texts.insert)
        self.pages = pages
        self._stack.addWidget(pages)
        self._stack.setCurrentWidget(pages)
        self._show_head(case)
        self.show_unassigned(len(self._desk.notes.unassigned(case.case_id)))
        self.show_page_of_case(Page.VRAGEN)

    def _show_head(self, case: OpenCase) -> None:
        from hardship_desk.presenters.decision_names import decision_names

        number = case.case.number
        self.setWindowTitle(self._texts.get("algemeen.titel_zaak", nummer=number))
        named = decision_names(case.case, self._texts)
        decisions = tuple(Choice(id=name, text=text) for name, text in named.items())
        self._bar.show_case(number, decisions, case.decision_id)

    def _show_tools(self) -> None:
        now = self._stack.currentWidget()
        if now is not None and now is not self.tools:
            self._before_tool = now
        self._messages.hide()
        self._stack.setCurrentWidget(self.tools)

    def _on_bar_decision_wanted(self, decision: str) -> None:
        if self.pages is not None:
            self.show_place(self.pages.case.case_id, DecisionId(decision), 0, "")

    def _leave_new(self) -> None:
        """Go back to where one came from: the dossier, or the page shown last."""
        if self._before_new is not None:
            self.show_case(self._before_new)
        elif self._leave_case():
            self._stack.setCurrentWidget(self.start)
            self.start.show_again()

    def _leave_tools(self) -> None:
        """Go back to the page from which the tool was opened."""
        if self.pages is not None and self._before_tool is self.pages:
            self.show_page_of_case(self.pages.page)
        elif self._before_tool is self.new_view and self.new_view is not None:
            self._stack.setCurrentWidget(self.new_view)
            self.new_view.focus_first()
        elif self._leave_case():
            self._stack.setCurrentWidget(self.start)
            self.start.show_again()

    def _drop_case(self) -> None:
        if self.pages is not None:
            self.pages.leave()
            self._throw_away(self.pages)
            self.pages = None

    def _throw_away(self, widget: QWidget) -> None:
        self._stack.removeWidget(widget)
        widget.hide()
        self._going.take(widget)

    def _connect(self) -> None:
        self.start.new_wanted.connect(self.show_new)
        self.start.reference_wanted.connect(self.show_reference)
        self.start.rekenhulp_wanted.connect(self.show_rekenhulp)
        self.start.command_wanted.connect(self.commands.run)
        self.start.list_wanted.connect(self.show_list)
        self.start.law_wanted.connect(self.commands.show_law)
        self.start.when_read(self.tools.make_ahead)
        self.tools.left.connect(self._leave_tools)
        self.tools.case_wanted.connect(self.show_new)
        for leaving in (self._bar.list_wanted, self._bar.today_wanted, self._bar.page_wanted):
            leaving.connect(self._messages.hide_what_is_done)
        self._bar.list_wanted.connect(self.show_list)
        self._bar.today_wanted.connect(self.show_today)
        self._bar.vault_wanted.connect(self.vault_menu.vault_wanted)
        self._bar.page_wanted.connect(lambda page: self.show_page_of_case(Page(page)))
        self._bar.decision_wanted.connect(self._on_bar_decision_wanted)
        self._bar.set_menu(self.commands.menu(), self.look)
        self.commands.install()
