"""Text that a second reader reads: columns in a table, and nothing of it taken for mark-up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from hardship_desk.documents.model import BulletList, Paragraph, Table
from hardship_desk.ui.widgets.read_text import MOST_LETTERS, read_blocks


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_that_columns_stand_in_a_table_and_text_stays_text(page: QWidget) -> None:
    rows = (("1 mei", "<b>Brief</b> & bijlage"),)
    page.setLayout(
        read_blocks((Table(title="Wat is gezien?", header=("Datum", "Stuk"), rows=rows),))
    )
    title, made = page.findChildren(QLabel)
    assert title.text() == "Wat is gezien?"
    assert made.textFormat() == Qt.TextFormat.RichText
    assert made.text().count("<tr>") == 2
    plain = QTextDocumentFragment.fromHtml(made.text()).toPlainText().split("\n")
    assert [line for line in plain if line] == [
        "Datum",
        "Stuk",
        "1 mei",
        "<b>Brief</b> & bijlage",
    ]


def test_that_a_question_stands_small_above_its_answer_with_its_kind_as_a_word(
    page: QWidget,
) -> None:
    words = "<i>woord</i> € 425,84 " * 80
    asked = Paragraph(text=words, label="Wat?", tag="feit", source="Bron: x", question="a.b")
    page.setLayout(read_blocks((asked, BulletList(items=("een", "twee")))))
    words = words.replace("€ ", "€\u00a0")
    shown = {part.text(): part for part in page.findChildren(QLabel)}
    roles = {text: part.property("role") for text, part in shown.items()}
    assert roles == {
        "Wat?": "small",
        "Feit": "chip",
        words: None,
        "Bron: x": "small",
        "- een\n- twee": None,
    }
    assert {part.textFormat() for part in shown.values()} == {Qt.TextFormat.PlainText}
    column = shown[words].parentWidget()
    assert column is not None
    assert column.maximumWidth() == column.fontMetrics().averageCharWidth() * MOST_LETTERS
