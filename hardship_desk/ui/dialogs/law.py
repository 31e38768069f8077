"""The law of this machine: how far it goes, what a newer package changes, taking it in, going back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.presenters.law import LawPage, LawPresenter, PreviewPage
from hardship_desk.presenters.law_change_words import ChangeLine
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.field import choice_field
from hardship_desk.ui.widgets.parts import action_row, button, empty, label, rule
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.sheet import Sheet

MOST_SHOWN = 200
"""How many changes are shown; a package that changes more is read with `wetspakket show`."""


class LawDialog(QDialog):
    """Fulfils `LawView`."""

    def __init__(self, parent: QWidget | None, desk: Desk, texts: WindowTexts) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setWindowTitle(texts.get("wetspakket.venster.titel"))
        self.facts, self.warning = label(""), label("", "error")
        self.offers = choice_field(texts.get("wetspakket.venster.ligt_klaar"))
        self.said = label("", "muted")
        self.presenter = LawPresenter(desk, self, texts, TaskRunner(self, self._on_busy))
        self.back = button(texts.get("wetspakket.venster.terug"), self.presenter.look_back)
        self.look = button(texts.get("wetspakket.venster.bekijk"), self._on_look)
        self.choose = button(texts.get("wetspakket.venster.kies"), self.choose_file)
        self.confirm = button("", self.presenter.confirm, "primary")
        self.preview: QFrame
        self._lay_out()
        self.show_preview(PreviewPage())
        self.presenter.start()
        give_room(self, 118, 42)

    def show_page(self, page: LawPage) -> None:
        """Show how it stands."""
        self.facts.setText("\n".join(page.facts))
        self.warning.setText(f"⚠ {page.warning}")
        self.warning.setVisible(bool(page.warning))
        self.back.setVisible(page.can_roll_back)
        box = self._box()
        with QSignalBlocker(box):
            box.clear()
            for choice in page.offers:
                box.addItem(choice.text, choice.id)
        self.offers.setVisible(bool(page.offers))
        self.look.setVisible(bool(page.offers))

    def show_preview(self, page: PreviewPage) -> None:
        """Show what would change, or why not."""
        self.preview.setVisible(bool(page.title))
        empty(self._lines)
        self._lines.addWidget(label(page.title, "label"))
        for problem in page.problems:
            self._lines.addWidget(label(f"⚠ {problem}", "error"))
        if page.action:
            self._show_changes(page.changes)
            self._show_touched(page.touched)
        self.confirm.setText(page.action)
        self.confirm.setAccessibleName(page.action)
        self.confirm.setVisible(bool(page.action))
        if page.title:
            QTimer.singleShot(0, self, self._reveal)

    def show_said(self, text: str) -> None:
        """Say what was done or went wrong."""
        self.said.setText(text)

    def choose_file(self) -> None:
        """Ask for a package."""
        name, _kind = QFileDialog.getOpenFileName(
            self, self._texts.get("wetspakket.venster.kies"), "", "*.zip"
        )
        if name:
            self.presenter.look_at(Path(name))

    def _show_changes(self, changes: tuple[ChangeLine, ...]) -> None:
        texts = self._texts
        if not changes:
            self._lines.addWidget(label(texts.get("wetspakket.niets_anders")))
        for line in changes[:MOST_SHOWN]:
            self._lines.addWidget(label(line.title, "label"))
            self._lines.addWidget(label(f"{line.old} → {line.new}"))
            about = "; ".join(part for part in (line.period, line.source) if part)
            if about:
                self._lines.addWidget(label(about, "small"))
        left = len(changes) - MOST_SHOWN
        if left > 0:
            self._lines.addWidget(
                label(texts.get("wetspakket.venster.en_meer", aantal=str(left)), "muted")
            )

    def _show_touched(self, touched: tuple[str, ...] | None) -> None:
        texts = self._texts
        self._lines.addWidget(rule())
        self._lines.addWidget(label(texts.get("wetspakket.venster.dossiers"), "label"))
        if touched is None:
            self._lines.addWidget(label(texts.get("wetspakket.venster.zoekt"), "muted"))
        elif not touched:
            self._lines.addWidget(label(texts.get("wetspakket.venster.geen_dossiers")))
        for line in touched or ():
            self._lines.addWidget(label(line))

    def _reveal(self) -> None:
        """Bring what would change in sight, once it has its place."""
        self._sheet.ensureWidgetVisible(self.preview, 0, self.preview.height() // 2)

    def _on_look(self) -> None:
        self.presenter.look_at_offer(self.offers.text())

    def _on_busy(self, busy: bool) -> None:  # the runner's form
        for press in (self.back, self.look, self.choose, self.confirm):
            press.setEnabled(not busy)

    def _lay_out(self) -> None:
        texts = self._texts
        sheet = Sheet(texts.get("wetspakket.venster.titel"), texts.get("wetspakket.venster.uitleg"))
        self._sheet = sheet
        _, now = sheet.add_card(texts.get("wetspakket.venster.nu"))
        now.addWidget(self.facts)
        now.addWidget(self.warning)
        now.addLayout(action_row(self.back))
        _, new = sheet.add_card(
            texts.get("wetspakket.venster.nieuw"), texts.get("wetspakket.venster.nieuw_uitleg")
        )
        new.addWidget(self.offers)
        new.addLayout(action_row(self.look, self.choose))
        self.preview, card = sheet.add_card(texts.get("wetspakket.venster.wat"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        card.addLayout(self._lines)
        card.addLayout(action_row(self.confirm))
        sheet.fill(self, self.said, button(texts.get("organisatie.sluiten"), self.accept))

    def _box(self) -> QComboBox:
        if not isinstance(self.offers.widget, QComboBox):
            raise TypeError("not_a_list")
        return self.offers.widget
