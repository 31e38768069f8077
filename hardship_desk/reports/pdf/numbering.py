"""On which page each heading stands, learnt in a first round and printed in the second."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numbering:
    """The pages of the headings by key, and how many pages there are; unknown before a round."""

    pages: Mapping[str, int]
    total: int = 0

    def page_of(self, key: str) -> str:
        """The page of a heading as text; a wide digit holds its place while it is unknown."""
        return str(self.pages.get(key, 0))
