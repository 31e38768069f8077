"""A way to stop long work from outside it."""

from __future__ import annotations


class Cancellation:
    """Passed to long work, which looks at it between two pieces and stops where it was cancelled."""

    def __init__(self) -> None:
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled = True

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled
