"""A canvas that notes what every piece of text means, and on which page each heading came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from hardship_desk.reports.pdf.structure import LinkMark, Mark, Node


class TaggedCanvas(Canvas):
    """Draws between marks, so that the structure can point at what was drawn.

    In a round that only learns the pages nothing is drawn or saved but where headings come.
    """

    def __init__(
        self, buffer: BytesIO, font: str, *, language: str, only_learns: bool = False
    ) -> None:
        super().__init__(
            buffer,
            pagesize=A4,
            pageCompression=0,
            invariant=1,
            initialFontName=font,  # type: ignore[arg-type]  # the stub asks for a number
            lang=language,
        )
        self.only_learns = only_learns
        self.heading_pages: dict[str, int] = {}
        self._marks: Counter[int] = Counter()
        self._links: Counter[int] = Counter()
        self._outline_level = -1

    @override
    def save(self) -> None:
        if not self.only_learns:
            super().save()

    @contextmanager
    def meaning(self, node: Node) -> Iterator[None]:
        """What is drawn within belongs to this element."""
        page = self.getPageNumber() - 1
        number = self._marks[page]
        self._marks[page] += 1
        node.kids.append(Mark(page, number))
        self.addLiteral(f"/{node.role} <</MCID {number}>> BDC")
        yield
        self.addLiteral("EMC")

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """What is drawn within means nothing to who listens."""
        self.addLiteral("/Artifact BMC")
        yield
        self.addLiteral("EMC")

    def mark_heading(self, text: str, key: str, level: int, top: float) -> None:
        """A place to jump to, with a bookmark that never skips a level."""
        self.heading_pages[key] = self.getPageNumber()
        if self.only_learns:
            return
        self.bookmarkHorizontal(key, 0, top)
        self._outline_level = min(level - 1, self._outline_level + 1)
        self.addOutlineEntry(text, key, self._outline_level, closed=False)

    def link_to(self, key: str, says: str, area: tuple[float, float, float, float]) -> LinkMark:
        """A link over an area, counted from where is drawn now."""
        page = self.getPageNumber() - 1
        number = self._links[page]
        self._links[page] += 1
        self.linkRect(says, key, Rect=area, relative=1, Border="[0 0 0]")
        return LinkMark(page, number)


def tagged_canvas(canvas: Canvas) -> TaggedCanvas:
    """The canvas, which keeps the structure; another one is our mistake."""
    if not isinstance(canvas, TaggedCanvas):
        raise TypeError("drawn on a canvas that keeps no structure")
    return canvas
