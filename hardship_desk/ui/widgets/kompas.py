"""The Kompas: flags, findings and calculation of the step, foldable."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hardship_desk.presenters.kompas import KompasPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.calculation_card import CalculationCard
from hardship_desk.ui.widgets.finding_card import FindingCard
from hardship_desk.ui.widgets.flag_card import FlagCard
from hardship_desk.ui.widgets.parts import button, empty, label, restyle
from hardship_desk.ui.widgets.what_if_panel import WhatIfPanel

NO_LIMIT = 16777215


class Kompas(QFrame):
    """The panel on the right. What is typed at a flag stays while the panel is filled again."""

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
        self._half: dict[str, list[str]] = {}
        self._cards: dict[str, FlagCard | FindingCard] = {}
        self._loose: list[QWidget] = []
        self.what_if = WhatIfPanel(texts)
        self.what_if.hide()
        self._title = label(texts.get("kompas.titel"), "heading", wrap=False)
        self._fold = button(texts.get("kompas.inklappen"), self.toggle, "quiet")
        self._fold.setAccessibleName(texts.get("kompas.inklappen_lang"))
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(texts.get("kompas.titel"))
        self._body, self._links = QVBoxLayout(), QVBoxLayout()
        self._lay_out()

    @property
    def is_folded(self) -> bool:
        """Whether only its button is shown."""
        return self._scroll.isHidden()

    def show_page(self, page: KompasPage) -> None:
        """Show the Kompas; a card that is there stays the same card."""
        if page == self._page:
            return
        earlier, self._page = self._page, page
        if earlier and earlier.calculations != page.calculations and page.calculations:
            self.calculations_changed.emit()
        self._detach(page)
        self._show_flags(page)
        self._show_findings(page)
        if page.calculations:
            self._loosely(label(self._texts.get("kompas.berekening"), "label"))
        for calculation in page.calculations:
            self._loosely(CalculationCard(calculation))
        self.what_if.setVisible(bool(page.calculations))
        self._show_provisions(page)
        self._show_fold()

    def _show_flags(self, page: KompasPage) -> None:
        self._loosely(label(page.summary, "muted"))
        for problem in page.problems:
            self._loosely(label(problem, "error"))
        for flag in page.flags:
            self._body.addWidget(self._flag_card(f"v:{flag.id}", page))
        if not (page.problems or page.flags or page.findings or page.calculations):
            self._loosely(label(self._texts.get("kompas.leeg"), "small"))

    def _show_provisions(self, page: KompasPage) -> None:
        """The provisions of the step; each opens the reference, an empty name the search field."""
        empty(self._links)
        self._links.addWidget(label(self._texts.get("naslag.bij_stap"), "label"))
        for item in page.provisions:
            self._links.addWidget(self._provision(item.text, item.id, item.detail))
        self._links.addWidget(self._provision(self._texts.get("naslag.zoeken_in"), "", ""))
        if page.misfits:
            self._links.addWidget(label(self._texts.get("naslag.past_hier_niet"), "label"))
        for reason in page.misfits:
            self._links.addWidget(label(reason, "small"))

    def _provision(self, text: str, name: str, gist: str) -> QWidget:
        made = button(text, lambda: self.provision_wanted.emit(name), "link")
        made.setToolTip(gist)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return made

    def _show_findings(self, page: KompasPage) -> None:
        if page.findings:
            self._loosely(label(self._finding_title(page), "label"))
        if page.weighed:
            self._loosely(label(self._texts.get("kompas.wegen_uitleg"), "small"))
        for finding in page.findings:
            self._body.addWidget(self._finding_card(f"b:{finding.id}", page))

    def toggle(self) -> None:
        """Fold the panel, or open it."""
        self.fold(folded=not self.is_folded)

    def fold(self, *, folded: bool) -> None:
        """Show only the button, or the whole panel."""
        self._scroll.setVisible(not folded)
        self._title.setVisible(not folded)
        self._show_fold()
        self.fold_changed.emit()

    def focus_first(self) -> None:
        """Put the focus in the panel."""
        self.fold(folded=False)
        if not any(card.focus_first() for card in self._cards.values()):
            self._fold.setFocus()

    def flush(self) -> None:
        """Save what was typed and not yet saved."""
        for card in tuple(self._cards.values()):
            card.flush()

    def typed(self) -> dict[str, list[str]]:
        """What was typed in cards and is not whole, also of cards that are not shown now."""
        for key, card in self._cards.items():
            self._half[key] = card.half()
        self._half = {key: typed for key, typed in self._half.items() if typed}
        return dict(self._half)

    def restore(self, typed: dict[str, list[str]]) -> None:
        """Put back what was typed before, now or when its card is shown."""
        self._half |= typed
        for key, card in self._cards.items():
            if key in typed:
                card.put_half(typed[key])

    def _finding_title(self, page: KompasPage) -> str:
        if not page.weighed:
            return self._texts.get("kompas.bevindingen")
        return f"{self._texts.get('kompas.wegen')} · {page.weighed}"

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 10, 8)
        head.addWidget(self._title, 1)
        head.addWidget(self._fold)
        outer.addLayout(head)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self._texts.get("kompas.titel"))
        content = QWidget()
        content.setObjectName("content")
        self._body.setSpacing(10)
        self._links.setSpacing(0)
        column = QVBoxLayout(content)
        column.setContentsMargins(18, 0, 14, 18)
        column.setSpacing(10)
        column.addLayout(self._body)
        column.addWidget(self.what_if)
        column.addLayout(self._links)
        column.addStretch(1)
        self._scroll.setWidget(content)
        outer.addWidget(self._scroll, 1)
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

    def _detach(self, page: KompasPage) -> None:
        """Take everything out of the column and throw away what is not shown again."""
        while self._body.count():
            self._body.takeAt(0)
        for widget in self._loose:
            widget.hide()
            widget.deleteLater()
        self._loose = []
        wanted = {f"v:{item.id}": item.text for item in page.flags}
        wanted |= {f"b:{item.id}": item.text for item in page.findings}
        for key, card in tuple(self._cards.items()):
            if wanted.get(key) != card.item.text:
                card.flush()
                self._half[key] = card.half()
                card.hide()
                card.deleteLater()
                del self._cards[key]

    def _loosely(self, widget: QWidget) -> None:
        self._loose.append(widget)
        self._body.addWidget(widget)

    def _flag_card(self, key: str, page: KompasPage) -> QWidget:
        item = next(item for item in page.flags if f"v:{item.id}" == key)
        known = self._cards.get(key)
        if isinstance(known, FlagCard):
            known.show_item(item)
            return known
        card = FlagCard(item, self._texts)
        card.answered.connect(self.flag_answered)
        self._keep(key, card)
        return card

    def _finding_card(self, key: str, page: KompasPage) -> QWidget:
        item = next(item for item in page.findings if f"b:{item.id}" == key)
        known = self._cards.get(key)
        if isinstance(known, FindingCard):
            known.show_item(item)
            return known
        card = FindingCard(item, page.weights, self._texts)
        card.weighed.connect(self.finding_weighed)
        self._keep(key, card)
        return card

    def _keep(self, key: str, card: FlagCard | FindingCard) -> None:
        self._cards[key] = card
        if self._half.get(key):
            card.put_half(self._half[key])
