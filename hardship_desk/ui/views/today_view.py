"""The start page: terms, what is to find out, and where the work stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hardship_desk.presenters.today import TodayPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.line_list import LineList
from hardship_desk.ui.widgets.parts import button, card, label, restyle
from hardship_desk.ui.widgets.sheet import Sheet
from hardship_desk.ui.widgets.time_line import TimeLine
from hardship_desk.ui.widgets.welcome import Welcome


class TodayPageView(Sheet):
    """Fulfils `TodayView`."""

    line_chosen = Signal(str)
    new_wanted = Signal()
    list_wanted = Signal()
    rekenhulp_wanted = Signal()
    reference_wanted = Signal()
    calendar_wanted = Signal()

    def __init__(self, texts: WindowTexts, theme: Theme) -> None:
        super().__init__(texts.get("vandaag.titel"))
        self.setObjectName("page")
        self._texts = texts
        self._day = label("", "muted")
        self.welcome = Welcome(texts)
        self.welcome.new_wanted.connect(self.new_wanted)
        self._new = button(texts.get("lijst.nieuw"), self.new_wanted.emit, "primary")
        self.places = LineList(texts.get("vandaag.verder.titel"), with_lead=False)
        self.terms, self.to_find_out = (
            LineList(
                texts.get(f"vandaag.{name}.titel"),
                all_of=lambda count: texts.get("vandaag.toon_alle", aantal=str(count)),
            )
            for name in ("termijnen", "uitzoeken")
        )
        self.time_line = TimeLine(theme)
        self._no_places, self._no_terms, self._nothing_open = (label("", "muted") for _ in range(3))
        self._note = label("", "muted")
        self._calendar = button(
            texts.get("vandaag.agenda_bewaren"), self.calendar_wanted.emit, "quiet"
        )
        self._calendar.setToolTip(texts.get("vandaag.agenda_uitleg"))
        self._calendar.setAccessibleDescription(texts.get("vandaag.agenda_uitleg"))
        self._lay_out()
        for lines in (self.places, self.terms, self.to_find_out):
            lines.chosen.connect(self.line_chosen)

    def show_page(self, page: TodayPage) -> None:
        """Show the page in place; the focus stays where it is."""
        texts = self._texts
        self.hold_still()
        self._day.setText(page.day)
        self.welcome.show_kind(page.welcome)
        restyle(self._new, "kind", "" if page.welcome else "primary")
        self.places.show_lines(page.places)
        self._say(self._no_places, "" if page.places else texts.get("vandaag.verder.leeg"))
        self.time_line.show_page(page)
        self.terms.show_groups(page.terms)
        waiting = texts.get("vandaag.termijnen.bezig")
        none = waiting if page.busy else texts.get("vandaag.termijnen.leeg")
        self._say(self._no_terms, "" if page.terms else none)
        self.to_find_out.show_lines(page.to_find_out)
        nothing = waiting if page.busy else texts.get("vandaag.uitzoeken.leeg")
        self._say(self._nothing_open, "" if page.to_find_out else nothing)
        self._calendar.setVisible(bool(page.terms or page.to_find_out))
        self._say(self._note, page.note)

    def focus_first(self) -> None:
        """Put the focus where the work stopped, or at the way to begin."""
        rows = self.places.rows()
        (rows[0] if rows else self._new).setFocus()
        self.verticalScrollBar().setValue(0)

    def _say(self, where: QLabel, text: str) -> None:
        where.setText(text)
        where.setVisible(bool(text))

    def _lay_out(self) -> None:
        texts = self._texts
        self.body.addWidget(self._day)
        self.body.addWidget(self.welcome)
        self.body.addWidget(
            Columns(
                self._new,
                button(texts.get("vandaag.dossiers"), self.list_wanted.emit),
                button(texts.get("rekenhulp.knop"), self.rekenhulp_wanted.emit),
                button(texts.get("naslag.knop"), self.reference_wanted.emit),
                most=4,
                letters=20,
            )
        )
        left = self._column(
            self._card("verder", self._no_places, self.places),
            self._card("uitzoeken", self._nothing_open, self.to_find_out),
        )
        terms = (self.time_line, self._no_terms, self.terms, self._note, self._calendar)
        right = self._column(self._card("termijnen", *terms))
        self.tab_panels = (left, right)
        self.body.addWidget(Columns(left, right, most=2, letters=52))
        self.finish()

    def _card(self, name: str, *parts: QWidget) -> QFrame:
        frame, layout = card()
        layout.addWidget(label(self._texts.get(f"vandaag.{name}.titel"), "heading"))
        layout.addWidget(label(self._texts.get(f"vandaag.{name}.uitleg"), "muted"))
        for part in parts:
            left = Qt.AlignmentFlag.AlignLeft if part is self._calendar else Qt.AlignmentFlag(0)
            layout.addWidget(part, 0, left)
        return frame

    def _column(self, *cards: QFrame) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for item in cards:
            layout.addWidget(item)
        layout.addStretch(1)
        return made
