"""The pictures of every page, in English at 200 %: nothing of the window itself is Dutch, and all of it fits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder
from hardship_desk.services.desk import Desk
from hardship_desk.ui.application import make_application, make_window
from hardship_desk.ui.dress.language import Language, chosen_language, speak, window_texts
from hardship_desk.ui.gallery import pictures as gallery
from hardship_desk.ui.gallery.pictures import Setting, each_state, render_gallery
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.question_card import QuestionCard
from tests.reliability.clipping import clipped

LARGE = Setting(name="groot", look="light", scale=200)
LEAST_WORDS = 4


@pytest.fixture
def english(qapp: QApplication) -> Iterator[QApplication]:
    yield make_application([], Language.ENGLISH)
    speak(qapp, Language.DUTCH)


def test_that_every_page_is_drawn_fits_and_says_nothing_of_its_own_in_dutch(
    desk: Desk, english: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery, "SETTLE_MS", 5)
    dutch = DutchOfTheWindow()
    states, found, cut_off = 0, set[str](), []
    for name, shown in each_state(desk, (LARGE,), language=Language.ENGLISH):
        states += 1
        found |= {f"{name}: {text}" for text in _said(shown) if dutch.holds(text)}
        if isinstance(shown, MainWindow):
            assert shown.grab().size().toTuple() == (1280, 800)
            cut_off += [f"{name}: {what}" for what in _cut_off(shown)] if states % 5 == 0 else []
    assert states > 60
    assert sorted(found) == []
    assert cut_off == []


def test_that_a_picture_is_written_of_each_state(
    desk: Desk, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = [("een", QLabel("een")), ("twee", QLabel("twee"))]
    monkeypatch.setattr(gallery, "each_state", lambda *_given, **_named: iter(states))
    assert render_gallery(desk, tmp_path / "beeld") == 0
    found = sorted((tmp_path / "beeld").glob("*.png"))
    assert [path.stem for path in found] == ["een", "twee"]
    assert not QImage(str(found[0])).isNull()


def test_that_a_choice_of_language_is_kept_and_holds_from_the_next_start(
    desk: Desk, english: QApplication, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "venster.ini"), QSettings.Format.IniFormat)
    assert chosen_language(settings) is Language.DUTCH
    window = make_window(desk, english, settings)
    window.commands.run("taal.engels")
    assert chosen_language(settings) is Language.ENGLISH
    texts = window_texts(desk.texts, chosen_language(settings))
    again = make_window(desk, english, settings, texts)
    assert "Cases" in {made.text() for made in again.findChildren(QAbstractButton)}
    _check_that_questions_are_marked_as_dutch(again, desk)
    again.commands.run("spelling.menu")
    assert settings.value("look/spelling") == "uit"
    again.commands.run("spelling.menu")
    assert settings.value("look/spelling") == ""
    again.commands.run("taal.nederlands")
    assert chosen_language(settings) is Language.DUTCH
    for made in (window, again):
        made.close()
        made.deleteLater()


def _check_that_questions_are_marked_as_dutch(window: MainWindow, desk: Desk) -> None:
    """For a reader that speaks; figures stay as the Dutch write them."""
    window.show_case(desk.cases.list_cases()[0].id)
    card = window.findChild(QuestionCard)
    assert card is not None
    assert window.locale().language() is QLocale.Language.English
    assert window.locale().toString(1249.5, "f", 2) == "1.249,50"
    assert card.editor.locale().language() is QLocale.Language.Dutch


def test_that_what_qt_says_is_in_the_language_of_the_window(english: QApplication) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text().replace("&", "") == "Cancel"
    speak(english, Language.DUTCH)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    said = {part.text().replace("&", "") for part in dialog.findChildren(QLabel)}
    assert said == {"Zoeken in:", "Bestandsnaam:", "Soort bestand:"}
    speak(english, Language.DUTCH)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text().replace("&", "") == "Annuleren"


class DutchOfTheWindow:
    """The Dutch sentences that have an English one, but for those that law or a question says too."""

    def __init__(self) -> None:
        folder = resources_folder() / "texts"
        dutch, english = Texts.load_folder(folder), Texts.load_folder(folder / "en")
        self._whole: set[str] = set()
        self._parts: set[str] = set()
        elsewhere = _of_law()
        for path in folder.glob("*.toml"):
            for key, was in dutch.under(path.stem).items():
                now = english.find(f"{path.stem}.{key}")
                if now is None:
                    elsewhere.add(was)
                else:
                    elsewhere.add(now)
                    self._whole.add(was)
                    self._parts |= set(_literals(was)) - set(_literals(now))
        self._whole -= elsewhere
        self._parts -= elsewhere

    def holds(self, text: str) -> bool:
        """Whether a text is one of them, or has one in it."""
        return text in self._whole or any(part in text for part in self._parts)


def _of_law() -> set[str]:
    """What questions, steps and calculators say."""
    found: set[str] = set()
    for name in ("questionnaires", "rekenhulpen"):
        for path in (resources_folder() / name).rglob("*.toml"):
            found |= set(re.findall(r'"([^"]*)"', path.read_text("utf-8")))
    return found


def _literals(sentence: str) -> Iterator[str]:
    """The parts between the slots that are long enough to be told from other words."""
    for part in re.split(r"\{[^{}]*\}", sentence):
        if len(part.split()) >= LEAST_WORDS:
            yield part.strip()


def _said(shown: QWidget) -> set[str]:
    """Every text of a window that is seen or read aloud, but for what is marked as Dutch."""
    found = {shown.windowTitle()}
    for widget in shown.findChildren(QWidget):
        if not widget.isVisible() or widget.locale().language() is QLocale.Language.Dutch:
            continue
        found |= {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
        match widget:
            case QLabel() | QAbstractButton():
                found.add(widget.text())
            case QLineEdit() | QPlainTextEdit():
                found.add(widget.placeholderText())
            case QComboBox():
                found |= {widget.itemText(place) for place in range(widget.count())}
            case QGroupBox():
                found.add(widget.title())
            case QMenu():
                found |= {entry.text() for entry in widget.actions()}
            case _:
                pass
    return found


def _cut_off(shown: QWidget) -> list[str]:
    found = list(clipped(shown))
    for _ in range(20):
        if found:
            QTest.qWait(60)
            found = list(clipped(shown))
    return found
