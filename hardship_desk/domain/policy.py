"""What an organisation has decided for every vault on its computers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hardship_desk.domain.users import Officer

LEAST_LOCK_MINUTES, MOST_LOCK_MINUTES = 1, 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Every choice is the careful one until the organisation decides otherwise.

    `officers` is None where the organisation says nothing about its own way in. `plugin_keys` are the
    public keys that sign lists of plugins; without `unlisted_code` only what is listed runs.
    `law_keys` are the public keys that sign packages of law and of settings; `law_folder` is where the
    organisation puts new ones. `rsin` is the number of the organisation and `drop_folder` the folder
    from which a zaaksysteem takes what was decided.
    """

    officers: tuple[Officer, ...] | None = None
    evidence_copies: bool = False
    lock_minutes: int = 5
    working_copy_days: int | None = None
    plugin_keys: tuple[bytes, ...] = ()
    unlisted_code: bool = True
    law_keys: tuple[bytes, ...] = ()
    law_folder: Path | None = None
    rsin: str | None = None
    drop_folder: Path | None = None
