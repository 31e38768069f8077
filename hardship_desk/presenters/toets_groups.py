"""Leaving out what is still open of a whole provision in one go, and taking that back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from hardship_desk.domain.toets import Toets, ToetsElement
from hardship_desk.presenters.window_texts import WindowTexts


class ToetsSayer(Protocol):
    """Where is said what was done, or why not."""

    def show_said(self, text: str, *, is_problem: bool) -> None:
        """Show it."""
        ...


class ToetsGroups:
    """A group is a provision; nothing is left out by itself, and it stays known as done in one go."""

    def __init__(
        self,
        toets: Callable[[], Toets],
        elements: Callable[[], tuple[ToetsElement, ...]],
        change: Callable[[Toets], None],
        view: ToetsSayer,
        texts: WindowTexts,
    ) -> None:
        self._toets = toets
        self._elements = elements
        self._change = change
        self._view = view
        self._texts = texts

    def leave_out(self, number: int) -> None:
        """Of the provision of this element: what has no mark yet is not applicable."""
        if not 1 <= number <= len(self._elements()):
            return
        chosen, before = self._elements()[number - 1], self._toets()
        after = before.left_out_together(self._of(chosen.provision))
        count = len(after.together) - len(before.together)
        if not count:
            self._view.show_said(self._texts.get("toets.rest_geen"), is_problem=True)
            return
        self._change(after)
        told = self._texts.get("toets.rest_gezet", aantal=str(count), groep=chosen.basis)
        self._view.show_said(told, is_problem=False)

    def take_back(self) -> None:
        """The last provision that was left out in one go: what of it stands so is open again."""
        toets = self._toets()
        known = {item.id: item.provision for item in self._elements()}
        here = [item for item in toets.together if item in known]
        if not here:
            self._view.show_said(self._texts.get("toets.rest_niets_terug"), is_problem=True)
            return
        group = [item for item in here if known[item] == known[here[-1]]]
        for item in group:
            toets = toets.cleared(item)
        self._change(toets)
        told = self._texts.get("toets.rest_teruggenomen", aantal=str(len(group)))
        self._view.show_said(told, is_problem=False)

    def _of(self, provision: str) -> tuple[str, ...]:
        return tuple(item.id for item in self._elements() if item.provision == provision)
