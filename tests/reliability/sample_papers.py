"""Documents made by chance from a seed, with every kind of block, for the trials on paper."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from hardship_desk.documents.model import (
    Bar,
    Block,
    BulletList,
    Figure,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Part,
    ReportDocument,
    Table,
)

MOMENT = datetime(2026, 7, 1, 12, 30, tzinfo=UTC)
_WORDS = (
    "de gemeente vroeg om gegevens over het loon van maart en kreeg die op tijd; ",
    "bijstandsuitkering draagkrachtberekening € 1.234,56 art. 58 lid 8 <b> & Żółw ĳsje ",
    "“aanhaling” → geen 10 procent",
)
_VOCABULARY = tuple("".join(_WORDS).split())
_KINDS = ("let_op", "oefening", "onbekend", "uitkomst")


def paper(*blocks: Block, **changes: object) -> ReportDocument:
    """A document with these blocks."""
    base = ReportDocument(
        title="Titel",
        subject="Onderwerp",
        author="Gemeente",
        language="nl-NL",
        created=MOMENT,
        blocks=blocks,
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # the caller names real fields


def every_block() -> ReportDocument:
    """A document with each kind of block in each of its forms."""
    return paper(
        Heading(text="Hoofd", level=1, anchor="hoofd"),
        *(Notice(text=f"Bericht {kind}", kind=kind) for kind in _KINDS),
        PageBreak(),
        Heading(text="Deel", level=2, anchor="deel"),
        Paragraph(text="Gewoon.\nMet een tweede regel."),
        Paragraph(text="Met alles", label="Vraag?", source="Bron.", tag="feit"),
        Paragraph(text="Kort", label="Vraag?", source="Bron.", run_in=True, tag="oordeel"),
        Paragraph(text="Aangehaald", quote=True),
        Paragraph(text="", label="Alleen een label"),
        BulletList(items=("een", "twee")),
        BulletList(items=("eerst", "dan"), ordered=True),
        Heading(text="Onderdeel", level=3),
        Figure(alt="Van tien is zeven over.", bars=(_bar("", 7, 2, 1),)),
        Table(title="Titel", header=("Kop", "Bedrag"), rows=(("a\nklein", "1"),), right=(1,)),
        Figure(alt="Juli zeven, augustus acht.", bars=(_bar("Juli", 7, 3), _bar("Augustus", 8, 0))),
        Table(title="", header=(), rows=(("Kop", "waarde"), ("Leeg", "")), widths=(1, 3)),
        Table(title="Som", header=("A", "B"), rows=(("x", "1"), ("Totaal", "1")), total_row=True),
        header="Kopregel",
        footer="Voet · regel",
        watermark="OEFENING",
        with_contents=True,
        contents_title="Inhoud",
    )


def chance_paper(seed: int) -> ReportDocument:
    """A document of some pages; the same seed gives the same document."""
    chance = random.Random(seed)
    numbers = count(1)
    blocks: list[Block] = [Heading(text=f"Rapport {seed}", level=1)]
    for _ in range(chance.randint(1, 8)):
        blocks.append(Heading(text=f"{next(numbers)}. {_words(chance, 4)}", level=2))
        blocks += [_block(chance, next(numbers)) for _ in range(chance.randint(1, 9))]
    return paper(
        *blocks,
        title=f"Rapport {seed} {_words(chance, 3)}",
        header=_words(chance, 5),
        footer=" · ".join(_words(chance, 3) for _ in range(4)),
        watermark=chance.choice(("", "CONCEPT")),
        with_contents=chance.random() < 0.8,
        contents_title="Inhoud",
    )


def _block(chance: random.Random, number: int) -> Block:
    match chance.randrange(8):
        case 0:
            return Notice(text=_words(chance, 30), kind=chance.choice(_KINDS))
        case 1:
            return _table(chance, chance.randint(1, 40))
        case 2:
            items = tuple(_words(chance, 9) for _ in range(chance.randint(1, 12)))
            return BulletList(items=items, ordered=chance.random() < 0.5)
        case 3:
            return Heading(text=f"{number} {_words(chance, 4)}", level=3)
        case 4:
            return PageBreak() if chance.random() < 0.5 else _figure(chance)
        case _:
            return _paragraph(chance)


def _figure(chance: random.Random) -> Figure:
    names = ("", *(_words(chance, 2) for _ in range(chance.randint(0, 12))))
    return Figure(alt=_words(chance, 20), bars=tuple(_chance_bar(chance, one) for one in names))


def _chance_bar(chance: random.Random, name: str) -> Bar:
    return _bar(name, *(chance.randint(0, 150_000) for _ in range(chance.randint(1, 4))))


def _bar(name: str, *sizes: int) -> Bar:
    parts = (
        Part(name=f"Deel {place}", size=size, shown=f"€ {size},00")
        for place, size in enumerate(sizes)
    )
    return Bar(name=name, parts=tuple(parts))


def _paragraph(chance: random.Random) -> Paragraph:
    return Paragraph(
        text="\n".join(_words(chance, chance.randint(3, 90)) for _ in range(chance.randint(1, 3))),
        label=_words(chance, 6) if chance.random() < 0.6 else "",
        source=_words(chance, 5) if chance.random() < 0.3 else "",
        quote=chance.random() < 0.2,
        run_in=chance.random() < 0.3,
        tag=chance.choice(("", "feit")),
    )


def _table(chance: random.Random, rows: int) -> Table:
    columns = chance.randint(2, 4)
    return Table(
        title=_words(chance, 3) if chance.random() < 0.7 else "",
        header=tuple(_words(chance, 2) for _ in range(columns)) if chance.random() < 0.8 else (),
        rows=tuple(
            tuple(_words(chance, chance.choice((1, 3, 12))) for _ in range(columns))
            for _ in range(rows)
        ),
        right=(columns - 1,) if chance.random() < 0.4 else (),
        total_row=chance.random() < 0.2,
    )


def _words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choice(_VOCABULARY) for _ in range(number))
