"""What a second reader remarks at one place, and what the caseworker did with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """`place` is the id of a question, the heading of a part, or empty for the whole."""

    place: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkAnswer:
    """What the caseworker answered. Answers are only added: of one remark the last counts.

    `remark` names it by the place of its review and its own place in that, from 1: "2.1".
    """

    remark: str
    text: str
    at: datetime
    by: str = ""
