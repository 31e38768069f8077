"""Pages of a PDF as pictures, for the screen and for a printer."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

if TYPE_CHECKING:
    import pypdfium2

POINTS_AN_INCH = 72
PRINT_DPI = 200
_ONE_AT_A_TIME = Lock()
"""PDFium works for one thread at a time."""


def page_pictures(pdf: bytes, width: int) -> list[QImage]:
    """Every page at this width in pixels; may be asked for in any thread."""
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        return [_picture(page, width / page.get_width()) for page in document]


def page_with(pdf: bytes, words: str) -> int:
    """The first page on which these words stand, from 0; -1 where they stand on none."""
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        for number, page in enumerate(document):
            text = " ".join(page.get_textpage().get_text_bounded().split())
            if words and words in text:
                return number
    return -1


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Put every page on paper, each as large as the paper lets it."""
    painter = QPainter(printer)
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        for number, page in enumerate(document):
            if number:
                printer.newPage()
            room = painter.viewport()
            picture = _picture(page, PRINT_DPI / POINTS_AN_INCH)
            size = picture.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(room.topLeft(), size), picture)
    painter.end()


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2  # noqa: PLC0415  # slow to load, and not wanted at the start

    return pypdfium2.PdfDocument(pdf)


def _picture(page: pypdfium2.PdfPage, scale: float) -> QImage:
    drawn = page.render(scale=scale, rev_byteorder=True)
    data = bytes(drawn.buffer)
    kinds = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBX8888}
    picture = QImage(data, drawn.width, drawn.height, drawn.stride, kinds[drawn.n_channels])
    return picture.copy()
