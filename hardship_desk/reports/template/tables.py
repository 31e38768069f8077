"""A table of a letter as Word holds it, to put in a template: as wide as the text there."""

from __future__ import annotations

import docx
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from hardship_desk.documents.model import Table
from hardship_desk.reports.docx.styles import prepare_styles
from hardship_desk.reports.docx.tables import write_table
from hardship_desk.reports.docx.xml import element
from hardship_desk.reports.outline import column_weights

_WHOLE = 5000
"""The width of the text, in fiftieths of a percent."""


class WordXml(str):
    """XML of Word that is sound by itself: a template puts it in as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """What Jinja asks before it escapes."""
        return str(self)


class TemplateTables:
    """Makes tables; every text in them is escaped, and nothing else is taken as markup."""

    def __init__(self, language: str) -> None:
        self._workbench = docx.Document()
        prepare_styles(self._workbench, language)

    def markup(self, block: Table) -> WordXml:
        """The table with a small gap below it."""
        write_table(self._workbench, block)
        table = self._workbench.tables[-1]._tbl  # noqa: SLF001  # the only way in that it offers
        _as_wide_as_the_text(table, block)
        gap = element("p")
        spacing = element("pPr")
        spacing.append(element("spacing", after="80", line="120", lineRule="exact"))
        gap.append(spacing)
        return WordXml("".join(etree.tostring(part, encoding="unicode") for part in (table, gap)))


def _as_wide_as_the_text(table: BaseOxmlElement, block: Table) -> None:
    """Widths in parts of the text, whatever margins the template has."""
    weights = column_weights(block)
    shares = [round(_WHOLE * weight / sum(weights)) for weight in weights]
    _set_width(table.find(qn("w:tblPr")), "tblW", _WHOLE)
    for row in table.iter(qn("w:tr")):
        for cell, share in zip(row.iter(qn("w:tcPr")), shares, strict=False):
            _set_width(cell, "tcW", share)


def _set_width(properties: BaseOxmlElement, name: str, share: int) -> None:
    width = properties.find(qn(f"w:{name}"))
    if width is None:
        width = element(name)
        properties.insert(0, width)
    width.set(qn("w:type"), "pct")
    width.set(qn("w:w"), str(share))
