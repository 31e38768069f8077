"""The blocks of a document as paragraphs and tables of Word."""

from __future__ import annotations

from io import BytesIO

from docx.document import Document
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from hardship_desk.documents.model import (
    Block,
    BulletList,
    Figure,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    ReportDocument,
    Table,
)
from hardship_desk.reports.docx.styles import CONTENTS, LABEL, SOURCE, notice_style
from hardship_desk.reports.docx.tables import write_table
from hardship_desk.reports.docx.xml import begin_field, end_field
from hardship_desk.reports.office_text import plain
from hardship_desk.reports.outline import CONTENTS_LEVEL, contents_place, keeps_whole, together
from hardship_desk.reports.picture import Pictures

WIDTH = 164
"""Between the margins, in millimetres."""


class Body:
    """Writes blocks one after the other."""

    def __init__(self, target: Document, pictures: Pictures) -> None:
        self._target = target
        self._pictures = pictures
        self._break_before_next = False

    def write(self, document: ReportDocument) -> None:
        """All blocks, with the contents in their place."""
        before = contents_place(document)
        for index, (block, stays) in enumerate(
            zip(document.blocks, together(document), strict=True)
        ):
            if index == before:
                self._contents(document)
            self._block(block, leading=stays)
        if before == len(document.blocks):
            self._contents(document)

    def _block(self, block: Block, *, leading: bool) -> None:
        match block:
            case Heading():
                self._add(block.text, f"Heading {min(block.level, 3)}")
            case Paragraph():
                self._paragraph(block, leading=leading)
            case BulletList():
                self._list(block, leading=leading)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block, leading=leading)
            case Notice():
                self._add(block.text, notice_style(block.kind))
            case PageBreak():
                self._break_before_next = True

    def _add(self, text: str, style: str) -> WordParagraph:
        """A paragraph; after a page break it asks for the new page itself, without an empty line."""
        added = self._target.add_paragraph(plain(text), style)
        if self._break_before_next:
            added.paragraph_format.page_break_before = True
            self._break_before_next = False
        return added

    def _paragraph(self, block: Paragraph, *, leading: bool) -> None:
        label = block.marked_label
        run_in = bool(block.run_in and label and block.text)
        if label and not run_in:
            self._add(label, LABEL)
        if block.text:
            style = "Quote" if block.quote else "Normal"
            added = self._add(label if run_in else block.text, style)
            if run_in:
                added.runs[0].bold = True
                added.add_run(plain(f" {block.text}"))
            added.paragraph_format.keep_with_next = leading or bool(block.source) or None
            if block.apart:
                added.paragraph_format.space_before = Pt(12)
            added.paragraph_format.keep_together = "\n" in block.text or None
            if block.source:
                added.paragraph_format.space_after = Pt(1)
        if block.source:
            self._add(block.source, SOURCE)

    def _list(self, block: BulletList, *, leading: bool) -> None:
        numbering = self._new_numbering() if block.ordered else None
        whole = keeps_whole(block)
        for item in block.items:
            added = self._add(item, "List Number" if block.ordered else "List Bullet")
            added.paragraph_format.keep_with_next = whole or leading or None
            if numbering is not None:
                properties = added._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  # the only way in
                properties.get_or_add_ilvl().val = 0
                properties.get_or_add_numId().val = numbering
        if block.items:
            added.paragraph_format.space_after = Pt(7)
            added.paragraph_format.keep_with_next = leading or None

    def _new_numbering(self) -> int:
        """A numbering that starts at 1 again."""
        style = self._target.styles["List Number"].element
        used = int(style.pPr.numPr.numId.val)
        numbering = self._target.part.numbering_part.element
        number = numbering.add_num(numbering.num_having_numId(used).abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(number.numId)

    def _table(self, block: Table) -> None:
        if not block.rows:
            return
        if block.title:
            self._add(block.title, "Caption")
        write_table(self._target, block)
        gap = self._add("", "Normal")
        gap.paragraph_format.space_after = Pt(4)
        gap.paragraph_format.line_spacing = Pt(6)

    def _figure(self, block: Figure, *, leading: bool) -> None:
        """A picture whose words are read instead of it."""
        width = Mm(WIDTH)
        picture, _ = self._pictures.png(block, width.pt)
        added = self._add("", "Normal")
        added.paragraph_format.keep_with_next = leading or None
        shape = added.add_run().add_picture(BytesIO(picture), width=width)
        inline = shape._inline  # noqa: SLF001  # the only way in
        inline.docPr.set("descr", plain(block.alt))
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")  # LibreOffice keeps three millimetres where this is not said

    def _contents(self, document: ReportDocument) -> None:
        """A table of contents that Word fills with page numbers; until then it lists the titles."""
        titles = [
            block.text
            for block in document.blocks
            if isinstance(block, Heading) and block.level == CONTENTS_LEVEL
        ]
        if not titles:
            return
        self._add(document.contents_title, "TOC Heading")
        lines = [self._add("", CONTENTS) for _ in titles]
        begin_field(lines[0], f'TOC \\o "{CONTENTS_LEVEL}-{CONTENTS_LEVEL}" \\h \\z \\u')
        for line, title in zip(lines, titles, strict=True):
            line.add_run(plain(title))
        end_field(lines[-1])
