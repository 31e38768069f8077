"""Parts of a whole that come when they are first asked for, whichever thread asks."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Generic, TypeVar, overload

W = TypeVar("W")
T = TypeVar("T")


class Part(Generic[W, T]):
    """What `part` makes of a method. It is kept beside the other attributes of the whole."""

    def __init__(self, make: Callable[[W], T]) -> None:
        self.__doc__ = make.__doc__
        self._make = make
        self._name = make.__name__
        self._one_at_a_time = RLock()

    @overload
    def __get__(self, whole: None, kind: type[W]) -> Part[W, T]: ...

    @overload
    def __get__(self, whole: W, kind: type[W]) -> T: ...

    def __get__(self, whole: W | None, kind: type[W]) -> T | Part[W, T]:
        """The part; Python comes here only while the whole does not have it yet."""
        if whole is None:
            return self
        made: dict[str, T] = vars(whole)
        with self._one_at_a_time:
            if self._name not in made:
                made[self._name] = self._make(whole)
            return made[self._name]


def part(make: Callable[[W], T]) -> Part[W, T]:
    """A part that is made once, at the first asking; who asks meanwhile waits for it.

    A part may ask for others, as long as none of them asks for this one again. What goes wrong while
    it is made reaches who asked, and the next who asks tries again.
    """
    return Part(make)


def is_made(whole: object, name: str) -> bool:
    """Whether a part was asked for before."""
    return name in vars(whole)
