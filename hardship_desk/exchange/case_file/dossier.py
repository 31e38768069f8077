"""Reads what the decisions of a dossier share: dates, persons, evidence, conversations."""

from __future__ import annotations

from hardship_desk.domain.bsn import bsns_in
from hardship_desk.domain.case import CaseDates, Conversation, Person, PersonRole, Sentence
from hardship_desk.domain.evidence import Evidence, EvidenceKind, EvidenceStatus, Verification
from hardship_desk.domain.ids import (
    ConversationId,
    EvidenceId,
    PersonId,
    QuestionId,
    SentenceId,
)
from hardship_desk.domain.period import Period
from hardship_desk.questionnaire.toml_reader import TableReader


def read_dates(table: TableReader) -> CaseDates:
    """The dates of the dossier, from `[zaak]`."""
    return CaseDates(
        gedraging=_inner_period(table, "gedraging"),
        rechtperiode=_inner_period(table, "rechtperiode"),
        melding=table.optional_day("melding"),
    )


def read_person(table: TableReader) -> Person:
    """One `[[persoon]]`."""
    return Person(
        id=PersonId(table.text("id")),
        role=table.choice("rol", PersonRole),
        label=text_without_bsn(table, "naam", ""),
        period=read_period(table),
    )


def read_evidence(table: TableReader) -> Evidence:
    """One `[[bewijs]]`."""
    return Evidence(
        id=EvidenceId(table.text("id")),
        title=text_without_bsn(table, "titel"),
        kind=table.choice("soort", EvidenceKind),
        dated=table.optional_day("datum"),
        location=text_without_bsn(table, "vindplaats", ""),
        verification=table.choice("verificatie", Verification, Verification.NIET),
        verified_by=text_without_bsn(table, "geverifieerd_door", ""),
        verified_on=table.optional_day("geverifieerd_op"),
        contradicted=_optional_flag(table, "weersproken"),
        covers=read_period(table),
        status=table.choice("status", EvidenceStatus, EvidenceStatus.ONBEKEND),
        supports=tuple(QuestionId(item) for item in table.texts("onderbouwt")),
        incriminating=_optional_flag(table, "belastend"),
    )


def read_conversation(table: TableReader) -> Conversation:
    """One `[[gesprek]]` with its sentences."""
    return Conversation(
        id=ConversationId(table.text("id")),
        on=table.optional_day("datum"),
        channel=text_without_bsn(table, "kanaal", ""),
        with_whom=text_without_bsn(table, "met", ""),
        sentences=table.each("zin", _read_sentence),
    )


def read_period(table: TableReader) -> Period | None:
    """The keys `van` and `tot` of a table; None where both are absent."""
    start, end = table.optional_day("van"), table.optional_day("tot")
    if start is None:
        if end is not None:
            table.problem("van", "missing")
        return None
    if end is not None and end < start:
        table.problem("tot", "period_ends_before_it_starts")
        return None
    return Period(start, end)


def text_without_bsn(table: TableReader, name: str, default: str | None = None) -> str:
    """A text that stands in lists, titles and names of files: as in the window, it holds no BSN."""
    text = table.text(name, default)
    if any(bsns_in(text)):
        table.problem(name, "holds_bsn")
    return text


def _inner_period(table: TableReader, name: str) -> Period | None:
    inner = table.table(name)
    if inner is None:
        return None
    period = read_period(inner)
    inner.finish()
    return period


def _read_sentence(table: TableReader) -> Sentence:
    question = table.text("vraag", "")
    return Sentence(
        id=SentenceId(table.text("id")),
        text=table.text("tekst"),
        assigned_to=QuestionId(question) if question else None,
    )


def _optional_flag(table: TableReader, name: str) -> bool | None:
    return table.flag(name, default=False) if name in table.data else None
