"""Answers as printed: question, answer, what kind of statement it is, and what supports it."""

from __future__ import annotations

from hardship_desk.documents.model import Block, Paragraph, Table
from hardship_desk.documents.sections.material import Material
from hardship_desk.domain.answers import AnswerState, StatementTag
from hardship_desk.domain.snapshot import ShownAnswer


def answer_blocks(material: Material, answer: ShownAnswer) -> tuple[Block, ...]:
    """The blocks of one answer."""
    blocks: list[Block] = [
        Paragraph(
            text=answer_text(material, answer),
            label=answer.text,
            source=_source(material, answer),
            tag=_tags(material, answer),
            quote=answer.tag == StatementTag.STANDPUNT and answer.table is None,
            question=answer.question,
        )
    ]
    if answer.table is not None and answer.table.rows:
        blocks.append(Table(title="", header=answer.table.header, rows=answer.table.rows))
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
        return material.say("antwoord.tabel" if answer.table.rows else "antwoord.leeg_tabel")
    return answer.shown or material.say("antwoord.niet_ingevuld")


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
