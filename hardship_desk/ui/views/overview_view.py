"""The overview of a dossier: everything on one page, and each line leads to its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from hardship_desk.presenters.overview import OverviewPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.widgets.bars import AmountBars, Bar
from hardship_desk.ui.widgets.date_line import DateLine
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.line_list import LineList
from hardship_desk.ui.widgets.parts import button, card, empty, label, restyle
from hardship_desk.ui.widgets.sheet import Sheet

PHASES = 6


class OverviewPageView(Sheet):
    """Fulfils `OverviewView`."""

    line_chosen = Signal(str)

    def __init__(self, texts: WindowTexts, theme: Theme) -> None:
        super().__init__(texts.get("overzicht.titel"), texts.get("overzicht.uitleg"))
        self.setObjectName("page")
        self._texts = texts
        self._theme = theme
        self._heading = label("", "heading")
        self._facts, self._dates = QGridLayout(), QGridLayout()
        self._done = label("", "label")
        self._bar = Bar(theme, good=True)
        self._blocks = label("", "chip", wrap=False)
        self._next_key = ""
        self.next = button("", lambda: self.line_chosen.emit(self._next_key), "primary")
        names = ("blokkades", "uitzoeken", "bewijs", "besluiten")
        self.phases = tuple(LineList(texts.get("overzicht.stappen.titel")) for _ in range(PHASES))
        self.lines = {name: LineList(texts.get(f"overzicht.{name}.titel")) for name in names}
        self._none = {
            name: label("", "muted") for name in (*names, "stappen", "bedragen", "datums")
        }
        self._skipped, self._more = label("", "small"), label("", "small")
        self._amounts = AmountBars(theme)
        self._date_line = DateLine(theme)
        self._lay_out()
        for lines in (*self.phases, *self.lines.values()):
            lines.chosen.connect(self.line_chosen)

    def show_page(self, page: OverviewPage) -> None:
        """Show the page in place; the focus stays at its line."""
        self.hold_still()
        self._heading.setText(page.heading)
        self._fill(self._facts, page.facts)
        self._done.setText(page.done)
        self._bar.show_share(page.done_share, spoken=page.done)
        self._blocks.setText(page.blocks)
        restyle(self._blocks, "role", "-".join(("chip", page.blocks_tone)).rstrip("-"))
        self._next_key = page.next.key
        self.next.setText(page.next.text)
        self.next.setAccessibleName(page.next.text)
        for place, lines in enumerate(self.phases):
            lines.show_groups(page.steps[place : place + 1])
        for name, found in (
            ("blokkades", page.flags),
            ("uitzoeken", page.to_find_out),
            ("bewijs", page.gaps),
            ("besluiten", page.decisions),
        ):
            self.lines[name].show_lines(found)
        self._say("stappen", "")
        self._say("besluiten", "")
        self._say("blokkades", "" if page.flags else "overzicht.blokkades.leeg")
        self._say("uitzoeken", "" if page.to_find_out else "overzicht.uitzoeken.leeg")
        self._none["bewijs"].setText(page.gaps_empty)
        self._none["bewijs"].setVisible(not page.gaps)
        for where, text in ((self._skipped, page.skipped), (self._more, page.gaps_more)):
            where.setText(text)
            where.setVisible(bool(text))
        self._amounts.show_bars(page.amounts)
        self._say("bedragen", "" if page.amounts else "overzicht.bedragen.leeg")
        self._date_line.show_points(page.dates, page.today, page.dates_spoken)
        self._fill(self._dates, tuple((item.name, item.shown) for item in page.dates))
        self._say("datums", "" if page.dates else "overzicht.datums.leeg")

    def focus_first(self) -> None:
        """Put the focus in the first line that asks for something."""
        for lines in (self.lines["blokkades"], self.lines["uitzoeken"], *self.phases):
            if lines.rows():
                lines.rows()[0].setFocus()
                break
        self.verticalScrollBar().setValue(0)

    def _say(self, name: str, key: str) -> None:
        where: QLabel = self._none[name]
        where.setText(self._texts.get(key) if key else "")
        where.setVisible(bool(key))

    def _fill(self, grid: QGridLayout, rows: tuple[tuple[str, str], ...]) -> None:
        empty(grid)
        for row, (name, value) in enumerate(rows):
            grid.addWidget(label(name, "muted", wrap=False), row, 0)
            grid.addWidget(label(value), row, 1)
        grid.setColumnStretch(1, 1)

    def _lay_out(self) -> None:
        head, layout = card()
        layout.addWidget(self._heading)
        facts = QWidget()
        facts.setLayout(self._facts)
        stand = QWidget()
        inside = QVBoxLayout(stand)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._done)
        inside.addWidget(self._bar)
        inside.addWidget(self._blocks, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addSpacing(8)
        inside.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        for grid in (self._facts, self._dates):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(18)
            grid.setVerticalSpacing(3)
        layout.addWidget(Columns(facts, stand, most=2, letters=44))
        self.body.addWidget(head)
        phases = Columns(*self.phases, most=3, letters=36, gap=12)
        self.body.addWidget(self._card("stappen", phases, self._skipped))
        left = _column(
            self._card("blokkades"),
            self._card("uitzoeken"),
            self._card("bewijs", self._more),
        )
        dates = QWidget()
        dates.setLayout(self._dates)
        right = _column(
            self._card("bedragen", self._amounts),
            self._card("datums", self._date_line, dates),
            self._card("besluiten"),
        )
        self.body.addWidget(Columns(left, right, most=2, letters=48))
        self.finish()

    def _card(self, name: str, *parts: QWidget) -> QFrame:
        frame, layout = card()
        layout.addWidget(label(self._texts.get(f"overzicht.{name}.titel"), "heading"))
        layout.addWidget(self._none[name])
        if name in self.lines:
            layout.addWidget(self.lines[name])
        for part in parts:
            layout.addWidget(part)
        return frame


def _column(*cards: QFrame) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(14)
    for item in cards:
        layout.addWidget(item)
    layout.addStretch(1)
    return made
