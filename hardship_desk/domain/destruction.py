"""What is proposed to be destroyed, and the declaration that it was; neither names a resident."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hardship_desk.domain.ids import CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCase:
    """A dossier on a list to destroy: its zaaknummer and the term it fell under, no persons.

    `ground` is that term in words with its source, `sealed` the hash of each decision as adopted.
    """

    case_id: CaseId
    term: str
    due: str
    number: str = ""
    ground: str = ""
    sealed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DestructionList:
    """What one user proposed to destroy, for another to decide on."""

    id: str
    proposed_by: str
    proposed_by_id: str
    proposed_at: datetime
    cases: tuple[ListedCase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """That a list was destroyed, by whom, how and under which terms; names no resident.

    `cases` specifies what was destroyed; declarations of earlier versions have none.
    """

    list_id: str
    proposed_by: str
    approved_by: str
    destroyed_at: datetime
    count: int
    terms: tuple[str, ...]
    way: str
    proposed_at: datetime | None = None
    cases: tuple[ListedCase, ...] = ()

    @property
    def grounds(self) -> tuple[str, ...]:
        """The terms in words; of an earlier version there is only how each was called in the data."""
        named = {item.ground.partition(":")[0] for item in self.cases if item.ground}
        return tuple(sorted(named)) or tuple(term.replace("_", " ") for term in self.terms)
