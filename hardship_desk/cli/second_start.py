"""What a second start does: let the first window come to the front, and say so."""

from __future__ import annotations

import sys
from typing import Protocol

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder

RAISED, NO_ANSWER = 0, 4


class OtherWindow(Protocol):
    """The window that was there first."""

    def raise_other(self) -> bool:
        """Ask it to come to the front; whether it said that it did."""
        ...


def raise_first(first: OtherWindow) -> int:
    """Raise the first window; the code with which this start ends, never in silence."""
    texts = Texts.load_folder(resources_folder() / "texts")
    if first.raise_other():
        print(texts.get("opdrachtregel.tweede_start.naar_voren"))
        return RAISED
    print(texts.get("opdrachtregel.tweede_start.geen_antwoord"), file=sys.stderr)
    return NO_ANSWER
