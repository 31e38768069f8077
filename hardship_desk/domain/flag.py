"""Flags: what must be answered before a decision can be adopted, announced or closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hardship_desk.domain.ids import FlagId


class Severity(StrEnum):
    """B blocks, W must be answered, A informs."""

    BLOKKADE = "B"
    WAARSCHUWING = "W"
    AANDACHTSPUNT = "A"


class Moment(StrEnum):
    """The moment at which a flag counts."""

    VASTSTELLEN = "vaststellen"
    BEKENDMAKEN = "bekendmaken"
    OPVOLGEN = "opvolgen"


class FlagStatus(StrEnum):
    """Where a flag that fired stands."""

    OPEN = "open"
    BEANTWOORD = "beantwoord"
    GEPASSEERD = "gepasseerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagResponse:
    """What the caseworker did with a flag: an answer, or an override with a second reader."""

    flag: FlagId
    text: str
    second_reader: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """A flag that fired. `hard` flags rest on a ban in the law and know no override."""

    id: FlagId
    step: int
    severity: Severity
    moment: Moment
    text: str
    advice: str
    basis: str
    hard: bool = False
    status: FlagStatus = FlagStatus.OPEN
    response: FlagResponse | None = None

    @property
    def blocks(self) -> bool:
        """Whether the moment cannot be reached while this stands as it stands.

        An unanswered warning blocks as well: a W flag "must be answered".
        """
        return self.status is FlagStatus.OPEN and self.severity is not Severity.AANDACHTSPUNT
