"""A line that leads somewhere: on the start page, the overview, and wherever work is listed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LineItem:
    """`key` says where it leads, `lead` stands before it as a chip in the look of `tone`.

    `tone` is "", "error", "warning" or "good"; `spoken` is the whole line for a screen reader.
    """

    key: str
    text: str
    detail: str = ""
    lead: str = ""
    tone: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineGroup:
    """Lines under a small heading."""

    title: str
    lines: tuple[LineItem, ...]
