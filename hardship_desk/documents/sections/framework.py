"""Section 4: the rule, its purpose, the room it leaves, and the provisions that belong to it."""

from __future__ import annotations

from hardship_desk.documents.model import Block, Paragraph, Table
from hardship_desk.documents.sections.material import Material
from hardship_desk.documents.sections.steps import section


def framework(material: Material) -> tuple[Block, ...]:
    """Step 2, then the provisions by name; their gist stands in the annex."""
    return (*section(material, 4, (2,)), *_provisions(material))


def _provisions(material: Material) -> tuple[Block, ...]:
    rules = material.snapshot.rules
    if not rules:
        return (Paragraph(text=material.say("kader.geen")),)
    header = ("kolom_bepaling", "kolom_inhoud")
    table = Table(
        title=material.say("kader.bepalingen"),
        header=tuple(material.say(f"kader.{name}") for name in header),
        rows=tuple((rule.basis, rule.gist) for rule in rules),
        widths=(30, 70),
    )
    return (table, Paragraph(text=material.say("kader.verwijzing")))
