"""Why it was decided, and what was done with the resident's view."""

from __future__ import annotations

from dataclasses import replace

from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.model import Block, Heading, Paragraph
from hardship_desk.domain.answers import AnswerState
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.plugin_api.letter import LetterSection

PLACED_ELSEWHERE = frozenset(
    {
        # Of an objection: said in a sentence, or below a label.
        "bezwaar.ontvangen",
        "bezwaar.primair_datum",
        "bezwaar.tegen",
        "bekend.betaaltermijn",
        "bekend.betaalwijze",
        "bekend.contactpersoon",
        "bekend.eerste_dag",
        "bekend.elders",
        "bekend.inkomen",
        "bekend.laatste_dag",
        "bekend.per_maand",
        "conclusie.bedrag",
        "conclusie.mededeling",
        "conclusie.redenen",
        "conclusie.uitkomst",
        "conclusie.uitleg_nee",
        "conclusie.voorwaarden",
        "horen.reactie",
        "horen.zienswijze",
        "intake.aanleiding",
        "maatregel.elders",
        "opvolging.datum",
    }
)
"""Answers that have a place of their own in the letter."""


GROUNDS_FOR_NOT_HEARING = ("horen.grond_niet_horen", "bezwaar.niet_gehoord_grond")


def why(material: LetterMaterial) -> tuple[Block, ...]:
    """What happened, what the rules make of that, and then what weighed most."""
    return (
        material.heading(LetterSection.WAAROM),
        _must_have(material, "intake.aanleiding", "gebeurd", "aanleiding"),
        *material.paragraph("bezwaar.tegen", material.say("waarom.tegen")),
        *_others(material),
        *material.from_plugins(LetterSection.WAAROM),
        _must_have(material, "conclusie.redenen", "redenen", "redenen"),
        *material.paragraph("conclusie.uitleg_nee", material.say("waarom.uitleg_nee")),
    )


def your_view(material: LetterMaterial) -> tuple[Block, ...]:
    """What the resident thought, and what was done with it; a hearing is never made up."""
    return (
        _view_heading(material),
        *_view(material),
        *material.from_plugins(LetterSection.UW_MENING),
    )


def _must_have(material: LetterMaterial, question: str, label: str, gap: str) -> Paragraph:
    answer = material.answer(question)
    text = answer.shown if answer else material.gap(gap)
    return Paragraph(text=text, label=material.say(f"waarom.{label}"), question=question)


def _others(material: LetterMaterial) -> tuple[Block, ...]:
    return tuple(
        paragraph
        for answer in material.snapshot.answers
        if answer.question not in PLACED_ELSEWHERE and answer.table is None
        for paragraph in material.paragraph(answer.question)
    )


def _view(material: LetterMaterial) -> tuple[Block, ...]:
    heard = material.snapshot.answer("horen.zienswijze_gegeven")
    match heard.choice if heard is not None else "":
        case "uitgenodigd_niet_gekomen":
            return (Paragraph(text=material.say("uw_mening.geen_reactie")),)
        case "nee":
            return _not_heard(material)
        case _:
            return _heard(material)


def _not_heard(material: LetterMaterial) -> tuple[Block, ...]:
    grounds = (material.snapshot.answer(name) for name in GROUNDS_FOR_NOT_HEARING)
    ground = next((item for item in grounds if item and item.state == AnswerState.GIVEN), None)
    if ground is None:
        return _heard(material)
    return (Paragraph(text=material.say("uw_mening.niet_gevraagd", grond=ground.shown)),)


def _view_heading(material: LetterMaterial) -> Heading:
    """The question that heads it; it asks no more than the letter answers."""
    heading = material.heading(LetterSection.UW_MENING)
    if _has_reaction(material):
        return heading
    return replace(heading, text=material.say("kop.uw_mening_kort"))


def _has_reaction(material: LetterMaterial) -> bool:
    """Whether it was asked what was done with the view: the kort route does not."""
    asked = material.snapshot.weight is not CaseWeight.KORT
    return asked or material.answer("horen.reactie") is not None


def _reaction(material: LetterMaterial) -> Paragraph:
    if not _has_reaction(material):
        return Paragraph(text=material.say("uw_mening.zie_waarom"))
    reaction = material.answer("horen.reactie")
    return Paragraph(
        label=material.say("uw_mening.reactie"),
        text=reaction.shown if reaction else material.gap("reactie"),
        question="horen.reactie",
    )


def _heard(material: LetterMaterial) -> tuple[Block, ...]:
    view = material.answer("horen.zienswijze")
    return (
        Paragraph(
            label=material.say("uw_mening.gezegd"),
            text=view.shown if view else material.gap("mening"),
            quote=view is not None,
            question="horen.zienswijze",
        ),
        _reaction(material),
    )
