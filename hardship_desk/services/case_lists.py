"""Dossiers as lists, without looking into them: needs neither questions nor rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hardship_desk.services.ports.case_lists import (
    ANY_CASE,
    CaseFacets,
    CaseFilter,
    CaseSummary,
    FoundCases,
    ListedCases,
    SearchWord,
)


class CaseLists:
    """What can be asked of all dossiers together."""

    def __init__(self, listed: ListedCases, names: Callable[[], Mapping[str, str]]) -> None:
        self._listed = listed
        self._names = names

    def newest(self, most: int) -> tuple[CaseSummary, ...]:
        """The dossiers that changed last, the very last first."""
        return self._listed.list_cases(most)

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
