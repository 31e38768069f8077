"""XML of OpenDocument as text: elements, attributes and text with its breaks kept."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from hardship_desk.reports.office_text import plain

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
_PARTS = re.compile(r"(\n|\t| {2,}|^ | $)")


def tag(name: str, content: str = "", **attributes: str) -> str:
    """An element; "_" in the name of an attribute stands for ":", "__" for "-"."""
    given = "".join(f" {_named(key)}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{given}>{content}</{name}>" if content else f"<{name}{given}/>"


def words(text: str) -> str:
    """Text as content: line ends, tabs and rows of blanks have elements of their own."""
    return "".join(_piece(part) for part in _PARTS.split(plain(text)) if part)


def root(name: str, content: str) -> bytes:
    """A whole file with this root element."""
    spaces = "".join(f' xmlns:{key}="{value}"' for key, value in SPACES.items())
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{name}{spaces} office:version="1.3">{content}</{name}>'.encode()


def style_name(shown: str) -> str:
    """The name of a style as the format wants it: a blank is written as _20_."""
    return shown.replace(" ", "_20_")


def _named(key: str) -> str:
    return key.replace("__", "-").replace("_", ":", 1)


def _piece(part: str) -> str:
    match part[0]:
        case "\n":
            return "<text:line-break/>"
        case "\t":
            return "<text:tab/>"
        case " " if not part.strip(" "):
            return tag("text:s", text_c=str(len(part)))
        case _:
            return escape(part)
