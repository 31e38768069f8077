"""How to object (Awb 3:45, 6:5-6:9), or how to appeal where it decides on an objection."""

from __future__ import annotations

from dataclasses import replace

from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.model import Block, BulletList, Paragraph
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.plugin_api.letter import LetterSection

ON_OBJECTION = DecisionTypeId("bezwaar")
CONTENT = (
    "inhoud_naam",
    "inhoud_datum",
    "inhoud_besluit",
    "inhoud_reden",
    "inhoud_handtekening",
)


def remedy(material: LetterMaterial) -> tuple[Block, ...]:
    """By whom, within which term, where, and what must be in it: on one page, to keep apart."""
    return (
        replace(material.heading(LetterSection.BEZWAAR), whole=True),
        *(_appeal(material) if is_appeal(material) else _objection(material)),
        *material.from_plugins(LetterSection.BEZWAAR),
    )


def is_appeal(material: LetterMaterial) -> bool:
    """Whether an appeal to the court is what stands open: it decides on an objection (Awb 6:23)."""
    phase = material.snapshot.answer("intake.fase")
    in_objection = phase is not None and phase.choice == "bezwaar"
    return in_objection or material.snapshot.type == ON_OBJECTION


def last_day(material: LetterMaterial) -> str:
    """The last day in words, or a visible gap."""
    return material.day(material.snapshot.letter.last_day_for_bezwaar, "laatste_dag")


def _objection(material: LetterMaterial) -> tuple[Block, ...]:
    facts = material.snapshot.letter
    address = material.known(facts.objection_address, "adres_bezwaar")
    channel = material.known(facts.digital_channel, "digitaal_kanaal")
    return (
        Paragraph(text=material.say("bezwaar.wie", college=material.college())),
        *_term(material, "bezwaar"),
        Paragraph(text=material.say("bezwaar.waarheen")),
        BulletList(
            items=(
                material.say("bezwaar.adres", adres=", ".join(address.splitlines())),
                material.say("bezwaar.digitaal", kanaal=channel),
            )
        ),
        *_content(material, "bezwaar"),
        Paragraph(text=material.say("bezwaar.hulp")),
        *_urgency(material, "bezwaar"),
    )


def _appeal(material: LetterMaterial) -> tuple[Block, ...]:
    court = material.gap("rechtbank")
    return (
        Paragraph(text=material.say("beroep.wie", rechtbank=court)),
        *_term(material, "beroep"),
        *_content(material, "beroep"),
        Paragraph(text=material.say("bezwaar.hulp")),
        *_urgency(material, "beroep"),
    )


def _term(material: LetterMaterial, kind: str) -> tuple[Block, ...]:
    term = material.say(f"{kind}.termijn", datum=last_day(material))
    return (Paragraph(text=" ".join((term, material.say(f"{kind}.post")))),)


def _content(material: LetterMaterial, kind: str) -> tuple[Block, ...]:
    number = str(material.snapshot.case_number)
    items = (material.say(f"bezwaar.{name}", zaaknummer=number) for name in CONTENT)
    return (Paragraph(text=material.say(f"{kind}.inhoud")), BulletList(items=tuple(items)))


def _urgency(material: LetterMaterial, kind: str) -> tuple[Block, ...]:
    sentences = (material.say(f"{kind}.schorsing"), material.say(f"{kind}.spoed"))
    return (Paragraph(text=" ".join(sentences)),)
