"""Answers as printed: question, answer, what kind of statement it is, and what supports it."""

from __future__ import annotations

from hardship_desk.documents.model import Block, Paragraph, Table
from hardship_desk.documents.sections.material import Material
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.answers import AnswerState, StatementTag
from hardship_desk.domain.snapshot import ShownAnswer, ShownTable

LONGEST_LINE = 105
"""A question with an answer up to this many characters stands on one line."""


def answer_blocks(material: Material, answer: ShownAnswer) -> tuple[Block, ...]:
    """The blocks of one answer."""
    text = answer_text(material, answer)
    quote = answer.tag == StatementTag.STANDPUNT and answer.table is None
    blocks: list[Block] = [
        Paragraph(
            text=text,
            label=answer.text,
            source=_source(material, answer),
            tag=_tags(material, answer),
            quote=quote,
            question=answer.question,
            run_in=not quote and "\n" not in text and len(answer.text) + len(text) <= LONGEST_LINE,
        )
    ]
    if answer.table is not None and answer.table.rows:
        blocks.append(filled_table(answer.table, material.texts))
    if answer.explanation and answer.state != AnswerState.NOT_APPLICABLE:
        text = material.say("antwoord.toelichting", tekst=answer.explanation)
        blocks.append(Paragraph(text=text, question=answer.question))
    return tuple(blocks)


def answer_text(material: Material, answer: ShownAnswer) -> str:
    """The answer in words; what is unknown is never left blank."""
    match answer.state:
        case AnswerState.NOT_APPLICABLE:
            return _not_applicable(material, answer)
        case AnswerState.UNKNOWN:
            return material.say("antwoord.onbekend")
        case AnswerState.TO_INVESTIGATE:
            return answer.shown or material.say("antwoord.uit_te_zoeken")
        case _:
            return _given(material, answer)


def _given(material: Material, answer: ShownAnswer) -> str:
    if answer.table is not None:
        return "" if answer.table.rows else material.say("antwoord.leeg_tabel")
    return answer_word(answer.shown, material.texts) or material.say("antwoord.niet_ingevuld")


def answer_word(text: str, texts: TextSource) -> str:
    """An answer that is only yes or no begins as a sentence does."""
    return (
        text.capitalize() if text in (texts.get("rapport.ja"), texts.get("rapport.nee")) else text
    )


def filled_table(table: ShownTable, texts: TextSource) -> Table:
    """The table without the columns in which no row has anything."""
    kept = [at for at in range(len(table.header)) if any(row[at].strip() for row in table.rows)]
    return Table(
        title="",
        header=tuple(table.header[at] for at in kept),
        rows=tuple(tuple(answer_word(row[at], texts) for at in kept) for row in table.rows),
    )


def _not_applicable(material: Material, answer: ShownAnswer) -> str:
    if not answer.explanation.strip():
        return material.say("antwoord.nvt_zonder_reden")
    return material.say("antwoord.nvt", reden=answer.explanation)


def _tags(material: Material, answer: ShownAnswer) -> str:
    tags = [material.say(f"soort_uitspraak.{answer.tag}")] if answer.tag else []
    if answer.derived_from:
        tags.append(material.say("antwoord.herleid"))
    return " · ".join(tags)


def _source(material: Material, answer: ShownAnswer) -> str:
    parts = []
    if answer.derived_from:
        parts.append(material.say("antwoord.herleid_uit", uitleg=answer.derived_from))
    if answer.evidence:
        parts.append(material.say("antwoord.bewijs", titels="; ".join(answer.evidence)))
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)
