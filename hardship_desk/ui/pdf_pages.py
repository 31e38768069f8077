"""Pages of a PDF as pictures, for the screen and for a printer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on a page, counted from 0; `top` is how far down it is, from 0 to 1."""

    page: int
    top: float


def page_pictures(pdf: bytes, width: int, only: Iterable[int] | None = None) -> dict[int, QImage]:
    """Pages at this width in pixels, or only these; may be asked for in any thread."""
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        numbers = range(len(document)) if only is None else only
        return {
            number: _picture(document[number], width / document[number].get_width())
            for number in numbers
            if number < len(document)
        }


def page_shapes(pdf: bytes) -> tuple[float, ...]:
    """How high each page is for its width."""
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        return tuple(page.get_height() / page.get_width() for page in document)


def find_spots(pdf: bytes, wanted: Sequence[tuple[str, bool]]) -> tuple[Spot | None, ...]:
    """Where each of these words stands, in the order of the paper; None where they do not.

    A heading (the second is true) is looked for just before what follows it: its words stand in
    the contents as well.
    """
    with _ONE_AT_A_TIME, _opened(pdf) as document:
        pages = [page.get_textpage() for page in document]
        text, places = _whole_text([page.get_text_range() for page in pages])
        found = _positions(text, wanted)
        return tuple(_spot(document, pages, places[at]) if at is not None else None for at in found)


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


def _whole_text(pages: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The text of all pages with single spaces, and of each character its page and place there."""
    letters: list[str] = []
    places: list[tuple[int, int]] = []
    for number, page in enumerate(pages):
        for place, letter in enumerate(f"{page} "):
            blank = letter.isspace()
            if not blank or (letters and letters[-1] != " "):
                letters.append(" " if blank else letter)
                places.append((number, place))
    return "".join(letters), places


def _positions(text: str, wanted: Sequence[tuple[str, bool]]) -> list[int | None]:
    found: list[int | None] = [None] * len(wanted)
    cursor = 0
    for number, (words, is_heading) in enumerate(wanted):
        at = -1 if is_heading or not words else text.find(words, cursor)
        if at >= 0:
            found[number], cursor = at, at + 1
    limit = len(text)
    for number in range(len(wanted) - 1, -1, -1):
        words, is_heading = wanted[number]
        if is_heading and words:
            at = text.rfind(words, 0, limit)
            found[number] = at if at >= 0 else None
        known = found[number]
        limit = limit if known is None else known
    return found


def _spot(
    document: pypdfium2.PdfDocument, pages: list[pypdfium2.PdfTextPage], place: tuple[int, int]
) -> Spot:
    number, letter = place
    *_, top = pages[number].get_charbox(letter)
    return Spot(page=number, top=1 - top / document[number].get_height())


def _opened(pdf: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2  # noqa: PLC0415  # slow to load, and not wanted at the start

    return pypdfium2.PdfDocument(pdf)


def _picture(page: pypdfium2.PdfPage, scale: float) -> QImage:
    drawn = page.render(scale=scale, rev_byteorder=True)
    data = bytes(drawn.buffer)
    kinds = {3: QImage.Format.Format_RGB888, 4: QImage.Format.Format_RGBX8888}
    picture = QImage(data, drawn.width, drawn.height, drawn.stride, kinds[drawn.n_channels])
    return picture.copy()
