"""`override` for what is loaded at the start.

Python has it from 3.12 on. `typing_extensions`, which has it for 3.11, takes 4 ms to load: where that
does not matter it is taken from there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from typing_extensions import override as override  # noqa: PLC0414 - others take it from here
else:
    M = TypeVar("M")

    def override(method: M) -> M:
        """Say that a method takes the place of one of the class above; mypy checks it."""
        return method
