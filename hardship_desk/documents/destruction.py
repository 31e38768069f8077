"""The declaration that dossiers were destroyed: which, on what ground, by whom and how."""

from __future__ import annotations

from datetime import date, datetime

from hardship_desk.documents.model import Block, Heading, Notice, Paragraph, ReportDocument, Table
from hardship_desk.documents.sections.dutch_time import dutch_time
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.destruction import Declaration, ListedCase
from hardship_desk.questionnaire.date_showing import show_date


def build_declaration(
    declaration: Declaration, anchor: AuditHead | None, texts: TextSource
) -> ReportDocument:
    """The document, from what the vault keeps and from nothing else: it can be made again.

    `anchor` is the line of the audit log that tells of it, to hold the paper against later.
    """
    say = texts.get
    return ReportDocument(
        title=say("vernietiging.titel"),
        subject=say("vernietiging.kenmerk_waarde", kenmerk=declaration.list_id),
        author=say("vernietiging.auteur"),
        language="nl-NL",
        created=declaration.destroyed_at,
        blocks=(
            Heading(text=say("vernietiging.titel"), level=1),
            Paragraph(text=say("vernietiging.inleiding")),
            _about(declaration, anchor, texts),
            Heading(text=say("vernietiging.wat"), level=2),
            *_what(declaration, texts),
            Heading(text=say("vernietiging.hoe"), level=2),
            Paragraph(text=say(f"vernietiging.wijze.{declaration.way}")),
            Paragraph(text=say("vernietiging.reservekopieen")),
            Heading(text=say("vernietiging.ondertekening"), level=2, whole=True),
            *_signatures(declaration, texts),
        ),
        footer=say("vernietiging.kenmerk_waarde", kenmerk=declaration.list_id),
        page_label=say("rapport.bladzijde", page="{page}", total="{total}"),
        missing_note=say("papier.ontbrekende_tekens", tekens="{tekens}"),
    )


def _about(declaration: Declaration, anchor: AuditHead | None, texts: TextSource) -> Table:
    say = texts.get
    proposed = declaration.proposed_by
    if declaration.proposed_at is not None:
        moment = _moment(declaration.proposed_at, texts)
        proposed = say("vernietiging.wie_wanneer", naam=proposed, moment=moment)
    agreed = say(
        "vernietiging.wie_wanneer",
        naam=declaration.approved_by,
        moment=_moment(declaration.destroyed_at, texts),
    )
    rows = [
        ("kenmerk", declaration.list_id),
        ("aantal", str(declaration.count)),
        ("voorgesteld", proposed),
        ("ingestemd", agreed),
        *([("logboek", anchor.text)] if anchor is not None else []),
    ]
    return Table(
        title="",
        header=(),
        rows=tuple((say(f"vernietiging.{key}"), value) for key, value in rows),
        widths=(30, 70),
    )


def _what(declaration: Declaration, texts: TextSource) -> tuple[Block, ...]:
    say = texts.get
    if not declaration.cases:
        grounds = ", ".join(declaration.grounds)
        return (Notice(text=say("vernietiging.zonder_nummers", gronden=grounds), kind="onbekend"),)
    columns = ("zaaknummer", "grond", "mocht_vanaf", "kenmerk_besluit")
    table = Table(
        title=say("vernietiging.dossiers"),
        header=tuple(say(f"vernietiging.{name}") for name in columns),
        rows=tuple(_row(item, texts) for item in declaration.cases),
        widths=(16, 32, 14, 38),
    )
    return (table, Paragraph(text=say("vernietiging.kenmerk_uitleg")))


def _row(item: ListedCase, texts: TextSource) -> tuple[str, ...]:
    due = show_date(date.fromisoformat(item.due)) if item.due else ""
    return (item.number, item.ground or item.term, due, "\n".join(_sealed(item, texts)))


def _sealed(item: ListedCase, texts: TextSource) -> tuple[str, ...]:
    """How many decisions, then the mark of each in small letters."""
    if not item.sealed:
        return ()
    count = len(item.sealed)
    key = "een_besluit" if count == 1 else "besluiten"
    return (texts.get(f"vernietiging.{key}", aantal=str(count)), *item.sealed)


def _signatures(declaration: Declaration, texts: TextSource) -> tuple[Block, ...]:
    """Room for two hands: the vault says who they were, the paper that they say so themselves."""
    line = texts.get("vernietiging.tekenen")
    names = (("voorgesteld", declaration.proposed_by), ("ingestemd", declaration.approved_by))
    return tuple(
        Paragraph(label=f"{texts.get(f'vernietiging.{key}')}: {name}", text=f"\n{line}")
        for key, name in names
    )


def _moment(moment: datetime, texts: TextSource) -> str:
    shown = dutch_time(moment)
    return texts.get("rapport.tijdstip", dag=show_date(shown.date()), tijd=f"{shown:%H:%M}")
