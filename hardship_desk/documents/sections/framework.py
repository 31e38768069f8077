"""Section 4: the rule, its purpose, the room it leaves, and the provisions that belong to it."""

from __future__ import annotations

from hardship_desk.documents.articles import by_law
from hardship_desk.documents.model import Block, BulletList, Paragraph
from hardship_desk.documents.sections.material import Material
from hardship_desk.documents.sections.steps import part_heading, section


def framework(material: Material) -> tuple[Block, ...]:
    """Step 2, then the provisions by name; their gist stands in the annex."""
    return (*section(material, 4, (2,)), *_provisions(material))


def _provisions(material: Material) -> tuple[Block, ...]:
    rules = material.snapshot.rules
    if not rules:
        return (Paragraph(text=material.say("kader.geen")),)
    laws = by_law(tuple(rule.basis for rule in rules))
    lines = tuple(_law(material, law, articles) for law, articles in laws.items())
    return (
        part_heading(material.say("kader.bepalingen"), "bepalingen"),
        BulletList(items=lines),
        Paragraph(text=material.say("kader.verwijzing")),
    )


def _law(material: Material, law: str, articles: tuple[str, ...]) -> str:
    if not articles:
        return law
    kind = "artikel" if len(articles) == 1 else "artikelen"
    return material.say(f"kader.{kind}", wet=law, artikelen="; ".join(articles))
