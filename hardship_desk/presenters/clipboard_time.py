"""How long what was copied may stay on the clipboard."""

from __future__ import annotations

from enum import StrEnum

IDENTITY_SECONDS = 30
LONGEST_IDENTITY = 80


class CopiedKind(StrEnum):
    """What was copied: something that points at a person, or a piece of text."""

    IDENTITY = "identiteit"
    TEXT = "tekst"


def kind_of(text: str) -> CopiedKind:
    """One short line may be a name, a number or an address; a longer text is a piece of writing."""
    plain = text.strip()
    is_short = len(plain) <= LONGEST_IDENTITY and "\n" not in plain
    return CopiedKind.IDENTITY if is_short else CopiedKind.TEXT


class ClipboardTime:
    """Counts down in lasting seconds; None is until the window locks."""

    def __init__(self) -> None:
        self._until: float | None = None
        self._holds_text = False

    @property
    def until_lock(self) -> bool:
        """Whether what is there stays until the window locks."""
        return self._holds_text

    def start(self, kind: CopiedKind, now: float) -> None:
        """Begin for what was copied now."""
        self._until = now + IDENTITY_SECONDS if kind is CopiedKind.IDENTITY else None
        self._holds_text = kind is CopiedKind.TEXT

    def stop(self) -> None:
        """Nothing of ours is there any more."""
        self._until = None
        self._holds_text = False

    def left(self, now: float) -> int | None:
        """The seconds that are left; None where nothing counts down."""
        return None if self._until is None else max(0, round(self._until - now))
