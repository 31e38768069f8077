"""What an answer was before, with a button at each earlier answer to put it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from hardship_desk.presenters.answer_history import HistoryLine, HistoryPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.sheet import Sheet


class HistoryDialog(QDialog):
    """Shows the history of one answer; closes when an earlier answer was chosen."""

    restore_wanted = Signal(object)

    def __init__(self, parent: QWidget | None, page: HistoryPage, texts: WindowTexts) -> None:
        super().__init__(parent)
        self._texts = texts
        title = texts.get("antwoordverloop.titel")
        self.setWindowTitle(title)
        self.setAccessibleName(f"{title}: {page.text}")
        self.setModal(True)
        self.restores: list[QPushButton] = []
        sheet = Sheet(title, page.text)
        for line in page.lines:
            self._add(sheet, line, locked=page.locked)
        if not page.lines:
            sheet.body.addWidget(label(texts.get("antwoordverloop.leeg")))
        close = button(texts.get("antwoordverloop.sluiten"), self.reject, "primary")
        sheet.fill(self, label(texts.get("antwoordverloop.uitleg"), "small"), close)
        close.setFocus()
        give_room(self, 110, 35)

    def _add(self, sheet: Sheet, line: HistoryLine, *, locked: bool) -> None:
        texts = self._texts
        _, layout = sheet.add_card(line.head)
        layout.addWidget(label(texts.get("antwoordverloop.was", tekst=line.before), "muted"))
        layout.addWidget(label(texts.get("antwoordverloop.werd", tekst=line.after)))
        if line.is_now:
            layout.addWidget(label(texts.get("antwoordverloop.nu"), "small"))
        elif not locked:
            restore = button(
                texts.get("antwoordverloop.terug"), lambda: self._restore(line), "quiet"
            )
            restore.setAccessibleName(texts.get("antwoordverloop.terug_lang", wanneer=line.head))
            self.restores.append(restore)
            row = QHBoxLayout()
            row.addWidget(restore)
            row.addStretch(1)
            layout.addLayout(row)

    def _restore(self, line: HistoryLine) -> None:
        self.accept()
        self.restore_wanted.emit(line.state)
