"""Dossiers as lists, without looking into them: needs neither questions nor rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice

from hardship_desk.services.ports.case_lists import (
    ANY_CASE,
    CaseFacets,
    CaseFilter,
    CaseSummary,
    FoundCases,
    ListedCases,
    SearchWord,
)

_UNTOUCHED = 10
"""For each dossier that is wanted so many are looked at: the newest may be new for being new only."""


class CaseLists:
    """What can be asked of all dossiers together."""

    def __init__(self, listed: ListedCases, names: Callable[[], Mapping[str, str]]) -> None:
        self._listed = listed
        self._names = names

    def newest(self, most: int) -> tuple[CaseSummary, ...]:
        """The dossiers that changed last, the very last first."""
        return self._listed.list_cases(most)

    def worked_on(self, most: int, *, begun: bool) -> tuple[CaseSummary, ...]:
        """The dossiers with a decision that changed last; `begun` leaves out those that nobody touched."""
        return worked_on(self._listed.list_cases, most, begun=begun)

    def find_cases(
        self, words: tuple[SearchWord, ...], newest: int, narrowed: CaseFilter = ANY_CASE
    ) -> FoundCases:
        """The newest of the dossiers that hold every word and fit, and how many there are."""
        return self._listed.find_cases(words, newest, narrowed)

    def facets(self) -> CaseFacets:
        """Which municipalities, kinds of decision and makers there are to filter by."""
        return self._listed.facets()

    def municipality_names(self) -> Mapping[str, str]:
        """The names of municipalities by code, with that of national law alone."""
        return self._names()


def worked_on(
    listed: Callable[[int], tuple[CaseSummary, ...]],
    newest: int,
    *,
    begun: bool,  # a fact, named where it is passed
) -> tuple[CaseSummary, ...]:
    """The dossiers with a decision that changed last; `begun` leaves out those that nobody touched.

    Those are the examples of the practice store, and what was made or taken in and left as it was.
    """
    if not begun:
        return tuple(item for item in listed(newest) if item.decision_types)
    found = (item for item in listed(newest * _UNTOUCHED) if item.begun and item.decision_types)
    return tuple(islice(found, newest))
