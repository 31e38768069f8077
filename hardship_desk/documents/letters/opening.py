"""The top of the letter, and what was decided and what that means."""

from __future__ import annotations

import re

from hardship_desk.documents.letters.lowering import lowering
from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.model import Block, Heading, Notice, Paragraph, Table
from hardship_desk.domain.letter_draft import NO_ADDRESSEE, Addressee
from hardship_desk.domain.snapshot import ShownAnswer
from hardship_desk.plugin_api.letter import LetterSection

_NUMBER = re.compile(r"(?:\d[\s().+-]*){8,}")


def opening(material: LetterMaterial, addressee: Addressee = NO_ADDRESSEE) -> tuple[Block, ...]:
    """Sender, addressee, particulars and greeting."""
    return head(material, material.subject, addressee)


def head(material: LetterMaterial, subject: str, addressee: Addressee) -> tuple[Block, ...]:
    """The same for a letter on any subject. Who it goes to is printed and kept nowhere else."""
    facts = material.snapshot.letter
    sender = material.known(facts.sender or _municipality(material), "afzender")
    address = material.known(facts.sender_address, "afzender_adres")
    name = addressee.name.strip() or material.gap("naam")
    lines = (addressee.name.strip(), *addressee.address.strip().splitlines())
    place = "\n".join(line for line in lines if line) or material.gap("naam_adres")
    blocks: list[Block] = [Paragraph(text=address, label=sender)]
    if material.snapshot.is_practice:
        blocks.append(Notice(text=material.say("oefening_uitleg"), kind="oefening"))
    blocks += [
        Paragraph(text=place),
        Table(title="", header=(), rows=_particulars(material), widths=(24, 76)),
        Heading(text=subject, level=1, anchor="onderwerp"),
        Paragraph(text=_greeting(material, name)),
    ]
    return tuple(blocks)


def _greeting(material: LetterMaterial, name: str) -> str:
    """The greeting; who is called "mevrouw Jansen" is not called "heer of mevrouw" as well."""
    titles = material.say("hoofd.aanspreekvormen").split("|")
    has_title = any(name.lower().startswith(f"{title} ") for title in titles)
    return material.say("hoofd.aanhef_naam" if has_title else "hoofd.aanhef", naam=name)


def decided(material: LetterMaterial) -> tuple[Block, ...]:
    """What was decided, in the words of the outcome, with the amount."""
    snapshot = material.snapshot
    sentences = [material.known(snapshot.outcome_letter, "besluit")]
    if snapshot.outcome is None:
        sentences = [material.gap("besluit")]
    elif snapshot.amount is not None:
        sentences.append(material.say("besluit.bedrag", bedrag=snapshot.amount.dutch()))
    if snapshot.decision_date is not None:
        day = material.day(snapshot.decision_date, "datum")
        sentences.append(material.say("besluit.datum", datum=day))
    return (
        material.heading(LetterSection.BESLUIT),
        Paragraph(text=" ".join(sentences), question="conclusie.uitkomst"),
        *material.from_plugins(LetterSection.BESLUIT),
    )


def meaning(material: LetterMaterial) -> tuple[Block, ...]:
    """What it means: period and amount; how to pay where no rule says it further on."""
    sentences = " ".join((*_period(material), *_payment(material)))
    blocks = (
        *((Paragraph(text=sentences),) if sentences else ()),
        *material.from_plugins(LetterSection.BETEKENIS),
        *lowering(material),
        *material.paragraph("conclusie.mededeling"),
    )
    return (
        material.heading(LetterSection.BETEKENIS),
        *(blocks or (Paragraph(text=material.gap("betekenis")),)),
    )


def _municipality(material: LetterMaterial) -> str:
    """The sender as the dossier names it, where nobody gave another name."""
    name = material.snapshot.municipality
    return material.say("hoofd.gemeente", gemeente=name) if name else ""


def _particulars(material: LetterMaterial) -> tuple[tuple[str, str], ...]:
    snapshot = material.snapshot
    return (
        (material.say("hoofd.datum"), material.day(snapshot.sending_date, "datum")),
        (material.say("hoofd.kenmerk"), str(snapshot.case_number)),
        (material.say("hoofd.contact"), contact(material)),
    )


def contact(material: LetterMaterial) -> str:
    """Whom the resident can call: who was named for this decision, else for the organisation.

    A number that was named with the person is the one to call; else it is the organisation's.
    """
    answer = material.answer("bekend.contactpersoon")
    shown = answer.shown if answer else ""
    name = material.known(shown or material.snapshot.letter.contact_person, "contactpersoon")
    if _NUMBER.search(name):
        return name
    phone = material.known(material.snapshot.letter.phone, "telefoon")
    return material.say("hoofd.contact_waarde", naam=name, telefoon=phone)


def _period(material: LetterMaterial) -> tuple[str, ...]:
    conduct = material.snapshot.conduct
    if conduct is None or not material.snapshot.letter.names_conduct:
        return ()
    start = material.day(conduct.start, "datum")
    if conduct.end is None:
        return (material.say("betekenis.periode_open", van=start),)
    end = material.day(conduct.end, "datum")
    return (material.say("betekenis.periode", van=start, tot=end),)


def _payment(material: LetterMaterial) -> tuple[str, ...]:
    snapshot = material.snapshot
    if snapshot.outcome is None or (snapshot.amount is not None and not snapshot.outcome_burdens):
        return ()
    if snapshot.amount is None:
        told = material.from_plugins(LetterSection.BETEKENIS)
        return () if told else (material.say("betekenis.geen_bedrag"),)
    amount = material.say("betekenis.betalen")
    if material.from_plugins(LetterSection.WAT_DOEN):
        return (amount,)
    return (amount, material.say("betekenis.wijze", wijze=_way(material)), _term(material))


def _way(material: LetterMaterial) -> str:
    way = material.snapshot.letter.payment_way or _shown(material.answer("bekend.betaalwijze"))
    return material.known(way[:1].lower() + way[1:], "betaalwijze")


def _term(material: LetterMaterial) -> str:
    months = _shown(material.answer("bekend.betaaltermijn"))
    if not material.snapshot.letter.payment_term and months:
        return material.say("betekenis.maanden", maanden=months)
    term = material.known(material.snapshot.letter.payment_term, "betaaltermijn")
    return material.say("betekenis.termijn", termijn=term)


def _shown(answer: ShownAnswer | None) -> str:
    return answer.shown if answer else ""
