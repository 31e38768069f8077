"""Letters one by one, and what the resident wrote on the fact sheet."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.domain.letter_draft import AskedField, AskedKind
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.letters import LettersPage, TypedLetter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.letters import LetterForm
from hardship_desk.ui.widgets.field import Field, area_field, choice_field, line_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.folder_choice import ask_folder
from hardship_desk.ui.widgets.parts import button, empty, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.slot_area import SlotArea

_FORMS = (LetterForm.DOCX, LetterForm.SJABLOON, LetterForm.ODT, LetterForm.PDF)


class LettersPart(QWidget):
    """Two panels: `letters` and `sheet`. The folder is asked by `ask_folder`."""

    letter_chosen = Signal(str)
    preview_wanted = Signal(object)
    save_wanted = Signal(object, str, str)
    sheet_written = Signal(str, str)

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self._texts = texts
        self._shown_day = ""
        self._asked: tuple[AskedField, ...] = ()
        self._fields: dict[str, Field] = {}
        self._kind = choice_field(texts.get("brieven.welke"))
        self._name = line_field(texts.get("brieven.naam"))
        self._address = area_field(texts.get("brieven.adres"), least=2)
        self._sent = line_field(texts.get("brieven.verzonden"), texts.get("brieven.dag_vorm"))
        self._form = choice_field(texts.get("brieven.vorm"))
        box = self._box(self._form)
        for form in _FORMS:
            box.addItem(texts.get(f"brieven.vorm_{form.value}"), form.value)
        self._box(self._kind).activated.connect(self._on_kind)
        self._help = label("", "muted")
        self._problem = label("", "error")
        self._problem.hide()
        self._given = QVBoxLayout()
        self._sheet_day = line_field(
            texts.get("brieven.feitenblad_dag"), texts.get("brieven.dag_vorm")
        )
        self._sheet_text = area_field(texts.get("brieven.feitenblad_tekst"), least=3)
        self.letters = self._make_letters()
        self.sheet = self._make_sheet()

    def show_letters(self, page: LettersPage) -> None:
        """Show which letters there are, and the fields of the chosen one."""
        box = self._box(self._kind)
        shown = [box.itemData(row) for row in range(box.count())]
        if shown != [item.id for item in page.letters]:
            self._fill(box, page.letters)
        with QSignalBlocker(box):
            box.setCurrentIndex(max(box.findData(page.chosen), 0))
        self._help.setText(page.help)
        if page.sent_on != self._shown_day:
            self._shown_day = page.sent_on
            self._sent.show_text(page.sent_on)
        if page.asked != self._asked:
            self._asked = page.asked
            self._show_fields(page.asked)

    def show_problem(self, text: str) -> None:
        """Show what is wrong; an empty text takes it away."""
        self._problem.setText(f"⚠ {text}" if text else "")
        self._problem.setVisible(bool(text))

    def show_preview(self, html: str) -> None:
        """Show the letter in a window of its own; nothing in it can be followed or fetched."""
        dialog = QDialog(self.letters)
        dialog.setWindowTitle(self._texts.get("brieven.voorbeeld"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        give_room(dialog, 96, 40)
        shown = QTextBrowser()
        shown.setOpenLinks(False)
        shown.setAccessibleName(self._texts.get("brieven.voorbeeld"))
        shown.setHtml(html)
        layout = QVBoxLayout(dialog)
        layout.addWidget(shown)
        layout.addWidget(button(self._texts.get("brieven.sluiten"), dialog.accept))
        dialog.open()

    def clear_sheet(self) -> None:
        """Empty the field with what the resident wrote."""
        self._sheet_text.clear()

    def typed(self) -> TypedLetter:
        """The form as it stands."""
        return TypedLetter(
            name=self._name.text(),
            address=self._address.text(),
            sent_on=self._sent.text(),
            given=tuple((name, field.text()) for name, field in self._fields.items()),
        )

    def ask_folder(self) -> None:
        """Ask for a folder and make the letter there."""
        ask_folder(self.letters, self._texts.get("brieven.map"), self._on_folder)

    def _make_letters(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._kind)
        layout.addWidget(self._help)
        layout.addWidget(Columns(self._name, self._sent, most=2, letters=24))
        layout.addWidget(self._address)
        layout.addLayout(self._given)
        layout.addWidget(self._form)
        layout.addWidget(self._problem)
        row = QHBoxLayout()
        row.addWidget(button(self._texts.get("brieven.maken"), self.ask_folder, "primary"))
        row.addWidget(button(self._texts.get("brieven.bekijken"), self._on_preview, "quiet"))
        row.addStretch(1)
        layout.addLayout(row)
        return made

    def _make_sheet(self) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._sheet_day)
        layout.addWidget(self._sheet_text)
        row = QHBoxLayout()
        row.addWidget(button(self._texts.get("brieven.feitenblad_knop"), self._on_sheet))
        row.addStretch(1)
        layout.addLayout(row)
        return made

    def _show_fields(self, asked: tuple[AskedField, ...]) -> None:
        empty(self._given)
        self._fields = {}
        for item in asked:
            match item.kind:
                case AskedKind.REGELS:
                    area = SlotArea(self._texts, least=2)
                    field = Field(item.text, area)
                    field.add_below(area.open_line)
                case AskedKind.DATUM:
                    field = line_field(item.text, self._texts.get("brieven.dag_vorm"))
                case AskedKind.TEKST:
                    field = line_field(item.text)
            self._fields[item.id] = field
            self._given.addWidget(field)

    @staticmethod
    def _box(field: Field) -> QComboBox:
        box = field.widget
        if not isinstance(box, QComboBox):
            raise TypeError(type(box))
        return box

    @staticmethod
    def _fill(box: QComboBox, letters: tuple[Choice, ...]) -> None:
        box.clear()
        for item in letters:
            box.addItem(item.text, item.id)

    def _on_kind(self) -> None:
        self.letter_chosen.emit(self._kind.text())

    def _on_preview(self) -> None:
        self.preview_wanted.emit(self.typed())

    def _on_folder(self, folder: str) -> None:
        self.save_wanted.emit(self.typed(), folder, self._form.text())

    def _on_sheet(self) -> None:
        self.sheet_written.emit(self._sheet_day.text(), self._sheet_text.text())
