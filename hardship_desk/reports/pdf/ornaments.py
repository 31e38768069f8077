"""Marks every line and background outside the text as ornament, so that readers skip it."""

from __future__ import annotations

import pikepdf
from pikepdf import ContentStreamInstruction, Name, Operator, Pdf

_PAINT = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "sh", "Do"})
_PATH = frozenset({"m", "l", "c", "v", "y", "h", "re", "W", "W*"})
_OPENS = frozenset({"BDC", "BMC"})


def mark_ornaments(pdf: Pdf, page: pikepdf.Page) -> frozenset[str]:
    """Wrap what is painted outside marked content as an artifact; the fonts that the page uses."""
    used: set[str] = set()
    begin = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    end = ContentStreamInstruction([], Operator("EMC"))
    found: list[ContentStreamInstruction] = []
    path: list[ContentStreamInstruction] = []
    depth = 0
    for instruction in _instructions(page):
        operator = str(instruction.operator)
        depth += (operator in _OPENS) - (operator == "EMC")
        if operator == "Tf":
            used.add(str(instruction.operands[0]))
        if depth or operator == "EMC":
            found.append(instruction)
        elif operator in _PATH:
            path.append(instruction)
        elif operator in _PAINT:
            found += [begin, *path, instruction, end]
            path = []
        else:
            found.append(instruction)
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(found))
    return frozenset(used)


def _instructions(page: pikepdf.Page) -> list[ContentStreamInstruction]:
    """All instructions; our pages hold no inline images."""
    return [
        instruction
        for instruction in pikepdf.parse_content_stream(page)
        if isinstance(instruction, ContentStreamInstruction)
    ]
