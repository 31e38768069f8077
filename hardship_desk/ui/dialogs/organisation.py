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
from hardship_desk.ui.widgets.kept_fields import KeptFields, Texts
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
        self._value_part = KeptFields(self.value, self.source)
        self._letter_part = KeptFields(*self.letter.values(), self.letter_source)
        self._warned: tuple[dict[str, Texts], ...] = ({}, {})
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
        self._value_part.fill(self.values.text(), (form.value, form.source))

    def show_letter(self, texts: Mapping[str, str], source: str, noted: str) -> None:
        """The letter head of the chosen municipality, by field, where it was found and when."""
        self._letter_part.fill(self.municipality.text(), (*texts.values(), source))
        self._noted.setText(noted)
        self._noted.setVisible(bool(noted))

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
        unsaved = (self._value_part.unsaved(), self._letter_part.unsaved())
        if unsaved not in (({}, {}), self._warned):
            self._warned = unsaved
            self._say_left("niet_opgeslagen_bij")
            if not self._left():
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

    def _left(self) -> str:
        """For what else something is typed and not saved, as a user reads it."""
        places = (
            (self._box(self.values), self._value_part.elsewhere()),
            (self._box(self.municipality), self._letter_part.elsewhere()),
        )
        return "; ".join(
            box.itemText(box.findData(choice)) for box, choices in places for choice in choices
        )

    def _say_left(self, key: str) -> None:
        left = self._left()
        self._saved.setText(f"⚠ {self._texts.get(f'organisatie.{key}', naam=left)}" if left else "")

    def _on_taken_in(self) -> None:
        self._value_part.leave()
        self._letter_part.leave()
        self._presenter.start()
        if self.municipality.text():
            self._presenter.choose_municipality(self.municipality.text())
        self._say_left("staat_er_nog")

    def _on_values_current_index_changed(self) -> None:
        self._value_part.leave()
        self._presenter.choose_value(self.values.text())
        self._say_left("staat_er_nog")

    def _on_municipality_current_index_changed(self) -> None:
        self._letter_part.leave()
        self._presenter.choose_municipality(self.municipality.text())
        self._say_left("staat_er_nog")

    def _connect(self) -> None:
        self._box(self.values).currentIndexChanged.connect(
            lambda _place: self._on_values_current_index_changed()
        )
        self._box(self.municipality).currentIndexChanged.connect(
            lambda _place: self._on_municipality_current_index_changed()
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
