"""The pieces of a page that say what they mean: paragraphs, headings, lines of the contents."""

from __future__ import annotations

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph
from typing_extensions import override

from hardship_desk.reports.pdf.canvas import TaggedCanvas, tagged_canvas
from hardship_desk.reports.pdf.structure import Node
from hardship_desk.reports.pdf.styles import ACCENT, MUTED

BAR_WIDTH = 2.5


class TaggedParagraph(Paragraph):
    """A paragraph that belongs to an element of the structure, also where it goes on overleaf.

    Drawn a second time, as the head of a table on its next page, it is an ornament.
    """

    node: Node | None = None
    bar: Color | None = None
    drawn = False
    _broken_for = -1.0

    def meaning(self, node: Node, *, bar: Color | None = None) -> TaggedParagraph:
        """Belong to this element; a bar is drawn before the paragraph where it has a colour."""
        self.node = node
        self.bar = bar
        return self

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        """Break the text into lines once for a width; a table and a page ask it several times."""
        if self._broken_for != aW or not hasattr(self, "blPara"):
            super().wrap(aW, aH)
            self._broken_for = aW
        return aW, self.height

    @override
    def split(self, aW: float, aH: float) -> list[Flowable]:
        parts = super().split(aW, aH)
        for part in parts:
            if isinstance(part, TaggedParagraph) and self.node is not None:
                part.meaning(self.node, bar=self.bar)
        return parts

    @override
    def draw(self) -> None:
        canvas = tagged_canvas(self.canv)
        if canvas.only_learns:
            return
        if self.node is None or self.drawn:
            with canvas.ornament():
                super().draw()
        else:
            with canvas.meaning(self.node):
                super().draw()
        self.drawn = True
        if self.bar is not None:
            self._draw_bar(canvas, self.bar)

    def _draw_bar(self, canvas: TaggedCanvas, color: Color) -> None:
        below, above = _padding(self.style.borderPadding)
        with canvas.ornament():
            canvas.saveState()
            canvas.setFillColor(color)
            height = self.height + below + above
            canvas.rect(0, -below, BAR_WIDTH, height, stroke=0, fill=1)
            canvas.restoreState()


class HeadingParagraph(TaggedParagraph):
    """A heading: a place to jump to, with a bookmark."""

    key = ""
    level = 1

    def place(self, key: str, level: int) -> HeadingParagraph:
        """Be reachable by this key."""
        self.key = key
        self.level = level
        return self

    @override
    def draw(self) -> None:
        if self.key:
            text = self.getPlainText()
            tagged_canvas(self.canv).mark_heading(text, self.key, self.level, self.height)
        super().draw()


class ContentsLine(Flowable):
    """A line of the contents: title, dots and page number, and a link to the page."""

    def __init__(self, title: Paragraph, key: str, page: str, node: Node) -> None:
        super().__init__()
        self._title = title
        self._key = key
        self._page = page
        self._node = node

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        _, self.height = self._title.wrap(aW - 30, aH)
        self.width = aW
        return self.width, self.height

    def draw(self) -> None:
        """Draw it; the link is the whole line."""
        canvas = tagged_canvas(self.canv)
        if canvas.only_learns:
            return
        entry = self._node.add("TOCI")
        link = entry.add("Link", text=f"{self._title.getPlainText()}, {self._page}")
        with canvas.meaning(link):
            self._title.drawOn(canvas, 0, 0)
        with canvas.ornament():
            self._draw_dots(canvas)
        with canvas.meaning(link):
            canvas.setFont(self._title.style.fontName, self._title.style.fontSize)
            canvas.setFillColor(ACCENT)
            canvas.drawRightString(self.width, self._baseline(), self._page)
        area = (0.0, 0.0, self.width, self.height)
        link.kids.append(canvas.link_to(self._key, link.text, area))

    def _draw_dots(self, canvas: TaggedCanvas) -> None:
        style = self._title.style
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(MUTED)
        room = self.width - self._title.getActualLineWidths0()[-1] - 32
        dots = max(0, int(room / stringWidth(" .", style.fontName, style.fontSize)))
        canvas.drawRightString(self.width - 24, self._baseline(), " ." * dots)

    def _baseline(self) -> float:
        """Where the last line of the title stands."""
        style = self._title.style
        lines = self._title.getActualLineWidths0()
        return self.height - (len(lines) - 1) * style.leading - style.fontSize


def _padding(padding: object) -> tuple[float, float]:
    """The room below and above the text in a box."""
    if isinstance(padding, tuple):
        above, _, below, _ = padding
        return float(below), float(above)
    return 0.0, 0.0
