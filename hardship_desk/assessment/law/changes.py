"""What differs between two states of the law, value by value and day by day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from hardship_desk.assessment.law.checks import ruling_key
from hardship_desk.assessment.law.joining import ONE_DAY
from hardship_desk.assessment.plugins.loader import ReadPlugin
from hardship_desk.domain.legal_basis import Anchor, Source
from hardship_desk.plugin_api.catalogue import (
    Conflict,
    DatedText,
    Parameter,
    ParameterValue,
    Provision,
)
from hardship_desk.plugin_api.context import ContextDates

T = TypeVar("T")


class ChangeKind(StrEnum):
    """What kind of thing of law changes."""

    VALUE = "waarde"
    PROVISION = "bepaling"
    CONFLICT = "botsing"
    RULING = "uitspraak"
    TEXT = "zin"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawChange:
    """One thing that reads otherwise on these days.

    `old` or `new` is None where nothing was or is known. `start` is `date.min` and `end` `date.max`
    where there is no such day; `anchor` is None for what has no day of its own. `article` is that of
    a provision.
    """

    kind: ChangeKind
    key: str
    old: ParameterValue | None
    new: ParameterValue | None
    start: date = date.min
    end: date = date.max
    unit: str = ""
    anchor: Anchor | None = None
    source: Source | None = None
    article: str = ""

    def holds_on(self, dates: ContextDates) -> bool:
        """Whether the day that its anchor names falls in its days."""
        day = dates.anchor(self.anchor) if self.anchor is not None else None
        return day is not None and self.start <= day <= self.end


@dataclass(frozen=True, slots=True)
class _Dated(Generic[T]):
    """Something on its days."""

    key: str
    start: date
    end: date
    item: T


@dataclass(frozen=True, slots=True)
class _Stretch(Generic[T]):
    """The days on which one thing was and another is."""

    key: str
    start: date
    end: date
    old: T | None
    new: T | None


def law_changes(old: ReadPlugin, new: ReadPlugin) -> tuple[LawChange, ...]:
    """Every value, provision, conflict, ruling and sentence that is not the same in both."""
    return (
        *map(_value_change, _stretches(_values(old), _values(new), _value_of)),
        *_text_changes(
            ChangeKind.PROVISION,
            [place.item for place in old.contents.provisions],
            [place.item for place in new.contents.provisions],
        ),
        *_text_changes(ChangeKind.CONFLICT, old.contents.conflicts, new.contents.conflicts),
        *_ruling_changes(old, new),
        *_sentence_changes(old, new),
    )


def _values(law: ReadPlugin) -> list[_Dated[Parameter]]:
    return [
        _Dated(item.name, item.valid.start, item.valid.end or date.max, item)
        for item in (place.item for place in law.contents.parameters)
    ]


def _value_of(item: Parameter) -> object:
    """What makes two values different to who uses them: the value, how sure it is and its source."""
    return item.value, item.certainty, item.source, item.basis


def _value_change(found: _Stretch[Parameter]) -> LawChange:
    some = found.new or found.old
    return LawChange(
        kind=ChangeKind.VALUE,
        key=found.key,
        old=found.old.value if found.old else None,
        new=found.new.value if found.new else None,
        start=found.start,
        end=found.end,
        unit=some.unit if some else "",
        anchor=some.anchor if some else None,
        source=found.new.source if found.new else None,
    )


def _text_changes(
    kind: ChangeKind,
    old: Iterable[Provision | Conflict],
    new: Iterable[Provision | Conflict],
) -> Iterator[LawChange]:
    for found in _stretches(_texts(old), _texts(new), _timeless):
        some = found.new or found.old
        yield LawChange(
            kind=kind,
            key=found.key,
            old=_gist(found.old),
            new=_gist(found.new),
            start=found.start,
            end=found.end,
            anchor=some.anchor if some else None,
            source=found.new.source if found.new else None,
            article=some.basis.dutch() if isinstance(some, Provision) else "",
        )


def _texts(items: Iterable[Provision | Conflict]) -> list[_Dated[Provision | Conflict]]:
    return [
        _Dated(item.id, item.valid_from or date.min, item.valid_until or date.max, item)
        for item in items
    ]


def _timeless(item: DatedText) -> object:
    """The text without the days on which it holds."""
    return replace(item, valid_from=None, valid_until=None)


def _gist(item: Provision | Conflict | None) -> str | None:
    if item is None:
        return None
    return item.gist if isinstance(item, Provision) else item.clash


def _ruling_changes(old: ReadPlugin, new: ReadPlugin) -> Iterator[LawChange]:
    known = {ruling_key(item): item for item in old.contents.rulings}
    found = {ruling_key(item): item for item in new.contents.rulings}
    for key in dict.fromkeys((*known, *found)):
        was, now = known.get(key), found.get(key)
        if was != now:
            yield LawChange(
                kind=ChangeKind.RULING,
                key=key,
                old=was.lesson if was else None,
                new=now.lesson if now else None,
                source=now.source if now else None,
            )


def _sentence_changes(old: ReadPlugin, new: ReadPlugin) -> Iterator[LawChange]:
    for key in dict.fromkeys((*old.texts, *new.texts)):
        was, now = old.texts.get(key), new.texts.get(key)
        if was != now:
            yield LawChange(kind=ChangeKind.TEXT, key=key, old=was, new=now)


def _stretches(
    old: list[_Dated[T]], new: list[_Dated[T]], says: Callable[[T], object]
) -> Iterator[_Stretch[T]]:
    """The stretches of days on which the two differ; neighbours that say the same are one."""
    for key in dict.fromkeys(item.key for item in (*old, *new)):
        mine, theirs = ([item for item in some if item.key == key] for some in (old, new))
        last: _Stretch[T] | None = None
        for start, end in _pieces((*mine, *theirs)):
            was, now = _on(mine, start), _on(theirs, start)
            if _said(was, says) == _said(now, says):
                continue
            here = _Stretch(key, start, end, was, now)
            if last is not None and _goes_on(last, here, says):
                last = replace(last, end=end)
                continue
            if last is not None:
                yield last
            last = here
        if last is not None:
            yield last


def _pieces(items: Iterable[_Dated[T]]) -> Iterator[tuple[date, date]]:
    """The days cut at every day on which something begins or has ended."""
    starts = {item.start for item in items}
    starts |= {item.end + ONE_DAY for item in items if item.end < date.max}
    ordered = sorted(starts)
    for start, following in zip(ordered, (*ordered[1:], None), strict=True):
        yield start, following - ONE_DAY if following is not None else date.max


def _on(items: Iterable[_Dated[T]], day: date) -> T | None:
    return next((item.item for item in items if item.start <= day <= item.end), None)


def _said(item: T | None, says: Callable[[T], object]) -> object:
    return None if item is None else says(item)


def _goes_on(last: _Stretch[T], here: _Stretch[T], says: Callable[[T], object]) -> bool:
    return (
        last.end + ONE_DAY == here.start
        and _said(last.old, says) == _said(here.old, says)
        and _said(last.new, says) == _said(here.new, says)
    )
