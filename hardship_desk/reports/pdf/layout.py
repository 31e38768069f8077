"""One round of laying out a document: pages as bytes, their structure, and where headings came."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from hardship_desk.documents.model import ReportDocument
from hardship_desk.reports.pdf.canvas import TaggedCanvas, tagged_canvas
from hardship_desk.reports.pdf.numbering import Numbering
from hardship_desk.reports.pdf.story import Story
from hardship_desk.reports.pdf.structure import Node
from hardship_desk.reports.pdf.styles import (
    ACCENT,
    BOTTOM,
    LINE,
    MARGIN,
    MUTED,
    PALE,
    TOP,
    TOP_WITHOUT_HEADER,
    Styles,
)
from hardship_desk.reports.pdf.text import printable

WIDTH = A4[0] - 2 * MARGIN
EDGE_SIZE = 8.5
EDGE_LEADING = 10.5
_PART = " · "
WATERMARK_SIZE = 110.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """What came out of a round."""

    data: bytes
    structure: Node
    numbering: Numbering


def lay_out(
    document: ReportDocument, styles: Styles, numbering: Numbering, *, only_learns: bool = False
) -> LaidOut:
    """Lay the document out with these page numbers; who only learns them gets no bytes."""
    root = Node("Document")
    buffer = BytesIO()
    canvas = TaggedCanvas(
        buffer, styles.fonts.regular, language=document.language, only_learns=only_learns
    )
    edges = _Edges(document, styles, numbering)
    top = TOP if document.header else TOP_WITHOUT_HEADER
    frame = Frame(MARGIN, BOTTOM, WIDTH, A4[1] - top - BOTTOM, 0, 0, 0, 0)
    template = BaseDocTemplate(
        buffer,
        pagesize=A4,
        creator="Hardship Desk",
        lang=document.language,
        invariant=1,
        initialFontName=styles.fonts.regular,
    )
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=edges.draw))
    story = Story(styles, numbering, root, WIDTH)
    template.build(story.flowables(document), canvasmaker=lambda *_, **__: canvas)
    pages = Numbering(dict(canvas.heading_pages), canvas.getPageNumber() - 1)
    return LaidOut(data=buffer.getvalue(), structure=root, numbering=pages)


class _Edges:
    """What stands around the text of every page; screen readers skip it."""

    def __init__(self, document: ReportDocument, styles: Styles, numbering: Numbering) -> None:
        self._document = document
        self._styles = styles
        self._numbering = numbering

    def draw(self, canvas: Canvas, template: BaseDocTemplate) -> None:
        """Draw watermark, header and footer, below the text and before it."""
        if tagged_canvas(canvas).only_learns:
            return
        with tagged_canvas(canvas).ornament():
            canvas.saveState()
            self._watermark(canvas)
            canvas.setFont(self._styles.fonts.regular, EDGE_SIZE)
            canvas.setFillColor(MUTED)
            self._header(canvas)
            self._footer(canvas, template.page)
            canvas.restoreState()

    def _watermark(self, canvas: Canvas) -> None:
        text = self._printable(self._document.watermark)
        if not text:
            return
        font = self._styles.fonts.bold
        size = min(WATERMARK_SIZE, WATERMARK_SIZE * 640 / stringWidth(text, font, WATERMARK_SIZE))
        canvas.saveState()
        canvas.setFillColor(PALE)
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(52)
        canvas.setFont(font, size)
        canvas.drawCentredString(0, -size / 3, text)
        canvas.restoreState()

    def _header(self, canvas: Canvas) -> None:
        top = A4[1] - 15 * A4[1] / 297
        if not self._document.header:
            return
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1.5)
        canvas.line(MARGIN, top - 6, A4[0] - MARGIN, top - 6)
        canvas.drawString(MARGIN, top, self._cut(self._document.header, WIDTH))

    def _footer(self, canvas: Canvas, page: int) -> None:
        label = self._document.page_label.format(page=page, total=self._numbering.total)
        room = WIDTH - stringWidth(label, self._styles.fonts.regular, EDGE_SIZE) - 12
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, BOTTOM - 14, A4[0] - MARGIN, BOTTOM - 14)
        for number, line in enumerate(self._footer_lines(room)):
            canvas.drawString(MARGIN, BOTTOM - 26 - number * EDGE_LEADING, line)
        canvas.drawRightString(A4[0] - MARGIN, BOTTOM - 26, self._printable(label))

    def _footer_lines(self, room: float) -> list[str]:
        """The footer on at most two lines, torn apart between its parts where it is long."""
        parts = self._document.footer.split(_PART)
        counts = range(len(parts), 0, -1)
        fits = next((n for n in counts if self._width(_PART.join(parts[:n])) <= room), 0)
        if not fits:
            return [self._cut(self._document.footer, room)]
        rest = self._cut(_PART.join(parts[fits:]), WIDTH)
        return [_PART.join(parts[:fits]), rest] if rest else [_PART.join(parts[:fits])]

    def _width(self, text: str) -> float:
        return stringWidth(self._printable(text), self._styles.fonts.regular, EDGE_SIZE)

    def _printable(self, text: str) -> str:
        return printable(text, self._styles.fonts.characters)

    def _cut(self, text: str, room: float) -> str:
        """The text as far as there is room, so that it never runs into what stands beside it."""
        shown = self._printable(text)
        font = self._styles.fonts.regular
        while shown and stringWidth(shown, font, EDGE_SIZE) > room:
            shown = shown.removesuffix("…")[:-1].rstrip() + "…"
        return shown
