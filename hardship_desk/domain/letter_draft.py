"""A letter besides the decision itself, ready but for what is asked when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AskedKind(StrEnum):
    """What is typed in a field of a letter."""

    DATUM = "datum"
    TEKST = "tekst"
    REGELS = "regels"


class PartKind(StrEnum):
    """What a part of a letter is made of: sentences, facts of the dossier to check, room to write."""

    TEKST = "tekst"
    FEITEN = "feiten"
    STUKKEN = "stukken"
    RUIMTE = "ruimte"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedField:
    """Something the letter needs that is no answer in the dossier; `gap` stands there until then."""

    id: str
    text: str
    kind: AskedKind
    gap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPart:
    """A part of a letter; without a heading it goes on under the one before it."""

    heading: str
    text: str
    items: tuple[str, ...]
    kind: PartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterDraft:
    """One letter for one decision. `remedy` says that one can object to it."""

    id: str
    title: str
    help: str
    subject: str
    asked: tuple[AskedField, ...]
    parts: tuple[DraftPart, ...]
    articles: tuple[str, ...]
    remedy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """To whom a letter goes. Printed in the file and kept nowhere else."""

    name: str = ""
    address: str = ""


NO_ADDRESSEE = Addressee()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRequest:
    """What is told when a letter is made: the addressee, the day of sending and the fields."""

    addressee: Addressee = NO_ADDRESSEE
    sent_on: date | None = None
    given: tuple[tuple[str, str], ...] = ()
