"""Section 3: what is established, in order of time, and the resident's own view."""

from __future__ import annotations

from hardship_desk.documents.model import Block, Paragraph, Table
from hardship_desk.documents.sections.material import Material
from hardship_desk.documents.sections.steps import (
    is_short,
    part_heading,
    section_heading,
    step_blocks,
)
from hardship_desk.domain.evidence import Evidence


def facts(material: Material) -> tuple[Block, ...]:
    """The evidence as a chronology, then step 3."""
    return (
        section_heading(material, 3),
        *_chronology(material),
        part_heading(material.say(f"feiten.gesprek{_how_short(material)}"), "stap-3"),
        *step_blocks(material, 3),
    )


def _how_short(material: Material) -> str:
    """The kort route does not ask what was done with the view: then no heading says so."""
    answered = material.snapshot.answer("horen.reactie") is not None
    return "_kort" if is_short(material) and not answered else ""


def _chronology(material: Material) -> tuple[Block, ...]:
    evidence = material.snapshot.evidence
    if not evidence:
        return (Paragraph(text=material.say("feiten.geen")),)
    ordered = sorted(evidence, key=lambda item: (item.dated is None, str(item.dated), item.id))
    header = ("kolom_datum", "kolom_stuk", "kolom_stand")
    table = Table(
        title=material.say("feiten.chronologie"),
        header=tuple(material.say(f"feiten.{name}") for name in header),
        rows=tuple(_row(material, item) for item in ordered),
        widths=(17, 53, 30),
    )
    return (table,)


def _row(material: Material, item: Evidence) -> tuple[str, ...]:
    day = material.day(item.dated) if item.dated else material.say("feiten.zonder_datum")
    status = [material.say(f"bewijsstand.{item.status.value}")]
    if item.contradicted:
        status.append(material.say("feiten.weersproken"))
    kind = material.say(f"bewijssoort.{item.kind.value}")
    check = material.say(f"verificatie.{item.verification.value}")
    return (day, item.title, "\n".join((", ".join(status), f"{kind}, {check}")))
