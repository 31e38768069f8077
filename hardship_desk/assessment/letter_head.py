"""The letter head of a municipality as its plugin gives it: sender, addresses, signature."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.assessment.catalogue_reader import read_source, read_validity
from hardship_desk.domain.legal_basis import Certainty, Source
from hardship_desk.domain.period import Period
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.questionnaire.toml_reader import TableReader

FIELDS = (
    "sender",
    "sender_address",
    "objection_address",
    "digital_channel",
    "phone",
    "contact_person",
    "signatory",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHead:
    """What stands on the letters in one stretch of days; an empty text is not known."""

    facts: LetterFacts
    valid: Period
    source: Source
    certainty: Certainty


def read_letter_head(table: TableReader) -> LetterHead | None:
    """The letter head of `letter/head.toml`, or None where there is no such file."""
    if not table.data:
        return None
    start, end = read_validity(table)
    source = read_source(table)
    certainty = table.choice("certainty", Certainty)
    texts = {name: table.text(name, "") for name in FIELDS}
    table.finish()
    if start is None:
        table.problem("valid_from", "missing")
    if not certainty.may_be_default:
        table.problem("certainty", "an_unsure_value_is_onbekend")
    if start is None or (end is not None and end < start):
        return None
    return LetterHead(
        facts=LetterFacts(
            sender=texts["sender"],
            sender_address=texts["sender_address"],
            objection_address=texts["objection_address"],
            digital_channel=texts["digital_channel"],
            phone=texts["phone"],
            contact_person=texts["contact_person"],
            signatory=texts["signatory"],
        ),
        valid=Period(start, end),
        source=source,
        certainty=certainty,
    )
