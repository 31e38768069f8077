"""Findings: what a rule noticed about the facts. A finding never holds an outcome."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hardship_desk.domain.ids import FindingId, LineId, QuestionId
from hardship_desk.domain.legal_basis import Certainty, LegalBasis, Source
from hardship_desk.domain.period import Period


class Direction(StrEnum):
    """Whether a finding pleads for or against sparing the resident."""

    PLEADS_FOR = "pleit_voor"
    PLEADS_AGAINST = "pleit_tegen"
    NEUTRAL = "neutraal"
    NEEDS_JUDGEMENT = "vraagt_oordeel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Who said it: plugin, its version and hash. Written by the engine, never by a plugin."""

    plugin: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One observation of a rule, with its article, period and certainty.

    `step` is the step (1-16) whose page shows it; `cites` the questions it leans on and `lines`
    the calculation lines. `conflict` marks that two rules of law pull in different directions.
    """

    id: FindingId
    step: int
    text: str
    direction: Direction
    basis: LegalBasis
    source: Source
    certainty: Certainty
    valid: Period | None = None
    cites: tuple[QuestionId, ...] = ()
    lines: tuple[LineId, ...] = ()
    provenance: Provenance | None = None
