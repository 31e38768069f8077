"""Lets rules in other processes finish beside the window; what was overtaken is dropped."""

from __future__ import annotations

from collections.abc import Callable

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.keys import Runner

Work = Callable[[], object]


class RulesWaiting:
    """At most one wait runs. Of those asked for meanwhile only the last is started after it."""

    def __init__(self, run: Runner, ready: Callable[[], None]) -> None:
        self._run = run
        self._ready = ready
        self._generation = 0
        self._running = False
        self._next: Work | None = None

    def wait(self, work: Work) -> None:
        """Do the waiting, then tell; a wait that was overtaken tells nothing."""
        self._generation += 1
        if self._running:
            self._next = work
        else:
            self._start(work)

    def stop(self) -> None:
        """Tell nothing any more: the dossier was closed."""
        self._generation += 1
        self._next = None

    def _start(self, work: Work) -> None:
        generation = self._generation
        self._running = True

        def done(_result: object) -> None:
            self._done(generation)

        def failed(_error: HardshipDeskError) -> None:
            self._done(generation)

        self._run(work, done, failed)

    def _done(self, generation: int) -> None:
        self._running = False
        work, self._next = self._next, None
        if work is not None:
            self._start(work)
        elif generation == self._generation:
            self._ready()
