"""A short tour: a small dialog beside the pages it tells about; it can be left at any moment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from hardship_desk.presenters.shell import Page
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.widgets.parts import button, label

if TYPE_CHECKING:
    from hardship_desk.ui.main_window import MainWindow

STOPS = ("vandaag", "overzicht", "vragen", "kompas", "kladblok", "besluit", "klaar_zin")


class Tour(QDialog):
    """Shows each place while it says a few words; in a vault with real work no dossier is opened."""

    def __init__(self, window: MainWindow, desk: Desk, texts: WindowTexts) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._texts = texts
        self._place = 0
        title = texts.get("hulp.tour.titel")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._head = label("", "heading")
        self._words = label("")
        self._count = label("", "small", wrap=False)
        self._back = button(texts.get("hulp.tour.vorige"), lambda: self.go(-1))
        self._next = button(texts.get("hulp.tour.volgende"), lambda: self.go(1), "primary")
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(button(texts.get("hulp.tour.stoppen"), self.close, "quiet"))
        row.addWidget(self._back)
        row.addWidget(self._next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.addWidget(self._head)
        layout.addWidget(self._words, 1)
        layout.addLayout(row)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 58)
        self.go(0)

    def go(self, by: int) -> None:
        """Go to the next or the previous stop; after the last one the tour is over."""
        self._place += by
        if self._place >= len(STOPS):
            self.close()
            return
        name = STOPS[self._place]
        self._show_place(name)
        texts = self._texts
        self._head.setText(texts.get(f"hulp.tour.{name}.kop"))
        self._words.setText(texts.get(f"hulp.tour.{name}.tekst"))
        self._count.setText(
            texts.get("hulp.tour.stand", nummer=str(self._place + 1), totaal=str(len(STOPS)))
        )
        last = self._place == len(STOPS) - 1
        self._next.setText(texts.get("hulp.tour.klaar" if last else "hulp.tour.volgende"))
        self._next.setAccessibleName(self._next.text())
        self._back.setEnabled(self._place > 0)
        self._settle()

    def _show_place(self, name: str) -> None:
        window = self._window
        if not self._desk.is_practice:
            return
        pages: dict[str, Callable[[], object]] = {
            "vandaag": window.show_today,
            "overzicht": lambda: window.show_page_of_case(Page.OVERZICHT),
            "vragen": lambda: window.show_question(7),
            "kompas": lambda: window.show_question(7),
            "kladblok": lambda: window.show_page_of_case(Page.KLADBLOK),
            "besluit": lambda: window.show_page_of_case(Page.BESLUIT),
            "klaar_zin": window.show_today,
        }
        if name not in ("vandaag", "klaar_zin") and window.pages is None:
            self._open_one()
        pages[name]()

    def _open_one(self) -> None:
        """Open the example with most in it."""
        cases = self._desk.cases.list_cases()
        if cases:
            richest = max(cases, key=lambda item: len(item.decision_types))
            self._window.show_case(richest.id)

    def _settle(self) -> None:
        """Stand in the corner where least is hidden, with the focus on the way on."""
        self.adjustSize()
        corner = self._window.frameGeometry().bottomRight()
        self.move(corner.x() - self.width() - 24, corner.y() - self.height() - 24)
        self._next.setFocus()
        self.activateWindow()
