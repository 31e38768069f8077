"""The dialog of the law: looking, taking in, being refused, going back; and the line on the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.config.paths import DATA_VARIABLE
from hardship_desk.domain.users import Role, UserId, VaultUser
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.application import make_application, make_window
from hardship_desk.ui.dialogs.law import LawDialog
from hardship_desk.ui.main_window import MainWindow
from tests.integration.desks import FixedClock, with_parts
from tests.ui.waiting import until
from tests.unit.assessment.law_folders import PUBLIC, norm, package, sealed, write_package

CORRECTION = norm("1000.00", "2026-01-01", "2026-12-31")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with a folder that IT fills."""
    data, ready = tmp_path / "data", tmp_path / "klaar"
    data.mkdir()
    ready.mkdir()
    policy = f'wet_sleutels = ["{PUBLIC.hex()}"]\nwet_map = "{ready.as_posix()}"\n'
    (data / "beleid.toml").write_text(policy)
    monkeypatch.setenv(DATA_VARIABLE, str(data))
    return tmp_path


def desk_in(place: Path, store: str = "oefening") -> Desk:
    """A start of the program; the store of an earlier one is still in use."""
    return open_practice_desk(place / f"{store}.db", FixedClock())


def dialog_on(desk: Desk, qtbot: QtBot) -> LawDialog:
    dialog = LawDialog(None, desk, WindowTexts(desk.texts))
    qtbot.addWidget(dialog)
    dialog.show()
    until(dialog.choose.isEnabled)
    return dialog


def words(dialog: LawDialog) -> str:
    labels = dialog.findChildren(QLabel)
    shown = "\n".join(item.text() for item in labels if item.isVisibleTo(dialog))
    return shown.replace("\u00a0", " ")


@pytest.fixture
def window(place: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    make_application([])
    made = make_window(desk_in(place), make_application([]))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def test_that_a_package_of_the_folder_is_offered_looked_at_and_taken_in(
    place: Path, qtbot: QtBot
) -> None:
    package(place / "klaar", parameters=CORRECTION)
    desk = desk_in(place)
    dialog = dialog_on(desk, qtbot)
    assert "Zij komen mee met dit programma." in words(dialog)
    assert not dialog.preview.isVisible()
    until(dialog.look.isVisible)
    dialog.look.click()
    qtbot.waitUntil(lambda: "VB-2026-004" in words(dialog), timeout=20_000)
    assert "€ 1.401,50 → € 1.000,00" in words(dialog)
    assert "Bedrag van de berekening: van € 141,94 naar € 100,00." in words(dialog)
    assert desk.laws.stored() == ()
    until(dialog.confirm.isEnabled)
    dialog.confirm.click()
    assert "is ingevoerd" in dialog.said.text()
    assert "gelden vanaf de volgende start" in words(dialog)
    assert not dialog.look.isVisible()
    assert not dialog.preview.isVisible()
    again = dialog_on(desk_in(place, "later"), qtbot)
    assert "Wetsgegevens tot en met 30-06-2027." in words(again)
    again.back.click()
    qtbot.waitUntil(lambda: "€ 1.000,00 → € 1.401,50" in words(again), timeout=20_000)
    qtbot.waitUntil(again.confirm.isEnabled, timeout=20_000)
    assert again.confirm.text() == "Teruggaan"
    again.confirm.click()
    assert "wetsgegevens van het programma zelf" in again.said.text()


def test_that_a_wrong_file_names_every_mistake(
    place: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_package(place / "fout", parameters=norm(name="norm.weg"), texts='a = "b"')
    wrong = sealed(folder, place / "fout.zip")
    dialog = dialog_on(desk_in(place), qtbot)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(wrong), ""))
    dialog.choose.click()
    said = "parameter[norm.weg]: Geen regel leest deze waarde."
    qtbot.waitUntil(lambda: said in words(dialog), timeout=20_000)
    assert "texts.toml: a: Geen regel gebruikt deze zin." in words(dialog)
    assert not dialog.confirm.isVisible()
    dialog.presenter.confirm()
    assert desk_in(place, "later").laws.stored() == ()


def test_that_going_back_takes_a_role(place: Path, qtbot: QtBot) -> None:
    desk = desk_in(place)
    found = desk.laws.preview(package(place)).package
    assert found is not None
    desk.law_work.take_in(found)
    for role, may in (
        (Role.BEHANDELAAR, False),
        (Role.JURIDISCH_ADVISEUR, True),
        (Role.BEHEERDER, True),
    ):
        user = VaultUser(id=UserId("u"), name="X", roles=(role,))
        own = with_parts(desk, law_work=replace(desk.law_work, user=user))
        dialog = dialog_on(own, qtbot)
        assert dialog.back.isVisible() is may
        if not may:
            dialog.presenter.look_back()
            qtbot.waitUntil(dialog.preview.isVisible, timeout=20_000)
            dialog.presenter.confirm()
            assert "Uw rol mag dit niet." in dialog.said.text()


def test_that_the_list_says_how_far_the_law_goes_and_what_lies_ready(
    place: Path, window: MainWindow, qtbot: QtBot
) -> None:
    window.show_list()
    foot = window.start.feet[1]
    assert foot.law.text() == "Wetsgegevens tot en met 31-12-2026."
    assert not foot.notice.isVisible()
    package(place / "klaar")
    (place / "klaar" / "kapot.zip").write_bytes(b"kapot")
    package(place / "klaar", "oud", until="2026-06-30")
    window.commands.look_for_law()
    until(foot.notice.isVisible)
    said = "Er liggen nieuwe wetsgegevens klaar: Normen per 1 januari 2027"
    assert foot.notice.text() == said
    foot.law_wanted.emit()
    [dialog] = window.findChildren(LawDialog)
    until(dialog.look.isVisible)
    dialog.presenter.look_at_offer("0")
    qtbot.waitUntil(
        lambda: dialog.preview.isVisible() and dialog.confirm.isEnabled(), timeout=20_000
    )
    dialog.confirm.click()
    dialog.accept()
    assert "gelden vanaf de volgende start" in foot.notice.text()
