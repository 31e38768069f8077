"""What a list of dossiers needs: lines, filters and words to find, without the dossiers themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from hardship_desk.domain.ids import CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """One line of the case list; `begun` says that something was done in it since it came."""

    id: CaseId
    number: str
    title: str
    gemeentecode: str
    decision_types: tuple[str, ...]
    state: str
    changed_at: datetime
    begun: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWord:
    """A word to find, casefolded; `gemeentecodes`, `types` and `states` are those whose name has it."""

    text: str
    gemeentecodes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFilter:
    """What the dossiers must be besides; what is empty does not count. `made_by` is a user's name."""

    gemeentecode: str = ""
    type: str = ""
    state: str = ""
    changed_since: datetime | None = None
    made_by: str = ""


ANY_CASE = CaseFilter()
"""Lets every dossier through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFacets:
    """What there is to filter by: only what some dossier has."""

    gemeentecodes: tuple[str, ...]
    types: tuple[str, ...]
    makers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCases:
    """The newest of the dossiers that were found, and how many there are in all."""

    newest: tuple[CaseSummary, ...]
    count: int


class ListedCases(Protocol):
    """Lists dossiers without reading them whole. Raises VaultError where it cannot."""

    def list_cases(self, newest: int | None = None) -> tuple[CaseSummary, ...]:
        """All dossiers, the one changed last first, or only so many of the newest."""
        ...

    def find_cases(
        self, words: tuple[SearchWord, ...], newest: int, narrowed: CaseFilter = ANY_CASE
    ) -> FoundCases:
        """The dossiers that hold every word and fit, the one changed last first, at most so many."""
        ...

    def facets(self) -> CaseFacets:
        """Which municipalities, kinds of decision and makers there are to filter by."""
        ...
