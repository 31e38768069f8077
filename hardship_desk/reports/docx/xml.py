"""What python-docx has no words for: fields, repeated rows, borders and shading."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import _Row
from docx.text.paragraph import Paragraph


def element(name: str, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML with its attributes."""
    made: BaseOxmlElement = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field that Word computes, such as the page number; `shown` stands there until then."""
    begin_field(paragraph, code)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Paragraph, code: str) -> None:
    """The start of a field, up to where its result stands."""
    _mark(paragraph, "begin")
    instruction = element("instrText")
    instruction.text = f" {code} "
    instruction.set(qn("xml:space"), "preserve")
    paragraph.add_run()._r.append(instruction)  # noqa: SLF001  # the only way in that it offers
    _mark(paragraph, "separate")


def end_field(paragraph: Paragraph) -> None:
    """The end of a field."""
    _mark(paragraph, "end")


def keep_row_whole(row: _Row, *, repeats: bool = False) -> None:
    """Let a row never break over pages; a head comes back on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # the only way in that it offers
    properties.append(element("cantSplit"))
    if repeats:
        properties.append(element("tblHeader"))


def shade(properties: BaseOxmlElement, color: str) -> None:
    """A ground of this colour for a paragraph or cell."""
    properties.append(element("shd", val="clear", color="auto", fill=color))


def edge(color: str, *sides: str, size: int = 4, space: int = 0) -> list[BaseOxmlElement]:
    """Border lines for these sides."""
    return [
        element(side, val="single", sz=str(size), space=str(space), color=color) for side in sides
    ]


def _mark(paragraph: Paragraph, kind: str) -> None:
    run = paragraph.add_run()
    run._r.append(element("fldChar", fldCharType=kind))  # noqa: SLF001  # the only way in
