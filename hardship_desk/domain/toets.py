"""Checking a motivation that somebody else wrote: which elements it establishes, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hardship_desk.domain.ids import DecisionTypeId


class ElementState(StrEnum):
    """What the reader found of one element."""

    VASTGESTELD = "vastgesteld"
    DUN = "dun"
    ONTBREEKT = "ontbreekt"
    NVT = "nvt"


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementRuling:
    """A ruling that shows why the element counts; `unread` says that only a summary was read."""

    ecli: str
    gist: str
    unread: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToetsElement:
    """One element that the law of that day asks of a motivation."""

    id: str
    provision: str
    basis: str
    source: str
    name: str
    question: str
    why: str
    rulings: tuple[ElementRuling, ...] = ()
    must_hold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of the text, marked for an element; `thin` where it says too little."""

    element: str
    start: int
    end: int
    thin: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Toets:
    """The check of one text. Where the text changes, marks before the change stay true only there.

    `together` are those not applicable that were said of a whole group in one go.
    """

    title: str
    type: DecisionTypeId
    day: date
    text: str
    passages: tuple[Passage, ...] = ()
    not_applicable: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    together: tuple[str, ...] = ()

    def state_of(self, element: str) -> ElementState:
        """What was found: one passage that says enough establishes it."""
        found = [item for item in self.passages if item.element == element]
        if any(not item.thin for item in found):
            return ElementState.VASTGESTELD
        if found:
            return ElementState.DUN
        return ElementState.NVT if element in self.not_applicable else ElementState.ONTBREEKT

    def quotes(self, element: str) -> tuple[str, ...]:
        """The passages of an element, in the order of the text."""
        found = sorted((item.start, item.end) for item in self.passages if item.element == element)
        return tuple(self.text[start:end].strip() for start, end in found)

    def remark(self, element: str) -> str:
        """What the reader wrote about it."""
        return dict(self.remarks).get(element, "")

    def marked(self, passage: Passage) -> Toets:
        """With the passage; the same stretch for the same element is replaced."""
        place = (passage.element, passage.start, passage.end)
        kept = tuple(
            item for item in self.passages if (item.element, item.start, item.end) != place
        )
        return replace(self.cleared(passage.element), passages=(*kept, passage))

    def cleared(self, element: str) -> Toets:
        """Without marks for the element."""
        return replace(
            self,
            passages=tuple(item for item in self.passages if item.element != element),
            not_applicable=tuple(item for item in self.not_applicable if item != element),
            together=tuple(item for item in self.together if item != element),
        )

    def left_out(self, element: str) -> Toets:
        """With the element as not applicable."""
        cleared = self.cleared(element)
        return replace(cleared, not_applicable=(*cleared.not_applicable, element))

    def left_out_together(self, elements: tuple[str, ...]) -> Toets:
        """With those of the elements that have no mark as not applicable, and that it was in one go."""
        found = tuple(item for item in elements if self.state_of(item) is ElementState.ONTBREEKT)
        return replace(
            self,
            not_applicable=(*self.not_applicable, *found),
            together=(*self.together, *found),
        )

    def remarked(self, element: str, text: str) -> Toets:
        """With what the reader writes about the element; an empty text takes it away."""
        kept = tuple(item for item in self.remarks if item[0] != element)
        added = ((element, text.strip()),) if text.strip() else ()
        return replace(self, remarks=(*kept, *added))
