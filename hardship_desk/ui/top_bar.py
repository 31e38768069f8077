"""The bar on top: the name of the program or dossier, the pages, and the menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QMenu, QPushButton

from hardship_desk.presenters.new_case import Choice
from hardship_desk.presenters.shell import Page
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, label


class TopBar(QFrame):
    """Shows where the user is, and tells where the user wants to go."""

    list_wanted = Signal()
    page_wanted = Signal(str)
    decision_wanted = Signal(str)

    def __init__(self, texts: WindowTexts, *, is_practice: bool) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._texts = texts
        self._title = label(texts.get("algemeen.naam"), "brand", wrap=False)
        self._practice = label(texts.get("algemeen.oefening"), "practice", wrap=False)
        self._practice.setToolTip(texts.get("algemeen.oefening_uitleg"))
        self._practice.setVisible(is_practice)
        self._list = button(texts.get("balk.lijst"), self.list_wanted.emit)
        self._decisions = QComboBox()
        self._decisions.setAccessibleName(texts.get("balk.keuze_besluit"))
        self._decisions.activated.connect(
            lambda place: self.decision_wanted.emit(str(self._decisions.itemData(place)))
        )
        self._pages = QButtonGroup(self)
        self._buttons = {page: self._page_button(page) for page in Page}
        self._menu_button = QPushButton(texts.get("balk.menu"))
        self._menu_button.setAccessibleName(texts.get("balk.menu"))
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 14, 8)
        row.setSpacing(6)
        row.addWidget(self._title)
        row.addWidget(self._practice)
        row.addWidget(self._decisions)
        row.addStretch(1)
        row.addWidget(self._list)
        for made in self._buttons.values():
            row.addWidget(made)
        row.addWidget(self._menu_button)
        self.show_no_case()

    def set_menu(self, entries: Mapping[str, Callable[[], object]]) -> None:
        """Fill the menu; the names are keys of texts."""
        menu = QMenu(self)
        for key, action in entries.items():
            entry = QAction(self._texts.get(key), menu)
            entry.triggered.connect(lambda _checked=False, act=action: act())
            menu.addAction(entry)
        self._menu_button.setMenu(menu)

    def show_no_case(self) -> None:
        """Show the name of the program, and no pages."""
        self._title.setText(self._texts.get("algemeen.naam"))
        self._decisions.hide()
        self._list.hide()
        for made in self._buttons.values():
            made.hide()

    def show_case(self, number: str, decisions: tuple[Choice, ...], chosen: str) -> None:
        """Show the dossier and its pages."""
        self._title.setText(number)
        self._decisions.clear()
        for choice in decisions:
            self._decisions.addItem(choice.text, choice.id)
        self._decisions.setCurrentIndex(max(self._decisions.findData(chosen), 0))
        self._decisions.setVisible(len(decisions) > 1)
        self._list.show()
        for made in self._buttons.values():
            made.show()

    def show_page(self, page: Page) -> None:
        """Mark the page that is shown."""
        self._buttons[page].setChecked(True)

    def show_unassigned(self, count: int) -> None:
        """Show how many sentences of the kladblok have no question yet."""
        made = self._buttons[Page.KLADBLOK]
        texts = self._texts
        words = texts.get("balk.kladblok_aantal", aantal=str(count))
        made.setText(words if count else texts.get("balk.kladblok"))
        spoken = texts.get("balk.kladblok_spreek", aantal=str(count))
        made.setAccessibleName(spoken if count else texts.get("balk.kladblok"))

    def _page_button(self, page: Page) -> QPushButton:
        words = self._texts.get(f"balk.{page.value}")
        made = button(words, lambda: self.page_wanted.emit(page.value))
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages.addButton(made)
        return made
