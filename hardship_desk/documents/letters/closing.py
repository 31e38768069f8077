"""What the resident can do, where help is, when it is looked at again, and the signature."""

from __future__ import annotations

import re

from hardship_desk.documents.articles import by_law
from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.letters.months import per_month
from hardship_desk.documents.letters.opening import contact
from hardship_desk.documents.model import Block, BulletList, Paragraph
from hardship_desk.domain.answers import AnswerState
from hardship_desk.domain.legal_basis import LegalBasis
from hardship_desk.plugin_api.letter import LetterSection

FOLLOW_UP_STEP = 16


def what_to_do(material: LetterMaterial) -> tuple[Block, ...]:
    """What is asked of the resident."""
    snapshot = material.snapshot
    paying = snapshot.outcome is not None and snapshot.amount is not None
    paying = paying and snapshot.outcome_burdens
    return (
        material.heading(LetterSection.WAT_DOEN),
        *material.paragraph("conclusie.voorwaarden"),
        *((Paragraph(text=material.say("wat_doen.betalen")),) if paying else ()),
        *material.from_plugins(LetterSection.WAT_DOEN),
        *per_month(material),
        Paragraph(text=material.say("wat_doen.wijziging")),
    )


def help_and_questions(material: LetterMaterial) -> tuple[Block, ...]:
    """A person to call, and help with language and paper."""
    call = material.say("hulp.bellen", wie=contact(material))
    return (
        material.heading(LetterSection.HULP),
        Paragraph(text=call),
        *material.from_plugins(LetterSection.HULP),
        Paragraph(text=" ".join((material.say("hulp.taal"), material.say("hulp.post")))),
    )


def looking_again(material: LetterMaterial) -> tuple[Block, ...]:
    """The date on which the case is looked at again."""
    return (
        material.heading(LetterSection.OPNIEUW),
        Paragraph(text=_review_text(material), question="opvolging.datum"),
        *material.from_plugins(LetterSection.OPNIEUW),
    )


def signature(material: LetterMaterial) -> tuple[Block, ...]:
    """Greeting, body and signatory, and under which mandate who decided did so."""
    snapshot = material.snapshot
    decided_by = snapshot.adoption.by if snapshot.adoption is not None else ""
    name = material.known(snapshot.letter.signatory or decided_by, "ondertekenaar")
    lines = [material.say("slot.namens", college=material.college()), "", "", name]
    return (
        Paragraph(text=material.say("slot.groet"), apart=True),
        Paragraph(text="\n".join((*lines, *_mandaat(material, name)))),
    )


def _mandaat(material: LetterMaterial, name: str) -> tuple[str, ...]:
    """The mandate of who took the decision, by name where another signs the letter."""
    adoption = material.snapshot.adoption
    if adoption is None or not adoption.mandaat:
        return ()
    if _names(name, adoption.by):
        return (material.say("slot.mandaat", mandaat=adoption.mandaat),)
    said = material.say("slot.besloten_door", wie=adoption.by, mandaat=adoption.mandaat)
    return ("", said)


def _names(signatory: str, person: str) -> bool:
    """Whether the signatory is this person, by whole words: Jan is not J. Jansen."""
    wanted = rf"(?<!\w){re.escape(person.strip())}(?!\w)"
    return re.search(wanted, signatory, re.IGNORECASE) is not None


def rules(material: LetterMaterial) -> tuple[Block, ...]:
    """The articles the decision rests on, by name."""
    bases = bases_of(material)
    lines = rules_list(material, bases)
    return (
        material.heading(LetterSection.REGELS),
        Paragraph(text=material.say("regels.inleiding")),
        BulletList(items=lines or (material.gap("regels"),)),
        *material.from_plugins(LetterSection.REGELS),
    )


def bases_of(material: LetterMaterial) -> tuple[str, ...]:
    """What the decision rests on: where something was found, else the provisions of its kind."""
    return _bases_of_findings(material) or tuple(
        rule.basis for rule in material.snapshot.rules if rule.basis
    )


def rules_list(material: LetterMaterial, bases: tuple[str, ...]) -> tuple[str, ...]:
    """A line a law, with its articles."""
    return tuple(_law(material, law, articles) for law, articles in by_law(bases).items())


def _bases_of_findings(material: LetterMaterial) -> tuple[str, ...]:
    """The articles on which something was found in this case, by law and number."""
    found = {item.basis for item in material.snapshot.findings if item.basis.law}
    return tuple(dict.fromkeys(item.dutch() for item in sorted(found, key=_place_in_law)))


def _place_in_law(basis: LegalBasis) -> tuple[str, tuple[int, ...], str]:
    """A key by which 5:5 comes before 5:41, and article 9a before 18."""
    numbers = tuple(int(part) for part in re.findall(r"\d+", f"{basis.article} {basis.paragraph}"))
    return (basis.law, numbers, basis.article)


def _law(material: LetterMaterial, law: str, named: tuple[str, ...]) -> str:
    """The law with its articles; a ruling that stands among them is for the report."""
    parts = (part for item in named for part in item.split("; "))
    articles = tuple(part for part in parts if not part.startswith("ECLI"))
    if not articles:
        return law
    kind = "artikel" if len(articles) == 1 else "artikelen"
    return material.say(f"regels.{kind}", wet=law, artikelen="; ".join(articles))


def _review_text(material: LetterMaterial) -> str:
    snapshot = material.snapshot
    if snapshot.letter.review_date is not None:
        day = material.day(snapshot.letter.review_date, "opnieuw")
        return material.say("opnieuw.datum", datum=day)
    answer = snapshot.answer("opvolging.datum")
    if answer is not None and answer.state == AnswerState.NOT_APPLICABLE:
        return material.say("opnieuw.geen")
    if answer is None and _asks_no_review(material):
        return material.say("opnieuw.niet_gevraagd")
    return material.gap("opnieuw")


def _asks_no_review(material: LetterMaterial) -> bool:
    """Whether the route asks for no new date: then the letter does not say that there is none."""
    steps = (step for step in material.snapshot.steps if step.number == FOLLOW_UP_STEP)
    return any(step.skipped_because for step in steps)
