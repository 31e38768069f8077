"""The blocks of a document as OpenDocument text."""

from __future__ import annotations

from dataclasses import dataclass, field

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
from hardship_desk.reports.odt import styles
from hardship_desk.reports.odt.tables import WIDTH, table_xml
from hardship_desk.reports.odt.xml import root, style_name, tag, words
from hardship_desk.reports.outline import (
    CONTENTS_LEVEL,
    column_weights,
    contents_place,
    keeps_whole,
    together,
)
from hardship_desk.reports.picture import Pictures

MM = 72 / 25.4
"""A millimetre in points."""


_Key = tuple[str, bool, bool, bool]
"""A style, whether a page begins before it, whether it stays with the next, and in one piece."""


@dataclass(slots=True)
class Body:
    """Writes blocks one after the other; `_own` are the styles that only one place needs.

    `files` are the pictures by their name in the package, once the text is written.
    """

    pictures: Pictures
    files: dict[str, bytes] = field(default_factory=dict)
    _own: dict[_Key, str] = field(default_factory=dict)
    _tables: list[str] = field(default_factory=list)
    _break_before_next: bool = False
    _has_text: bool = False

    def content_file(self, document: ReportDocument) -> bytes:
        """The file with the text."""
        text = "".join(self._blocks(document))
        own = "".join(_own_style(key, name) for key, name in self._own.items())
        own += "".join(self._tables) + _cells()
        return root(
            "office:document-content",
            tag("office:automatic-styles", own) + tag("office:body", tag("office:text", text)),
        )

    def _blocks(self, document: ReportDocument) -> list[str]:
        before = contents_place(document)
        found, headed = [], False
        for index, (block, stays) in enumerate(
            zip(document.blocks, together(document), strict=True)
        ):
            if index == before:
                found.append(self._contents(document))
            # LibreOffice lets go of a heading where what it heads asks to stay with the next as well.
            found.append(self._block(block, keeps=stays and not headed))
            headed = isinstance(block, Heading)
        if before == len(document.blocks):
            found.append(self._contents(document))
        return found

    def _block(self, block: Block, *, keeps: bool) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block, keeps=keeps)
            case BulletList():
                return self._list(block, keeps=keeps)
            case Table() | Figure():
                return self._shown(block, keep=keeps)
            case Notice():
                return self._text(words(block.text), styles.notice_name(block.kind))
            case PageBreak():
                self._break_before_next = True
                return ""

    def _shown(self, block: Table | Figure, *, keep: bool) -> str:
        return self._table(block) if isinstance(block, Table) else self._figure(block, keep=keep)

    def _heading(self, block: Heading) -> str:
        level = min(block.level, 3)
        self._break_before_next |= block.whole and self._has_text
        self._has_text = True
        name = self._style(f"Heading {level}")
        mark = tag("text:bookmark", text_name=block.anchor) if block.anchor else ""
        return tag(
            "text:h",
            mark + words(block.text),
            text_style__name=name,
            text_outline__level=str(level),
        )

    def _paragraph(self, block: Paragraph, *, keeps: bool) -> str:
        label = block.marked_label
        run_in = bool(block.run_in and label and block.text)
        found = ""
        if label and not run_in:
            found += self._text(words(label), styles.LABEL)
        if block.text:
            start = ""
            if run_in:
                name = style_name(styles.STRONG)
                start = f"{tag('text:span', words(label), text_style__name=name)} "
            body = styles.APART if block.apart else styles.BODY
            look = styles.QUOTE if block.quote else body
            keep = keeps or bool(block.source)
            whole = "\n" in block.text
            found += self._text(start + words(block.text), look, keep=keep, whole=whole)
        if block.source:
            found += self._text(words(block.source), styles.SOURCE)
        return found

    def _list(self, block: BulletList, *, keeps: bool) -> str:
        if not block.items:
            return ""
        looks = (*[styles.LIST_ITEM] * (len(block.items) - 1), styles.LAST_ITEM)
        whole = keeps_whole(block)
        items = "".join(
            tag(
                "text:list-item",
                self._text(words(item), look, keep=keeps or (whole and look != styles.LAST_ITEM)),
            )
            for item, look in zip(block.items, looks, strict=True)
        )
        name = styles.NUMBERS if block.ordered else styles.BULLETS
        return tag("text:list", items, text_style__name=name)

    def _table(self, block: Table) -> str:
        if not block.rows:
            return ""
        title = self._text(words(block.title), styles.CAPTION) if block.title else ""
        name = f"Table{len(self._tables) + 1}"
        weights = column_weights(block)
        self._tables.append(_table_style(name, weights))
        gap = self._text("", styles.GAP)
        return title + table_xml(block, name, len(weights)) + gap

    def _figure(self, block: Figure, *, keep: bool) -> str:
        """A picture whose words are read instead of it."""
        width = WIDTH * MM
        picture, height = self.pictures.png(block, width)
        number = len(self.files) + 1
        name = f"Pictures/figuur{number}.png"
        self.files[name] = picture
        image = tag(
            "draw:image",
            xlink_href=name,
            xlink_type="simple",
            xlink_show="embed",
            xlink_actuate="onLoad",
        )
        frame = tag(
            "draw:frame",
            image + tag("svg:desc", words(block.alt)),
            draw_name=f"Figuur {number}",
            text_anchor__type="as-char",
            svg_width=f"{width:.1f}pt",
            svg_height=f"{height:.1f}pt",
        )
        return self._text(frame, styles.BODY, keep=keep)

    def _text(self, content: str, style: str, *, keep: bool = False, whole: bool = False) -> str:
        name = self._style(style, keep=keep, whole=whole)
        return tag("text:p", content, text_style__name=name)

    def _style(self, name: str, *, keep: bool = False, whole: bool = False) -> str:
        """The style; one of its own where a page begins here or the next block must stay with it."""
        breaks, self._break_before_next = self._break_before_next, False
        if not breaks and not keep and not whole:
            return style_name(name)
        return self._own.setdefault((name, breaks, keep, whole), f"P{len(self._own) + 1}")

    def _contents(self, document: ReportDocument) -> str:
        """The titles; the office program adds page numbers when it renews them."""
        titles = [
            block
            for block in document.blocks
            if isinstance(block, Heading) and block.level == CONTENTS_LEVEL
        ]
        if not titles:
            return ""
        head = self._text(words(document.contents_title), styles.CONTENTS_HEAD)
        lines = "".join(self._text(_link(block), styles.CONTENTS) for block in titles)
        source = tag("text:table-of-content-source", text_outline__level=str(CONTENTS_LEVEL))
        body = tag("text:index-body", tag("text:index-title", head, text_name="Inhoud1") + lines)
        return tag(
            "text:table-of-content", source + body, text_name="Inhoud", text_protected="true"
        )


def _link(block: Heading) -> str:
    shown = words(block.text)
    if not block.anchor:
        return shown
    quiet = {f"text_{kind}style__name": style_name(styles.QUIET) for kind in ("", "visited__")}
    return tag("text:a", shown, xlink_type="simple", xlink_href=f"#{block.anchor}", **quiet)


def _own_style(key: _Key, name: str) -> str:
    parent, breaks, keep, whole = key
    looks = {"fo_break__before": "page"} if breaks else {}
    looks |= {"fo_keep__with__next": "always"} if keep else {}
    looks |= {"fo_keep__together": "always"} if whole else {}
    return tag(
        "style:style",
        tag("style:paragraph-properties", **looks),
        style_name=name,
        style_family="paragraph",
        style_parent__style__name=style_name(parent),
    )


def _table_style(name: str, weights: tuple[float, ...]) -> str:
    table = tag(
        "style:style",
        tag("style:table-properties", style_width=f"{WIDTH}mm", table_align="left"),
        style_name=name,
        style_family="table",
    )
    total = sum(weights)
    columns = "".join(
        tag(
            "style:style",
            tag(
                "style:table-column-properties", style_column__width=f"{WIDTH * one / total:.2f}mm"
            ),
            style_name=f"{name}.{place}",
            style_family="table-column",
        )
        for place, one in enumerate(weights, start=1)
    )
    return table + columns


def _cells() -> str:
    line = f"0.5pt solid {styles.LINE}"
    looks = {
        "Cell": {"fo_border__bottom": line},
        "CellHead": {"fo_background__color": styles.ACCENT},
        "CellTotal": {"fo_background__color": styles.SOFT, "fo_border__bottom": line},
    }
    cells = "".join(
        tag(
            "style:style",
            tag("style:table-cell-properties", fo_padding="1mm", **more),
            style_name=name,
            style_family="table-cell",
        )
        for name, more in looks.items()
    )
    row = tag(
        "style:style",
        tag("style:table-row-properties", fo_keep__together="always"),
        style_name="Row",
        style_family="table-row",
    )
    right = "".join(
        tag(
            "style:style",
            tag("style:paragraph-properties", fo_text__align="end"),
            style_name=f"Right{place}",
            style_family="paragraph",
            style_parent__style__name=style_name(name),
        )
        for place, name in enumerate((styles.CELL, styles.CELL_HEAD, styles.CELL_NOTE))
    )
    return cells + row + right
