"""Tab goes panel by panel, also where a panel was filled later than what stands below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from hardship_desk.ui.widgets.tab_regions import tab_by


class Page(QWidget):
    """A foot that is made first, and a panel above it that is filled later."""

    def __init__(self) -> None:
        super().__init__()
        self.foot, self.panel = QPushButton("Verder"), QWidget()
        inside = QVBoxLayout(self.panel)
        layout = QVBoxLayout(self)
        layout.addWidget(self.panel)
        layout.addWidget(self.foot)
        self.late = [QPushButton(word) for word in ("een", "twee")]
        for made in self.late:
            inside.addWidget(made)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return tab_by((self.panel, self.foot), forward=next)


def test_that_tab_and_shift_tab_go_round_by_panel(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    page.late[0].setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [page.late[1], page.foot, page.late[0]]
    QTest.keyClick(page.late[0], Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is page.foot


def test_that_what_cannot_be_used_is_passed_over(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.late[1].setEnabled(False)
    page.show()
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    page.late[0].setFocus()
    QTest.keyClick(page.late[0], Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.foot
