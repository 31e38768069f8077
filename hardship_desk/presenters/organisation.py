"""Shows what the organisation fills in once, and keeps what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import LANDELIJK, Gemeentecode
from hardship_desk.domain.money import Money
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.plugin_api.catalogue import Parameter, ParameterValue
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.value_names import value_name
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.desk import Desk
from hardship_desk.services.organisation import FoundValue, OpenValue

LETTER_FIELDS = (
    "sender",
    "sender_address",
    "objection_address",
    "digital_channel",
    "phone",
    "contact_person",
    "signatory",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueForm:
    """One open value: what is asked about it, and what was found."""

    about: str
    value: str
    source: str


class OrganisationView(Protocol):
    """The dialog."""

    def show_values(self, choices: tuple[Choice, ...], chosen: str) -> None:
        """The values to choose from."""
        ...

    def show_value(self, form: ValueForm) -> None:
        """The chosen value."""
        ...

    def show_letter(self, texts: Mapping[str, str], source: str, noted: str) -> None:
        """The letter head of the chosen municipality, by field, where it was found and when."""
        ...

    def show_rights(self, *, may_change: bool, why_not: str) -> None:
        """Whether this user may fill in, and why not."""
        ...

    def show_problem(self, field: str, text: str) -> None:
        """What is wrong with a field; an empty text takes it away."""
        ...

    def show_saved(self, text: str) -> None:
        """That something was saved."""
        ...


class OrganisationPresenter:
    """Between the dialog and the use case."""

    def __init__(self, desk: Desk, view: OrganisationView, texts: WindowTexts) -> None:
        self._desk = desk
        self._view = view
        self._texts = texts
        self._values: dict[str, OpenValue] = {}

    def start(self) -> None:
        """Show the values, the first unknown one chosen."""
        may_change = self._desk.organisation.may_change()
        why_not = "" if may_change else self._texts.get("organisatie.alleen_lezen")
        self._view.show_rights(may_change=may_change, why_not=why_not)
        self._read()
        first = next((key for key, item in self._values.items() if item.filled is None), "")
        self._show_values(first or next(iter(self._values), ""))

    def municipalities(self) -> tuple[Choice, ...]:
        """The municipalities that can have a letter head."""
        return tuple(
            Choice(id=item.code, text=item.name)
            for item in self._desk.cases.municipalities()
            if item.code != LANDELIJK
        )

    def own_municipality(self) -> str:
        """The one municipality with a letter head; empty where there is none or more."""
        own = self._desk.organisation.municipalities()
        return own[0] if len(own) == 1 else ""

    def choose_value(self, key: str) -> None:
        """Show another value."""
        item = self._values.get(key)
        if item is not None:
            self._view.show_value(self._form(item))

    def save_value(self, key: str, value: str, source: str) -> None:
        """Keep what was found."""
        item = self._values.get(key)
        if item is None:
            return
        found = FoundValue(
            name=item.parameter.name,
            valid_from=item.parameter.valid.start.isoformat(),
            value=value,
            source=source,
        )
        try:
            problem = self._desk.organisation.fill_in(found)
        except HardshipDeskError as error:
            self._refuse("value", error)
            return
        for field in ("value", "source"):
            wrong = problem is not None and problem.field == field
            key_of_text = f"organisatie.probleem.{problem.code}" if problem and wrong else ""
            self._view.show_problem(field, self._texts.get(key_of_text) if key_of_text else "")
        if problem is None:
            self._view.show_saved(self._texts.get("organisatie.opgeslagen"))
            self._read()
            self._show_values(key)

    def choose_municipality(self, code: str) -> None:
        """Show the letter head of a municipality."""
        entry = self._desk.organisation.letter_head(Gemeentecode(code))
        texts = {field: getattr(entry.facts, field) for field in LETTER_FIELDS}
        day = show_date(entry.noted_on) if entry.noted_on is not None else ""
        noted = self._texts.get("organisatie.ingevuld_op", dag=day) if day else ""
        self._view.show_letter(texts, entry.source, noted)

    def save_letter(self, code: str, texts: Mapping[str, str], source: str) -> None:
        """Keep the letter head of a municipality."""
        if not code:
            self._view.show_problem("municipality", self._texts.get("organisatie.kies_gemeente"))
            return
        facts = LetterFacts(
            sender=texts["sender"].strip(),
            sender_address=texts["sender_address"].strip(),
            objection_address=texts["objection_address"].strip(),
            digital_channel=texts["digital_channel"].strip(),
            phone=texts["phone"].strip(),
            contact_person=texts["contact_person"].strip(),
            signatory=texts["signatory"].strip(),
        )
        try:
            problem = self._desk.organisation.save_letter_head(Gemeentecode(code), facts, source)
        except HardshipDeskError as error:
            self._refuse("municipality", error)
            return
        self._view.show_problem("municipality", "")
        said = self._texts.get(f"organisatie.probleem.{problem.code}") if problem else ""
        self._view.show_problem("letter_source", said)
        if problem is not None:
            return
        self.choose_municipality(code)
        self._view.show_saved(self._texts.get("organisatie.opgeslagen"))

    def _refuse(self, field: str, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_problem(field, f"{message.text} {message.advice}")

    def _read(self) -> None:
        self._values = {
            f"{item.parameter.name}|{item.parameter.valid.start.isoformat()}": item
            for item in self._desk.organisation.open_values()
        }

    def _show_values(self, chosen: str) -> None:
        choices = tuple(
            Choice(id=key, text=self._named(item)) for key, item in self._values.items()
        )
        self._view.show_values(choices, chosen)
        self.choose_value(chosen)

    def _named(self, item: OpenValue) -> str:
        state = "bekend" if item.filled is not None else "open"
        return self._texts.get(
            f"organisatie.regel_{state}",
            naam=self._title(item.parameter),
            periode=self._period(item.parameter),
        )

    def _title(self, parameter: Parameter) -> str:
        return value_name(parameter.name, self._texts)

    def _period(self, parameter: Parameter) -> str:
        start = show_date(parameter.valid.start)
        if parameter.valid.end is None:
            return self._texts.get("organisatie.vanaf", van=start)
        return self._texts.get("organisatie.van_tot", van=start, tot=show_date(parameter.valid.end))

    def _form(self, item: OpenValue) -> ValueForm:
        about = self._texts.get(
            "organisatie.over",
            grondslag=item.parameter.basis.dutch(),
            periode=self._period(item.parameter),
            eenheid=self._texts.get(f"organisatie.eenheid.{item.parameter.unit}"),
        )
        if item.filled is None:
            return ValueForm(about=about, value="", source="")
        note = item.filled.source.note
        return ValueForm(
            about=f"{about} {note}".strip(),
            value=shown_value(item.filled.value),
            source=item.filled.source.title,
        )


def shown_value(value: ParameterValue | None) -> str:
    """A value as a Dutch user would type it."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case Money():
            return value.dutch().removeprefix("€").strip()
        case tuple():
            return "; ".join(value)
        case int() | str():
            return str(value)
        case _:
            return f"{float(value * 100):g}".replace(".", ",")
