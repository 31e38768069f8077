"""Calculations, line by line: inputs, formula, result, article, period and certainty."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.domain.finding import Provenance
from hardship_desk.domain.ids import LineId
from hardship_desk.domain.legal_basis import Certainty, LegalBasis, Source
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class LineInput:
    """One named value that went into a line, as printed."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculationLine:
    """One step of a calculation.

    `amount` is None where the line gives no money (a gate, a percentage) or where a value is
    unknown; `outcome` always says the result in words.
    """

    id: LineId
    description: str
    inputs: tuple[LineInput, ...]
    formula: str
    outcome: str
    amount: Money | None = None
    basis: LegalBasis
    source: Source
    valid: Period | None = None
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class Computation:
    """A whole calculation; `total` is None while something needed is unknown or a gate is shut."""

    id: str
    title: str
    lines: tuple[CalculationLine, ...]
    total: Money | None = None
    provenance: Provenance | None = None
