"""Room to write on paper: dotted lines, which every kind of file can hold."""

from __future__ import annotations

from hardship_desk.documents.model import Paragraph

_LINE = "…" * 40


def room_to_write(lines: int) -> Paragraph:
    """So many lines, far enough apart for a pen."""
    return Paragraph(text="\n\n".join([_LINE] * lines))
