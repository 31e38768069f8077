"""Joins a wetspakket to the law that is shipped: what it says holds on its own days, no others.

The shipped value stays for every day on which the package is silent, so that a decision about an
earlier period reads the same law as before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from hardship_desk.assessment.law.checks import ruling_key
from hardship_desk.assessment.law.package import LawPackage, rank_of
from hardship_desk.assessment.plugins.contents import Located, PluginContents
from hardship_desk.assessment.plugins.loader import LoadedPlugin, Origin, ReadPlugin
from hardship_desk.assessment.result import PluginUse
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.catalogue import Conflict, Parameter, Provision, Ruling
from hardship_desk.questionnaire.joining import PluginParts

Text = TypeVar("Text", bound=Provision | Conflict)
Days = tuple[date, date]
ONE_DAY = timedelta(days=1)


def joined(national: ReadPlugin, package: LawPackage) -> ReadPlugin:
    """National law with the package in it; hash and version stay those of the shipped law."""
    if national.manifest is None:
        return national
    return replace(
        national,
        manifest=replace(national.manifest, texts_known_until=package.manifest.texts_known_until),
        contents=_contents(national.contents, package.contents),
        texts={**national.texts, **package.texts},
    )


def package_use(package: LawPackage) -> LoadedPlugin:
    """The package as a decision names it, beside the law that holds its contents."""
    manifest = package.as_plugin()
    return LoadedPlugin(
        use=PluginUse(manifest=manifest, sha256=package.sha256),
        parts=PluginParts(plugin=manifest.id),
        origin=Origin.ADDED,
    )


def is_overtaken(package: LawPackage, national: ReadPlugin) -> bool:
    """Whether the program itself brings newer law: then the package no longer counts."""
    shipped = national.manifest
    if shipped is None or shipped.texts_known_until is None:
        return False
    found = package.manifest
    return (found.texts_known_until, rank_of(found.law_version)) < (
        shipped.texts_known_until,
        rank_of(shipped.version),
    )


def _contents(law: PluginContents, package: PluginContents) -> PluginContents:
    return replace(
        law,
        parameters=(
            *_shipped_values(law.parameters, package.parameters),
            *_with_local(law.parameters, package.parameters),
        ),
        provisions=(
            *(
                replace(place, item=item)
                for place in law.provisions
                for item in _left_texts(place.item, [new.item for new in package.provisions])
            ),
            *package.provisions,
        ),
        conflicts=(
            *(item for old in law.conflicts for item in _left_texts(old, package.conflicts)),
            *package.conflicts,
        ),
        rulings=_rulings(law.rulings, package.rulings),
    )


def _shipped_values(
    law: Iterable[Located[Parameter]], package: tuple[Located[Parameter], ...]
) -> Iterator[Located[Parameter]]:
    """Every shipped value on the days on which the package has none."""
    for place in law:
        taken = [_days(new.item.valid) for new in package if new.item.name == place.item.name]
        for start, end in left_over(_days(place.item.valid), taken):
            valid = Period(start, None if end == date.max else end)
            yield replace(place, item=replace(place.item, valid=valid))


def _with_local(
    law: Iterable[Located[Parameter]], package: Iterable[Located[Parameter]]
) -> Iterator[Located[Parameter]]:
    """The values of the package; whether a municipality may set its own stays as shipped."""
    local = {place.item.name for place in law if place.item.local}
    for place in package:
        yield replace(place, item=replace(place.item, local=place.item.name in local))


def _left_texts(old: Text, new: Iterable[Text]) -> Iterator[Text]:
    """A shipped version on the days for which the package brings no other."""
    taken = [
        (item.valid_from or date.min, item.valid_until or date.max)
        for item in new
        if item.id == old.id
    ]
    whole = (old.valid_from or date.min, old.valid_until or date.max)
    for start, end in left_over(whole, taken):
        yield replace(
            old,
            valid_from=None if start == date.min else start,
            valid_until=None if end == date.max else end,
        )


def _rulings(law: tuple[Ruling, ...], package: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """A ruling has no days: one that is read again takes the place of what was known of it."""
    known = {ruling_key(item): item for item in law}
    known.update({ruling_key(item): item for item in package})
    return tuple(known.values())


def left_over(whole: Days, taken: Iterable[Days]) -> tuple[Days, ...]:
    """The stretches of days that are left of one when others are taken out, in order."""
    left = [whole]
    for start, end in taken:
        left = [piece for old in left for piece in _without(old, start, end)]
    return tuple(left)


def _without(old: Days, start: date, end: date) -> Iterator[Days]:
    if end < old[0] or start > old[1]:
        yield old
        return
    if start > old[0]:
        yield old[0], start - ONE_DAY
    if end < old[1]:
        yield end + ONE_DAY, old[1]


def _days(period: Period) -> Days:
    return period.start, period.end or date.max
