"""When the window locks, and what opens it again. Counts lasting time, never the clock on the wall."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from enum import StrEnum

TALK_MINUTES = 15
WARN_SECONDS = 60
MOST_PIN_ERRORS = 3
SHORTEST_PIN, LONGEST_PIN = 4, 12
_ROUNDS = 100_000


class LockStep(StrEnum):
    """What has to happen now."""

    NOTHING = "niets"
    WARN = "waarschuwen"
    LOCK = "vergrendelen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A step, and how many seconds are left before the window locks."""

    step: LockStep
    left: int


class IdleWatch:
    """Knows how long nobody touched the window. Moments are seconds that only go on."""

    def __init__(self, minutes: int, now: float) -> None:
        self._minutes = minutes
        self._talking = False
        self._touched = now

    @property
    def talking(self) -> bool:
        """Whether gespreksmodus is on."""
        return self._talking

    def talk(self, now: float, *, on: bool) -> None:
        """Begin or end gespreksmodus, in which there is more time."""
        self._talking = on
        self._touched = now

    def touch(self, now: float) -> None:
        """Someone is there."""
        self._touched = now

    def look(self, now: float) -> Moment:
        """What has to happen now."""
        seconds = (TALK_MINUTES if self._talking else self._minutes) * 60
        left = max(0, seconds - int(now - self._touched))
        if left == 0:
            return Moment(step=LockStep.LOCK, left=0)
        warns = left <= min(WARN_SECONDS, seconds // 2)
        return Moment(step=LockStep.WARN if warns else LockStep.NOTHING, left=left)


class PinGuard:
    """A PIN for the time of one conversation; kept in memory only, and never after sleep."""

    def __init__(self) -> None:
        self._salt = b""
        self._stretched = b""
        self._errors = 0

    @property
    def usable(self) -> bool:
        """Whether the PIN still opens the window; otherwise only the passphrase does."""
        return bool(self._stretched)

    def set(self, pin: str) -> None:
        """Take a PIN for this conversation."""
        self._salt = secrets.token_bytes(16)
        self._stretched = self._of(pin)
        self._errors = 0

    def forget(self) -> None:
        """Let only the passphrase open the window: after sleep, or at the end."""
        self._salt = self._stretched = b""

    def opens(self, pin: str) -> bool:
        """Whether this is the PIN; after three errors it is forgotten."""
        if not self.usable:
            return False
        if hmac.compare_digest(self._of(pin), self._stretched):
            self._errors = 0
            return True
        self._errors += 1
        if self._errors >= MOST_PIN_ERRORS:
            self.forget()
        return False

    def _of(self, pin: str) -> bytes:
        return hashlib.pbkdf2_hmac("sha256", pin.encode(), self._salt, _ROUNDS)


def pin_problem(pin: str, again: str) -> str:
    """The key of what is wrong with a new PIN; empty where it is good."""
    if not (pin.isascii() and pin.isdigit() and SHORTEST_PIN <= len(pin) <= LONGEST_PIN):
        return "slot.pin_vorm"
    if len(set(pin)) == 1 or pin in "01234567890" or pin in "09876543210":
        return "slot.pin_makkelijk"
    return "" if pin == again else "slot.pin_ongelijk"
