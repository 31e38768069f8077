"""Files for a zaaksysteem: the ZGW fields beside the papers, and a folder that it empties."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.documents.zgw import (
    BESLUIT,
    INFORMATIEOBJECT,
    PrintedDocument,
    besluit_json,
    informatieobject_json,
)
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.services.paper_files import REPORT, PaperFile
from hardship_desk.services.ports.files import FileWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """How files leave: who writes them, the RSIN, and the folder that the zaaksysteem empties."""

    write: FileWriter
    rsin: str | None = None
    folder: Path | None = None


def zgw_files(
    snapshot: DecisionSnapshot, papers: tuple[PaperFile, ...], rsin: str | None
) -> tuple[PaperFile, ...]:
    """Both files of an adopted decision; a concept is nothing for a zaaksysteem yet."""
    report = next((item for item in papers if item.name == REPORT), None)
    if snapshot.adoption is None or report is None:
        return ()
    document = PrintedDocument(
        name=REPORT,
        title=f"{snapshot.type_title} {snapshot.case_number}",
        size=len(report.data),
        sha256=hashlib.sha256(report.data).hexdigest(),
        made_on=snapshot.adoption.at.date(),
        author=snapshot.adoption.by,
    )
    texts = {
        BESLUIT: besluit_json(snapshot, rsin),
        INFORMATIEOBJECT: informatieobject_json(snapshot, document, rsin),
    }
    return tuple(PaperFile(name=name, data=text.encode()) for name, text in texts.items())


def named_for_drop(
    files: tuple[PaperFile, ...], number: str, decision: str
) -> Mapping[str, PaperFile]:
    """The files for a folder without folders in it: zaaknummer and decision stand in the name."""
    return {f"{number}_{decision}_{item.name}": item for item in files}
