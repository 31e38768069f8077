"""A figure as a picture, for the files of office programs; the same figure gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from hardship_desk.documents.model import Figure
from hardship_desk.reports.chart import INK, LINE_WIDTH, SIZE, WHITE, Drawing, drawn
from hardship_desk.reports.office_text import plain

_DOTS = 300
_SCALE = _DOTS / 72
_FONT = "SourceSans3-Regular.ttf"
_COLORS = 64


class Pictures:
    """Makes pictures with the letters from this folder."""

    def __init__(self, fonts: Path) -> None:
        self._font = ImageFont.truetype(str(fonts / _FONT), SIZE * _SCALE)

    def png(self, figure: Figure, width: float) -> tuple[bytes, float]:
        """The figure at this width in points, and how high it is."""
        drawing = drawn(figure, width, self._wide)
        buffer = BytesIO()
        picture = self._picture(drawing).quantize(_COLORS)
        picture.save(buffer, "PNG", dpi=(_DOTS, _DOTS))
        return buffer.getvalue(), drawing.height

    def _wide(self, text: str) -> float:
        return self._font.getlength(plain(text)) / _SCALE

    def _picture(self, drawing: Drawing) -> Image.Image:
        size = (round(drawing.width * _SCALE), round(drawing.height * _SCALE))
        made = Image.new("RGB", size, WHITE)
        pen = ImageDraw.Draw(made)
        line = round(LINE_WIDTH * _SCALE)
        for box in drawing.boxes:
            left, top = box.left * _SCALE, box.top * _SCALE
            right, bottom = left + box.width * _SCALE, top + box.height * _SCALE
            pen.rectangle((left, top, right - 1, bottom - 1), box.tone, INK, line)
        for words in drawing.words:
            place = (words.left * _SCALE, words.base * _SCALE)
            pen.text(place, plain(words.text), words.color, self._font, anchor="ls")
        return made
