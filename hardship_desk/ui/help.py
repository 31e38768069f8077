"""Help in the window: the manual at the place where one is, the tour, and the list of keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hardship_desk.presenters.shell import Page
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.shortcuts import ShortcutList

if TYPE_CHECKING:
    from hardship_desk.ui.main_window import MainWindow

FIRST, TODAY, LIST = "01_beginnen", "02_vandaag", "21_lijst"
_PAGES = {
    Page.OVERZICHT: TODAY,
    Page.PERSONEN: "01_beginnen",
    Page.BEWIJS: "06_bewijs",
    Page.KLADBLOK: "05_kladblok",
    Page.MEELEZEN: "08_meelezen",
    Page.BESLUIT: "07_besluit",
}


class Help(QObject):
    """Opens the dialogs that explain."""

    def __init__(self, window: MainWindow, desk: Desk, texts: WindowTexts) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._texts = texts

    def entries(self) -> dict[str, Callable[[], object]]:
        """The entries of the menu, by the key of their text."""
        return {
            "hulp.menu": self.show_here,
            "hulp.tour.menu": self.show_tour,
            "balk.sneltoetsen": self.show_keys,
        }

    def show_here(self) -> None:
        """Show the page of the manual about where the user is."""
        self.show_page(self._here())

    def show_page(self, name: str) -> None:
        """Show a page of the manual; a dialog that is open already goes there."""
        from hardship_desk.ui.dialogs.manual import ManualDialog

        dialog = self._window.findChild(ManualDialog)
        if dialog is None:
            dialog = ManualDialog(self._window, self._desk.manual, self._texts)
            dialog.tour_wanted.connect(self.show_tour)
            dialog.keys_wanted.connect(self.show_keys)
        dialog.show_page(name)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def show_tour(self) -> None:
        """Begin the tour."""
        from hardship_desk.ui.dialogs.manual import ManualDialog
        from hardship_desk.ui.tour import Tour

        dialog = self._window.findChild(ManualDialog)
        if dialog is not None:
            dialog.close()
        Tour(self._window, self._desk, self._texts).show()

    def show_keys(self) -> None:
        """Show all keys."""
        ShortcutList(self._window, self._texts).open()

    def _here(self) -> str:
        pages, window = self._window.pages, self._window
        if window.tools.isVisibleTo(window):
            return "10_rekenhulp"
        if pages is None or not pages.isVisibleTo(window):
            return self._of_start()
        if pages.page is Page.VRAGEN:
            return self._desk.manual.for_step(pages.work.step).id
        return _PAGES.get(pages.page, FIRST)

    def _of_start(self) -> str:
        start = self._window.start
        if not start.isVisibleTo(self._window):
            return FIRST
        return TODAY if start.currentWidget() is start.today_view else LIST
