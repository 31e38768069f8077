"""Rekenhulpen: calculations to make without a case, as data in `resources/rekenhulpen`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from hardship_desk.domain.answers import Answer
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.ids import DecisionTypeId, LineId, QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.questionnaire.answer_parsing import RawAnswer


class HelpDay(StrEnum):
    """A day that is asked, named after the date of the dossier that it stands for."""

    GEDRAGING_VAN = "gedraging_van"
    GEDRAGING_TOT = "gedraging_tot"
    RECHTPERIODE_VAN = "rechtperiode_van"
    RECHTPERIODE_TOT = "rechtperiode_tot"
    MELDING = "melding"
    BESLUIT = "besluit"
    VERZONDEN = "verzonden"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownComputation:
    """A calculation to show; `lines` are the ones to keep, in order, and all of them if empty."""

    id: str
    lines: tuple[LineId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpExample:
    """A worked example: what is typed, and what comes out by the id of the calculation."""

    days: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    answers: Mapping[str, RawAnswer] = field(default_factory=lambda: MappingProxyType({}))
    result: Mapping[str, Money] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rekenhulp:
    """One calculation: what it asks, what it takes for granted, and which lines it shows.

    `type` is None where only terms are counted. What is `assumed` is shown and never becomes an
    answer of a dossier. `without` names the options that need a dossier, by question.
    """

    id: str
    title: str
    intro: str
    place: int
    type: DecisionTypeId | None
    weight: CaseWeight
    days: tuple[HelpDay, ...]
    questions: tuple[QuestionId, ...]
    assumed: tuple[Answer, ...]
    shown: tuple[ShownComputation, ...]
    asks_municipality: bool
    without: Mapping[QuestionId, frozenset[str]]
    example: HelpExample
