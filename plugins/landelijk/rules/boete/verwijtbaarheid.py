"""The grades of verwijtbaarheid (Boetebesluit 2 and 2a; Awb 5:41)."""

from __future__ import annotations

from enum import StrEnum


class Verwijtbaarheid(StrEnum):
    """How far the breach can be held against the resident; the caseworker chooses."""

    GEEN_VERWIJTBAARHEID = "geen_verwijtbaarheid"
    VERMINDERDE_VERWIJTBAARHEID = "verminderde_verwijtbaarheid"
    NORMALE_VERWIJTBAARHEID = "normale_verwijtbaarheid"
    GROVE_SCHULD = "grove_schuld"
    OPZET = "opzet"

    @property
    def must_be_proven(self) -> bool:
        """Whether the college has to state and prove it (Boetebesluit 2 lid 9)."""
        return self in (Verwijtbaarheid.GROVE_SCHULD, Verwijtbaarheid.OPZET)


def as_verwijtbaarheid(option: str | None) -> Verwijtbaarheid | None:
    """The grade of a stored answer, or None while none was chosen."""
    return Verwijtbaarheid(option) if option is not None else None
