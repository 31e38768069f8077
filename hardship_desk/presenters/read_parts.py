"""What a second reader reads, as parts under a heading, each with the questions it answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hardship_desk.documents.model import Block, Heading
from hardship_desk.documents.plain_text import TextBlock
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.remarks import Naming, RemarkItem
from hardship_desk.presenters.window_texts import WindowTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPart:
    """One part under its heading; `key` tells parts with the same heading apart.

    `above` is the heading of the chapter it is the first part of; `earlier` are remarks that were made at it before, with what was answered.
    """

    key: str
    title: str
    above: str
    blocks: tuple[Block, ...]
    questions: tuple[Choice, ...] = ()
    earlier: tuple[str, ...] = ()


def read_parts(
    blocks: Iterable[TextBlock],
    naming: Naming,
    remarks: tuple[RemarkItem, ...],
    texts: WindowTexts,
) -> tuple[ReadPart, ...]:
    """The blocks under one heading as one part; a heading that comes back is a new part."""
    groups: list[list[TextBlock]] = []
    for block in blocks:
        if groups and groups[-1][0].title == block.title:
            groups[-1].append(block)
        else:
            groups.append([block])
    found: list[ReadPart] = []
    for group in groups:
        title = group[0].title
        questions = tuple(_questions(group, naming))
        pieces = [piece for block in group for piece in block.blocks]
        above = (item.text for item in pieces if isinstance(item, Heading) and item.text != title)
        is_first = all(part.title != title for part in found)
        places = {item.id for item in questions} | ({title} if is_first else set())
        found.append(
            ReadPart(
                key=f"{title} {len(found)}" if not is_first else title,
                title=title,
                above=next(above, ""),
                blocks=tuple(item for item in pieces if not isinstance(item, Heading)),
                questions=questions,
                earlier=tuple(
                    line
                    for item in remarks
                    if _place(item) in places
                    for line in _said(item, texts)
                ),
            )
        )
    return tuple(found)


def _questions(group: list[TextBlock], naming: Naming) -> Iterable[Choice]:
    names = dict.fromkeys(name for block in group for name in block.questions)
    return (Choice(id=name, text=naming(name)) for name in names if naming(name))


def _place(item: RemarkItem) -> str:
    return item.question or item.where


def _said(item: RemarkItem, texts: WindowTexts) -> Iterable[str]:
    about = f" ({item.where})" if item.question else ""
    yield f"{texts.get('opmerking.eerder')}{about}: {item.spoken}"
    for answer in item.answered:
        yield texts.get("opmerking.eerder_antwoord", antwoord=answer)
    if item.open:
        yield texts.get("opmerking.nog_geen_antwoord")
