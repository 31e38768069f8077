"""The caseworker's weighing of each finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hardship_desk.domain.ids import FindingId


class Weight(StrEnum):
    """How heavily a finding counts in this case, in the caseworker's judgement."""

    ZWAAR = "zwaar"
    GEWOON = "gewoon"
    LICHT = "licht"
    GEEN = "geen"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedFinding:
    """One finding, weighed with a reason."""

    finding: FindingId
    weight: Weight
    reason: str
