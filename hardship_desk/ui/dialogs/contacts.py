"""The own contact card with its digits, the card of a colleague, and comparing by telephone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.config.files import write_atomically
from hardship_desk.presenters.contacts import (
    ENDING,
    CardPage,
    ContactsPage,
    ContactsPresenter,
)
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.contacts import ContactService
from hardship_desk.ui.dialogs.asking import is_sure
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.field import choice_field, line_field
from hardship_desk.ui.widgets.parts import button, empty, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.sheet import Sheet
from hardship_desk.ui.widgets.tab_regions import tab_by

_DIGITS_SHOWN = 48


class ContactsDialog(QDialog):
    """Fulfils `ContactsView`."""

    def __init__(
        self, parent: QWidget | None, contacts: ContactService, texts: WindowTexts, name: str
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setWindowTitle(texts.get("kaart.titel"))
        self.name = line_field(texts.get("kaart.mijn_naam"))
        self.name.show_text(name)
        self.digits = label("", "title")
        self.contact = choice_field(texts.get("kaart.contact"))
        self.heard = line_field(
            texts.get("kaart.gehoord"), texts.get("kaart.gehoord_voorbeeld"), _DIGITS_SHOWN
        )
        self._about = label("", "muted")
        self._said = label("", "label")
        self.presenter = ContactsPresenter(
            contacts, self, texts, TaskRunner(self, self._wait), write_atomically
        )
        self._lay_out()
        self._box().activated.connect(lambda _at: self.presenter.choose(self.contact.text()))
        give_room(self, 110, 42)
        self.presenter.start()

    def show_page(self, page: ContactsPage) -> None:
        """Show keys and contacts."""
        self.digits.setText(page.digits)
        box = self._box()
        with QSignalBlocker(box):
            box.clear()
            for choice in page.contacts:
                box.addItem(choice.text, choice.id)
            box.setCurrentIndex(max(box.findData(page.chosen), 0))
        self.contact.setVisible(bool(page.contacts))
        self._remove.setVisible(bool(page.contacts))
        self._about.setText(page.about)
        self.heard.clear()
        for part in (self.heard, self._compare):
            part.setVisible(page.may_compare)
        # Enter after the digits compares them.
        self._compare.setDefault(page.may_compare)

    def show_card(self, page: CardPage) -> None:
        """Show what is on a card that was opened, and the button to keep it."""
        self._said.setText("")
        empty(self._inside)
        for line in page.lines:
            self._inside.addWidget(label(line))
        if page.warning:
            self._inside.addWidget(label(page.warning, "label"))
        if page.may_add:
            add = button(self._texts.get("kaart.voeg_toe"), self.presenter.add, "primary")
            self._inside.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
            add.setFocus()

    def show_said(self, text: str, *, is_problem: bool) -> None:
        """What was done, or why not."""
        self._said.setText(f"{'⚠' if is_problem else '✓'} {text}")

    @property
    def said(self) -> str:
        """What the dialog says came of it."""
        return self._said.text()

    def compare(self) -> None:
        """Compare what was typed with the chosen card."""
        if not self.presenter.compare(self.heard.text()):
            self.heard.widget.setFocus()

    def remove(self) -> None:
        """Ask once, and remove the chosen contact."""
        title = self._texts.get("kaart.verwijder_titel")
        question = self._texts.get("kaart.verwijder_vraag", naam=self._box().currentText())
        if is_sure(self, title, question):
            self.presenter.remove()

    def _wait(self, busy: bool) -> None:
        self._sheet.setEnabled(not busy)

    def _ask_save(self) -> None:
        start = f"contactkaart{ENDING}"
        name, _ = QFileDialog.getSaveFileName(self, self._texts.get("kaart.maak"), start)
        if name:
            self.presenter.write_card(self.name.text(), Path(name))

    def _ask_open(self) -> None:
        title = self._texts.get("kaart.kies")
        name, _ = QFileDialog.getOpenFileName(self, title, "", f"*{ENDING}")
        if name:
            self.presenter.open_card(Path(name))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # as Qt calls it
        # A card that was opened comes in later, and stands before the contacts.
        panels = (self._known, self._close)
        return tab_by(panels, forward=next) or super().focusNextPrevChild(next)

    def _lay_out(self) -> None:
        texts = self._texts
        self._sheet = Sheet(texts.get("kaart.titel"), texts.get("kaart.uitleg"))
        self._lay_out_own()
        _, other = self._sheet.add_card(
            texts.get("kaart.collega"), texts.get("kaart.collega_uitleg")
        )
        opens = button(texts.get("kaart.open"), self._ask_open)
        other.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)
        self._inside = QVBoxLayout()
        other.addLayout(self._inside)
        self._lay_out_contacts()
        self._close = button(texts.get("organisatie.sluiten"), self.accept)
        self._sheet.fill(self, self._said, self._close)

    def _lay_out_own(self) -> None:
        texts = self._texts
        _, own = self._sheet.add_card(texts.get("kaart.mijn"), texts.get("kaart.mijn_uitleg"))
        own.addWidget(self.name)
        caption = label(texts.get("kaart.mijn_cijfers"), "label")
        caption.setBuddy(self.digits)
        own.addWidget(caption)
        font = QFont(self.digits.font())
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 2)
        self.digits.setFont(font)
        self.digits.setAccessibleName(texts.get("kaart.mijn_cijfers"))
        self.digits.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        own.addWidget(self.digits)
        saves = button(texts.get("kaart.maak"), self._ask_save)
        own.addWidget(saves, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out_contacts(self) -> None:
        texts = self._texts
        self._known, known = self._sheet.add_card(texts.get("kaart.contacten"))
        known.addWidget(self.contact)
        known.addWidget(self._about)
        known.addWidget(self.heard)
        self._compare = button(texts.get("kaart.vergelijk"), self.compare, "primary")
        self._remove = button(texts.get("kaart.verwijder"), self.remove, "quiet")
        row = QHBoxLayout()
        row.addWidget(self._compare)
        row.addWidget(self._remove)
        row.addStretch(1)
        known.addLayout(row)

    def _box(self) -> QComboBox:
        if not isinstance(self.contact.widget, QComboBox):
            raise TypeError("not_a_list")
        return self.contact.widget
