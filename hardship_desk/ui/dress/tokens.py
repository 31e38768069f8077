"""The colours of the window: light, dark and high contrast.

Every text pair has a contrast of at least 4.5 (7 in high contrast), every control one of at least 3.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Colours by what they are for; `on_x` is the text colour on x."""

    name: str
    background: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    field: str
    field_line: str
    accent: str
    accent_hover: str
    on_accent: str
    soft: str
    bar: str
    on_bar: str
    bar_muted: str
    bar_soft: str
    warning: str
    warning_soft: str
    error: str
    error_soft: str
    good: str
    good_soft: str
    practice: str
    bar_accent: str


LIGHT = Tokens(
    name="light",
    background="#F2F5F7",
    surface="#FFFFFF",
    raised="#F7FAFB",
    text="#14242C",
    muted="#4A5B66",
    line="#D3DCE1",
    field="#FFFFFF",
    field_line="#6F808B",
    accent="#0A6174",
    accent_hover="#084C5B",
    on_accent="#FFFFFF",
    soft="#DDF0F4",
    bar="#0C3440",
    on_bar="#FFFFFF",
    bar_muted="#B5CED6",
    bar_soft="#1B4A58",
    warning="#7A4B00",
    warning_soft="#FFF3D6",
    error="#A6211A",
    error_soft="#FDECEA",
    good="#1A6B3C",
    good_soft="#E3F4E9",
    practice="#FFD27A",
    bar_accent="#62C6DC",
)

DARK = Tokens(
    name="dark",
    background="#10171B",
    surface="#182227",
    raised="#1D292F",
    text="#E7EEF1",
    muted="#A9BAC4",
    line="#2E3D45",
    field="#10171B",
    field_line="#7C909B",
    accent="#62C6DC",
    accent_hover="#8AD7E7",
    on_accent="#04222B",
    soft="#163C47",
    bar="#0A2028",
    on_bar="#EAF4F7",
    bar_muted="#A3BDC6",
    bar_soft="#153943",
    warning="#FFD27A",
    warning_soft="#392C10",
    error="#FF9D94",
    error_soft="#3F1D1B",
    good="#7DD9A3",
    good_soft="#14352A",
    practice="#FFD27A",
    bar_accent="#62C6DC",
)

CONTRAST = Tokens(
    name="contrast",
    background="#000000",
    surface="#000000",
    raised="#000000",
    text="#FFFFFF",
    muted="#FFFFFF",
    line="#FFFFFF",
    field="#000000",
    field_line="#FFFFFF",
    accent="#FFE600",
    accent_hover="#FFFFFF",
    on_accent="#000000",
    soft="#003A70",
    bar="#000000",
    on_bar="#FFFFFF",
    bar_muted="#FFFFFF",
    bar_soft="#003A70",
    warning="#FFE600",
    warning_soft="#000000",
    error="#FFB3B3",
    error_soft="#000000",
    good="#8CFF9E",
    good_soft="#000000",
    practice="#FFE600",
    bar_accent="#FFE600",
)

LOOKS = {tokens.name: tokens for tokens in (LIGHT, DARK, CONTRAST)}
"""The looks by name."""

TEXT_PAIRS = (
    ("text", "background"),
    ("text", "surface"),
    ("text", "raised"),
    ("text", "field"),
    ("text", "soft"),
    ("muted", "background"),
    ("muted", "surface"),
    ("muted", "raised"),
    ("muted", "field"),
    ("muted", "soft"),
    ("accent", "background"),
    ("accent", "surface"),
    ("accent", "raised"),
    ("accent", "soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_bar", "bar"),
    ("on_bar", "bar_soft"),
    ("bar_muted", "bar"),
    ("warning", "warning_soft"),
    ("text", "warning_soft"),
    ("error", "error_soft"),
    ("text", "error_soft"),
    ("error", "surface"),
    ("error", "raised"),
    ("good", "good_soft"),
    ("good", "surface"),
    ("good", "background"),
    ("warning", "surface"),
    ("warning", "raised"),
    ("error", "background"),
    ("bar", "practice"),
)
"""The pairs of text and ground that the window uses."""

CONTROL_PAIRS = (
    ("field_line", "field"),
    ("field_line", "surface"),
    ("field_line", "raised"),
    ("field_line", "background"),
    ("accent", "field"),
    ("accent", "surface"),
    ("accent", "raised"),
    ("accent", "background"),
    ("accent", "soft"),
    ("text", "surface"),
    ("text", "background"),
    ("error", "field"),
    ("error", "surface"),
    ("error", "error_soft"),
    ("warning", "warning_soft"),
    ("good", "good_soft"),
    ("on_accent", "accent"),
    ("on_bar", "bar"),
    ("bar_accent", "bar_soft"),
    ("bar_accent", "bar"),
)
"""The lines of fields, marks, rings of the focus and edges that carry meaning, with their ground."""


def contrast(first: str, second: str) -> float:
    """The contrast between two colours as WCAG 2 computes it, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
