"""Packages in the window: given along, opened, judged and taken in, with the code between them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.ids import DecisionId
from hardship_desk.exchange.package import package_file
from hardship_desk.presenters import receiving
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.dialogs.receive import ReceiveDialog
from hardship_desk.ui.dialogs.send import SendDialog
from tests.integration.desks import Work, example, open_desk_in
from tests.ui.waiting import until

BOETE = DecisionId("boete")
READER = "L. Lezer (verzonnen)"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    """An example; a package is sealed with its code as plain first line, which is quick."""

    def seal(content: bytes, code: str) -> bytes:
        return code.encode() + b"\n" + content

    def unseal(data: bytes, code: str) -> bytes:
        first, _, content = data.partition(b"\n")
        assert first.decode() == code
        return content

    monkeypatch.setattr(package_file, "seal", seal)
    monkeypatch.setattr(package_file, "unseal", unseal)
    return example(open_desk_in(tmp_path))


@pytest.fixture
def texts(work: Work) -> WindowTexts:
    return WindowTexts(work.desk.texts)


def sent(qtbot: QtBot, work: Work, texts: WindowTexts, what: str, path: Path) -> str:
    case = work.desk.cases.current(work.case_id)
    dialog = SendDialog(None, work.desk.packages, case, texts, "V. (verzonnen)")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.what.show_text(what)
    dialog.make(path)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "its code is still to come"
    qtbot.waitUntil(dialog.code.isVisible, timeout=60_000)
    assert path.name in dialog.said
    return dialog.code.text()


def opened(qtbot: QtBot, work: Work, texts: WindowTexts, path: Path, code: str) -> ReceiveDialog:
    dialog = ReceiveDialog(None, work.desk.packages, texts, "")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.open_package()
    assert "Kies eerst een bestand" in dialog.said
    dialog.choose(path)
    QTest.keyClicks(dialog.code.widget, code)
    QTest.keyClick(dialog.code.widget, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Zaaknummer" in words_of(dialog), timeout=10_000)
    return dialog


def words_of(dialog: ReceiveDialog) -> str:
    return " ".join(part.text() for part in dialog.findChildren(QLabel) if part.isVisible())


def press(dialog: ReceiveDialog, text: str) -> None:
    [found] = [item for item in dialog.findChildren(QPushButton) if item.text() == text]
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Return)


def test_that_a_dossier_given_along_is_taken_in(
    qtbot: QtBot, work: Work, texts: WindowTexts, tmp_path: Path
) -> None:
    path = tmp_path / "zaak.hdpakket"
    code = sent(qtbot, work, texts, "", path)
    dialog = opened(qtbot, work, texts, path, code)
    assert "al een dossier met dit zaaknummer" in words_of(dialog)
    before = len(work.desk.cases.list_cases())
    with qtbot.waitSignal(dialog.taken, timeout=10_000):
        press(dialog, "Overnemen als nieuw dossier")
    assert len(work.desk.cases.list_cases()) == before + 1


def test_that_a_reader_judges_and_the_verdict_comes_home(
    qtbot: QtBot, work: Work, texts: WindowTexts, tmp_path: Path
) -> None:
    path, back = tmp_path / "concept.hdpakket", tmp_path / "oordeel.hdpakket"
    code = sent(qtbot, work, texts, BOETE, path)
    reading = opened(qtbot, work, texts, path, code)
    until(lambda: "Doenvermogen" in words_of(reading))
    reading.answer(back)
    assert "Kies een oordeel" in reading.said
    reading.reader.show_text(READER)
    reading.verdict.show_text(ReviewVerdict.AKKOORD_MITS)
    reading.answer(back)
    assert not back.exists()
    reading.text.show_text("Leg het bedrag uit.")
    reading.answer(back)
    qtbot.waitUntil(back.exists, timeout=10_000)
    home = opened(qtbot, work, texts, back, code)
    assert f"{READER}: " in words_of(home)
    with qtbot.waitSignal(home.taken, timeout=10_000):
        press(home, "Bij het dossier zetten")
    review = work.desk.cases.current(work.case_id).decision(BOETE).reviews[-1]
    assert (review.reader, review.text) == (READER, "Leg het bedrag uit.")


def test_that_closing_with_words_in_no_file_asks_once(
    qtbot: QtBot,
    work: Work,
    texts: WindowTexts,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path, back = tmp_path / "concept.hdpakket", tmp_path / "oordeel.hdpakket"
    reading = opened(qtbot, work, texts, path, sent(qtbot, work, texts, BOETE, path))
    asked: list[object] = []

    def no(*words: object) -> QMessageBox.StandardButton:
        asked.append(words)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", no)
    reading.reader.show_text(READER)
    reading.verdict.show_text(ReviewVerdict.NIET_AKKOORD)
    reading.text.show_text("Dit kan zo niet.")
    press(reading, "Sluiten")
    assert reading.isVisible()
    assert len(asked) == 1
    reading.answer(back)
    qtbot.waitUntil(lambda: back.name in reading.said, timeout=10_000)
    press(reading, "Sluiten")
    assert not reading.isVisible()
    assert len(asked) == 1


def test_that_a_file_larger_than_any_package_is_not_read(
    qtbot: QtBot, work: Work, texts: WindowTexts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "LARGEST", 10)
    path = tmp_path / "groot.hdpakket"
    path.write_bytes(b"x" * 11)
    dialog = ReceiveDialog(None, work.desk.packages, texts, "")
    qtbot.addWidget(dialog)
    dialog.choose(path)
    assert "te groot" in dialog.said
