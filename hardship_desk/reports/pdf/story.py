"""The blocks of a document as pieces of pages, with what belongs together kept together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Spacer
from reportlab.platypus import PageBreak as NextPage
from reportlab.platypus import Paragraph as PlainParagraph

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
from hardship_desk.reports.outline import CONTENTS_LEVEL, contents_place, together
from hardship_desk.reports.pdf.figures import FigureFlowable
from hardship_desk.reports.pdf.flowables import ContentsLine, HeadingParagraph, TaggedParagraph
from hardship_desk.reports.pdf.numbering import Numbering
from hardship_desk.reports.pdf.structure import Node
from hardship_desk.reports.pdf.styles import LINE, MUTED, PALE, Styles, hyphenated
from hardship_desk.reports.pdf.tables import ReportTable, TableBuilder
from hardship_desk.reports.pdf.text import markup, pieces, readable

LINES_TOGETHER = 6
MOST_TOGETHER = 430.0
WHOLE_PAGE = 690.0
APART = 12.0
TAG_SIZE = 8
NO_BREAK = "\N{NO-BREAK SPACE}"
MOST_OF_A_LIST = 120.0
"""A list up to this height is not broken off."""


@dataclass(frozen=True, slots=True)
class Piece:
    """The pieces of one block; `leads` says that it must not part from what follows."""

    flowables: tuple[Flowable, ...]
    leads: bool = False
    is_list: bool = False
    is_whole: bool = False


class Story:
    """Turns a document into pieces of pages; the structure grows below `root`."""

    def __init__(self, styles: Styles, numbering: Numbering, root: Node, width: float) -> None:
        self._styles = styles
        self._numbering = numbering
        self._root = root
        self._width = width
        self._tables = TableBuilder(styles, self._text, width)
        self._breaks_words = False

    def flowables(self, document: ReportDocument) -> list[Flowable]:
        """All pieces in order; an empty document still has a page."""
        self._breaks_words = document.breaks_words
        keys = heading_keys(document)
        before = contents_place(document)
        pieces: list[Piece] = []
        for index, (block, stays) in enumerate(
            zip(document.blocks, together(document), strict=True)
        ):
            if index == before:
                pieces += self._contents(document, keys)
            piece = self._piece(block, keys.get(index, ""))
            pieces.append(replace(piece, leads=stays))
        if before == len(document.blocks):
            pieces += self._contents(document, keys)
        return self._kept_together(pieces) or [Spacer(1, 1)]

    def _piece(self, block: Block, key: str) -> Piece:
        match block:
            case Heading():
                return Piece((self._heading(block, key),), is_whole=block.whole)
            case Paragraph():
                return Piece(self._paragraph(block))
            case BulletList():
                return Piece(self._list(block), is_list=True)
            case Table() | Figure():
                return Piece(self._shown(block))
            case Notice():
                look = self._styles.notice(block.kind)
                node = self._root.add("P")
                return Piece((self._text(block.text, look.style, node, bar=look.bar),))
            case PageBreak():
                return Piece((NextPage(),))

    def _text(
        self, text: str, style: ParagraphStyle, node: Node, *, bar: Color | None = None
    ) -> TaggedParagraph:
        node.text = readable(text)
        return TaggedParagraph(self._markup(text), style).meaning(node, bar=bar)

    def _markup(self, text: str) -> str:
        return markup(text, self._styles.fonts)

    def _broken(self, style: ParagraphStyle, text: str) -> ParagraphStyle:
        return hyphenated(style, text) if self._breaks_words else style

    def _heading(self, block: Heading, key: str) -> HeadingParagraph:
        node = self._root.add(f"H{block.level}", text=readable(block.text))
        heading = HeadingParagraph(self._markup(block.text), self._styles.heading(block.level))
        heading.meaning(node)
        return heading.place(key, block.level)

    def _paragraph(self, block: Paragraph) -> tuple[Flowable, ...]:
        looks, found = self._styles, []
        if block.run_in and block.label and block.text:
            return self._run_in(block)
        if block.label:
            node = self._root.add("P", text=readable(block.marked_label))
            found.append(TaggedParagraph(self._label(block), looks.label).meaning(node))
        style = looks.quote if block.quote else looks.body
        if block.source:
            style = ParagraphStyle(f"{style.name}-sourced", parent=style, spaceAfter=0.5)
        if block.apart:
            style = ParagraphStyle(f"{style.name}-apart", parent=style, spaceBefore=APART)
        style = self._broken(style, block.text)
        if block.text:
            parent = self._root.add("BlockQuote") if block.quote else self._root
            bar = LINE if block.quote else None
            *parts, last = pieces(block.text)
            goes_on = ParagraphStyle(f"{style.name}-goes-on", parent=style, spaceAfter=0)
            found += [self._text(part, goes_on, parent.add("P"), bar=bar) for part in parts]
            found.append(self._text(last, style, parent.add("P"), bar=bar))
        if block.source:
            found.append(self._text(block.source, looks.source, self._root.add("P")))
        return tuple(found)

    def _run_in(self, block: Paragraph) -> tuple[Flowable, ...]:
        """Label and text on the same line; what supports them small below."""
        looks = self._styles
        node = self._root.add("P", text=readable(f"{block.marked_label} {block.text}"))
        style = looks.tight if block.source else looks.run_in
        words = f'<font name="{looks.fonts.semibold}">{self._label(block)}</font>'
        style = self._broken(style, block.text)
        line = TaggedParagraph(f"{words} {self._markup(block.text)}", style)
        line.meaning(node)
        if not block.source:
            return (line,)
        return (line, self._text(block.source, looks.source, self._root.add("P")))

    def _label(self, block: Paragraph) -> str:
        """The label, with the kind of statement small on a ground of its own behind it."""
        label = self._markup(block.label)
        if not block.tag:
            return label
        words = self._markup(block.tag).replace(" ", NO_BREAK)
        looks = f'name="{self._styles.fonts.regular}" size="{TAG_SIZE}" color="{MUTED.hexval()}"'
        ground = f'backColor="{PALE.hexval()}"'
        return f"{label} <font {looks} {ground}>{NO_BREAK}{words}{NO_BREAK}</font>"

    def _list(self, block: BulletList) -> tuple[Flowable, ...]:
        parent = self._root.add("L")
        found = []
        for number, item in enumerate(block.items, start=1):
            node = parent.add("LI").add("LBody", text=readable(item))
            sign = f"{number}." if block.ordered else "•"
            style = self._broken(self._item_style(block), item)
            line = TaggedParagraph(self._markup(item), style, bulletText=sign)
            found.append(line.meaning(node))
        if found:
            found[-1].style = ParagraphStyle("last-item", parent=found[-1].style, spaceAfter=8)
        return tuple(found)

    def _item_style(self, block: BulletList) -> ParagraphStyle:
        """The look of an item; a number of two figures takes more room."""
        plain = self._styles.item
        if not block.ordered or len(block.items) < 10:
            return plain
        return ParagraphStyle("item-of-many", parent=plain, leftIndent=plain.leftIndent + 6)

    def _shown(self, block: Table | Figure) -> tuple[Flowable, ...]:
        if isinstance(block, Table):
            return self._table(block)
        node = self._root.add("Figure", alt=readable(block.alt))
        return (FigureFlowable(block, node, self._styles.fonts),)

    def _table(self, block: Table) -> tuple[Flowable, ...]:
        if not block.rows:
            return ()
        node = self._root.add("Table")
        title: tuple[Flowable, ...] = ()
        if block.title:
            title = (self._text(block.title, self._styles.table_title, node.add("Caption")),)
        return (*title, self._tables.build(block, node))

    def _contents(self, document: ReportDocument, keys: dict[int, str]) -> list[Piece]:
        headings = [
            (block, keys[index])
            for index, block in enumerate(document.blocks)
            if isinstance(block, Heading) and block.level == CONTENTS_LEVEL
        ]
        title = self._text(document.contents_title, self._styles.heading(2), self._root.add("P"))
        node = self._root.add("TOC")
        lines = tuple(self._contents_line(block, key, node) for block, key in headings)
        return [Piece((title,), leads=True), Piece(lines)] if lines else []

    def _contents_line(self, block: Heading, key: str, node: Node) -> ContentsLine:
        title = PlainParagraph(self._markup(block.text), self._styles.contents)
        return ContentsLine(title, key, self._numbering.page_of(key), node)

    def _kept_together(self, pieces: list[Piece]) -> list[Flowable]:
        """Each run of leading pieces with what follows, behind a check that it still fits."""
        found: list[Flowable] = []
        run: list[Piece] = []
        for piece in pieces:
            run.append(piece)
            if not piece.leads:
                found += self._checked(run)
                run = []
        return found + self._checked(run)

    def _checked(self, run: list[Piece]) -> list[Flowable]:
        flowables = [flowable for piece in run for flowable in piece.flowables]
        if not flowables or isinstance(flowables[0], NextPage):
            return flowables
        leading = [flowable for piece in run[:-1] for flowable in piece.flowables]
        room = sum(self._taken(flowable) for flowable in leading) + self._start(run[-1])
        if any(piece.is_whole for piece in run):
            return [CondPageBreak(room if room <= WHOLE_PAGE else MOST_TOGETHER), *flowables]
        return [CondPageBreak(min(room, MOST_TOGETHER)), *flowables]

    def _start(self, piece: Piece) -> float:
        """The room that the start of a block needs, so that no line of it stands alone."""
        heights = [self._taken(flowable) for flowable in piece.flowables]
        if piece.is_list and sum(heights) <= MOST_OF_A_LIST:
            return sum(heights)
        room = 0.0
        for flowable, height in zip(piece.flowables[:2], heights, strict=False):
            if isinstance(flowable, ReportTable):
                return room + flowable.start_height
            room += min(height, _most(flowable))
        return room

    def _taken(self, flowable: Flowable) -> float:
        """The height with the room before and after it, which goes off the page as well."""
        return self._height(flowable) + flowable.getSpaceAfter()

    def _height(self, flowable: Flowable) -> float:
        _, height = flowable.wrap(self._width, 10_000)
        return height + flowable.getSpaceBefore()


def _most(flowable: Flowable) -> float:
    """How much of it must stand together: of a paragraph some lines, of anything else all."""
    if isinstance(flowable, TaggedParagraph):
        return float(LINES_TOGETHER * flowable.style.leading)
    return MOST_TOGETHER


def heading_keys(document: ReportDocument) -> dict[int, str]:
    """By the place of each heading a key of its own: its anchor, or a number."""
    found: dict[int, str] = {}
    used: set[str] = set()
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            key = block.anchor if block.anchor and block.anchor not in used else f"h{index}"
            used.add(key)
            found[index] = key
    return found
