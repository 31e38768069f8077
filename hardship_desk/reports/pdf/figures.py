"""A figure on the page: drawn as lines and letters, read aloud as its words."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable
from typing_extensions import override

from hardship_desk.documents.model import Figure
from hardship_desk.reports.chart import INK, LINE_WIDTH, SIZE, Drawing, drawn
from hardship_desk.reports.pdf.canvas import TaggedCanvas, tagged_canvas
from hardship_desk.reports.pdf.fonts import Fonts
from hardship_desk.reports.pdf.structure import Node
from hardship_desk.reports.pdf.text import printable


class FigureFlowable(Flowable):
    """Belongs to an element of the structure, which tells its words and where it stands."""

    def __init__(self, figure: Figure, node: Node, fonts: Fonts) -> None:
        super().__init__()
        self._figure = figure
        self._node = node
        self._fonts = fonts
        self._drawing: Drawing | None = None
        self.spaceBefore, self.spaceAfter = 4, 8

    @override
    def wrap(self, aW: float, aH: float) -> tuple[float, float]:
        self._drawing = drawn(self._figure, aW, self._wide)
        self.width, self.height = aW, self._drawing.height
        return aW, self.height

    def draw(self) -> None:
        """Draw it."""
        canvas, drawing = tagged_canvas(self.canv), self._drawing
        if canvas.only_learns or drawing is None:
            return
        left, bottom = canvas.absolutePosition(0, 0)
        self._node.box = (left, bottom, left + drawing.width, bottom + drawing.height)
        with canvas.meaning(self._node):
            self._draw(canvas, drawing)

    def _draw(self, canvas: TaggedCanvas, drawing: Drawing) -> None:
        canvas.saveState()
        canvas.setStrokeColor(HexColor(INK))
        canvas.setLineWidth(LINE_WIDTH)
        for box in drawing.boxes:
            canvas.setFillColor(HexColor(box.tone))
            below = drawing.height - box.top - box.height
            canvas.rect(box.left, below, box.width, box.height, stroke=1, fill=1)
        canvas.setFont(self._fonts.regular, SIZE)
        for words in drawing.words:
            canvas.setFillColor(HexColor(words.color))
            canvas.drawString(words.left, drawing.height - words.base, self._printed(words.text))
        canvas.restoreState()

    def _printed(self, text: str) -> str:
        return printable(text, self._fonts.characters)

    def _wide(self, text: str) -> float:
        return stringWidth(self._printed(text), self._fonts.regular, SIZE)
