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
from hardship_desk.questionnaire.date_showing import show_date


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedLaw:
    """The provisions of one decision, each on its own day.

    `unread` are articles of which no text that old was read, `unrecorded` those without any version
    on their day, `beyond` the days after the last one whose texts were known. `outdated` is the last
    1 January or 1 July up to the decision where the texts were not known that far: law and norms
    change on those days.
    """

    unread: tuple[str, ...] = ()
    unrecorded: tuple[str, ...] = ()
    beyond: tuple[date, ...] = ()
    outdated: date | None = None


def last_change_of_law(day: date) -> date:
    """The last 1 January or 1 July up to that day, on which norms are set anew."""
    return date(day.year, 7 if day.month >= 7 else 1, 1)


def outdated_since(decided_on: date | None, known_until: date | None) -> date | None:
    """The day from which the law of a decision on that day was not known any more; None where it was."""
    if decided_on is None or known_until is None:
        return None
    change = last_change_of_law(decided_on)
    return change if known_until < change else None


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
    outdated = outdated_since(dates.besluit, known_until)
    # Of the decision itself it is said once: that its law is out of date.
    said = {Anchor.BESLUIT} if outdated is not None else set()
    days = {day for anchor in set(Anchor) - said if (day := dates.anchor(anchor)) is not None}
    late = sorted(day for day in days if known_until is not None and day > known_until)
    return DatedLaw(
        unread=tuple(unread),
        unrecorded=tuple(unrecorded),
        beyond=tuple(late),
        outdated=outdated,
    )


def law_flags(law: DatedLaw, texts: Texts, known_until: date | None = None) -> tuple[Flag, ...]:
    """A warning for each of the four that is there."""
    found = [_outdated(law.outdated, known_until, texts)] if law.outdated and known_until else []
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


def _outdated(since: date, known_until: date, texts: Texts) -> Flag:
    """Awb 3:2: who decides knows the law of that day."""
    return Flag(
        id=FlagId("s13.wetsgegevens_oud"),
        step=13,
        severity=Severity.WAARSCHUWING,
        moment=Moment.VASTSTELLEN,
        text=texts.get(
            "engine.wetsgegevens_oud.tekst", tot=show_date(known_until), vanaf=show_date(since)
        ),
        advice=texts.get("engine.wetsgegevens_oud.advies"),
        basis=texts.get("engine.wetsgegevens_oud.grondslag"),
    )
