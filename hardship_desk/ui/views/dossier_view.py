"""The page with dates, persons and the head of the decision."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hardship_desk.presenters.dossier import DATES, DossierPage, PersonItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.draft_form import DraftForm
from hardship_desk.ui.widgets.field import Field, choice_field, line_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.parts import button, card, empty, label
from hardship_desk.ui.widgets.sheet import Sheet
from hardship_desk.ui.widgets.switch_card import SwitchCard


class DossierPageView(QWidget):
    """Every field is saved when the user leaves it."""

    field_changed = Signal(str, str)
    person_wanted = Signal(str, str, str, str)
    person_unwanted = Signal(str)

    def __init__(self, texts: WindowTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._texts = texts
        self._page: DossierPage | None = None
        self._fields = self._make_fields()
        self._person = {
            "role": choice_field(texts.get("personen.rol")),
            "label": line_field(texts.get("personen.aanduiding")),
            "person_from": self._date(
                f"{texts.get('personen.periode')} {texts.get('periode.van')}"
            ),
            "person_to": self._date(texts.get("periode.tot_en_met")),
        }
        self.draft = DraftForm(self, "gegevens", self._fields, self._stored_texts)
        self.person_draft = DraftForm(self, "persoon", self._person)
        self._persons = QVBoxLayout()
        self._persons.setSpacing(6)
        self._person_error = label("", "error")
        self._hint = label("", "small")
        self.switch = SwitchCard(texts)
        self._saved = label("", "muted", wrap=False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._sheet())

    def show_page(self, page: DossierPage) -> None:
        """Show the page in place; what has the focus is left alone."""
        kiezen = self._texts.get("algemeen.kies")
        self._fields["weight"].show_choices(kiezen, page.weights)
        self._person["role"].show_choices(kiezen, page.roles)
        for name, field in self._fields.items():
            field.show_text(page.fields[name])
            field.show_error(page.errors.get(name, ""))
            field.setEnabled(not page.locked)
        for name, field in self._person.items():
            field.show_error(page.errors.get(name, ""))
        detail = {item.id: item.detail for item in page.weights}
        self._hint.setText(detail.get(page.fields["weight"], ""))
        self._person_error.setText(page.errors.get("person", ""))
        self._person_error.setVisible(bool(page.errors.get("person")))
        if self._page is None or self._page.persons != page.persons:
            empty(self._persons)
            for person in page.persons:
                self._persons.addWidget(self._person_row(person))
        self._saved.setText(page.saved)
        self._page = page

    def focus_first(self) -> None:
        """Put the focus in the first field."""
        self._fields["conduct_from"].widget.setFocus()

    def flush(self) -> None:
        """Save what was typed and not yet saved."""
        for name, field in self._fields.items():
            self._tell(name, field)

    def save_typed(self) -> None:
        """Save the text that was typed so far; a date waits as a draft until it is whole."""
        self._tell("weight_reason", self._fields["weight_reason"])

    def _stored_texts(self) -> dict[str, str]:
        return self._page.stored if self._page is not None else {}

    def _make_fields(self) -> dict[str, Field]:
        texts = self._texts
        van, tot = texts.get("periode.van"), texts.get("periode.tot_en_met")
        fields = {
            "conduct_from": self._date(f"{texts.get('personen.conduct')} {van}"),
            "conduct_to": self._date(f"{texts.get('personen.conduct')} {tot}"),
            "entitlement_from": self._date(f"{texts.get('personen.entitlement')} {van}"),
            "entitlement_to": self._date(f"{texts.get('personen.entitlement')} {tot}"),
            "reported_on": self._date(texts.get("personen.reported_on")),
            "decision_date": self._date(texts.get("personen.decision_date")),
            "weight": choice_field(texts.get("personen.weight")),
            "weight_reason": line_field(texts.get("personen.weight_reason")),
        }
        for name, field in fields.items():
            if isinstance(field.widget, QComboBox):
                field.widget.activated.connect(self._teller(name, field))
            elif isinstance(field.widget, QLineEdit):
                field.widget.editingFinished.connect(self._teller(name, field))
        return fields

    def _date(self, caption: str) -> Field:
        return line_field(caption, self._texts.get("voorbeeld.date"))

    def _teller(self, name: str, field: Field) -> Callable[..., None]:
        return lambda *_place: self._tell(name, field)

    def _tell(self, name: str, field: Field) -> None:
        if self._page is not None and field.text() != self._page.fields[name]:
            self.field_changed.emit(name, field.text())

    def _sheet(self) -> Sheet:
        texts = self._texts
        sheet = Sheet(texts.get("personen.titel"))
        sheet.body.addWidget(self._saved)
        sheet.body.addWidget(self.draft.note)
        _, dates = sheet.add_card(texts.get("personen.data"), texts.get("personen.data_uitleg"))
        dates.addWidget(Columns(*(self._fields[name] for name in DATES), most=2, letters=26))
        _, head = sheet.add_card(texts.get("personen.besluit"))
        head.addWidget(
            Columns(
                *(self._fields[name] for name in ("decision_date", "weight")),
                most=2,
                letters=24,
            )
        )
        head.addWidget(self._hint)
        head.addWidget(self._fields["weight_reason"])
        _, place = sheet.add_card(texts.get("wissel.titel"), texts.get("wissel.uitleg"))
        place.addWidget(self.switch)
        _, persons = sheet.add_card(
            texts.get("personen.personen"), texts.get("personen.personen_uitleg")
        )
        persons.addLayout(self._persons)
        persons.addWidget(self._person_error)
        persons.addWidget(Columns(*self._person.values(), most=4, letters=18))
        persons.addWidget(
            button(texts.get("personen.toevoegen"), self._on_add), 0, Qt.AlignmentFlag.AlignLeft
        )
        persons.addWidget(self.person_draft.note)
        sheet.finish()
        return sheet

    def _person_row(self, person: PersonItem) -> QWidget:
        frame, inside = card("inset")
        inside.setContentsMargins(12, 6, 8, 6)
        row = QHBoxLayout()
        row.addWidget(label(person.role, "chip", wrap=False), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(person.label, "label"), 1)
        row.addWidget(label(person.period, "small", wrap=False))
        who = f"{person.role} {person.label}".strip()
        gone = button(
            self._texts.get("personen.weg"), lambda: self.person_unwanted.emit(person.id), "quiet"
        )
        gone.setAccessibleName(self._texts.get("personen.weg_lang", wie=who))
        row.addWidget(gone)
        inside.addLayout(row)
        return frame

    def _on_add(self) -> None:
        before = self._page.persons if self._page else ()
        self.person_wanted.emit(*(field.text() for field in self._person.values()))
        if self._page is not None and self._page.persons != before:
            for field in self._person.values():
                field.clear()
            self._person["role"].widget.setFocus()
        self.person_draft.tell()
