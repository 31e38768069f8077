"""Keeps what is typed on the pages of one dossier and not sent, and puts it back when they open."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from hardship_desk.presenters.drafts import Drafts
from hardship_desk.presenters.shell import Page
from hardship_desk.ui.widgets.draft_form import DraftForm


class HalfFilled(Protocol):
    """Cards of which only one of two fields is filled in."""

    def typed(self) -> dict[str, list[str]]:
        """What stands in cards that are not whole."""
        ...

    def restore(self, typed: dict[str, list[str]]) -> None:
        """Put back what was typed before."""
        ...


class CaseDrafts:
    """Knows the forms of each page, and the cards of some."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._forms: dict[Page, tuple[tuple[str, DraftForm], ...]] = {}
        self._cards: dict[Page, tuple[str, HalfFilled]] = {}
        self._put_back: set[Page] = set()

    def add(
        self,
        page: Page,
        forms: tuple[tuple[str, DraftForm], ...],
        cards: tuple[str, HalfFilled] | None,
    ) -> None:
        """Note the forms of a page, each with what stands before the place of its draft."""
        self._forms[page] = forms
        if cards is not None:
            self._cards[page] = cards
        for head, form in forms:
            form.told.connect(partial(self._keep_form, head, form))

    def keep(self, page: Page) -> None:
        """Keep what is typed on a page; what did not change costs nothing."""
        if page not in self._put_back:
            return
        for head, form in self._forms.get(page, ()):
            self._keep_form(head, form)
        if page in self._cards:
            place, cards = self._cards[page]
            self._drafts.keep(place, cards.typed())

    def put_back(self, page: Page) -> None:
        """Put back what was typed before, when a page is shown for the first time."""
        if page in self._put_back:
            return
        self._put_back.add(page)
        for head, form in self._forms.get(page, ()):
            form.restore(self._drafts.texts_of(head + form.place))
            form.show_note(self._drafts.note(head + form.place))
        if page in self._cards:
            place, cards = self._cards[page]
            kept = self._drafts.of(place).items()
            cards.restore({key: _pair(typed) for key, typed in kept if _pair(typed)})

    def _keep_form(self, head: str, form: DraftForm) -> None:
        self._drafts.keep(head + form.place, form.typed())
        form.show_note(self._drafts.note(head + form.place))


def _pair(typed: object) -> list[str]:
    return [str(text) for text in typed] if isinstance(typed, list) and len(typed) == 2 else []
