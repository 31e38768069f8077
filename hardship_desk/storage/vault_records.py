"""What is kept in an open vault; each kind of record is made when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hardship_desk.config.parts import part
from hardship_desk.storage.erased_list import ErasedList
from hardship_desk.storage.opening import Opened
from hardship_desk.storage.records.case_lists import CaseListRecords
from hardship_desk.storage.records.loose_drafts import LooseDraftRecords
from hardship_desk.storage.session import Session

if TYPE_CHECKING:
    from hardship_desk.storage.erasure import RetentionRecords
    from hardship_desk.storage.logs.law import LawLog
    from hardship_desk.storage.records.cases import CaseRecords
    from hardship_desk.storage.records.contacts import ContactRecords
    from hardship_desk.storage.records.evidence import EvidenceFileRecords
    from hardship_desk.storage.upkeep import Upkeep


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around the records of an open vault."""

    path: Path
    opened: Opened
    erased: ErasedList


class VaultRecords:
    """What is kept in an open vault; each made when it is first asked for."""

    def __init__(self, session: Session, around: Around) -> None:
        self._session = session
        self._around = around

    @part
    def upkeep(self) -> Upkeep:
        """Keeps the vault whole."""
        from hardship_desk.storage.upkeep import Upkeep

        around = self._around
        return Upkeep(self._session, around.path, around.opened, self._session.clock, around.erased)

    @part
    def listed(self) -> CaseListRecords:
        """The dossiers as lines of a list."""
        return CaseListRecords(self._session)

    @part
    def cases(self) -> CaseRecords:
        """All that is kept of dossiers."""
        from hardship_desk.storage.records.cases import CaseRecords

        return CaseRecords(self._session)

    @part
    def retention(self) -> RetentionRecords:
        """What is destroyed, and what is left of it."""
        from hardship_desk.storage.erasure import RetentionRecords

        return RetentionRecords(self._session, self._around.erased.write)

    @part
    def evidence_files(self) -> EvidenceFileRecords:
        """Copies of evidence."""
        from hardship_desk.storage.records.evidence import EvidenceFileRecords

        return EvidenceFileRecords(self._session)

    @part
    def law_log(self) -> LawLog:
        """Which law was taken in, and by whom."""
        from hardship_desk.storage.logs.law import LawLog

        return LawLog(self._session)

    @part
    def contacts(self) -> ContactRecords:
        """The own contact card, and those of colleagues."""
        from hardship_desk.storage.records.contacts import ContactRecords

        return ContactRecords(self._session)

    @part
    def loose_drafts(self) -> LooseDraftRecords:
        """What was typed outside a dossier."""
        return LooseDraftRecords(self._session)
