"""The bar on top: the name of the program or dossier, the pages, and the menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.domain.overriding import override
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.shell import Page
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.combo import ComboBox
from hardship_desk.ui.widgets.parts import button, label

if TYPE_CHECKING:
    from hardship_desk.ui.dress.look import Look
    from hardship_desk.ui.window_menu import WindowMenu

_LEFT, _RIGHT, _APART = 18, 14, 10


class TopBar(QFrame):
    """Shows where the user is, and tells where the user wants to go."""

    today_wanted = Signal()
    list_wanted = Signal()
    page_wanted = Signal(str)
    decision_wanted = Signal(str)
    vault_wanted = Signal()

    def __init__(self, texts: WindowTexts, *, is_practice: bool) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._texts = texts
        self._title = label(texts.get("algemeen.naam"), "brand", wrap=False)
        self._practice = label(texts.get("algemeen.oefening"), "practice", wrap=False)
        self._practice.setToolTip(texts.get("algemeen.oefening_uitleg"))
        self._today = button(texts.get("vandaag.knop"), self.today_wanted.emit)
        self._list = button(texts.get("balk.lijst"), self.list_wanted.emit)
        self._vault = button(texts.get("kluis.knop"), self.vault_wanted.emit)
        self._is_practice = is_practice
        self._decisions = ComboBox()
        self._decisions.setAccessibleName(texts.get("balk.keuze_besluit"))
        self._decisions.activated.connect(
            lambda place: self.decision_wanted.emit(str(self._decisions.itemData(place)))
        )
        self._pages = QButtonGroup(self)
        self._buttons = {page: self._page_button(page) for page in Page}
        self._menu_button = QPushButton(texts.get("balk.menu"))
        self._menu_button.setAccessibleName(texts.get("balk.menu"))
        self._menu_button.setProperty("kind", "menu")
        self._menu: WindowMenu | None = None
        self._nav = QWidget()
        self._head, self._below = QHBoxLayout(), QHBoxLayout()
        self._lay_out()
        self._practice.setVisible(is_practice)
        self.show_no_case()

    def set_menu(self, entries: Mapping[str, Callable[[], object]], look: Look) -> None:
        """Fill the menu; the names are keys of texts."""
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu, entries, look))
        self._menu_button.setMenu(menu)

    def _fill(self, menu: QMenu, entries: Mapping[str, Callable[[], object]], look: Look) -> None:
        """Name the entries when the menu opens first: their words stand in many files."""
        from hardship_desk.ui.window_menu import WindowMenu

        if self._menu is None:
            self._menu = WindowMenu(menu, entries, self._texts, look)
        self._menu.mark()

    def show_no_case(self) -> None:
        """Show the name of the program, and no pages."""
        self._title.setText(self._texts.get("algemeen.naam"))
        self._decisions.hide()
        self._vault.setVisible(self._is_practice)
        self._show_pages(visible=False)

    def show_case(self, number: str, decisions: tuple[Choice, ...], chosen: str) -> None:
        """Show the dossier and its pages."""
        self._title.setText(number)
        self._decisions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._decisions.clear()
        for choice in decisions:
            self._decisions.addItem(choice.text, choice.id)
        self._decisions.setCurrentIndex(max(self._decisions.findData(chosen), 0))
        self._decisions.setVisible(len(decisions) > 1)
        self._vault.hide()
        self._show_pages(visible=True)

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

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_LEFT, 8, _RIGHT, 8)
        outer.setSpacing(4)
        nav = QHBoxLayout(self._nav)
        nav.setContentsMargins(0, 0, 0, 0)
        nav.setSpacing(2)
        for made in (self._today, self._list, *self._buttons.values(), self._vault):
            nav.addWidget(made)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._head.setSpacing(_APART)
        for part in (self._title, self._practice, self._decisions):
            self._head.addWidget(part, 0, middle)
        self._head.addStretch(1)
        self._head.addWidget(self._nav)
        self._head.addWidget(self._menu_button)
        self._below.addStretch(1)
        outer.addLayout(self._head)
        outer.addLayout(self._below)
        self.setMinimumWidth(1)

    def _fit(self) -> None:
        """Put the pages on a line of their own where one line is too short."""
        parts = (self._title, self._practice, self._decisions, self._nav, self._menu_button)
        needed = sum(part.sizeHint().width() + _APART for part in parts if not part.isHidden())
        below = needed + _LEFT + _RIGHT > self.width()
        if below == (self._below.indexOf(self._nav) >= 0):
            return
        if below:
            self._head.removeWidget(self._nav)
            self._below.insertWidget(0, self._nav)
        else:
            self._below.removeWidget(self._nav)
            self._head.insertWidget(self._head.count() - 1, self._nav)

    def _show_pages(self, *, visible: bool) -> None:
        for made in self._buttons.values():
            made.setVisible(visible)
        self._fit()

    def _page_button(self, page: Page) -> QPushButton:
        words = self._texts.get(f"balk.{page.value}")
        made = button(words, lambda: self.page_wanted.emit(page.value))
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages.addButton(made)
        return made
