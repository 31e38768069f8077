"""Text that a second reader reads: columns in a table, and nothing of it taken for mark-up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hardship_desk.ui.widgets.read_text import MOST_LETTERS, read_text


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def shown(page: QWidget, text: str) -> QLabel:
    page.setLayout(read_text(text))
    (made,) = page.findChildren(QLabel)
    return made


def test_that_columns_stand_in_a_table_and_text_stays_text(page: QWidget) -> None:
    made = shown(page, "Wat is gezien?\nDatum\tStuk\n1 mei\t<b>Brief</b> & bijlage")
    assert made.textFormat() == Qt.TextFormat.RichText
    assert made.text().count("<tr>") == 2
    plain = QTextDocumentFragment.fromHtml(made.text()).toPlainText().split("\n")
    assert plain[0] == "Wat is gezien?"
    assert [line for line in plain if line][1:] == [
        "Datum",
        "Stuk",
        "1 mei",
        "<b>Brief</b> & bijlage",
    ]


def test_that_other_text_is_plain_and_no_wider_than_the_eye_follows(page: QWidget) -> None:
    made = shown(page, "<i>woord</i> " * 80)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.maximumWidth() == made.fontMetrics().averageCharWidth() * MOST_LETTERS
