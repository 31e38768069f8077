"""Section 7: draagkracht, with the result of each calculation."""

from __future__ import annotations

from hardship_desk.documents.model import Block, Paragraph, Table
from hardship_desk.documents.sections.material import Material, without_money
from hardship_desk.documents.sections.steps import section


def means(material: Material) -> tuple[Block, ...]:
    """Step 7, then the totals; the lines stand in the annex."""
    return (*section(material, 7, (7,)), *_totals(material))


def _totals(material: Material) -> tuple[Block, ...]:
    computations = material.snapshot.computations
    if not computations:
        return (Paragraph(text=material.say("draagkracht.geen")),)
    none = material.say("draagkracht.geen_bedrag")
    header = ("kolom_berekening", "kolom_uitkomst")
    table = Table(
        title=material.say("draagkracht.samenvatting"),
        header=tuple(material.say(f"draagkracht.{name}") for name in header),
        rows=tuple(
            (item.title, item.total.dutch() if item.total else without_money(item) or none)
            for item in computations
        ),
        widths=(75, 25),
        right=(1,),
    )
    return (table, Paragraph(text=material.say("draagkracht.verwijzing")))
