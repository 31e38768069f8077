"""The decisions of a dossier for other programs: the content of zaak.json."""

from __future__ import annotations

import json
from datetime import date

from hardship_desk.domain.codec import Json
from hardship_desk.domain.computation import CalculationLine
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag
from hardship_desk.domain.legal_basis import Source
from hardship_desk.domain.snapshot import DecisionSnapshot

SCHEMA = 1


def case_json(snapshots: tuple[DecisionSnapshot, ...]) -> str:
    """The decisions as JSON with sorted keys; the same decisions give the same text."""
    data: Json = {
        "schema": SCHEMA,
        "besluiten": [_decision(snapshot) for snapshot in snapshots],
        "criteria": _criteria(snapshots),
        "regels": _plugins(snapshots),
        "zaaknummer": str(snapshots[0].case_number) if snapshots else None,
        "oefening": any(snapshot.is_practice for snapshot in snapshots),
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def _decision(snapshot: DecisionSnapshot) -> Json:
    totals = [item.total for item in snapshot.computations if item.total is not None]
    return {
        "id": snapshot.decision_id,
        "soort": snapshot.type,
        "uitkomst": snapshot.outcome,
        "bedrag_cent": snapshot.amount.cents if snapshot.amount else None,
        "berekend_cent": totals[0].cents if totals else None,
        "vastgesteld": snapshot.adoption is not None,
        "berekening": [
            _line(line) for computation in snapshot.computations for line in computation.lines
        ],
        "vlaggen": [_flag(flag) for flag in snapshot.flags],
        "bevindingen": [_finding(finding, snapshot) for finding in snapshot.findings],
    }


def _line(line: CalculationLine) -> Json:
    return {
        "id": line.id,
        "omschrijving": line.description,
        "invoer": [{"naam": item.name, "waarde": item.value} for item in line.inputs],
        "formule": line.formula,
        "uitkomst": line.outcome,
        "uitkomst_cent": line.amount.cents if line.amount else None,
        "grondslag": line.basis.dutch(),
        "bron": _source(line.source),
        "geldig_van": _day(line.valid.start) if line.valid else None,
        "geldig_tot": _day(line.valid.end) if line.valid else None,
        "zekerheid": line.certainty.value,
    }


def _flag(flag: Flag) -> Json:
    return {
        "id": flag.id,
        "ernst": flag.severity.value,
        "moment": flag.moment.value,
        "status": flag.status.value,
    }


def _finding(finding: Finding, snapshot: DecisionSnapshot) -> Json:
    weights = {item.finding: item.weight.value for item in snapshot.weighing}
    return {
        "id": finding.id,
        "stap": finding.step,
        "tekst": finding.text,
        "richting": finding.direction.value,
        "grondslag": finding.basis.dutch(),
        "bron": _source(finding.source),
        "zekerheid": finding.certainty.value,
        "weging": weights.get(finding.id),
    }


def _criteria(snapshots: tuple[DecisionSnapshot, ...]) -> Json:
    """Each criterion once; where decisions differ, all places are named."""
    treated: dict[str, list[str]] = {}
    for snapshot in snapshots:
        for criterion in snapshot.criteria:
            places = treated.setdefault(criterion.id, [])
            if criterion.where not in places:
                places.append(criterion.where)
    return [{"id": key, "behandeld_in": "; ".join(places)} for key, places in treated.items()]


def _plugins(snapshots: tuple[DecisionSnapshot, ...]) -> Json:
    used = {plugin.id: plugin for snapshot in snapshots for plugin in snapshot.plugins}
    return [
        {"plugin": plugin.id, "versie": plugin.version, "sha256": plugin.sha256}
        for _, plugin in sorted(used.items())
    ]


def _source(source: Source) -> str:
    return f"{source.title}, {source.url}" if source.url else source.title


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
