"""The head of the report: what it is about, who worked on it, and how far it is."""

from __future__ import annotations

from hardship_desk.documents.model import Block, Heading, Notice, Paragraph, Table
from hardship_desk.documents.sections.material import Material
from hardship_desk.domain.snapshot import ShownPerson


def head(material: Material) -> tuple[Block, ...]:
    """Title, decision in one line, and the table with particulars."""
    snapshot = material.snapshot
    blocks: list[Block] = [
        Heading(text=material.say("titel"), level=1, anchor="titel"),
        Paragraph(text=snapshot.type_title),
    ]
    if snapshot.is_practice:
        blocks.append(Notice(text=material.say("oefening_uitleg"), kind="oefening"))
    blocks.append(outcome_notice(material))
    blocks.append(Table(title="", header=(), rows=_rows(material), widths=(30, 70)))
    return tuple(blocks)


def outcome_notice(material: Material) -> Notice:
    """The chosen outcome, or that there is none; never one that the program thinks of."""
    snapshot = material.snapshot
    if snapshot.outcome is None:
        return Notice(text=material.say("uitkomst.geen"), kind="onbekend")
    title = snapshot.outcome_title
    title = title[:1].lower() + title[1:]
    if snapshot.amount is None:
        return Notice(text=material.say("uitkomst.gekozen", uitkomst=title), kind="uitkomst")
    words = material.say("uitkomst.gekozen_bedrag", uitkomst=title, bedrag=snapshot.amount.dutch())
    return Notice(text=words, kind="uitkomst")


def person_text(material: Material, person: ShownPerson) -> str:
    """A person by role and label."""
    role = material.say(f"rol.{person.role}")
    if not person.label:
        return role
    if person.label.lower().startswith(role):
        return person.label
    return material.say("kop.persoon", rol=role, aanduiding=person.label)


def _rows(material: Material) -> tuple[tuple[str, str], ...]:
    rows = (*_subject(material), *_dates(material), *_state(material))
    return tuple((material.say(f"kop.{key}"), value) for key, value in rows if value)


def _subject(material: Material) -> tuple[tuple[str, str], ...]:
    snapshot = material.snapshot
    number = str(snapshot.case_number)
    if snapshot.case_title:
        number = material.say("kop.dossier_waarde", zaaknummer=number, titel=snapshot.case_title)
    person = person_text(material, snapshot.person) if snapshot.person else ""
    others = (item for item in snapshot.persons if item != snapshot.person)
    municipality = material.say(
        "kop.gemeente_waarde" if snapshot.municipality else "kop.gemeente_landelijk",
        gemeente=snapshot.municipality,
        code=snapshot.gemeentecode,
    )
    return (
        ("dossier", number),
        ("gemeente", municipality),
        ("inwoner", person or material.say("onbekend")),
        ("personen", "; ".join(person_text(material, item) for item in others)),
    )


def _dates(material: Material) -> tuple[tuple[str, str], ...]:
    """The days; a conduct that this kind of decision is not about is not called unknown."""
    snapshot = material.snapshot
    asked = snapshot.conduct is not None or snapshot.letter.names_conduct
    sent = (
        material.day(snapshot.sending_date)
        if snapshot.sending_date
        else material.say("kop.niet_verzonden")
    )
    return (
        ("gedraging", material.period(snapshot.conduct) if asked else ""),
        ("rechtperiode", material.period(snapshot.entitlement)),
        ("melding", material.day(snapshot.reported_on)),
        ("besluitdatum", material.day(snapshot.decision_date)),
        ("verzenddatum", sent),
    )


def _state(material: Material) -> tuple[tuple[str, str], ...]:
    snapshot = material.snapshot
    weight = material.say(f"zaakgewicht.{snapshot.weight.value}")
    if snapshot.weight_reason:
        reason = snapshot.weight_reason
        weight = material.say("kop.gewicht_waarde", gewicht=weight, reden=reason)
    readers = "; ".join(review.reader for review in snapshot.reviews)
    return (
        ("gewicht", weight),
        ("staat", _adoption(material)),
        ("mandaat", snapshot.adoption.mandaat if snapshot.adoption else ""),
        (
            "lezer",
            readers or material.say(f"kop.{'zonder' if snapshot.adoption else 'geen'}_lezer"),
        ),
        ("regels", ", ".join(f"{item.title} {item.version}" for item in snapshot.plugins)),
    )


def _adoption(material: Material) -> str:
    adoption = material.snapshot.adoption
    if adoption is None:
        made = material.moment(material.snapshot.made_at)
        return material.say("kop.staat_concept", moment=made)
    return material.say(
        "kop.staat_vastgesteld",
        nummer=str(adoption.number),
        moment=material.moment(adoption.at),
        wie=adoption.by,
    )
