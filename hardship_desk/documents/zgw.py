"""A decision and its report for a zaaksysteem, with the field names of the ZGW standards.

What this program cannot know (the addresses of the types in the municipality's catalogue, its RSIN) is
null and named under `nogInTeVullen`: the zaaksysteem or its manager fills it in.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from hardship_desk.domain.codec import Json
from hardship_desk.domain.snapshot import DecisionSnapshot

BESLUIT, INFORMATIEOBJECT = "besluit.json", "informatieobject.json"
_TO_FILL_IN = "nogInTeVullen"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDocument:
    """The file that goes with it."""

    name: str
    title: str
    size: int
    sha256: str
    made_on: date
    author: str


def besluit_json(snapshot: DecisionSnapshot, rsin: str | None) -> str:
    """The decision as a Besluit of the Besluiten API; nothing about persons is in it."""
    return _text(
        {
            "verantwoordelijkeOrganisatie": rsin,
            "besluittype": None,
            "zaak": None,
            "datum": _day(snapshot.decision_date),
            "toelichting": f"{snapshot.type_title}: {snapshot.outcome_title}".strip(": "),
            "bestuursorgaan": "college van burgemeester en wethouders",
            "ingangsdatum": _day(snapshot.sending_date),
            "vervaldatum": None,
            "verzenddatum": _day(snapshot.sending_date),
            "uiterlijkeReactiedatum": _day(snapshot.letter.last_day_for_bezwaar),
        },
        ("verantwoordelijkeOrganisatie", "besluittype", "datum", "ingangsdatum"),
        {"zaaknummer": snapshot.case_number, "besluit": snapshot.decision_id},
    )


def informatieobject_json(
    snapshot: DecisionSnapshot, document: PrintedDocument, rsin: str | None
) -> str:
    """The report as an EnkelvoudigInformatieObject of the Documenten API."""
    return _text(
        {
            "bronorganisatie": rsin,
            "creatiedatum": document.made_on.isoformat(),
            "titel": document.title,
            "auteur": document.author,
            "taal": "nld",
            "formaat": "application/pdf",
            "bestandsnaam": document.name,
            "bestandsomvang": document.size,
            "integriteit": {"algoritme": "sha_256", "waarde": document.sha256},
            "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
            "informatieobjecttype": None,
        },
        ("bronorganisatie", "informatieobjecttype"),
        {"zaaknummer": snapshot.case_number, "besluit": snapshot.decision_id},
    )


def _text(fields: dict[str, Json], required: tuple[str, ...], ours: dict[str, Json]) -> str:
    missing: list[Json] = [name for name in required if fields[name] is None]
    data: dict[str, Json] = {**fields, "_hardshipDesk": {**ours, _TO_FILL_IN: missing}}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
