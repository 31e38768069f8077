"""The window in which a motivation from elsewhere is checked, for the gallery."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QWidget

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.dialogs.toets import ToetsDialog

_TEXT = """Besluit

U ontvangt een uitkering. U gaf uw werk bij een café niet door. Dat moest wel.
U had kunnen weten dat u dit moest doorgeven: het stond in de brief van 3 maart.

Wij leggen u een boete op van € 150."""


def toets_dialogs(parent: QWidget, desk: Desk, texts: WindowTexts) -> Iterator[tuple[str, QDialog]]:
    """Empty, and with passages marked at an element that many rulings speak of."""
    today = desk.clock.today()
    desk.toetsing.drafts.forget()
    yield "19-toets-leeg", ToetsDialog(parent, desk.toetsing, texts, today)
    dialog = ToetsDialog(parent, desk.toetsing, texts, today)
    dialog.kind.show_text("boete")
    dialog.presenter.set_type("boete")
    dialog.presenter.set_text(_TEXT)
    for number, words, thin in ((5, "U had kunnen weten", False), (6, "Dat moest wel", True)):
        start = _TEXT.index(words)
        dialog.presenter.mark(number, start, start + len(words), thin=thin)
    dialog.elements.setCurrentRow(_longest(dialog, desk))
    yield "19-toets-passages", dialog


def _longest(dialog: ToetsDialog, desk: Desk) -> int:
    """The row of the element with the most rulings."""
    elements = desk.toetsing.elements(desk.questionnaire.types[0].id, desk.clock.today())
    counts = [len(item.rulings) for item in elements][: dialog.elements.count()]
    return counts.index(max(counts))
