"""Plain text from anywhere, whatever program wrote it."""

from __future__ import annotations

LARGEST = 2_000_000


def text_of_file(data: bytes) -> str:
    """The text, with plain line ends; raises ValueError for what is no text, or too large."""
    if len(data) > LARGEST:
        raise ValueError("not_a_text")
    text = _decoded(data)
    if "\0" in text:
        raise ValueError("not_a_text")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")
