"""The note on a motivation that somebody else wrote: what it establishes, thinly or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from hardship_desk.documents.model import (
    Block,
    BulletList,
    Heading,
    Notice,
    Paragraph,
    ReportDocument,
    Table,
)
from hardship_desk.documents.readability import readability
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.toets import ElementState, Toets, ToetsElement

_LONGEST_QUOTE = 280


def build_advice_note(
    toets: Toets,
    elements: tuple[ToetsElement, ...],
    kind: str,
    now: datetime,
    texts: TextSource,
) -> ReportDocument:
    """The note; the same check gives the same document."""
    say = texts.get
    blocks: list[Block] = [
        Heading(text=say("toets.nota.titel"), level=1),
        Paragraph(
            text=say(
                "toets.nota.waarover",
                stuk=toets.title or say("toets.nota.zonder_naam"),
                soort=kind,
                dag=_written(toets.day, texts),
            )
        ),
        Notice(text=say("toets.nota.grens")),
        *_counts(toets, elements, texts),
        *_readable(toets, texts),
    ]
    blocks += _provisions(toets, elements, texts)
    return ReportDocument(
        title=say("toets.nota.titel"),
        subject=kind,
        author=say("inzage.auteur"),
        language="nl-NL",
        created=now,
        blocks=tuple(blocks),
        page_label=say("rapport.bladzijde", page="{page}", total="{total}"),
        missing_note=say("papier.ontbrekende_tekens", tekens="{tekens}"),
    )


def _provisions(
    toets: Toets, elements: tuple[ToetsElement, ...], texts: TextSource
) -> Iterator[Block]:
    """What plays a part, provision by provision; then what does not, in one table."""
    left_out = []
    for basis, found in groupby(elements, key=lambda item: (item.basis, item.source)):
        group = tuple(found)
        if _is_left_out(toets, group):
            left_out.append((basis[0], group))
        else:
            yield from _provision(toets, basis, group, texts)
    yield from _left_out(toets, left_out, texts)


def _counts(toets: Toets, elements: tuple[ToetsElement, ...], texts: TextSource) -> Iterator[Block]:
    states = [toets.state_of(item.id) for item in elements]
    together = (texts.get("toets.nota.waarvan_samen"), str(len(toets.together)))
    yield Heading(text=texts.get("toets.nota.overzicht"), level=2)
    yield Table(
        title="",
        header=(texts.get("toets.nota.stand"), texts.get("toets.nota.aantal")),
        rows=(
            *(
                (texts.get(f"toets.stand.{state.value}"), str(states.count(state)))
                for state in ElementState
            ),
            *([together] if toets.together else []),
        ),
        widths=(3, 1),
        right=(1,),
    )


def _readable(toets: Toets, texts: TextSource) -> Iterator[Block]:
    found = readability(toets.text)
    if found is not None:
        yield Paragraph(
            text=texts.get(
                "toets.nota.leesbaar",
                score=str(round(found.flesch_douma)),
                lengte=f"{float(found.words_per_sentence):.1f}".replace(".", ","),
            )
        )


def _provision(
    toets: Toets,
    basis: tuple[str, str],
    elements: tuple[ToetsElement, ...],
    texts: TextSource,
) -> Iterator[Block]:
    yield Heading(text=basis[0], level=2)
    yield Paragraph(text=texts.get("toets.nota.bron", bron=basis[1]))
    yield Table(
        title="",
        header=tuple(texts.get(f"toets.nota.{name}") for name in ("element", "stand", "plek")),
        rows=tuple(_row(toets, item, texts) for item in elements),
        widths=(5, 3, 6),
    )
    short = [item for item in elements if toets.state_of(item.id) in _SHORT]
    if short:
        yield Paragraph(text=texts.get("toets.nota.moet_bevatten"))
        yield BulletList(items=short[0].must_hold)
        yield from _why(short[0], texts)


def _is_left_out(toets: Toets, elements: tuple[ToetsElement, ...]) -> bool:
    """Whether the reader said of all of a provision that it plays no part, and nothing besides."""
    return all(
        toets.state_of(item.id) is ElementState.NVT and not toets.remark(item.id)
        for item in elements
    )


def _left_out(
    toets: Toets, groups: list[tuple[str, tuple[ToetsElement, ...]]], texts: TextSource
) -> Iterator[Block]:
    """The provisions of which nothing plays a part, a row each."""
    if not groups:
        return
    yield Heading(text=texts.get("toets.nota.speelt_niet"), level=2)
    yield Paragraph(text=texts.get("toets.nota.speelt_niet_uitleg"))
    yield Table(
        title="",
        header=tuple(texts.get(f"toets.nota.{name}") for name in ("bepaling", "elementen")),
        rows=tuple(
            (basis, " ".join(_left_out_question(toets, item, texts) for item in group))
            for basis, group in groups
        ),
        widths=(4, 9),
    )


def _left_out_question(toets: Toets, element: ToetsElement, texts: TextSource) -> str:
    key = "samen" if element.id in toets.together else "los"
    return texts.get(f"toets.nota.niet_{key}", vraag=element.question)


_SHORT = (ElementState.ONTBREEKT, ElementState.DUN)


def _row(toets: Toets, element: ToetsElement, texts: TextSource) -> tuple[str, ...]:
    parts = [*(f"‘{_cut(quote)}’" for quote in toets.quotes(element.id))]
    if toets.remark(element.id):
        parts.append(toets.remark(element.id))
    state = state_text(toets, element.id, texts)
    return (f"{element.question}\n{element.why}".strip(), state, "\n".join(parts))


def state_text(toets: Toets, element: str, texts: TextSource) -> str:
    """The state in words; what was set for a whole group in one go says so."""
    if element in toets.together:
        return texts.get("toets.stand_samen")
    return texts.get(f"toets.stand.{toets.state_of(element).value}")


def _why(element: ToetsElement, texts: TextSource) -> Iterator[Block]:
    for ruling in element.rulings:
        key = "uitspraak_ongelezen" if ruling.unread else "uitspraak"
        yield Paragraph(text=texts.get(f"toets.nota.{key}", ecli=ruling.ecli, kern=ruling.gist))


def _written(day: date, texts: TextSource) -> str:
    """The day as a letter has it, such as 1 oktober 2026."""
    month = texts.get(f"brief.maand.{day.month}")
    return texts.get("brief.datum", dag=str(day.day), maand=month, jaar=str(day.year))


def _cut(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _LONGEST_QUOTE else f"{line[:_LONGEST_QUOTE].rstrip()} …"
