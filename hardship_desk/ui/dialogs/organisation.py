"""What the organisation fills in once: values that no source gives, and the letter head."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QDialog, QWidget
from typing_extensions import override

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.organisation import (
    LETTER_FIELDS,
    OrganisationPresenter,
    ValueForm,
)
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.widgets.field import Field, choice_field, line_field
from hardship_desk.ui.widgets.parts import action_row, button, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.settings_card import SettingsCard
from hardship_desk.ui.widgets.sheet import Sheet


class OrganisationDialog(QDialog):
    """Fulfils `OrganisationView`."""

    def __init__(self, parent: QWidget | None, desk: Desk, texts: WindowTexts) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setWindowTitle(texts.get("organisatie.titel"))
        self.values = choice_field(texts.get("organisatie.welke"))
        self._about = label("", "muted")
        self.value = line_field(texts.get("organisatie.waarde_veld"))
        self.source = line_field(
            texts.get("organisatie.bron"), texts.get("organisatie.bron_voorbeeld")
        )
        self.municipality = choice_field(texts.get("organisatie.gemeente"))
        self.letter = {
            name: line_field(texts.get(f"organisatie.brief.{name}")) for name in LETTER_FIELDS
        }
        self.letter_source = line_field(
            texts.get("organisatie.bron"), texts.get("organisatie.bron_brief_voorbeeld")
        )
        self._noted, self._why_not = label("", "small"), label("")
        self._save_value = button(texts.get("organisatie.bewaar"), self.save_value)
        self._save_letter = button(texts.get("organisatie.bewaar_brief"), self.save_letter)
        self._saved = label("", "muted")
        self._shown: tuple[str, ...] = ()
        self._warned: tuple[str, ...] = ()
        self._presenter = OrganisationPresenter(desk, self, texts)
        self.others = SettingsCard(desk, texts, self._on_taken_in)
        self._lay_out()
        self.municipality.show_choices(
            texts.get("organisatie.kies"), self._presenter.municipalities()
        )
        self._connect()
        self._presenter.start()
        self._box(self.municipality).setCurrentIndex(
            max(self._box(self.municipality).findData(self._presenter.own_municipality()), 0)
        )
        self._shown = self._typed()
        self.municipality.widget.setFocus()
        give_room(self, 104, 40)

    def show_values(self, choices: tuple[Choice, ...], chosen: str) -> None:
        """The values to choose from."""
        box = self._box(self.values)
        with QSignalBlocker(box):
            box.clear()
            for choice in choices:
                box.addItem(choice.text, choice.id)
            box.setCurrentIndex(box.findData(chosen))

    def show_value(self, form: ValueForm) -> None:
        """The chosen value."""
        self._about.setText(form.about)
        for field, text in ((self.value, form.value), (self.source, form.source)):
            field.clear()
            field.show_error("")
            field.widget.setText(text)  # type: ignore[union-attr]  # both are fields of one line
        self._shown = (form.value, form.source, *self._shown[2:])

    def show_letter(self, texts: Mapping[str, str], source: str, noted: str) -> None:
        """The letter head of the chosen municipality, by field, where it was found and when.

        What was typed before the municipality was chosen stays, where nothing is known of it yet.
        """
        known = any(texts.values()) or any(self._shown[2:])
        if not known and any(self._typed()[2:]):
            return
        for name, text in texts.items():
            self.letter[name].clear()
            self.letter[name].show_text(text)
        self.letter_source.clear()
        self.letter_source.show_error("")
        self.letter_source.show_text(source)
        self._noted.setText(noted)
        self._noted.setVisible(bool(noted))
        self._shown = (*self._shown[:2], *self._typed()[2:])

    def show_rights(self, *, may_change: bool, why_not: str) -> None:
        """Whether this user may fill in, and why not."""
        for press in (self._save_value, self._save_letter):
            press.setEnabled(may_change)
        self._why_not.setText(why_not)
        self._why_not.setVisible(bool(why_not))

    def show_problem(self, field: str, text: str) -> None:
        """What is wrong with a field; an empty text takes it away."""
        fields = {
            "value": self.value,
            "source": self.source,
            "municipality": self.municipality,
            "letter_source": self.letter_source,
        }
        fields[field].show_error(text)
        if text:
            self._saved.setText("")
            fields[field].widget.setFocus()

    def show_saved(self, text: str) -> None:
        """That something was saved."""
        self._saved.setText(f"✓ {text}")

    @override
    def reject(self) -> None:
        """Close; what is filled in and not saved yet is said once first."""
        typed = self._typed()
        if typed not in (self._shown, self._warned):
            self._warned = typed
            self._saved.setText(f"⚠ {self._texts.get('organisatie.niet_opgeslagen')}")
            return
        super().reject()

    def save_value(self) -> None:
        """Keep the value that is typed."""
        self._presenter.save_value(self.values.text(), self.value.text(), self.source.text())

    def save_letter(self) -> None:
        """Keep the letter head that is typed."""
        typed = {name: field.text() for name, field in self.letter.items()}
        source = self.letter_source.text()
        self._presenter.save_letter(self.municipality.text(), typed, source)

    def _typed(self) -> tuple[str, ...]:
        fields = (self.value, self.source, *self.letter.values(), self.letter_source)
        return tuple(field.text() for field in fields)

    def _on_taken_in(self) -> None:
        self._presenter.start()
        if self.municipality.text():
            self._presenter.choose_municipality(self.municipality.text())

    def _connect(self) -> None:
        self._box(self.values).currentIndexChanged.connect(
            lambda _place: self._presenter.choose_value(self.values.text())
        )
        self._box(self.municipality).currentIndexChanged.connect(
            lambda _place: self._presenter.choose_municipality(self.municipality.text())
        )

    def _lay_out(self) -> None:
        texts = self._texts
        sheet = Sheet(texts.get("organisatie.titel"), texts.get("organisatie.uitleg"))
        sheet.body.addWidget(self._why_not)
        _, card = sheet.add_card(texts.get("organisatie.kaart_brief"))
        for part in (self.municipality, *self.letter.values(), self.letter_source, self._noted):
            card.addWidget(part)
        card.addLayout(action_row(self._save_letter))
        _, card = sheet.add_card(
            texts.get("organisatie.kaart_waarden"), texts.get("organisatie.kaart_waarden_uitleg")
        )
        for widget in (self.values, self._about, self.value, self.source):
            card.addWidget(widget)
        card.addLayout(action_row(self._save_value))
        _, card = sheet.add_card(texts.get("organisatiepakket.kaart"))
        card.addWidget(self.others)
        sheet.fill(self, self._saved, button(texts.get("organisatie.sluiten"), self.reject))

    @staticmethod
    def _box(field: Field) -> QComboBox:
        if not isinstance(field.widget, QComboBox):
            raise TypeError("not_a_list")
        return field.widget
