"""The column of questions: one sheet for each step, of which one is shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.presenters.work import WorkPage
from hardship_desk.ui.views.step_sheet import StepSheet
from hardship_desk.ui.widgets.in_sight import bring_into_sight
from hardship_desk.ui.widgets.question_card import QuestionCard
from hardship_desk.ui.widgets.stack import Stack


class QuestionColumn(Stack):
    """Shows the questions of one step, or of all steps of the kort route."""

    answer_given = Signal(str, object, bool)
    not_applicable_given = Signal(str, str)
    investigation_given = Signal(str, str, str)
    unknown_given = Signal(str)
    clear_wanted = Signal(str)
    tag_chosen = Signal(str, str)
    evidence_wanted = Signal(str)
    history_wanted = Signal(str)
    report_wanted = Signal(str)
    stock_text_wanted = Signal()
    conflict_settled = Signal(str, str)
    remark_answered = Signal(str, str)
    step_in_sight = Signal(int)

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setAccessibleName(texts.get("werk.vragen"))
        self._texts = texts
        self._sheets: dict[tuple[int, ...], StepSheet] = {}
        self._help = False
        self._last = ""
        self.sheet = self._sheet(())
        QApplication.instance().focusChanged.connect(self._on_application_focus_changed)  # type: ignore[union-attr]  # there is one

    def show_page(self, page: WorkPage) -> None:
        """Show the questions; a card that is there stays the same card."""
        wanted = self._sheet(page.steps)
        if wanted is not self.sheet:
            self.sheet.flush()
        wanted.show_page(page, whole=False)
        if wanted is not self.sheet:
            self.sheet = wanted
            self.setCurrentWidget(wanted)

    def filling(self) -> Iterator[None]:
        """Make in pieces what is missing in sight on the page that is shown."""
        return self.sheet.filling()

    def finishing(self) -> Iterator[None]:
        """Make in pieces all that is missing on the page that is shown."""
        return self.sheet.finishing()

    def building(self, page: WorkPage) -> Iterator[None]:
        """Build a page that is not shown, in pieces."""
        return self._sheet(page.steps).building(page, self.contentsRect().size())

    def focus_question(self, question: str) -> None:
        """Put the focus at a question, or at the first one, and bring it into sight."""
        self.sheet.focus_question(question)

    def focus_back(self) -> None:
        """Put the focus at the question that had it last, or at the first one."""
        self.focus_question(self._last)

    def show_anew(self, question: str) -> None:
        """Show the answer to a question as it is now, also where the user is in it."""
        card = self.sheet.cards.get(question)
        if card is not None:
            card.editor.show_item(card.item, anew=True)

    def focus_next(self, step: int) -> bool:
        """Put the focus in the next or earlier question; tell whether there is one."""
        names = self.sheet.names()
        place = names.index(self._last) + step if self._last in names else 0
        if not 0 <= place < len(names):
            return False
        self.focus_question(names[place])
        return True

    def flush(self) -> None:
        """Save what was typed and not yet saved."""
        self.sheet.flush()

    def save_typed(self) -> None:
        """Save what was typed so far; the user may go on typing."""
        self.sheet.save_typed()

    def toggle_help(self) -> None:
        """Show or hide the help of every question."""
        self._help = not self._help
        for sheet in self._sheets.values():
            sheet.show_help(visible=self._help)

    def open_question_menu(self) -> None:
        """Open the menu of the question with the focus."""
        focus = QApplication.focusWidget()
        card = self.sheet.cards.get(self.sheet.name_of(focus)) if focus is not None else None
        if card is not None:
            card.open_menu()

    def _sheet(self, steps: tuple[int, ...]) -> StepSheet:
        if steps not in self._sheets:
            made = StepSheet(self._texts.get("werk.vragen"), self._made)
            made.step_in_sight.connect(self.step_in_sight)
            self._sheets[steps] = made
            self.addWidget(made)
        return self._sheets[steps]

    def _made(self, item: QuestionItem, parent: QWidget) -> QuestionCard:
        card = QuestionCard(item, self._texts, parent)
        card.answer_given.connect(self.answer_given)
        card.not_applicable_given.connect(self.not_applicable_given)
        card.investigation_given.connect(self.investigation_given)
        card.unknown_given.connect(self.unknown_given)
        card.clear_wanted.connect(self.clear_wanted)
        card.tag_chosen.connect(self.tag_chosen)
        card.evidence_wanted.connect(self.evidence_wanted)
        card.history_wanted.connect(self.history_wanted)
        card.report_wanted.connect(self.report_wanted)
        card.stock_text_wanted.connect(self.stock_text_wanted)
        card.conflict_settled.connect(self.conflict_settled)
        card.remark_answered.connect(self.remark_answered)
        card.show_help(visible=self._help)
        return card

    def _on_application_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.sheet.isAncestorOf(new):
            return
        bring_into_sight(self.sheet, new)
        self._last = self.sheet.name_of(new) or self._last
