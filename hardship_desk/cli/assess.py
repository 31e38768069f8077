"""Assesses case files: says what came out, writes the papers, and ends with a code."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.errors import WriteError
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.services.casefile_run import CaseFileResult, CaseFileRun
from hardship_desk.services.cases import Municipality
from hardship_desk.services.municipality_switch import SwitchComparison
from hardship_desk.services.paper_files import CASE_JSON
from hardship_desk.services.ports.case_files import CaseFile, CaseFileReader
from hardship_desk.services.ports.files import FileWriter
from hardship_desk.services.ports.writers import OfficeForm

FINE, INPUT, BLOCKED, CANNOT_WRITE = 0, 2, 3, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessTools:
    """What assessing a case file takes."""

    reader: CaseFileReader
    run: CaseFileRun
    write: FileWriter
    texts: Texts
    examples: Path
    switch: SwitchComparison
    municipalities: tuple[Municipality, ...]
    close: Callable[[], None]


def assess_file(
    tools: AssessTools,
    path: Path,
    out: Path,
    *,
    as_json: bool = False,
    also: tuple[str, ...] = (),
) -> int:
    """Assess one case file; the code with which the program ends.

    `also` names the forms in which the report comes besides PDF.
    """
    found = tools.reader.read(path)
    if not isinstance(found, CaseFile):
        for problem in found:
            print(f"{problem.file}: {problem.key}: {problem.reason}", file=sys.stderr)
        return INPUT
    result = tools.run.assess(found, tuple(OfficeForm(form) for form in also))
    try:
        written = tools.run.write(result, out, tools.write)
    except WriteError as error:
        reason = tools.texts.get(f"opdrachtregel.{error.code}")
        print(f"{path.name}: --out: {reason}", file=sys.stderr)
        return CANNOT_WRITE
    if as_json:
        print(_json_of(result))
    else:
        _report(tools.texts, result, written)
    for snapshot, flag in result.blocking:
        print(f"{path.name}: {snapshot.decision_id}.{flag.id}: {flag.text}", file=sys.stderr)
    return BLOCKED if result.blocking else FINE


def assess_examples(tools: AssessTools, out: Path) -> int:
    """Assess each example into a folder of its own; the highest code counts."""
    files = sorted(tools.examples.glob("*.toml"))
    return max(assess_file(tools, path, out / path.stem) for path in files)


def _json_of(result: CaseFileResult) -> str:
    data = next(file.data for file in result.files if file.name == CASE_JSON)
    return data.decode("utf-8").rstrip("\n")


def _report(texts: Texts, result: CaseFileResult, written: tuple[Path, ...]) -> None:
    for snapshot in result.snapshots:
        print(_line(texts, snapshot))
    for snapshot, notes in result.letter_notes:
        if notes:
            print(texts.get("opdrachtregel.brief", soort=snapshot.type_title))
            print("\n".join(f"  - {note}" for note in notes))
    print(texts.get("opdrachtregel.geschreven"))
    for path in written:
        print(f"  {path}")


def _line(texts: Texts, snapshot: DecisionSnapshot) -> str:
    unknown = texts.get("opdrachtregel.onbekend")
    computed = snapshot.computations[0].total if snapshot.computations else None
    return texts.get(
        "opdrachtregel.besluit",
        zaaknummer=snapshot.case_number,
        soort=snapshot.type_title,
        uitkomst=snapshot.outcome_title or unknown,
        bedrag=snapshot.amount.dutch() if snapshot.amount else unknown,
        berekend=computed.dutch() if computed else unknown,
    )
