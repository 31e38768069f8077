"""Ways to break a good PDF, each with the rule on which a validator must then fail it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class Sabotage:
    """One thing taken away or changed, and the rule that asks for it."""

    name: str
    rule: str
    change: Callable[[Pdf], None]

    def broken(self, data: bytes) -> bytes:
        """The file after the change."""
        buffer = BytesIO()
        with Pdf.open(BytesIO(data)) as pdf:
            self.change(pdf)
            pdf.save(buffer, object_stream_mode=ObjectStreamMode.generate)
        return buffer.getvalue()


def _no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def _no_scope(pdf: Pdf) -> None:
    for head in _elements(pdf, "/TH"):
        if "/A" in head:
            del head.A


def _skipped_heading(pdf: Pdf) -> None:
    for heading in _elements(pdf, "/H2"):
        heading.S = Name("/H4")


def _no_colors(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def _font_left_out(pdf: Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, Dictionary) and "/FontFile2" in item:
            del item.FontFile2


def _silent_links(pdf: Pdf) -> None:
    for page in pdf.pages:
        for link in page.obj.get("/Annots", []):
            del link.Contents


def _silent_figure(pdf: Pdf) -> None:
    for figure in _elements(pdf, "/Figure"):
        del figure.Alt


def _elements(pdf: Pdf, role: str) -> Iterator[Dictionary]:
    for item in pdf.objects:
        if (
            isinstance(item, Dictionary)
            and item.get("/Type") == Name.StructElem
            and item.get("/S") == Name(role)
        ):
            yield item


SABOTAGES = (
    Sabotage(
        name="silent-figure", rule="PDFUA1-FIGURE-ALTERNATIVE-TEXT-001", change=_silent_figure
    ),
    Sabotage(name="no-language", rule="PDFUA1-ACTUAL-TEXT-LANGUAGE-001", change=_no_language),
    Sabotage(name="no-scope", rule="PDFUA1-TABLE-HEADERS-SCOPE-001", change=_no_scope),
    Sabotage(name="skipped-heading", rule="PDFUA1-HEADING-NESTING-001", change=_skipped_heading),
    Sabotage(name="no-colours", rule="PDFA2A-DEVICE-RGB-001", change=_no_colors),
    Sabotage(name="font-left-out", rule="PDFA2A-FONT-EMBEDDING-001", change=_font_left_out),
    Sabotage(name="silent-links", rule="PDFUA1-LINK-CONTENTS-001", change=_silent_links),
)
