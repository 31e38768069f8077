"""Warns where a local value was not read in the regulation itself, or held only until an earlier day."""

from __future__ import annotations

from collections.abc import Iterable

from hardship_desk.plugin_api import Certainty

from .law import NOT_LOCAL, DatedValue, texts_of
from .noticed import Noticed
from .step import Step, dutch_day


def cautions(
    steps: tuple[Step, ...], noticed: Iterable[Noticed | None], page: int
) -> tuple[Noticed | None, ...]:
    """Awb 3:2: what to look up before relying on the values of a municipality."""
    used = [value for step in steps for value in step.values]
    used += [value for item in noticed if item is not None for value in item.values]
    sought = [value for step in steps for value in step.sought]
    return (_not_read(used, page), _ended(sought, page))


def _not_read(used: list[DatedValue], page: int) -> Noticed | None:
    """A value known by a summary or by hearsay: the text itself may say otherwise."""
    unsure = tuple(
        value for value in used if value.is_local and value.certainty is not Certainty.VERIFIED
    )
    if not unsure:
        return None
    return Noticed(
        name="waarde_niet_nagelezen",
        step=page,
        basis="awb_3_2",
        slots={"regels": texts_of(unsure)},
        values=unsure,
    )


def _ended(sought: list[DatedValue], page: int) -> Noticed | None:
    """A value that is known for earlier days only: it is not used, and the new one is to be found."""
    ended = [value.ended for value in sought if value.ended is not None]
    old = tuple(
        DatedValue(item, item.valid.last_day)
        for item in ended
        if item.plugin not in NOT_LOCAL and item.valid.end is not None
    )
    if not old:
        return None
    last = max(value.on for value in old)
    return Noticed(
        name="waarde_afgelopen",
        step=page,
        basis="awb_3_2",
        slots={"regels": texts_of(old), "dag": dutch_day(last) or ""},
        values=old,
    )
