"""What no source gives is asked once per organisation, with the source and day of whoever found it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from types import MappingProxyType

from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.legal_basis import Certainty, Source
from hardship_desk.domain.money import Money
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.domain.text import cleaned
from hardship_desk.domain.users import NOBODY, Right, VaultUser
from hardship_desk.plugin_api.catalogue import Parameter, ParameterValue
from hardship_desk.questionnaire.answer_parsing import NO, YES
from hardship_desk.services.ports.organisation import LetterHeadEntry, OrganisationStore
from hardship_desk.services.ports.rules import RuleBook
from hardship_desk.services.problems import CaseProblem

LETTER_PREFIX = "brief."
"""Values of this kind are asked as the letter head of a municipality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenValue:
    """One value that no source gives, for its period; `filled` is what the organisation found."""

    parameter: Parameter
    filled: Parameter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundValue:
    """What was typed about one open value: the value itself and where it stands."""

    name: str
    valid_from: str
    value: str
    source: str


class OrganisationService:
    """Shows what is still unknown, and keeps what was found."""

    def __init__(
        self,
        store: OrganisationStore,
        rule_book: RuleBook,
        clock: Clock,
        user: VaultUser = NOBODY,
    ) -> None:
        self._store = store
        self._rule_book = rule_book
        self._clock = clock
        self._user = user

    def may_change(self) -> bool:
        """Whether this user looks up for the organisation: a legal adviser or an administrator."""
        return self._user.may(Right.RECHT)

    def open_values(self) -> tuple[OpenValue, ...]:
        """Every value that no source gives, filled in or not, in the order of the plugins."""
        filled = {
            (item.name, item.valid.start): item for item in self._store.parameters().parameters
        }
        return tuple(
            OpenValue(parameter=item, filled=filled.get((item.name, item.valid.start)))
            for item in self._rule_book.open_parameters()
            if not item.name.startswith(LETTER_PREFIX)
        )

    def fill_in(self, found: FoundValue) -> CaseProblem | None:
        """Keep a value with its source; a problem means that nothing was saved.

        Raises VaultError `geen_recht` for a user who may not.
        """
        self._ask()
        asked = self._asked(found)
        if asked is None:
            return CaseProblem(field="value", code="onbekend")
        value = parse_value(asked.unit, found.value)
        if value is None:
            return CaseProblem(field="value", code=f"geen_{asked.unit}")
        if not found.source.strip():
            return CaseProblem(field="source", code="bron_ontbreekt")
        source = Source(
            title=cleaned(found.source), note=f"ingevuld op {self._clock.today():%d-%m-%Y}"
        )
        self._store.save_parameter(
            replace(
                asked, value=value, source=source, certainty=Certainty.SECONDARY, plugin="", note=""
            )
        )
        return None

    def municipalities(self) -> tuple[Gemeentecode, ...]:
        """The municipalities that have a letter head."""
        letters = self._store.settings().letters
        return tuple(code for code, entry in letters.items() if entry.facts != LetterFacts())

    def letter_head(self, gemeentecode: Gemeentecode) -> LetterHeadEntry:
        """The letter head of a municipality as it stands, with where it was found."""
        return self._store.settings().letters.get(gemeentecode, LetterHeadEntry())

    def save_letter_head(
        self, gemeentecode: Gemeentecode, facts: LetterFacts, source: str
    ) -> CaseProblem | None:
        """Keep the letter head of a municipality; a problem means that nothing was saved.

        Raises VaultError `geen_recht` for a user who may not.
        """
        self._ask()
        if facts != LetterFacts() and not source.strip():
            return CaseProblem(field="letter_source", code="bron_ontbreekt")
        entry = LetterHeadEntry(facts=facts, source=source.strip(), noted_on=self._clock.today())
        now = self._store.settings()
        letters = MappingProxyType({**now.letters, gemeentecode: entry})
        self._store.save_settings(replace(now, letters=letters))
        return None

    def _ask(self) -> None:
        if not self.may_change():
            raise VaultError("geen_recht")

    def _asked(self, found: FoundValue) -> Parameter | None:
        for item in self._rule_book.open_parameters():
            if item.name == found.name and item.valid.start.isoformat() == found.valid_from:
                return item
        return None


def parse_value(unit: str, raw: str) -> ParameterValue | None:
    """A value as typed by a Dutch user, in its unit; None where it does not fit."""
    return _PARSERS.get(unit, _text)(raw.strip())


def _money(raw: str) -> ParameterValue | None:
    try:
        amount = Money.parse_dutch(raw)
    except ValueError:
        return None
    return amount if amount.cents >= 0 else None


def _percentage(raw: str) -> ParameterValue | None:
    try:
        found = Decimal(raw.removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        return None
    return Fraction(found) / 100 if found.is_finite() and found >= 0 else None


def _count(raw: str) -> ParameterValue | None:
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else None


def _yes_no(raw: str) -> ParameterValue | None:
    return {YES: True, NO: False}.get(raw.lower())


def _items(raw: str) -> ParameterValue | None:
    return tuple(part.strip() for part in raw.split(";") if part.strip()) or None


def _text(raw: str) -> ParameterValue | None:
    return raw or None


_PARSERS: Mapping[str, Callable[[str], ParameterValue | None]] = {
    "euro": _money,
    "procent": _percentage,
    "maanden": _count,
    "dagen": _count,
    "weken": _count,
    "jaren": _count,
    "ja_nee": _yes_no,
    "lijst": _items,
}
