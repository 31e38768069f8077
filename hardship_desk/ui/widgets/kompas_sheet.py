"""What the Kompas says of one step: flags, findings, calculation and the provisions."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hardship_desk.presenters.kompas import FindingItem, FlagItem, KompasPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.running.taking_down import throw_away
from hardship_desk.ui.widgets.calculation_card import CalculationCard
from hardship_desk.ui.widgets.finding_card import FindingCard
from hardship_desk.ui.widgets.flag_card import FlagCard
from hardship_desk.ui.widgets.parts import button, empty, label, taken_out
from hardship_desk.ui.widgets.ready import dressing, settling
from hardship_desk.ui.widgets.scrolled import Scrolled
from hardship_desk.ui.widgets.what_if_panel import WhatIfPanel, WhatIfPanels

Half = dict[str, list[str]]
_NOTHING = "nothing left"


class KompasSheet(QScrollArea):
    """Keeps its cards while another step is shown. `half` holds what is typed and not whole.

    One that was not made ahead is empty at first; its parts follow in a moment, or when they are asked for.
    """

    flag_answered = Signal(str, str, str)
    finding_weighed = Signal(str, str, str)
    provision_wanted = Signal(str)

    def __init__(self, texts: WindowTexts, half: Half, what_if: WhatIfPanels) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(texts.get("kompas.titel"))
        self._texts, self._half, self._panels = texts, half, what_if
        self._page: KompasPage | None = None
        self._rest: Iterator[None] = iter(())
        """Makes what is missing of the page."""
        self._cards: dict[str, FlagCard | FindingCard] = {}
        self._loose: list[QWidget] = []
        self._what_if: WhatIfPanel | None = None
        self._body, self._links, self._beside = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        content = Scrolled()
        self._body.setSpacing(10)
        self._links.setSpacing(0)
        column = QVBoxLayout(content)
        column.setContentsMargins(18, 0, 14, 18)
        column.setSpacing(10)
        for part in (self._body, self._beside, self._links):
            column.addLayout(part)
        column.addStretch(1)
        self.setWidget(content)

    @property
    def cards(self) -> dict[str, FlagCard | FindingCard]:
        """The cards of all flags and findings."""
        self._finish()
        return self._cards

    @property
    def what_if(self) -> WhatIfPanel | None:
        """The panel of what would change; None where nothing is computed."""
        self._finish()
        return self._what_if

    def show_page(self, page: KompasPage) -> None:
        """Show what there is; a card that is there stays the same card."""
        if page != self._page:
            is_new = self._page is None
            self._begin(page)
            if not is_new:
                self._finish()

    def finishing(self) -> Iterator[None]:
        """Make in pieces what is missing; dropping this leaves the rest to be made."""
        while next(self._rest, _NOTHING) is None:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            yield

    def building(self, page: KompasPage, size: QSize) -> Iterator[None]:
        """Fill the sheet in pieces while it is not shown, and lay it out at this size."""
        self._begin(page)
        while next(self._rest, _NOTHING) is None:
            yield
        yield from settling(self, size)

    def flush(self) -> None:
        """Save what was typed and not yet saved."""
        for card in tuple(self._cards.values()):
            card.flush()

    def keep_half(self) -> None:
        """Note what was typed in the cards and is not whole."""
        for key, card in self._cards.items():
            if card.takes_words:
                self._half[key] = card.half()

    def put_half(self, typed: Half) -> None:
        """Put back in the cards what was typed before."""
        for key, card in self._cards.items():
            if key in typed and card.takes_words:
                card.put_half(typed[key])

    def _begin(self, page: KompasPage) -> None:
        """Show another page than before; what was coming of that one comes no more."""
        if page != self._page:
            self._page, self._rest = page, self._filling(page)

    def _finish(self) -> None:
        for _piece in self._rest:
            pass

    def _filling(self, page: KompasPage) -> Iterator[None]:
        self._detach(page)
        yield from self._showing_flags(page)
        if page.findings:
            self._loosely(label(self._finding_title(page), "label"))
        if page.weighed:
            self._loosely(label(self._texts.get("kompas.wegen_uitleg"), "small"))
        for finding in page.findings:
            self._put(self._body, self._finding_card(f"b:{finding.id}", finding, page))
            yield
        if page.calculations:
            self._loosely(label(self._texts.get("kompas.berekening"), "label"))
        for calculation in page.calculations:
            card = CalculationCard(calculation)
            self._loosely(card)
            yield
            if not self.isVisible():
                yield from dressing(card)
        self._show_what_if(visible=bool(page.calculations))
        self._show_provisions(page)
        yield

    def _showing_flags(self, page: KompasPage) -> Iterator[None]:
        self._loosely(label(page.summary, "muted"))
        for problem in page.problems:
            self._loosely(label(problem, "error"))
        for flag in page.flags:
            self._put(self._body, self._flag_card(f"v:{flag.id}", flag))
            yield
        if not (page.problems or page.flags or page.findings or page.calculations):
            self._loosely(label(self._texts.get("kompas.leeg"), "small"))
            yield

    def _show_what_if(self, *, visible: bool) -> None:
        if visible and self._what_if is None:
            self._what_if = self._panels.made()
            self._put(self._beside, self._what_if)
        if self._what_if is not None:
            self._what_if.setVisible(visible)

    def _show_provisions(self, page: KompasPage) -> None:
        """The provisions of the step; each opens the reference, an empty name the search field."""
        empty(self._links)
        self._put(self._links, label(self._texts.get("naslag.bij_stap"), "label"))
        for item in page.provisions:
            self._put(self._links, self._provision(item.text, item.id, item.detail))
        self._put(self._links, self._provision(self._texts.get("naslag.zoeken_in"), "", ""))
        if page.misfits:
            self._put(self._links, label(self._texts.get("naslag.past_hier_niet"), "label"))
        for reason in page.misfits:
            self._put(self._links, label(reason, "small"))

    def _provision(self, text: str, name: str, gist: str) -> QWidget:
        made = button(text, lambda: self.provision_wanted.emit(name), "link")
        made.setToolTip(gist)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return made

    def _finding_title(self, page: KompasPage) -> str:
        if not page.weighed:
            return self._texts.get("kompas.bevindingen")
        return f"{self._texts.get('kompas.wegen')} · {page.weighed}"

    def _detach(self, page: KompasPage) -> None:
        """Take everything out of the column and throw away what is not shown again."""
        for _item in taken_out(self._body):
            pass  # what is shown again comes back in its new place
        for widget in self._loose:
            widget.hide()
            widget.deleteLater()
        self._loose = []
        wanted = {f"v:{item.id}": item.text for item in page.flags}
        wanted |= {f"b:{item.id}": item.text for item in page.findings}
        for key, card in tuple(self._cards.items()):
            if wanted.get(key) != card.item.text:
                card.flush()
                if card.takes_words:
                    self._half[key] = card.half()
                throw_away(card)
                del self._cards[key]

    def _loosely(self, widget: QWidget) -> None:
        self._loose.append(widget)
        self._put(self._body, widget)

    def _put(self, column: QVBoxLayout, widget: QWidget) -> None:
        column.addWidget(widget)
        if self.isVisible():
            widget.show()  # Qt would do so later than Tab looks for it

    def _flag_card(self, key: str, item: FlagItem) -> QWidget:
        known = self._cards.get(key)
        if isinstance(known, FlagCard):
            known.show_item(item)
            return known
        card = FlagCard(item, self._texts)
        card.answered.connect(self.flag_answered)
        return self._kept(key, card)

    def _finding_card(self, key: str, item: FindingItem, page: KompasPage) -> QWidget:
        known = self._cards.get(key)
        if isinstance(known, FindingCard):
            known.show_item(item)
            return known
        card = FindingCard(item, page.weights, self._texts)
        card.weighed.connect(self.finding_weighed)
        return self._kept(key, card)

    def _kept(self, key: str, card: FlagCard | FindingCard) -> QWidget:
        self._cards[key] = card
        if self._half.get(key) and card.takes_words:
            card.put_half(self._half[key])
        return card
