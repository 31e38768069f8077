"""Writes a package down and reads it back: a manifest, the content, and a hash of each file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from hardship_desk.domain.case import Case
from hardship_desk.domain.codec import Json, canonical_json, decode, encode
from hardship_desk.domain.contact import OwnKeys
from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.ids import DecisionId, EvidenceId
from hardship_desk.domain.package import (
    ByCode,
    DossierPackage,
    EvidenceCopy,
    OpenedPackage,
    Package,
    PackageHead,
    PackageKind,
    Receiver,
    ReviewResult,
    ToCard,
)
from hardship_desk.domain.remark import Remark
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.exchange.package.archive import pack, unpack
from hardship_desk.exchange.package.envelope import archive_in, envelope_of
from hardship_desk.exchange.package.sealing import (
    needs_code,
    new_code,
    seal,
    seal_to,
    unseal,
    unseal_with,
)
from hardship_desk.exchange.package.strict_json import read_json

SCHEMA = 1
MANIFEST, CASE, ORGANISATION, RESULT = (
    "manifest.json",
    "dossier.json",
    "organisatie.toml",
    "toetsresultaat.json",
)
RECEIPTS = "besluiten/"
COPIES, COPY_LIST = "kopieen/", "kopieen.json"
_ENDING = re.compile(r"(\.[a-z0-9]{1,12})?")


class PackageFile:
    """Fulfils `PackageFormat`. What one of before wrote has no signature, and is still read."""

    def new_code(self) -> str:
        """A code nobody has."""
        return new_code()

    def needs_code(self, data: bytes) -> bool:
        """Whether a file asks for a code, and not for the keys of its receiver."""
        return needs_code(data)

    def write(self, package: Package, sender: OwnKeys, to: Receiver) -> bytes:
        """The package as a file, signed by the sender, that only the receiver opens."""
        envelope = envelope_of(archive_of(package), sender, to)
        if isinstance(to, ByCode):
            return seal(envelope, to.code)
        return seal_to(envelope, to.keys.receiving)

    def read(self, data: bytes, way: ByCode | OwnKeys) -> OpenedPackage:
        """The package and who signed it; raises PackageError."""
        if isinstance(way, ByCode):
            archive, signer = archive_in(unseal(data, way.code), way)
        else:
            content = unseal_with(data, way.secret.receiving)
            archive, signer = archive_in(content, ToCard(keys=way.public))
        package = package_of(archive)
        if signer is not None and signer.is_practice != package.head.is_practice:
            raise PackageError("pakket_onleesbaar")
        return OpenedPackage(package=package, signer=signer)


def archive_of(package: Package) -> bytes:
    """The package as a plain archive; the same package gives the same bytes."""
    files = _files_of(package)
    manifest: Json = {
        "schema": SCHEMA,
        "hoofd": encode(package.head),
        "besluit": package.decision,
        "bestanden": {name: _hash(content) for name, content in files.items()},
    }
    text = json.dumps(manifest, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    return pack({MANIFEST: text.encode(), **files}, as_is=COPIES)


def package_of(archive: bytes) -> Package:
    """The package in an archive; raises PackageError for anything that is not whole and sound."""
    files = unpack(archive)
    try:
        manifest = read_json(files.pop(MANIFEST))
        if manifest["schema"] > SCHEMA:
            raise PackageError("pakket_te_nieuw")
        _check_files(manifest["bestanden"], files)
        head = decode(PackageHead, manifest["hoofd"])
        named = manifest["besluit"]
        if head.kind is PackageKind.TOETSRESULTAAT:
            return _result_of(head, files)
        return _dossier_of(head, DecisionId(named) if named else None, files)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError):
        raise PackageError("pakket_onleesbaar") from None


def _files_of(package: Package) -> dict[str, bytes]:
    if isinstance(package, ReviewResult):
        return {RESULT: _json(_result_fields(package))}
    receipts = {
        f"{RECEIPTS}{snapshot.decision_id}.json": canonical_json(snapshot).encode()
        for snapshot in package.receipts
    }
    return {
        CASE: canonical_json(package.case).encode(),
        ORGANISATION: package.organisation.encode(),
        **receipts,
        **_copy_files(package.copies),
    }


def _copy_files(copies: tuple[EvidenceCopy, ...]) -> dict[str, bytes]:
    """The copies by number: what a piece is called stands in the list."""
    if not copies:
        return {}
    named = {f"{COPIES}{number:03d}": copy for number, copy in enumerate(copies)}
    listed: Json = [
        {"bestand": name, "bewijs": copy.evidence, "einde": copy.ending}
        for name, copy in named.items()
    ]
    return {COPY_LIST: _json(listed), **{name: copy.content for name, copy in named.items()}}


def _copies_of(case: Case, files: Mapping[str, bytes]) -> tuple[EvidenceCopy, ...]:
    if COPY_LIST not in files:
        return ()
    pieces = {item.id: item for item in case.evidence}
    found = []
    for line in read_json(files[COPY_LIST]):
        piece, content = pieces[EvidenceId(_text(line["bewijs"]))], files[_text(line["bestand"])]
        ending = _text(line["einde"])
        if not _ENDING.fullmatch(ending):
            raise ValueError("not_an_ending")
        if piece.sha256 and piece.sha256 != _hash(content):
            raise PackageError("pakket_beschadigd")
        found.append(EvidenceCopy(evidence=piece.id, ending=ending, content=content))
    return tuple(found)


def _dossier_of(
    head: PackageHead, decision: DecisionId | None, files: Mapping[str, bytes]
) -> DossierPackage:
    case = decode(Case, read_json(files[CASE]))
    receipts = tuple(
        decode(DecisionSnapshot, read_json(content))
        for name, content in sorted(files.items())
        if name.startswith(RECEIPTS)
    )
    known = {item.id for item in case.decisions}
    if not {item.decision_id for item in receipts} <= known or head.number != case.number:
        raise ValueError("parts_of_different_dossiers")
    if decision is not None and decision not in known:
        raise ValueError("unknown_decision")
    if (head.kind is PackageKind.TER_TOETSING) != (decision is not None):
        raise ValueError("kind_and_decision_differ")
    return DossierPackage(
        head=head,
        case=case,
        receipts=receipts,
        organisation=files[ORGANISATION].decode("utf-8"),
        decision=decision,
        copies=_copies_of(case, files),
    )


def _result_fields(result: ReviewResult) -> Json:
    return {
        "besluit": result.decision,
        "sha256": result.sha256,
        "lezer": result.reader,
        "oordeel": result.verdict.value,
        "tekst": result.text,
        "opmerkingen": [{"plaats": item.place, "tekst": item.text} for item in result.remarks],
    }


def _result_of(head: PackageHead, files: Mapping[str, bytes]) -> ReviewResult:
    table = read_json(files[RESULT])
    return ReviewResult(
        head=head,
        decision=DecisionId(_text(table["besluit"])),
        sha256=_text(table["sha256"]),
        reader=_text(table["lezer"]),
        verdict=ReviewVerdict(table["oordeel"]),
        text=_text(table["tekst"]),
        remarks=tuple(
            Remark(place=_text(item["plaats"]), text=_text(item["tekst"]))
            for item in table["opmerkingen"]
        ),
    )


def _check_files(named: Mapping[str, Any], files: Mapping[str, bytes]) -> None:
    if {name: _hash(content) for name, content in files.items()} != dict(named):
        raise PackageError("pakket_beschadigd")


def _text(value: object) -> str:
    return decode(str, value)


def _json(data: Json) -> bytes:
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
