"""A window with one question of each kind of answer, and what a screen reader should hear of them.

`python -m tests.reliability.spoken_window FOLDER` shows the window and writes FOLDER/velden.json.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.question_item import ColumnItem, QuestionItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.questionnaire.model import AnswerType
from hardship_desk.ui.application import make_application
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.dress.tokens import LIGHT
from hardship_desk.ui.widgets.question_card import QuestionCard
from hardship_desk.ui.widgets.sheet import Sheet

_FEW = tuple(Choice(id=name, text=f"Keuze {name}") for name in ("a", "b", "c"))
_MANY = tuple(Choice(id=str(at), text=f"Keuze {at}") for at in range(12))
_YES_NO = (Choice(id="ja", text="Ja"), Choice(id="nee", text="Nee"))
_WRONG = "Dit is geen datum."
_RAW: dict[AnswerType, RawAnswer] = {
    AnswerType.YES_NO: "ja",
    AnswerType.YES_NO_UNKNOWN: "nee",
    AnswerType.ONE_OF: "b",
    AnswerType.MANY_OF: ("a", "c"),
    AnswerType.DATE: "31-02-2026",
    AnswerType.PERIOD: ("01-01-2026", "31-01-2026"),
    AnswerType.AMOUNT: "12,50",
    AnswerType.NUMBER: "4",
    AnswerType.SHORT_TEXT: "Een paar woorden",
    AnswerType.LONG_TEXT: "Een zin. Nog een zin.",
    AnswerType.ROWS: ({"id": "1", "wie": "de inwoner"},),
}


def main(folder: Path, resources: Path) -> int:
    """Show the questions and tell what should be heard, until the process is ended."""
    from hardship_desk.assessment.texts import Texts

    application = make_application(["gesproken"])
    Theme(application, resources).apply(LIGHT)
    texts = WindowTexts(Texts.load_folder(resources / "texts"))
    sheet = Sheet("Vragen")
    cards = [QuestionCard(item, texts) for item in _items()]
    for card in cards:
        sheet.body.addWidget(card)
    sheet.resize(1200, 780)
    sheet.show()
    QTest.qWait(500)
    expected = [_expected(card, field) for card in cards for field in card.editor.fields()]
    (folder / "velden.tmp").write_text(json.dumps(expected), encoding="utf-8")
    (folder / "velden.tmp").rename(folder / "velden.json")
    return application.exec()


def _items() -> list[QuestionItem]:
    return [_item(kind) for kind in AnswerType] + [_item(AnswerType.ONE_OF, many=True)]


def _item(kind: AnswerType, *, many: bool = False) -> QuestionItem:
    choices: tuple[Choice, ...] = ()
    if kind in (AnswerType.YES_NO, AnswerType.YES_NO_UNKNOWN):
        choices = _YES_NO
    elif kind in (AnswerType.ONE_OF, AnswerType.MANY_OF):
        choices = _MANY if many else _FEW
    return QuestionItem(
        id=f"{kind}.{many}",
        step=1,
        kind=kind.value,
        text=f"Vraag van de soort {kind.value}{' uit een lijst' if many else ''}?",
        help="",
        why="",
        basis="",
        required=True,
        choices=choices,
        columns=(ColumnItem(id="wie", kind="short_text", text="Wie"),),
        raw="3" if many else _RAW[kind],
        error=_WRONG if kind is AnswerType.DATE else "",
    )


def _expected(card: QuestionCard, field: QWidget) -> dict[str, str]:
    match field:
        case QComboBox():
            value = field.currentText()
        case QLineEdit():
            value = field.text()
        case QPlainTextEdit():
            value = field.toPlainText()
        case QAbstractButton():
            value = "aan" if field.isChecked() else "uit"
        case _:
            value = ""
    return {
        "kind": card.item.kind,
        "name": field.accessibleName(),
        "value": value,
        "error": card.item.error,
    }


if __name__ == "__main__":
    from hardship_desk.config.paths import resources_folder

    sys.exit(main(Path(sys.argv[1]), resources_folder()))
