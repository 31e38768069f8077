"""A list of dossiers in the window: look, mistakes, take over."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.dialogs.header_list import HeaderListDialog
from tests.integration.desks import open_desk_in
from tests.integration.test_header_lists import GOOD, SECOND, listed


def test_that_a_list_is_looked_at_and_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    desk = open_desk_in(tmp_path)
    dialog = HeaderListDialog(None, desk.header_lists, WindowTexts(desk.texts))
    qtbot.addWidget(dialog)
    dialog.show()
    path = tmp_path / "lijst.csv"
    path.write_bytes(listed(GOOD, ";boete;Amsterdam;kort;;;;;;"))
    dialog.presenter.look(path)
    qtbot.waitUntil(lambda: dialog.problems.count() == 2, timeout=10_000)
    assert dialog.problems.item(0).text() == "Regel 3, zaaknummer: is niet ingevuld"
    path.write_bytes(listed(GOOD, SECOND))
    dialog.presenter.look(path)
    qtbot.waitUntil(dialog.problems.isHidden, timeout=10_000)
    with qtbot.waitSignal(dialog.made, timeout=10_000):
        dialog.take_in()
    assert "2 dossiers gemaakt" in dialog.said
    dialog.presenter.look(tmp_path / "weg.csv")
    qtbot.waitUntil(lambda: "kan het programma niet lezen" in dialog.said, timeout=10_000)
    dialog.reject()
    assert not dialog.isVisible()
