"""Which copies stay: all of two days, then 14 daily, 12 weekly and 12 monthly ones.

Time is what passed for the vault: a gap between two copies counts for a day at most, and a clock that
was set back counts for nothing. So a wrong clock, or a laptop that lay still, costs no copy.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from hardship_desk.storage.backups.form import Backup

HOUR, DAY = 3600, 86_400
ALL_OF = 48 * HOUR
DAYS, WEEKS, MONTHS = 14, 12, 12
AFTER_ERASURE = timedelta(days=35)
_WEEK, _MONTH = 7 * DAY, 30 * DAY


def elapsed_since(earlier: Backup | None, now: datetime, passed: float | None = None) -> int:
    """The time that has passed for the vault when a copy is made now.

    `passed` is how long ago the earlier one was made, where the program was open all the while.
    """
    if earlier is None:
        return 0
    gap = (now - earlier.manifest.moment).total_seconds() if passed is None else passed
    return earlier.manifest.elapsed + round(min(max(gap, 0), DAY))


def to_keep(backups: Iterable[Backup]) -> frozenset[int]:
    """The numbers of the copies that stay."""
    newest_first = sorted(backups, key=lambda one: one.manifest.serial, reverse=True)
    if not newest_first:
        return frozenset()
    now = newest_first[0].manifest.elapsed
    kept = {one.manifest.serial for one in newest_first if now - one.manifest.elapsed <= ALL_OF}
    for length, most in ((DAY, DAYS), (_WEEK, WEEKS), (_MONTH, MONTHS)):
        kept |= _newest_of_each(newest_first, length, most)
    return frozenset(kept)


def erased_too_long(
    backups: Iterable[Backup], erasures: Iterable[datetime], now: datetime
) -> frozenset[int]:
    """The copies that still hold what was destroyed more than 35 days ago.

    Never the newest one: there is always a copy that was made after it, or it stays.
    """
    due = [moment for moment in erasures if now - moment > AFTER_ERASURE]
    ordered = sorted(backups, key=lambda one: one.manifest.serial)
    if not due or not ordered:
        return frozenset()
    before = max(due)
    return frozenset(one.manifest.serial for one in ordered[:-1] if one.manifest.moment <= before)


def _newest_of_each(newest_first: list[Backup], length: int, most: int) -> set[int]:
    """The newest copy of each of the last days, weeks or months that have one."""
    found: dict[int, int] = {}
    for one in newest_first:
        found.setdefault(one.manifest.elapsed // length, one.manifest.serial)
        if len(found) == most:
            break
    return set(found.values())
