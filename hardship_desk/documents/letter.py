"""The letter to the resident: what was decided, why, and what one can do about it."""

from __future__ import annotations

from hardship_desk.documents.letters.closing import (
    help_and_questions,
    looking_again,
    rules,
    signature,
    what_to_do,
)
from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.letters.opening import decided, meaning, opening
from hardship_desk.documents.letters.reasons import why, your_view
from hardship_desk.documents.letters.remedy import remedy
from hardship_desk.documents.model import Block, ReportDocument
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.letter_draft import NO_ADDRESSEE, Addressee
from hardship_desk.domain.snapshot import DecisionSnapshot


def build_letter(
    snapshot: DecisionSnapshot, texts: TextSource, *, addressee: Addressee = NO_ADDRESSEE
) -> ReportDocument:
    """The letter on a decision. What is unknown stands there as a visible gap, never invented."""
    material = LetterMaterial(snapshot, texts)
    return ReportDocument(
        title=material.say("titel", onderwerp=material.subject),
        subject=material.say("onderwerp_document", zaaknummer=str(snapshot.case_number)),
        author=snapshot.letter.sender or snapshot.municipality,
        language="nl-NL",
        created=snapshot.adoption.at if snapshot.adoption else snapshot.made_at,
        blocks=(*_body(material, addressee), *remedy(material), *rules(material)),
        header=_header(material),
        footer=material.say("voetregel", zaaknummer=str(snapshot.case_number)),
        watermark=_watermark(material),
        page_label=material.say("bladzijde", page="{page}", total="{total}"),
        missing_note=texts.get("papier.ontbrekende_tekens", tekens="{tekens}"),
        is_letter=True,
    )


def _header(material: LetterMaterial) -> str:
    """What keeps a concept from being sent; it does not say again what the watermark says."""
    if material.snapshot.adoption:
        return ""
    kind = "oefening" if material.snapshot.is_practice else "concept"
    return material.say(f"{kind}_kopregel")


def _watermark(material: LetterMaterial) -> str:
    if material.snapshot.is_practice:
        return material.say("oefening")
    return "" if material.snapshot.adoption else material.say("concept")


def _body(material: LetterMaterial, addressee: Addressee) -> tuple[Block, ...]:
    return (
        *opening(material, addressee),
        *decided(material),
        *meaning(material),
        *why(material),
        *your_view(material),
        *what_to_do(material),
        *help_and_questions(material),
        *looking_again(material),
        *signature(material),
    )
