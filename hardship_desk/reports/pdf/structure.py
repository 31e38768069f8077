"""The structure of a PDF for screen readers: a tree of what the marks on the pages mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content: the page, counted from 0, and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkMark:
    """A link on a page: the page, counted from 0, and its number among the links of that page."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Node:
    """An element of the structure; `text` is what is read aloud, `scope` what a table head heads.

    `alt` is read instead of a figure, which stands on its page in `box`.
    """

    role: str
    text: str = ""
    scope: str = ""
    alt: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list[Node | Mark | LinkMark] = field(default_factory=list)

    def add(self, role: str, *, text: str = "", scope: str = "", alt: str = "") -> Node:
        """A new element as the last one below this one."""
        node = Node(role, text=text, scope=scope, alt=alt)
        self.kids.append(node)
        return node

    def nodes(self) -> Iterator[Node]:
        """The elements straight below this one."""
        return (kid for kid in self.kids if isinstance(kid, Node))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was drawn for it. An empty cell still keeps its place in the row."""
        return self.role not in {"TH", "TD"} and not self.kids
