"""A document as blocks: what is printed, in order, without a word about how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 1-3; `anchor` lets links and "toon in het rapport" find it.

    `whole` asks that what it heads stands on one page, where it is not longer than that.
    """

    text: str
    level: int = 1
    anchor: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph. `label` is printed before it in bold; `source` small behind it.

    `tag` is a word that marks it, such as the kind of statement. `question` says which answer it
    prints, for going back and forth between page and report. A line break in the text is kept.
    `run_in` puts the text behind its label on the same line; `apart` leaves room above it, such as
    above a greeting.
    """

    text: str
    label: str = ""
    source: str = ""
    quote: bool = False
    question: str = ""
    tag: str = ""
    run_in: bool = False
    apart: bool = False

    @property
    def marked_label(self) -> str:
        """The label with the word that marks it, as it is read aloud and copied."""
        return f"{self.label} ({self.tag})" if self.tag else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """A list of items."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; `widths` are relative; `right` names right-aligned columns.

    Without a header the first column heads the rows. In a cell of several lines the first one
    counts most and the others stand small below it.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    total_row: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A paragraph that stands out: kind is "let_op", "oefening", "onbekend" or "uitkomst"."""

    text: str
    kind: str = "let_op"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a bar: what it is, how much it counts for beside the others, and its figure."""

    name: str
    size: int
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar divided into parts; its name, where it has one, stands before it."""

    parts: tuple[Part, ...]
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Bars, for who would rather look than read; `alt` says in words what they show.

    The figures stand in a table beside it as well: nothing is told by a picture alone.
    """

    alt: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | BulletList | Table | Figure | Notice | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument:
    """A whole document. `footer` is printed on each page; `watermark` across it where filled.

    `header` is printed on top of each page; `page_label` has the slots {page} and {total}. The
    contents, where wanted, end the title part: they come before the first page break or heading
    of level 2, below `contents_title`. `missing_note` has the slot {tekens}: a writer prints it
    where it has no letter for a character. `breaks_words` lets long words be broken off at the end
    of a line by the rules of the language: fine for who studies a report, not in a letter.
    `is_letter` asks for the smaller headings that fit a letter.
    """

    title: str
    subject: str
    author: str
    language: str
    created: datetime
    blocks: tuple[Block, ...]
    footer: str = ""
    watermark: str = ""
    with_contents: bool = False
    header: str = ""
    page_label: str = "{page} / {total}"
    contents_title: str = ""
    missing_note: str = ""
    breaks_words: bool = False
    is_letter: bool = False
