"""The Kompas: flags, findings and calculation of the step, foldable."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hardship_desk.presenters.kompas import KompasPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.kompas_sheet import Half, KompasSheet
from hardship_desk.ui.widgets.parts import button, label, restyle
from hardship_desk.ui.widgets.question_rule_card import QuestionRuleCard
from hardship_desk.ui.widgets.stack import Stack
from hardship_desk.ui.widgets.what_if_panel import WhatIfPanels

NO_LIMIT = 16777215


class Kompas(QFrame):
    """The panel on the right, with a sheet for each step. What is typed at a flag stays.

    The sheet of a step that was not made ahead follows in a moment, or when anybody asks for it.
    """

    flag_answered = Signal(str, str, str)
    finding_weighed = Signal(str, str, str)
    provision_wanted = Signal(str)
    calculations_changed = Signal()
    fold_changed = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("kompas")
        self._texts = texts
        self._page: KompasPage | None = None
        self._half: Half = {}
        self._sheets: dict[tuple[int, ...], KompasSheet] = {}
        self._stack = Stack()
        self.what_if = WhatIfPanels(texts)
        self.of_question = QuestionRuleCard(texts)
        self._above = QWidget()
        self._blank = QWidget()
        self._stack.addWidget(self._blank)
        self._shown: KompasSheet | None = None
        self._title = label(texts.get("kompas.titel"), "heading", wrap=False)
        self._fold = button(texts.get("kompas.inklappen"), self.toggle, "quiet")
        self._fold.setAccessibleName(texts.get("kompas.inklappen_lang"))
        self.of_question.provision_wanted.connect(self.provision_wanted)
        self.of_question.card_wanted.connect(self._on_card_wanted)
        self._lay_out()

    @property
    def is_folded(self) -> bool:
        """Whether only its button is shown."""
        return self._stack.isHidden()

    @property
    def sheet(self) -> KompasSheet:
        """The sheet of the step that is shown."""
        return self._shown or self._show_sheet(self._page or KompasPage(summary=""))

    def show_page(self, page: KompasPage) -> None:
        """Show the Kompas of a step; a card that is there stays the same card."""
        if page == self._page:
            return
        earlier, self._page = self._page, page
        if earlier and earlier.calculations != page.calculations and page.calculations:
            self.calculations_changed.emit()
        wanted = self._sheets.get(page.steps)
        if self._shown is not None and wanted is not self._shown:
            self._shown.flush()
        self._shown = None
        if wanted is None:
            self._stack.setCurrentWidget(self._blank)
        else:
            self._show_sheet(page)
        before = self.maximumWidth()
        self._show_fold()
        if self.maximumWidth() != before:  # the count of flags came or went from the button
            self.fold_changed.emit()

    def finishing(self) -> Iterator[None]:
        """Make in pieces what is missing on the sheet that is shown."""
        sheet = self.sheet
        yield
        yield from sheet.finishing()

    def building(self, page: KompasPage) -> Iterator[None]:
        """Fill the sheet of a step that is not shown, in pieces."""
        return self._sheet(page.steps).building(page, self._stack.contentsRect().size())

    def toggle(self) -> None:
        """Fold the panel, or open it."""
        self.fold(folded=not self.is_folded)

    def fold(self, *, folded: bool) -> None:
        """Show only the button, or the whole panel."""
        self._stack.setVisible(not folded)
        self._above.setVisible(not folded)
        self._title.setVisible(not folded)
        self._show_fold()
        self.fold_changed.emit()

    def focus_first(self) -> None:
        """Put the focus in the panel."""
        self.fold(folded=False)
        if not any(card.focus_first() for card in self.sheet.cards.values()):
            self._fold.setFocus()

    def flush(self) -> None:
        """Save what was typed and not yet saved."""
        if self._shown is not None:
            self._shown.flush()

    def typed(self) -> Half:
        """What was typed in cards and is not whole, also of cards that are not shown now."""
        for sheet in self._sheets.values():
            sheet.keep_half()
        return {key: typed for key, typed in self._half.items() if typed}

    def restore(self, typed: Half) -> None:
        """Put back what was typed before, now or when its card is shown."""
        self._half |= typed
        for sheet in self._sheets.values():
            sheet.put_half(typed)

    def _on_card_wanted(self, key: str) -> None:
        """Bring a card into sight, with the focus in its field where it has one."""
        card = self.sheet.cards.get(key)
        if card is not None:
            self.sheet.ensureWidgetVisible(card, 0, 20)
            card.focus_first()

    def _show_sheet(self, page: KompasPage) -> KompasSheet:
        self._shown = self._sheet(page.steps)
        self._shown.show_page(page)
        self._stack.setCurrentWidget(self._shown)
        return self._shown

    def _sheet(self, steps: tuple[int, ...]) -> KompasSheet:
        if steps not in self._sheets:
            made = KompasSheet(self._texts, self._half, self.what_if)
            made.flag_answered.connect(self.flag_answered)
            made.finding_weighed.connect(self.finding_weighed)
            made.provision_wanted.connect(self.provision_wanted)
            self._sheets[steps] = made
            self._stack.addWidget(made)
        return self._sheets[steps]

    def _lay_out(self) -> None:
        above = QVBoxLayout(self._above)
        above.setContentsMargins(18, 0, 14, 8)
        above.addWidget(self.of_question)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 10, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self._fold)
        outer.addLayout(head)
        outer.addWidget(self._above)
        outer.addWidget(self._stack, 1)
        outer.addStretch(0)

    def _show_fold(self) -> None:
        folded = self.is_folded
        key = "kompas.uitklappen" if folded else "kompas.inklappen"
        count = self._page.open_flags if self._page and folded else 0
        words = self._texts.get(key)
        self._fold.setText(f"{words} ({count})" if count else words)
        self._fold.setAccessibleName(self._texts.get(f"{key}_lang"))
        self.setMaximumWidth(self._fold.sizeHint().width() + 32 if folded else NO_LIMIT)
        restyle(self, "folded", "yes" if folded else "no")
