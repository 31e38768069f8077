"""Which answers were changed since the decision was opened, and what they were before."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.domain.answers import Answer

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A question and its answer before the change; None where it had none."""

    question: str
    before: Answer | None


class Undoing:
    """Remembers changes, the last one first. What is saved while someone types is one change."""

    def __init__(self) -> None:
        self._changes: list[Changed] = []
        self._typing = ""

    @property
    def last(self) -> Changed | None:
        """The change that would be undone, or None."""
        return self._changes[-1] if self._changes else None

    def note(self, question: str, before: Answer | None, *, final: bool) -> None:
        """Remember a change; `final` is false while the user is still typing."""
        if self._typing != question:
            self._changes.append(Changed(question=question, before=before))
            del self._changes[:-MOST]
        self._typing = "" if final else question

    def settle(self, question: str) -> None:
        """The user is done typing at a question: what follows there is another change."""
        if self._typing == question:
            self._typing = ""

    def take(self) -> Changed | None:
        """The last change, which is forgotten by this."""
        self._typing = ""
        return self._changes.pop() if self._changes else None

    def put_back(self, changed: Changed) -> None:
        """Remember a change again that could not be undone."""
        self._changes.append(changed)
