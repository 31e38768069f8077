"""Room to write on paper: dotted lines, which every kind of file can hold."""

from __future__ import annotations

from hardship_desk.documents.model import Paragraph

LINE = "…" * 40
ROOM_TO_WRITE = Paragraph(text="\n\n".join([LINE] * 6))
