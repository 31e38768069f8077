"""A letter besides the decision: what was stated for it, between the usual head and foot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hardship_desk.documents.letters.closing import rules_list, signature
from hardship_desk.documents.letters.facts_sheet import facts_table, papers_table
from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.letters.opening import contact, head
from hardship_desk.documents.letters.remedy import remedy
from hardship_desk.documents.model import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    ReportDocument,
)
from hardship_desk.documents.room import room_to_write
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.letter_draft import (
    AskedKind,
    DraftPart,
    LetterDraft,
    LetterRequest,
    PartKind,
)
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.plugin_api.letter import LetterSection
from hardship_desk.plugin_api.termijnen import last_day_for_bezwaar
from hardship_desk.questionnaire.answer_parsing import parse_date

LINES_TO_WRITE = 5


def build_draft(
    snapshot: DecisionSnapshot, draft: LetterDraft, request: LetterRequest, texts: TextSource
) -> ReportDocument:
    """The letter. What was not told stands there as a visible gap."""
    material = LetterMaterial(_on_its_own_day(snapshot, request.sent_on), texts)
    slots = _slots(material, draft, request)
    subject = _filled(draft.subject, slots)
    return ReportDocument(
        title=material.say("titel", onderwerp=subject),
        subject=material.say("onderwerp_document", zaaknummer=str(snapshot.case_number)),
        author=snapshot.letter.sender or snapshot.municipality,
        language="nl-NL",
        created=snapshot.made_at,
        blocks=(
            *head(material, subject, request.addressee),
            *(block for part in draft.parts for block in _part(material, part, slots)),
            *_questions(material),
            *signature(material),
            *(remedy(material) if draft.remedy else ()),
            *_rules(material, draft),
        ),
        header=material.say("oefening_kopregel") if snapshot.is_practice else "",
        footer=material.say("voetregel", zaaknummer=str(snapshot.case_number)),
        watermark=material.say("oefening") if snapshot.is_practice else "",
        page_label=material.say("bladzijde", page="{page}", total="{total}"),
        missing_note=texts.get("papier.ontbrekende_tekens", tekens="{tekens}"),
        is_letter=True,
    )


def _on_its_own_day(snapshot: DecisionSnapshot, sent_on: date | None) -> DecisionSnapshot:
    """The decision with the day on which this letter goes out, from which its own term runs."""
    last = last_day_for_bezwaar(sent_on) if sent_on is not None else None
    facts = replace(snapshot.letter, last_day_for_bezwaar=last)
    return replace(snapshot, sending_date=sent_on, letter=facts)


def _slots(
    material: LetterMaterial, draft: LetterDraft, request: LetterRequest
) -> dict[str, tuple[str, ...]]:
    """What stands in each slot, line by line."""
    snapshot, given = material.snapshot, dict(request.given)
    amount = snapshot.amount.dutch() if snapshot.amount is not None else material.gap("bedrag")
    known = {
        "brief.bedrag": amount,
        "brief.besloten_op": material.day(snapshot.decision_date, "besloten_op"),
        "brief.college": material.college(),
        "brief.kenmerk": str(snapshot.case_number),
        "brief.soort": snapshot.letter_title,
        "brief.uitkomst": material.known(snapshot.outcome_letter, "besluit"),
        "brief.verzonden": material.day(snapshot.sending_date, "datum"),
    }
    found: dict[str, tuple[str, ...]] = {key: (value,) for key, value in known.items()}
    for field in draft.asked:
        lines = [line.strip() for line in given.get(field.id, "").splitlines() if line.strip()]
        if field.kind is AskedKind.DATUM and lines:
            day = parse_date(lines[0])
            lines = [material.day(day, "datum")] if day else []
        if not lines:
            lines = [material.say("in_te_vullen", wat=field.gap)]
        found[f"gevraagd.{field.id}"] = tuple(lines)
    return found


def _part(
    material: LetterMaterial, part: DraftPart, slots: dict[str, tuple[str, ...]]
) -> tuple[Block, ...]:
    room = part.kind is PartKind.RUIMTE
    heading = (Heading(text=part.heading, level=2, whole=room),) if part.heading else ()
    match part.kind:
        case PartKind.FEITEN:
            return (*heading, facts_table(material))
        case PartKind.STUKKEN:
            return (*heading, papers_table(material))
        case PartKind.TEKST | PartKind.RUIMTE:
            text = material.long_dates(_filled(part.text, slots))
            items = tuple(line for item in part.items for line in _lines(item, slots))
            return (
                *heading,
                *((Paragraph(text=text),) if text else ()),
                *((BulletList(items=items),) if items else ()),
                *((room_to_write(LINES_TO_WRITE),) if room else ()),
            )


def _filled(text: str, slots: dict[str, tuple[str, ...]]) -> str:
    """The sentence with its slots; a sentence that is only a slot ends as one."""
    for key, lines in slots.items():
        text = text.replace(f"{{{key}}}", "\n".join(lines))
    return text


def _lines(item: str, slots: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """An item that is a slot of several lines becomes an item a line."""
    key = item.removeprefix("{").removesuffix("}")
    return slots[key] if key in slots else (_filled(item, slots),)


def _questions(material: LetterMaterial) -> tuple[Block, ...]:
    call = material.say("hulp.bellen", wie=contact(material))
    return (
        material.heading(LetterSection.HULP),
        Paragraph(text=call),
        Paragraph(text=" ".join((material.say("hulp.taal"), material.say("hulp.post")))),
    )


def _rules(material: LetterMaterial, draft: LetterDraft) -> tuple[Block, ...]:
    if not draft.articles:
        return ()
    return (
        material.heading(LetterSection.REGELS),
        Paragraph(text=material.say("regels.inleiding_brief")),
        BulletList(items=rules_list(material, draft.articles)),
    )
