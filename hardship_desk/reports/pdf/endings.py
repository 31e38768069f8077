"""Saves a PDF so that no stream ends in a carriage return.

Before "endstream" stands a line end. Where the data itself ends in a carriage return, the two
together read as one line end to some checkers, and the length that is written down seems wrong.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Pdf, Stream

_DOUBTFUL = b"\r\nendstream"
_MOST = 50


def saved(pdf: Pdf) -> bytes:
    """The bytes; the same PDF gives the same ones."""
    for attempt in range(1, _MOST):
        buffer = BytesIO()
        pdf.save(
            buffer,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        if _DOUBTFUL not in buffer.getvalue():
            break
        _pad(pdf, attempt)
    return buffer.getvalue()


def _pad(pdf: Pdf, attempt: int) -> None:
    """Add a blank to what may have one, so that every checksum at an end comes out otherwise.

    Elements of the structure lie together in streams: they get a number of revision.
    """
    for page in pdf.pages:
        _append(page.obj.Contents, b"\n")
    for item in list(pdf.objects):
        if not isinstance(item, Dictionary):
            continue
        if item.get("/Type") == Name.StructElem:
            item.R = attempt
        if item.get("/Type") == Name.Font and "/ToUnicode" in item:
            _append(item.ToUnicode, b"\n")
        if "/FontFile2" in item:
            _append(item.FontFile2, b"\0")
            item.FontFile2.Length1 = len(item.FontFile2.read_bytes())


def _append(stream: pikepdf.Object, blank: bytes) -> None:
    if isinstance(stream, Stream):
        stream.write(stream.read_bytes() + blank)
