"""Findings and paragraphs from what a theme noticed; for themes with one paragraph a finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hardship_desk.plugin_api import (
    CaseWeight,
    Computation,
    Consideration,
    Finding,
    FindingId,
    LineId,
)

from .noticed import Noticed
from .wording import Wording


def findings_of(
    noticed: Iterable[Noticed | None],
    computations: tuple[Computation, ...],
    wording: Wording,
    on: date | None,
) -> tuple[Finding, ...]:
    """What was noticed in words, by step, citing only lines that were computed."""
    present = {line.id for computation in computations for line in computation.lines}
    found = [_cited(wording.finding(item, on), present) for item in noticed if item is not None]
    return tuple(sorted(found, key=lambda finding: finding.step))


def considerations_of(
    noticed: Iterable[Noticed | None],
    findings: tuple[Finding, ...],
    wording: Wording,
    weight: CaseWeight,
) -> tuple[Consideration, ...]:
    """A paragraph of the motivation for each finding that is there and has a sentence for it."""
    present = {finding.id for finding in findings}
    made = (_paragraph(item, wording, weight) for item in noticed if item is not None)
    return tuple(item for item in made if item is not None and present.issuperset(item.findings))


def _paragraph(item: Noticed, wording: Wording, weight: CaseWeight) -> Consideration | None:
    text = wording.find(f"overweging.{item.name}", **item.slots)
    if text is None:
        return None
    name = f"{wording.theme}.{item.name}"
    text = f"{text} {_weighed(item, wording, weight)}".strip()
    return Consideration(id=name, step=item.step, text=text, findings=(FindingId(name),))


def _weighed(item: Noticed, wording: Wording, weight: CaseWeight) -> str:
    """That it was weighed; said only on the routes that weigh each finding (Awb 3:46)."""
    if weight is CaseWeight.KORT:
        return ""
    return wording.find(f"overweging_gewogen.{item.name}") or ""


def _cited(finding: Finding, present: set[LineId]) -> Finding:
    return replace(finding, lines=tuple(line for line in finding.lines if line in present))
