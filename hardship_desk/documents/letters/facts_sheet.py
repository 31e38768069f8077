"""The facts of the dossier for the resident to check: each with room for "klopt" and a remark."""

from __future__ import annotations

from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.model import Block, Paragraph, Table
from hardship_desk.domain.answers import AnswerState
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.snapshot import ShownAnswer

OWN_WORDS = frozenset({"intake.aanleiding"})
"""Written for the resident to read, though not called a fact."""

FACT = "feit"


def facts_of(material: LetterMaterial) -> tuple[ShownAnswer, ...]:
    """The answers that are facts; special personal data and data of others are talked about."""
    return tuple(
        answer
        for answer in material.snapshot.answers
        if answer.state == AnswerState.GIVEN
        and not answer.sensitive
        and answer.table is None
        and answer.shown.strip()
        and (answer.tag == FACT or answer.question in OWN_WORDS)
    )


def facts_table(material: LetterMaterial) -> Block:
    """What was written down, a row a fact."""
    say, conduct = material.say, material.snapshot.conduct
    rows = [
        (f"{answer.text} {' '.join(answer.shown.split())}", say("feitenblad.hokjes"), "")
        for answer in facts_of(material)
    ]
    if conduct is not None:
        start = material.day(conduct.start, "datum")
        end = material.day(conduct.end, "datum") if conduct.end else ""
        key = "feitenblad.periode" if end else "feitenblad.periode_open"
        rows.insert(0, (say(key, van=start, tot=end), say("feitenblad.hokjes"), ""))
    return _table(material, "feitenblad.wat", rows)


def papers_table(material: LetterMaterial) -> Block:
    """The papers and conversations in the dossier."""
    rows = [
        (_named(material, item), material.say("feitenblad.hokjes"), "")
        for item in material.snapshot.evidence
    ]
    return _table(material, "feitenblad.stuk_kop", rows)


def _named(material: LetterMaterial, item: Evidence) -> str:
    if item.dated is None:
        return item.title
    day, title = material.day(item.dated, "datum"), material.long_dates(item.title)
    return title if day in title else material.say("feitenblad.stuk", titel=title, datum=day)


def _table(material: LetterMaterial, head: str, rows: list[tuple[str, str, str]]) -> Block:
    say = material.say
    if not rows:
        return Paragraph(text=say("feitenblad.geen"))
    return Table(
        title="",
        header=(say(head), say("feitenblad.klopt"), say("feitenblad.hoe_wel")),
        rows=tuple(rows),
        widths=(48, 16, 36),
    )
