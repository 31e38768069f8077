"""The pages of one open dossier, each with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.decision import DecisionPresenter
from hardship_desk.presenters.dossier import DossierPresenter
from hardship_desk.presenters.drafts import Drafts
from hardship_desk.presenters.evidence import EvidencePresenter
from hardship_desk.presenters.exporting import ExportPresenter
from hardship_desk.presenters.judging import JudgingPresenter
from hardship_desk.presenters.letters import LettersPresenter
from hardship_desk.presenters.municipality_switch import SwitchPresenter
from hardship_desk.presenters.notes import NotesPresenter
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.rules_waiting import RulesWaiting
from hardship_desk.presenters.saving import Saver
from hardship_desk.presenters.shell import Message, MessageKind, Page, Shell
from hardship_desk.presenters.today import TodayShell
from hardship_desk.presenters.what_if import WhatIfPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.presenters.work import WorkPresenter
from hardship_desk.services.letters import LetterForm
from hardship_desk.ui.background import Task
from hardship_desk.ui.beside_work import BesideWork
from hardship_desk.ui.case_drafts import CaseDrafts, HalfFilled, Places
from hardship_desk.ui.read_pages import ReadPages
from hardship_desk.ui.theme import Theme
from hardship_desk.ui.views.decision_view import DecisionPageView
from hardship_desk.ui.views.dossier_view import DossierPageView
from hardship_desk.ui.views.evidence_view import EvidencePageView
from hardship_desk.ui.views.notes_view import NotesPageView
from hardship_desk.ui.views.work_view import WorkPageView
from hardship_desk.ui.widgets.question_card import MINE

T = TypeVar("T")
_TASKS_KEPT = 7
"""Work beside the window is held until it is long done: Qt would let a loose task die."""


class CasePages(QStackedWidget):
    """Holds views and presenters of a dossier; Qt would let a loose presenter die."""

    provision_wanted = Signal(str)
    stock_text_wanted = Signal()

    def __init__(
        self, case: OpenCase, texts: WindowTexts, theme: Theme, shell: TodayShell, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.case, self._shell = case, shell
        self._texts, self._warned = texts, False
        self._tasks, self._task = list[object](), object()
        self._saver = Saver(case, shell, texts)
        self.page = Page.VRAGEN
        self._drafts = Drafts(case, texts, shell)
        self.work_view = WorkPageView(texts, theme, self)
        self.dossier_view = DossierPageView(texts, self)
        self.evidence_view = EvidencePageView(texts, self)
        self.notes_view = NotesPageView(texts, self)
        self.decision_view = DecisionPageView(texts, self)
        self.work = WorkPresenter(case, self.work_view, texts, shell, self._drafts)
        self.beside = BesideWork(self, case, self.work, texts, shell.show_question)
        self.work_judging = JudgingPresenter(case, texts, shell, self.work.reassess)
        self.dossier = DossierPresenter(case, self.dossier_view, texts, shell, self._drafts)
        self.evidence = EvidencePresenter(case, self.evidence_view, texts, shell, self._drafts)
        self.notes = NotesPresenter(case, self.notes_view, texts, shell)
        self.reading = ReadPages(case, texts, theme, shell)
        self.decision = DecisionPresenter(case, self.decision_view, texts, shell)
        self.decision_judging = JudgingPresenter(case, texts, shell, self.decision.refresh)
        self.what_if, self.switch = self._presenters_beside(texts, shell)
        self.export = ExportPresenter(case, self.decision_view.export, texts, shell)
        self.letters = LettersPresenter(case, self.decision_view.letters, texts, shell)
        self._views = self._put_in()
        self._waiting = RulesWaiting(self._beside, self._on_rules_ready)
        case.when_pending = self._waiting.wait
        self._connect(shell)
        self._typed = CaseDrafts(self._drafts, self._forms(), self._half_filled())

    def _put_in(self) -> dict[Page, QWidget]:
        views: dict[Page, QWidget] = {
            Page.VRAGEN: self.work_view,
            Page.PERSONEN: self.dossier_view,
            Page.BEWIJS: self.evidence_view,
            Page.KLADBLOK: self.notes_view,
            Page.BESLUIT: self.decision_view,
            **self.reading.views,
        }
        for view in views.values():
            self.addWidget(view)
        return views

    def show_page_of_case(self, page: Page) -> None:
        """Save what was typed, then show a page as the dossier stands now."""
        self.flush()
        self.page = page
        self.setCurrentWidget(self._views[page])
        match page:
            case Page.VRAGEN:
                if self._typed.is_put_back(page) or self.case.assessment.pending:
                    self.work.reassess()
                else:
                    self.work.refresh()  # the rules ran when the dossier was read
                self.work_view.focus_panel(self.work_view.column)
            case Page.PERSONEN:
                self.dossier.refresh()
                self.switch.refresh()
                self.dossier_view.focus_first()
            case Page.BEWIJS:
                self.evidence.refresh()
                self.evidence_view.focus_first()
            case Page.KLADBLOK:
                self.notes.refresh()
                self.notes_view.focus_first()
            case Page.BESLUIT:
                self.decision.refresh()
                self.export.refresh()
                self.letters.refresh()
                self.decision_view.focus_first()
            case Page.OVERZICHT | Page.MEELEZEN:
                self.reading.show(page)
        self._typed.put_back(page)

    def flush(self) -> None:
        """Save everything that was typed and not yet saved."""
        match self.page:
            case Page.VRAGEN:
                self.work_view.flush()
            case Page.PERSONEN:
                self.dossier_view.flush()
            case Page.BEWIJS:
                self.evidence_view.flush()
            case Page.KLADBLOK:
                self.notes_view.flush()
            case Page.BESLUIT:
                self.decision_view.flush()
            case Page.OVERZICHT | Page.MEELEZEN:
                pass
        self._keep_drafts()

    def leave(self) -> None:
        """Stop what still runs for this dossier: the pages are going."""
        self.work_view.idle.end()
        self.beside.close()
        self.what_if.abandon()
        self.switch.leave()
        self._waiting.stop()
        # Cards are taken down one by one from here: nothing may be built or told there any more.
        for timer in self.work_view.findChildren(QTimer):
            timer.stop()

    def holds_back(self) -> bool:
        """Whether leaving would lose what is not saved; said once, then the user may go."""
        self._saver.retry()
        if not self.case.pending or self._warned:
            return False
        self._warned = True
        texts = self._texts
        self._shell.show_message(
            Message(
                kind=MessageKind.WARNING,
                text=texts.get("opslaan.niet_weg"),
                advice=texts.get("opslaan.niet_weg_advies"),
            )
        )
        return True

    def save_typed(self) -> None:
        """Save what was typed so far, and try again what could not be saved before."""
        match self.page:
            case Page.VRAGEN:
                self.work_view.save_typed()
            case Page.PERSONEN:
                self.dossier_view.save_typed()
            case Page.KLADBLOK:
                self.notes_view.flush()
            case Page.BESLUIT:
                self.decision_view.save_typed()
            case Page.BEWIJS | Page.OVERZICHT | Page.MEELEZEN:
                pass
        self._keep_drafts()
        self._saver.retry()

    def _keep_drafts(self) -> None:
        """Keep what was typed and is not saved as anything else."""
        self._typed.keep(self.page)
        if self.page is Page.VRAGEN and self.work.answering.keep_drafts():
            self.work.refresh()

    def _forms(self) -> Places:
        """The forms of each page, by what stands before the place of their draft."""
        decision = f"besluit/{self.case.decision_id}/"
        return {
            Page.PERSONEN: (("", self.dossier_view.draft), ("", self.dossier_view.person_draft)),
            Page.BEWIJS: (("", self.evidence_view.draft),),
            Page.KLADBLOK: (("", self.notes_view.draft),),
            Page.MEELEZEN: ((decision, self.reading.review_view.form.draft),),
            Page.BESLUIT: tuple((decision, form) for form in self.decision_view.drafts()),
        }

    def _half_filled(self) -> dict[Page, tuple[str, HalfFilled]]:
        decision = self.case.decision_id
        return {
            Page.VRAGEN: (f"kompas/{decision}", self.work_view.kompas),
            Page.BESLUIT: (f"vlaggen/{decision}", self.decision_view),
            Page.MEELEZEN: (f"meelezen/{decision}", self.reading.review_view),
        }

    def panels(self) -> tuple[QWidget, ...]:
        """The panels of the page that is shown."""
        if self.page is Page.VRAGEN:
            return self.work_view.panels()
        return self.decision_view.panels() if self.page is Page.BESLUIT else ()

    def _beside(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        task = Task(work, on_done, on_failed)
        task.setAutoDelete(False)
        self._task = task
        task.start()

    def _on_rules_ready(self) -> None:
        """Show what the rules said meanwhile, where the page shows such things."""
        match self.page:
            case Page.VRAGEN:
                self.work.reassess()
            case Page.BESLUIT:
                self.decision.refresh()
                self.export.refresh()
            case Page.OVERZICHT | Page.MEELEZEN:
                self.reading.refresh(self.page)
            case _:
                self.case.assess()

    def _connect(self, shell: Shell) -> None:
        self._connect_work()
        self.work_view.ahead_wanted.connect(self.work.ahead.go_on)
        self.work_view.size_changed.connect(self.work.ahead.outdate)
        self._connect_parts()
        self._connect_decision(shell)

    def _connect_work(self) -> None:
        view, work = self.work_view, self.work
        view.step_wanted.connect(self._on_work_step_wanted)
        view.move_wanted.connect(self._on_work_move_wanted)
        view.refresh_wanted.connect(work.reassess)
        view.evidence_chosen.connect(work.link_evidence)
        view.step_settled.connect(work.memory.save)
        view.undo_wanted.connect(self._on_work_undo_wanted)
        view.column.history_wanted.connect(self._on_column_history_wanted)
        view.column.report_wanted.connect(self.show_papers)
        view.column.stock_text_wanted.connect(self.stock_text_wanted)
        view.message_wanted.connect(self._on_work_message_wanted)
        view.kompas.flag_answered.connect(self.work_judging.respond_to_flag)
        view.kompas.finding_weighed.connect(self.work_judging.weigh)
        view.kompas.provision_wanted.connect(self.provision_wanted)
        panel = view.kompas.what_if
        panel.start_wanted.connect(self._on_panel_start_wanted)
        panel.stop_wanted.connect(self.what_if.stop)
        panel.copy_wanted.connect(self.what_if.copy)
        view.kompas.calculations_changed.connect(self.what_if.drop)
        column = view.column
        column.answer_given.connect(lambda *_given: self.what_if.drop())
        column.answer_given.connect(
            lambda question, raw, final: work.answer(question, raw, final=final)
        )
        column.not_applicable_given.connect(work.not_applicable)
        column.investigation_given.connect(work.to_investigate)
        column.unknown_given.connect(work.unknown)
        column.clear_wanted.connect(work.clear)
        column.tag_chosen.connect(work.set_tag)
        column.conflict_settled.connect(self._on_column_conflict_settled)
        column.remark_answered.connect(self.work_judging.answer_remark)

    def _connect_parts(self) -> None:
        self.dossier_view.field_changed.connect(self.dossier.set_field)
        self.dossier_view.person_wanted.connect(self.dossier.add_person)
        self.dossier_view.person_unwanted.connect(self.dossier.remove_person)
        switch = self.dossier_view.switch
        switch.compare_wanted.connect(self.switch.compare)
        switch.stop_wanted.connect(self.switch.stop)
        switch.switch_wanted.connect(self._on_switch_wanted)
        switch.leave_wanted.connect(self.switch.leave)
        self.evidence_view.choice_made.connect(self.evidence.choose)
        self.evidence_view.save_wanted.connect(self.evidence.save)
        self.evidence_view.remove_wanted.connect(self.evidence.remove)
        self.evidence_view.files_dropped.connect(self.evidence.drop)
        self.evidence_view.copy_wanted.connect(self.evidence.copy_out)
        self.evidence_view.supports_chosen.connect(self.evidence.set_supports)
        self.notes_view.choice_made.connect(self.notes.choose)
        self.notes_view.conversation_wanted.connect(self.notes.add)
        self.notes_view.text_written.connect(self.notes.write)
        self.notes_view.assigned.connect(self.notes.assign)
        self.notes_view.unassigned.connect(self.notes.unassign)

    def _connect_decision(self, shell: Shell) -> None:
        view, decision = self.decision_view, self.decision
        view.flag_answered.connect(self.decision_judging.respond_to_flag)
        view.remarks.answered.connect(self.decision_judging.answer_remark)
        view.remarks.question_wanted.connect(shell.show_question)
        view.step_wanted.connect(shell.show_question)
        view.own_text_written.connect(decision.set_own_text)
        view.new_version_wanted.connect(decision.new_version)
        view.review.sent.connect(decision.review)
        view.adopt.sent.connect(decision.adopt)
        view.adopt.date_changed.connect(decision.set_decision_date)
        view.announce.sent.connect(decision.announce)
        view.follow_up.sent.connect(decision.add_follow_up)
        view.export.export_wanted.connect(
            lambda folder, also: self.export.export(Path(folder), also)
        )
        view.export.next_wanted.connect(self.export.copy_next)
        view.export.block_wanted.connect(self.export.copy)
        view.export.restart_wanted.connect(self.export.start_again)
        letters = view.letters
        letters.letter_chosen.connect(self.letters.choose)
        letters.preview_wanted.connect(self.letters.preview)
        letters.save_wanted.connect(
            lambda typed, folder, form: self.letters.save(typed, Path(folder), LetterForm(form))
        )
        letters.sheet_written.connect(self.letters.take_back)

    def _presenters_beside(
        self, texts: WindowTexts, shell: Shell
    ) -> tuple[WhatIfPresenter, SwitchPresenter]:
        """What reckons beside the window."""
        panel, card = self.work_view.kompas.what_if, self.dossier_view.switch
        return (
            WhatIfPresenter(self.case, panel, texts, shell, self._run_beside),
            SwitchPresenter(self.case, card, texts, shell, self._run_beside),
        )

    def _run_beside(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        task = Task(work, on_done, on_failed)
        self._tasks = [*self._tasks[-_TASKS_KEPT:], task]
        task.start()

    def _on_switch_wanted(self) -> None:
        self.flush()
        self.switch.switch()
        self.dossier.refresh()

    def _on_panel_start_wanted(self) -> None:
        self.work_view.flush()
        self.what_if.start()

    def _on_column_conflict_settled(self, question: str, stays: str) -> None:
        typed = self.work.answering.settle(question)
        if stays == MINE:
            self.work.answer(question, typed, final=True)
        self.work.refresh()

    def _on_work_message_wanted(self, text: str) -> None:
        self._shell.show_message(Message(kind=MessageKind.WARNING, text=text))

    def show_papers(self, question: str = "") -> None:
        """Show the papers beside the page; at an answer where a question is named."""
        self.flush()
        self.beside.show_papers(question)

    def _on_column_history_wanted(self, question: str) -> None:
        self.work_view.flush()
        self.beside.show_history(question)

    def _on_work_undo_wanted(self) -> None:
        self.work_view.flush()
        self.work.past.undo()

    def _on_work_step_wanted(self, step: int) -> None:
        self.work_view.flush()
        self.work.go_to(step)

    def _on_work_move_wanted(self, by: int) -> None:
        self.work_view.flush()
        self.work.move(by)
