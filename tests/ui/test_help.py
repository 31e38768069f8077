"""The manual, the tour and the welcome, in the window."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dialogs.manual import ManualDialog
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.shortcuts import ALSO, KEYS, ShortcutList
from hardship_desk.ui.top_bar import TopBar
from hardship_desk.ui.tour import STOPS, Tour
from hardship_desk.ui.window_menu import PLACES, Below
from tests.ui.test_pages import open_example
from tests.ui.typist import Typist


def manual(window: MainWindow) -> ManualDialog:
    found = window.findChild(ManualDialog)
    assert found is not None
    return found


def test_that_the_keys_in_the_manual_are_keys_of_the_program(desk: Desk) -> None:
    text = " ".join(page.text for page in desk.manual.all())
    named = set(re.findall(r"(?:Ctrl|Alt)\+(?:Shift\+)?[A-Z0-9]\w*|\bF\d\b", text))
    assert len(named) > 10
    assert named - {*KEYS.values(), *ALSO.values()} == set()


def entries_of(menu: QMenu) -> list[str]:
    """What can be chosen in a menu and in the menus below it, without keys and dots."""
    found = []
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            found += entries_of(below)
        elif not action.isSeparator():
            found.append(action.text().split("\t")[0].removesuffix(" …"))
    return found


def test_that_every_command_stands_in_the_menu_once_with_its_key(
    window: MainWindow, desk: Desk
) -> None:
    bar = window.findChild(TopBar)
    assert bar is not None
    menu = bar.findChild(QMenu)
    assert menu is not None
    menu.aboutToShow.emit()
    commands, texts = window.commands.menu(), WindowTexts(desk.texts)
    assert sorted(entries_of(menu)) == sorted(texts.get(key).removesuffix(" …") for key in commands)
    assert menu.actions()[0].text() == "Nieuw dossier\tCtrl+N"
    window.look.choose("dark")
    menu.aboutToShow.emit()
    on = [action.text() for action in window.findChildren(QAction) if action.isChecked()]
    assert {"Donker", "Taal: Nederlands"} <= set(on)
    assert "Licht" not in on
    window.look.follow_system()


def places(groups: tuple[tuple[str | Below, ...], ...]) -> list[str]:
    found: list[str] = []
    for part in (part for group in groups for part in group):
        found += places(part.groups) if isinstance(part, Below) else [part]
    return found


def test_that_what_the_manual_and_a_vault_choose_in_the_menu_stands_there(desk: Desk) -> None:
    keys, texts = places(PLACES), WindowTexts(desk.texts)
    of_vault = {"slot.menu", "slot.gesprek_menu", "sleutels.menu", "kopie.menu", "privacy.menu"}
    assert len(keys) == len(set(keys))
    assert {*of_vault, "losse_kopie.menu"} <= set(keys)
    entries = {texts.get(key).removesuffix(" …") for key in keys}
    lines = [line for page in desk.manual.all() for line in page.text.splitlines()]
    lines = [line for line in lines if "in het menu" in line and "menu bij de vraag" not in line]
    named = {name for line in lines for name in re.findall(r"\*\*(.+?)\*\*", line)}
    assert len(named & entries) > 7
    emphasised = {"niet versleuteld", "Mijn contactkaart", "Wetten die botsen."}
    assert named - entries == emphasised


def test_that_f1_explains_where_one_is_and_a_link_leads_on(window: MainWindow, desk: Desk) -> None:
    typist = Typist(window)
    typist.press(Qt.Key.Key_F1)
    typist.wait(50)
    assert "Verder waar u was" in manual(window).text.toPlainText()
    assert manual(window).other_language.isHidden(), "said only where the window is not Dutch"
    manual(window).close()
    typist.back_to_window()
    open_example(window, desk)
    window.show_question(7)
    window.commands.help.show_here()
    dialog = manual(window)
    assert dialog.text.toPlainText().startswith("Stap 7: Draagkracht")
    QTest.keyClicks(dialog.field, "wachtzin herstelcode")
    assert dialog.text.toPlainText().startswith("Uw eigen kluis")
    dialog.text.anchorClicked.emit(QUrl("hulp:09_kopieen"))
    assert dialog.text.toPlainText().startswith("Reservekopieën")
    dialog.text.anchorClicked.emit(QUrl("https://example.org"))
    assert dialog.text.toPlainText().startswith("Reservekopieën"), "nothing leaves the program"
    QTest.keyClicks(dialog.field, "xyzzy")
    assert dialog.text.toPlainText() == "", "no page that was not found"
    dialog.keys_wanted.emit()
    assert window.findChild(ShortcutList) is not None


def test_that_the_tour_walks_by_and_can_be_left(window: MainWindow) -> None:
    start = window.start.today_view.welcome
    start.command_wanted.emit("hulp.tour.menu")
    tour = window.findChild(Tour)
    assert tour is not None
    for _ in STOPS[:2]:
        tour.go(1)
    assert window.pages is not None
    assert window.pages.page.value == "vragen"
    tour.go(-1)
    assert window.pages.page.value == "overzicht"
    for _ in STOPS[1:]:
        tour.go(1)
    assert not tour.isVisible()


def test_that_the_welcome_opens_an_example_and_goes_when_hidden(window: MainWindow) -> None:
    welcome = window.start.today_view.welcome
    assert welcome.isVisible()
    welcome.unwanted.emit()
    assert not welcome.isVisible()
    window.start.today.is_known = False
    window.show_today()
    example = next(
        item for item in welcome.findChildren(QPushButton) if item.text() == "Bekijk een voorbeeld"
    )
    example.click()
    assert window.pages is not None
    assert window.pages.page.value == "overzicht"
