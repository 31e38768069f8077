"""Papers to work with: one step on paper, and an aid to take along to a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hardship_desk.assessment.texts import Texts
from hardship_desk.documents.model import (
    Block,
    BulletList,
    Heading,
    Notice,
    Paragraph,
    ReportDocument,
)
from hardship_desk.documents.room import room_to_write
from hardship_desk.documents.sections.answers import answer_word, filled_table
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.snapshot import ShownTable

MOST_ASKED, MOST_LOOKED_UP = 12, 5
"""How much fits on the one page that goes along."""
LINES_TO_WRITE = ((8, 5), (13, 3))
FEWEST_LINES = 1
"""Up to so many lines of questions, so many to write on below a heading: the page holds no more."""
ON_A_LINE = 85
"""Characters of a question that are sure to fit on one line."""
LANGUAGE = "nl-NL"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """What stands on top of a working paper."""

    number: str
    kind: str
    author: str
    created: datetime
    is_practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with its answer in words, or in rows; an empty answer is none."""

    text: str
    answer: str = ""
    question: str = ""
    table: ShownTable | None = None


def build_step(
    head: PaperHead, title: str, asked: tuple[Asked, ...], texts: Texts
) -> ReportDocument:
    """The questions of one step with their answers as they are now."""
    open_words = texts.get("werkpapier.stap.open")
    blocks: list[Block] = [Heading(text=title)]
    blocks.append(
        Paragraph(text=texts.get("werkpapier.stap.stand", dag=_day(head.created)), source=head.kind)
    )
    for item in asked:
        blocks.append(Heading(text=item.text, level=3))
        if item.table is not None and item.table.rows:
            blocks.append(filled_table(item.table, texts))
        else:
            blocks.append(
                Paragraph(
                    text=answer_word(item.answer, texts) or open_words, question=item.question
                )
            )
    return working_paper(head, title, tuple(blocks), texts)


def build_conversation_aid(
    head: PaperHead, asked: tuple[Asked, ...], looked_up: tuple[str, ...], texts: Texts
) -> ReportDocument:
    """One page to take along: what is still to ask, what is being found out, and room to write."""
    title = texts.get("werkpapier.gesprek.titel")
    blocks: list[Block] = [
        Heading(text=title),
        Paragraph(text=texts.get("werkpapier.gesprek.begin"), source=head.kind),
        Heading(text=texts.get("werkpapier.gesprek.vragen"), level=2),
    ]
    if asked:
        blocks.append(
            BulletList(items=tuple(item.text for item in asked[:MOST_ASKED]), ordered=True)
        )
        if len(asked) > MOST_ASKED:
            more = str(len(asked) - MOST_ASKED)
            blocks.append(Paragraph(text=texts.get("werkpapier.gesprek.meer", aantal=more)))
    else:
        blocks.append(Paragraph(text=texts.get("werkpapier.gesprek.geen")))
    if looked_up:
        blocks.append(Heading(text=texts.get("werkpapier.gesprek.uitzoeken"), level=2))
        blocks.append(BulletList(items=looked_up[:MOST_LOOKED_UP]))
    told = (*(item.text for item in asked[:MOST_ASKED]), *looked_up[:MOST_LOOKED_UP])
    lines = _lines_to_write(told)
    for key in ("wil", "afspraken"):
        blocks.append(Heading(text=texts.get(f"werkpapier.gesprek.{key}"), level=2))
        blocks.append(room_to_write(lines))
    blocks.append(Notice(text=texts.get("werkpapier.gesprek.einde")))
    return working_paper(head, title, tuple(blocks), texts)


def _lines_to_write(told: tuple[str, ...]) -> int:
    """As many as fit beside what is told on the page."""
    taken = sum(1 + len(text) // ON_A_LINE for text in told)
    return next((lines for most, lines in LINES_TO_WRITE if taken <= most), FEWEST_LINES)


def working_paper(
    head: PaperHead, title: str, blocks: tuple[Block, ...], texts: TextSource
) -> ReportDocument:
    """A document with the head and foot of a working paper."""
    return ReportDocument(
        title=title,
        subject=f"{head.number} · {head.kind}",
        author=head.author,
        language=LANGUAGE,
        created=head.created,
        blocks=blocks,
        header=texts.get("werkpapier.kop", nummer=head.number),
        footer=texts.get("werkpapier.voet"),
        watermark=texts.get("werkpapier.oefening") if head.is_practice else "",
        page_label=texts.get("rapport.bladzijde", page="{page}", total="{total}"),
        missing_note=texts.get("papier.ontbrekende_tekens", tekens="{tekens}"),
    )


def _day(moment: datetime) -> str:
    return f"{moment:%d-%m-%Y}"
