"""Slows down who guesses passphrases: five are free, then each takes longer, up to a minute.

Nobody is ever locked out for good. The count stands beside the vault, so a restart does not help;
it is written before the guess, so ending the program does not either.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import VaultError, WriteError

FREE_GUESSES, LONGEST_WAIT = 5, 60
TOO_FAST = "te_veel_pogingen"
_WRONG = frozenset({"wachtwoord_onjuist"})


@contextmanager
def counted_guess(vault: Path, clock: Clock) -> Iterator[None]:
    """A block that tries a passphrase; VaultError `te_veel_pogingen` where it comes too soon.

    Its parameter `seconden` says how long to wait.
    """
    failed, _ = _read(vault)
    wait = seconds_to_wait(vault, clock)
    if wait > 0:
        raise VaultError(TOO_FAST, seconden=str(wait))
    _write(vault, failed + 1, clock)
    try:
        yield
    except VaultError as error:
        if error.code not in _WRONG:
            _write(vault, failed, clock)
        raise
    _forget(vault)


def seconds_to_wait(vault: Path, clock: Clock) -> int:
    """How long the next guess has to wait; a clock that was set back makes it no longer."""
    failed, last = _read(vault)
    if failed < FREE_GUESSES or last is None:
        return 0
    delay = min(1 << min(failed - FREE_GUESSES, 10), LONGEST_WAIT)
    left = math.ceil((last + timedelta(seconds=delay) - clock.now()).total_seconds())
    return max(0, min(delay, left))


def guess_path(vault: Path) -> Path:
    """The file with the count."""
    return vault.with_name(f"{vault.name}.pogingen")


def _read(vault: Path) -> tuple[int, datetime | None]:
    try:
        fields = cast("object", json.loads(guess_path(vault).read_text("utf-8")))
        if isinstance(fields, dict):
            return max(0, int(fields["mislukt"])), datetime.fromisoformat(fields["laatste"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return 0, None


def _write(vault: Path, failed: int, clock: Clock) -> None:
    if failed == 0:
        _forget(vault)
        return
    text = json.dumps({"mislukt": failed, "laatste": clock.now().isoformat()})
    # Where nothing can be written the vault must still open: being locked out is worse.
    with suppress(WriteError):
        write_atomically(guess_path(vault), text.encode())


def _forget(vault: Path) -> None:
    with suppress(OSError):
        guess_path(vault).unlink(missing_ok=True)
