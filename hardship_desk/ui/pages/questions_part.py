"""The page of the questions, with what stands beside it: the Kompas, what-if and the papers."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from hardship_desk.presenters.judging import JudgingPresenter
from hardship_desk.presenters.question_rule import question_rule
from hardship_desk.presenters.shell import Message, MessageKind
from hardship_desk.presenters.what_if import WhatIfPresenter
from hardship_desk.presenters.work import WorkPresenter
from hardship_desk.ui.beside_work import BesideWork
from hardship_desk.ui.case_drafts import HalfFilled
from hardship_desk.ui.pages.case_part import Around, CasePart
from hardship_desk.ui.views.work_view import WorkPageView
from hardship_desk.ui.widgets.question_card import MINE


class QuestionsPart(CasePart[WorkPageView]):
    """Connects what the user wants at a question or in the Kompas with what is done."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        case, texts, shell = around.case, around.texts, around.shell
        self.view = view = WorkPageView(texts, around.theme, around.stack)
        self.work = WorkPresenter(case, view, texts, shell, around.drafts)
        self.beside = BesideWork(around.stack, case, self.work, texts, shell.show_question)
        self.judging = JudgingPresenter(case, texts, shell, self.work.reassess)
        panel = view.kompas.what_if
        self.what_if = WhatIfPresenter(case, panel, texts, shell, around.run)
        self._seen = False
        self._connect_page()
        self._connect_column()
        self._connect_kompas()

    @override
    def refresh(self) -> None:
        if self._seen or self.around.case.assessment.pending:
            self.work.reassess()
        else:
            self.work.refresh()  # the rules ran when the dossier was read
        self._seen = True

    @override
    def rules_ready(self) -> None:
        self.work.reassess()

    @override
    def focus(self) -> None:
        self.view.focus_panel(self.view.column)

    @override
    def flush(self) -> None:
        self.view.flush()

    @override
    def save_typed(self) -> None:
        self.view.save_typed()

    @override
    def leave(self) -> None:
        self.view.idle.end()
        self.beside.close()
        self.what_if.abandon()
        # Cards are taken down one by one from here: nothing may be built or told there any more.
        for timer in self.view.findChildren(QTimer):
            timer.stop()

    @override
    def panels(self) -> tuple[QWidget, ...]:
        return self.view.panels()

    @override
    def half_filled(self) -> tuple[str, HalfFilled]:
        return f"kompas/{self.around.case.decision_id}", self.view.kompas

    def show_papers(self, question: str = "") -> None:
        """Show the papers beside the page; at an answer where a question is named."""
        self.around.flush()
        self.beside.show_papers(question)

    def _connect_page(self) -> None:
        view, work = self.view, self.work
        view.ahead_wanted.connect(work.ahead.go_on)
        view.size_changed.connect(work.ahead.outdate)
        view.step_wanted.connect(self._on_step_wanted)
        view.move_wanted.connect(self._on_move_wanted)
        view.refresh_wanted.connect(work.reassess)
        view.evidence_chosen.connect(work.link_evidence)
        view.step_settled.connect(work.memory.save)
        view.undo_wanted.connect(self._on_undo_wanted)
        view.question_entered.connect(self._on_question_entered)
        view.message_wanted.connect(self._on_message_wanted)

    def _connect_column(self) -> None:
        column, work = self.view.column, self.work
        column.history_wanted.connect(self._on_history_wanted)
        column.report_wanted.connect(self.show_papers)
        column.answer_given.connect(lambda *_given: self.what_if.drop())
        column.answer_given.connect(
            lambda question, raw, final: work.answer(question, raw, final=final)
        )
        column.not_applicable_given.connect(work.not_applicable)
        column.investigation_given.connect(work.to_investigate)
        column.unknown_given.connect(work.unknown)
        column.clear_wanted.connect(work.clear)
        column.tag_chosen.connect(work.set_tag)
        column.conflict_settled.connect(self._on_conflict_settled)
        column.remark_answered.connect(self.judging.answer_remark)

    def _connect_kompas(self) -> None:
        kompas = self.view.kompas
        kompas.flag_answered.connect(self.judging.respond_to_flag)
        kompas.finding_weighed.connect(self.judging.weigh)
        kompas.calculations_changed.connect(self.what_if.drop)
        kompas.what_if.start_wanted.connect(self._on_what_if_wanted)
        kompas.what_if.stop_wanted.connect(self.what_if.stop)
        kompas.what_if.copy_wanted.connect(self.what_if.copy)

    def _on_what_if_wanted(self) -> None:
        self.view.flush()
        self.what_if.start()

    def _on_conflict_settled(self, question: str, stays: str) -> None:
        typed = self.work.answering.settle(question)
        if stays == MINE:
            self.work.answer(question, typed, final=True)
        self.work.refresh()

    def _on_message_wanted(self, text: str) -> None:
        self.around.shell.show_message(Message(kind=MessageKind.WARNING, text=text))

    def _on_history_wanted(self, question: str) -> None:
        self.view.flush()
        self.beside.show_history(question)

    def _on_undo_wanted(self) -> None:
        self.view.flush()
        self.work.past.undo()

    def _on_step_wanted(self, step: int) -> None:
        self.view.flush()
        self.work.go_to(step)

    def _on_move_wanted(self, by: int) -> None:
        self.view.flush()
        self.work.move(by)

    def _on_question_entered(self, question: str) -> None:
        rule = question_rule(self.around.case, question, self.around.texts)
        self.view.kompas.of_question.show_item(rule)
