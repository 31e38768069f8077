"""Several decisions to one person in one letter: each with its reasons, and one way to object."""

from __future__ import annotations

from dataclasses import replace

from hardship_desk.documents.letters.closing import (
    bases_of,
    help_and_questions,
    looking_again,
    rules_list,
    signature,
    what_to_do,
)
from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.letters.opening import decided, head, meaning
from hardship_desk.documents.letters.reasons import why, your_view
from hardship_desk.documents.letters.remedy import remedy
from hardship_desk.documents.model import (
    Block,
    BulletList,
    Heading,
    Paragraph,
    ReportDocument,
    Table,
)
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.letter_draft import NO_ADDRESSEE, Addressee
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.plugin_api.letter import LetterSection


def build_combined_letter(
    snapshots: tuple[DecisionSnapshot, ...],
    texts: TextSource,
    *,
    addressee: Addressee = NO_ADDRESSEE,
) -> ReportDocument:
    """One letter on these decisions; help, term and signature stand in it once."""
    parts = tuple(LetterMaterial(snapshot, texts) for snapshot in snapshots)
    first = parts[0]
    subject = first.say("samen.onderwerp", aantal=first.say(f"samen.aantal.{min(len(parts), 9)}"))
    adopted = all(snapshot.adoption is not None for snapshot in snapshots)
    practice = first.snapshot.is_practice
    return ReportDocument(
        title=first.say("titel", onderwerp=subject),
        subject=first.say("onderwerp_document", zaaknummer=str(first.snapshot.case_number)),
        author=first.snapshot.letter.sender or first.snapshot.municipality,
        language="nl-NL",
        created=max(snapshot.made_at for snapshot in snapshots),
        blocks=(
            *head(first, subject, addressee),
            *_overview(parts),
            *(block for part in parts for block in _one(part)),
            *help_and_questions(first),
            *_looking_again(parts),
            *signature(first),
            *remedy(first),
            *_rules(parts),
        ),
        header="" if adopted else first.say(f"{'oefening' if practice else 'concept'}_kopregel"),
        footer=first.say("voetregel", zaaknummer=str(first.snapshot.case_number)),
        watermark=first.say("oefening") if practice else "" if adopted else first.say("concept"),
        page_label=first.say("bladzijde", page="{page}", total="{total}"),
        missing_note=texts.get("papier.ontbrekende_tekens", tekens="{tekens}"),
        is_letter=True,
    )


def _overview(parts: tuple[LetterMaterial, ...]) -> tuple[Block, ...]:
    """What was decided, a row a decision."""
    first = parts[0]
    rows = tuple(
        (part.subject, part.snapshot.amount.dutch() if part.snapshot.amount else "")
        for part in parts
    )
    say = first.say
    table = Table(
        title="",
        header=(say("samen.besluit"), say("samen.bedrag")),
        rows=rows,
        widths=(70, 30),
        right=(1,),
    )
    return (Paragraph(text=say("samen.inleiding")), table)


def _one(part: LetterMaterial) -> tuple[Block, ...]:
    """One decision below its own heading; its sections are a level lower."""
    sections = (
        *decided(part),
        *meaning(part),
        *why(part),
        *your_view(part),
        *what_to_do(part),
    )
    top = Heading(text=part.subject, level=2, anchor=f"besluit-{part.snapshot.decision_id}")
    return (top, *(_lower(block, part) for block in sections))


def _lower(block: Block, part: LetterMaterial) -> Block:
    if not isinstance(block, Heading):
        return block
    return replace(block, level=3, anchor=f"{block.anchor}-{part.snapshot.decision_id}")


def _looking_again(parts: tuple[LetterMaterial, ...]) -> tuple[Block, ...]:
    """Each day once, under one heading."""
    found = [block for part in parts for block in looking_again(part)[1:]]
    return (parts[0].heading(LetterSection.OPNIEUW), *dict.fromkeys(found))


def _rules(parts: tuple[LetterMaterial, ...]) -> tuple[Block, ...]:
    first = parts[0]
    bases = tuple(dict.fromkeys(basis for part in parts for basis in bases_of(part)))
    return (
        first.heading(LetterSection.REGELS),
        Paragraph(text=first.say("samen.regels")),
        BulletList(items=rules_list(first, bases) or (first.gap("regels"),)),
    )
