"""The page of the decision, with the files and the letters."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from hardship_desk.presenters.decision import DecisionPresenter
from hardship_desk.presenters.exporting import ExportPresenter
from hardship_desk.presenters.judging import JudgingPresenter
from hardship_desk.presenters.letters import LettersPresenter
from hardship_desk.presenters.sending import SendingPresenter
from hardship_desk.services.letters import LetterForm
from hardship_desk.ui.case_drafts import HalfFilled
from hardship_desk.ui.pages.case_part import Around, CasePart
from hardship_desk.ui.views.decision_view import DecisionPageView
from hardship_desk.ui.widgets.draft_form import DraftForm


class DecisionPart(CasePart[DecisionPageView]):
    """Connects what the user wants on the page with what is done."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        case, texts, shell = around.case, around.texts, around.shell
        self.view = view = DecisionPageView(texts, around.stack)
        self.presenter = DecisionPresenter(case, view, texts, shell)
        self.sending = SendingPresenter(case, view.announce, texts, shell)
        self.judging = JudgingPresenter(case, texts, shell, self.presenter.refresh)
        self.export = ExportPresenter(case, view.export, texts, shell, around.run)
        self.letters = LettersPresenter(case, view.letters, texts, shell, around.run)
        self._blocks_wanted = False
        view.idle.free.connect(self._on_idle_free)
        self._connect_decision()
        self._connect_papers()

    @override
    def refresh(self) -> None:
        self.presenter.refresh()
        self._blocks_wanted = True
        self.letters.refresh()

    @override
    def prepare(self) -> Iterator[None]:
        self.presenter.refresh()
        yield
        self.letters.refresh()
        yield
        yield from self.view.paragraphs.filling()

    @override
    def rules_ready(self) -> None:
        self._blocks_wanted = True
        self.presenter.refresh()

    def _on_idle_free(self) -> None:
        """Make the blocks to copy once the page stands: they are far down, and a whole report."""
        wanted, self._blocks_wanted = self._blocks_wanted, False
        if wanted:
            self.export.refresh()

    @override
    def focus(self) -> None:
        self.view.focus_first()

    @override
    def flush(self) -> None:
        self.view.flush()

    @override
    def save_typed(self) -> None:
        self.view.save_typed()

    @override
    def leave(self) -> None:
        self.view.idle.end()
        self.export.leave()

    @override
    def panels(self) -> tuple[QWidget, ...]:
        return self.view.panels()

    @override
    def forms(self) -> tuple[tuple[str, DraftForm], ...]:
        head = f"besluit/{self.around.case.decision_id}/"
        return tuple((head, form) for form in self.view.drafts())

    @override
    def half_filled(self) -> tuple[str, HalfFilled]:
        return f"vlaggen/{self.around.case.decision_id}", self.view

    def _connect_decision(self) -> None:
        view, decision, shell = self.view, self.presenter, self.around.shell
        view.flag_answered.connect(self.judging.respond_to_flag)
        view.remarks.answered.connect(self.judging.answer_remark)
        view.remarks.question_wanted.connect(shell.show_question)
        view.step_wanted.connect(shell.show_question)
        view.own_text_written.connect(decision.set_own_text)
        view.new_version_wanted.connect(decision.new_version)
        view.review.sent.connect(decision.review)
        view.adopt.sent.connect(decision.adopt)
        view.adopt.date_changed.connect(decision.set_decision_date)
        view.announce.day_given.connect(self.sending.check)
        view.announce.sent.connect(decision.announce)
        view.announce.sent.connect(lambda _day: self.letters.refresh())
        view.follow_up.sent.connect(decision.add_follow_up)

    def _connect_papers(self) -> None:
        files, letters = self.view.export, self.view.letters
        files.export_wanted.connect(lambda folder, also: self.export.export(Path(folder), also))
        files.next_wanted.connect(self.export.copy_next)
        files.block_wanted.connect(self.export.copy)
        files.restart_wanted.connect(self.export.start_again)
        letters.letter_chosen.connect(self.letters.choose)
        letters.preview_wanted.connect(self.letters.preview)
        letters.save_wanted.connect(
            lambda typed, folder, form: self.letters.save(typed, Path(folder), LetterForm(form))
        )
        letters.sheet_written.connect(self.letters.take_back)
