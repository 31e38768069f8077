"""What the dates of a decision say about its law: not yet known, not read, or not recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.flag import Flag, Moment, Severity
from hardship_desk.domain.ids import FlagId
from hardship_desk.domain.legal_basis import Anchor
from hardship_desk.plugin_api.catalogue import Provision, provision_on
from hardship_desk.plugin_api.context import ContextDates


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedLaw:
    """The provisions of one decision, each on its own day.

    `unread` are articles of which no text that old was read, `unrecorded` those without any version
    on their day, `beyond` the days after the last one whose texts were known.
    """

    unread: tuple[str, ...] = ()
    unrecorded: tuple[str, ...] = ()
    beyond: tuple[date, ...] = ()


def dated_law(
    names: Iterable[str],
    provisions: tuple[Provision, ...],
    dates: ContextDates,
    known_until: date | None,
) -> DatedLaw:
    """The law of a decision with these provisions and dates."""
    unread: dict[str, None] = {}
    unrecorded: dict[str, None] = {}
    for name in names:
        versions = [item for item in provisions if item.id == name]
        day = dates.anchor(versions[0].anchor) if versions else None
        if day is None:
            continue
        version = provision_on(versions, name, day)
        if version is None:
            unrecorded[versions[0].basis.dutch()] = None
        elif day < version.seen_from:
            unread[version.basis.dutch()] = None
    days = {day for anchor in Anchor if (day := dates.anchor(anchor)) is not None}
    late = sorted(day for day in days if known_until is not None and day > known_until)
    return DatedLaw(unread=tuple(unread), unrecorded=tuple(unrecorded), beyond=tuple(late))


def law_flags(law: DatedLaw, texts: Texts) -> tuple[Flag, ...]:
    """A warning for each of the three that is there."""
    found = []
    for name, items in (
        ("tekst_niet_gelezen", law.unread),
        ("geen_tekst", law.unrecorded),
        ("recht_nog_niet_bekend", tuple(f"{day:%d-%m-%Y}" for day in law.beyond)),
    ):
        if items:
            key = f"engine.{name}"
            found.append(
                Flag(
                    id=FlagId(f"s02.{name}"),
                    step=2,
                    severity=Severity.WAARSCHUWING,
                    moment=Moment.VASTSTELLEN,
                    text=texts.get(f"{key}.tekst", wat="; ".join(items)),
                    advice=texts.get(f"{key}.advies"),
                    basis=texts.get(f"{key}.grondslag"),
                )
            )
    return tuple(found)
