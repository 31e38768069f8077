"""A package: what travels from one laptop to another, apart from how it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hardship_desk.domain.case import Case
from hardship_desk.domain.contact import PublicKeys
from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.ids import CaseNumber, DecisionId, EvidenceId
from hardship_desk.domain.remark import Remark
from hardship_desk.domain.snapshot import DecisionSnapshot


class PackageKind(StrEnum):
    """What a package is for."""

    DOSSIER = "dossier"
    TER_TOETSING = "ter_toetsing"
    TOETSRESULTAAT = "toetsresultaat"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageHead:
    """What stands on the outside of the content: shown before anything is imported."""

    kind: PackageKind
    number: CaseNumber
    made_at: datetime
    made_by: str
    program_version: str
    is_practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceCopy:
    """The copy of a file behind a piece of evidence; `ending` is that of its name, such as .pdf."""

    evidence: EvidenceId
    ending: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPackage:
    """A whole dossier with the receipts of its decisions.

    `organisation` is the text of the organisation's own values, as they were used. For a second
    reader `decision` names the decision to be judged. `copies` are the files that the sender keeps
    of the evidence.
    """

    head: PackageHead
    case: Case
    receipts: tuple[DecisionSnapshot, ...]
    organisation: str
    decision: DecisionId | None = None
    copies: tuple[EvidenceCopy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewResult:
    """The verdict of a second reader, bound to the exact version that was read.

    `sha256` is the hash of that version; a result for another version is refused.
    """

    head: PackageHead
    decision: DecisionId
    sha256: str
    reader: str
    verdict: ReviewVerdict
    text: str
    remarks: tuple[Remark, ...] = ()


Package = DossierPackage | ReviewResult


@dataclass(frozen=True, slots=True, kw_only=True)
class ByCode:
    """Whoever knows the code opens the package."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCard:
    """Only the owner of these keys opens the package."""

    keys: PublicKeys


Receiver = ByCode | ToCard


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPackage:
    """What was in a file, and by whose keys it was signed; `signer` is absent in files of before."""

    package: Package
    signer: PublicKeys | None
