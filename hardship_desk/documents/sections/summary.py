"""Section 1: the decision, the main reasons, and what was not looked at."""

from __future__ import annotations

from hardship_desk.documents.model import Block, Paragraph
from hardship_desk.documents.sections.answers import answer_text
from hardship_desk.documents.sections.head import outcome_notice
from hardship_desk.documents.sections.material import Material, without_money
from hardship_desk.documents.sections.steps import section_heading
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.flag import FlagStatus


def summary(material: Material) -> tuple[Block, ...]:
    """Outcome, reasons and what was left out. What was computed is named as such, never as a proposal."""
    return (
        section_heading(material, 1),
        outcome_notice(material),
        _reasons(material),
        *_deviation(material),
        *_computed(material),
        *_skipped(material),
        *_open_flags(material),
    )


def _skipped(material: Material) -> tuple[Block, ...]:
    """The steps that the route leaves out, by reason, so that each reason is read once."""
    by_reason: dict[str, list[str]] = {}
    for step in material.snapshot.steps:
        if step.skipped_because:
            by_reason.setdefault(step.skipped_because, []).append(step.title)
    label = material.say("samenvatting.overgeslagen")
    return tuple(
        Paragraph(
            label=label,
            text=material.say(
                "samenvatting.overgeslagen_waarde", stappen=", ".join(titles), reden=reason
            ),
        )
        for reason, titles in by_reason.items()
    )


def _reasons(material: Material) -> Paragraph:
    answer = material.snapshot.answer("conclusie.redenen")
    label = material.say("samenvatting.redenen")
    if answer is None:
        return Paragraph(label=label, text=material.say("samenvatting.geen_redenen"))
    text = answer_text(material, answer)
    return Paragraph(label=label, text=text, question=answer.question)


def _deviation(material: Material) -> tuple[Block, ...]:
    answer = material.snapshot.answer("conclusie.afwijkingsgrond")
    if answer is None:
        return ()
    label = material.say("samenvatting.afwijking")
    text = answer_text(material, answer)
    return (Paragraph(label=label, text=text, question=answer.question),)


def _computed(material: Material) -> tuple[Block, ...]:
    label = material.say("samenvatting.berekend")
    return tuple(
        Paragraph(label="" if place else label, text=_outcome(material, item))
        for place, item in enumerate(material.snapshot.computations)
    )


def _outcome(material: Material, computation: Computation) -> str:
    title, say = computation.title, material.say
    if computation.total is not None:
        amount = f"{title}: {computation.total.dutch()}"
        sets_none = material.snapshot.adoption is not None and material.snapshot.amount is None
        return say(f"samenvatting.berekend_{'zonder' if sets_none else 'waarde'}", bedrag=amount)
    other = without_money(computation)
    if other:
        return say("samenvatting.berekend_anders", titel=title, uitkomst=other)
    return say("samenvatting.berekend_onbekend", titel=title)


def _open_flags(material: Material) -> tuple[Block, ...]:
    blocking = [
        flag for flag in material.snapshot.flags if flag.status is FlagStatus.OPEN and flag.blocks
    ]
    if not blocking:
        return ()
    words = material.say("samenvatting.blokkades_een")
    if len(blocking) > 1:
        words = material.say("samenvatting.blokkades_waarde", aantal=str(len(blocking)))
    return (Paragraph(label=material.say("samenvatting.blokkades"), text=words),)
