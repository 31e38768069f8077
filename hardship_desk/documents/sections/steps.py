"""A step of the assessment in the report: answers, findings with their weighing, considerations."""

from __future__ import annotations

from hardship_desk.documents.model import Block, Heading, Paragraph, Table
from hardship_desk.documents.sections.answers import answer_blocks
from hardship_desk.documents.sections.material import Material, source_text
from hardship_desk.domain.decision import CaseWeight, Consideration
from hardship_desk.domain.finding import Direction, Finding

SECTION_LEVEL, PART_LEVEL = 2, 3


def section_heading(material: Material, number: int) -> Heading:
    """The heading of a numbered section."""
    return Heading(
        text=material.say(f"sectie.{number}"), level=SECTION_LEVEL, anchor=f"sectie-{number}"
    )


def part_heading(text: str, anchor: str = "") -> Heading:
    """The heading of a part of a section."""
    return Heading(text=text, level=PART_LEVEL, anchor=anchor)


def section(material: Material, number: int, steps: tuple[int, ...]) -> tuple[Block, ...]:
    """A section that tells what these steps hold."""
    blocks: list[Block] = [section_heading(material, number)]
    skipped = [step for step in steps if is_skipped(material, step)]
    if skipped == list(steps):
        return (*blocks, *step_blocks(material, steps[0]))
    for step in steps:
        blocks.extend(step_blocks(material, step, titled=len(steps) > 1))
    return tuple(blocks)


def is_short(material: Material) -> bool:
    """Whether the decision took the kort route."""
    return material.snapshot.weight is CaseWeight.KORT


def is_skipped(material: Material, number: int) -> bool:
    """Whether the route leaves the step out."""
    step = material.step(number)
    return step is not None and bool(step.skipped_because)


def step_blocks(material: Material, number: int, *, titled: bool = False) -> tuple[Block, ...]:
    """Everything of one step; a skipped step says so, and still shows what the rules found there."""
    step = material.step(number)
    if step is None:
        return ()
    if step.skipped_because:
        skipped = Paragraph(text=material.say("stap.overgeslagen"))
        return (skipped, *reasoning_blocks(material, number))
    blocks: list[Block] = []
    if titled:
        blocks.append(part_heading(material.say("stap.titel", titel=step.title), f"stap-{number}"))
    for answer in material.answers(number):
        blocks.extend(answer_blocks(material, answer))
    if not material.answers(number):
        blocks.append(Paragraph(text=material.say("stap.leeg", titel=step.title)))
    return (*blocks, *reasoning_blocks(material, number))


def reasoning_blocks(material: Material, step: int) -> tuple[Block, ...]:
    """The findings of a step with their weighing, and its considerations."""
    return (*_finding_table(material, step), *_considerations(material, step))


def _finding_table(material: Material, step: int) -> tuple[Block, ...]:
    findings = material.findings(step)
    if not findings:
        return ()
    header = ("kolom_bevinding", "kolom_richting", "kolom_weging")
    table = Table(
        title=material.say(f"bevindingen.titel{'_kort' if is_short(material) else ''}"),
        header=tuple(material.say(f"bevindingen.{name}") for name in header),
        rows=tuple(_finding_row(material, finding) for finding in findings),
        widths=(60, 16, 24),
    )
    return (table,)


def _finding_row(material: Material, finding: Finding) -> tuple[str, ...]:
    certainty = material.certainty(finding.certainty)
    lines = (
        finding.text,
        material.say("bevindingen.grondslag", grondslag=finding.basis.dutch()),
        material.say("bevindingen.bron", bron=source_text(finding.source), zekerheid=certainty),
    )
    direction = material.say(f"richting.{finding.direction.value}")
    return ("\n".join(lines), direction, _weighing(material, finding))


def _weighing(material: Material, finding: Finding) -> str:
    weighed = material.weighed(finding.id)
    if weighed is None:
        return material.say(f"bevindingen.{_unweighed(material, finding)}")
    return "\n".join((material.say(f"weging.{weighed.weight.value}"), weighed.reason))


def _unweighed(material: Material, finding: Finding) -> str:
    """Why a finding has no weight: it asks for none, the kort route weighs none apart, or not yet."""
    if finding.direction is Direction.NEUTRAL:
        return "informeert"
    return "kort" if is_short(material) else "niet_gewogen"


def _considerations(material: Material, step: int) -> tuple[Block, ...]:
    considerations = material.considerations(step)
    if not considerations:
        return ()
    heading = part_heading(material.say("overwegingen.titel"), f"overwegingen-{step}")
    return (heading, *(_consideration(material, item) for item in considerations))


def _consideration(material: Material, consideration: Consideration) -> Paragraph:
    cited = _cited(material, consideration)
    source = material.say("overwegingen.steunt_op", bronnen="; ".join(cited)) if cited else ""
    if consideration.own_text.strip():
        own = material.say("overwegingen.eigen_tekst")
        source = f"{own} {source}".strip()
    return Paragraph(text=consideration.printed, source=source)


def _cited(material: Material, consideration: Consideration) -> tuple[str, ...]:
    bases = (
        finding.basis.dutch()
        for finding in material.snapshot.findings
        if finding.id in consideration.findings
    )
    questions = (
        answer.text
        for answer in material.snapshot.answers
        if answer.question in consideration.answers
    )
    return tuple(dict.fromkeys((*bases, *questions)))
