"""What a letter tells of a calculation; the rest of the letter is data (letters/<theme>.toml)."""

from __future__ import annotations

from dataclasses import dataclass, field

from hardship_desk.plugin_api import LetterBlock, LetterSection

from .wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One paragraph that names computed amounts or days.

    `key` stands under `brief` in the texts of the theme; `lines` are rules of the calculation.
    """

    section: LetterSection
    key: str
    slots: dict[str, str] = field(default_factory=dict)
    lines: tuple[str, ...] = ()


def block_of(told: Told, wording: Wording) -> LetterBlock:
    """The paragraph in words, citing its lines."""
    return LetterBlock(
        section=told.section,
        text=wording.get(f"brief.{told.key}", **told.slots),
        cites=tuple(f"{wording.theme}.{line}" for line in told.lines),
    )
