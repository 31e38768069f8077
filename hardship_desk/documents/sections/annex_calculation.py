"""Annex: every calculation line with inputs, formula, result, article, source and certainty."""

from __future__ import annotations

from hardship_desk.documents.model import Block, Heading, Paragraph, Table
from hardship_desk.documents.sections.material import Material, source_text, without_money
from hardship_desk.documents.sections.steps import SECTION_LEVEL, part_heading
from hardship_desk.domain.computation import CalculationLine, Computation


def calculation_annex(material: Material) -> tuple[Block, ...]:
    """All calculations, line by line."""
    heading = Heading(
        text=material.say("bijlage.berekening"), level=SECTION_LEVEL, anchor="bijlage-berekening"
    )
    computations = material.snapshot.computations
    if not computations:
        return (heading, Paragraph(text=material.say("berekening.geen")))
    blocks: list[Block] = [heading]
    for computation in computations:
        blocks.extend(_computation(material, computation))
    return tuple(blocks)


def _computation(material: Material, computation: Computation) -> tuple[Block, ...]:
    header = ("kolom_regel", "kolom_grondslag", "kolom_uitkomst")
    lines = tuple(
        _row(material, number, line) for number, line in enumerate(computation.lines, start=1)
    )
    table = Table(
        title="",
        header=tuple(material.say(f"berekening.{name}") for name in header),
        rows=(*lines, _total(material, computation)),
        widths=(38, 38, 24),
        total_row=True,
    )
    heading = part_heading(computation.title, f"berekening-{computation.id}")
    return (heading, *_made_by(material, computation), table)


def _row(material: Material, number: int, line: CalculationLine) -> tuple[str, ...]:
    return (
        "\n".join(_what(material, number, line)),
        "\n".join(_why(material, line)),
        "\n".join(_result(line)),
    )


def _what(material: Material, number: int, line: CalculationLine) -> tuple[str, ...]:
    title = material.say("berekening.nummer", nummer=str(number), omschrijving=line.description)
    inputs = "; ".join(
        material.say("berekening.invoer_deel", naam=item.name, waarde=item.value)
        for item in line.inputs
    )
    lines = [title]
    if inputs:
        lines.append(material.say("berekening.invoer", invoer=inputs))
    if line.formula:
        lines.append(material.say("berekening.formule", formule=line.formula))
    return tuple(lines)


def _why(material: Material, line: CalculationLine) -> tuple[str, ...]:
    valid = (
        material.say("berekening.geldig", periode=material.period(line.valid))
        if line.valid
        else material.say("berekening.geldig_onbekend")
    )
    return (
        line.basis.dutch(),
        material.say("berekening.bron", bron=source_text(line.source)),
        valid,
        material.say("berekening.zekerheid", zekerheid=material.certainty(line.certainty)),
    )


def _result(line: CalculationLine) -> tuple[str, ...]:
    """The amount first where there is one, unless the words already say it."""
    if line.amount is None or line.amount.dutch() in line.outcome:
        return (line.outcome,)
    return (line.amount.dutch(), line.outcome)


def _total(material: Material, computation: Computation) -> tuple[str, ...]:
    total = computation.total
    other = without_money(computation) or material.say("berekening.geen_totaal")
    shown = total.dutch() if total is not None else other
    return (material.say("berekening.totaal"), "", shown)


def _made_by(material: Material, computation: Computation) -> tuple[Block, ...]:
    provenance = computation.provenance
    if provenance is None:
        return ()
    titles = {plugin.id: plugin.title for plugin in material.snapshot.plugins}
    words = material.say(
        "berekening.gemaakt_door",
        plugin=titles.get(provenance.plugin, provenance.plugin),
        versie=provenance.version,
    )
    return (Paragraph(text=words),)
