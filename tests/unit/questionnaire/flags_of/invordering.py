"""One situation or more for each flag on paying a debt: what makes it fire, and stop."""

from __future__ import annotations

from datetime import date

from hardship_desk.domain.answers import AnswerValue
from tests.unit.questionnaire.flags_of.boete import Given

HARD = {"s02.schuldregeling_verboden", "s13.voet_oud_artikel"}
"""The flags that no reason passes: the law forbids the decision."""

SET_OFF: Given = {"conclusie.uitkomst": "verrekenen"}
ARRANGE: Given = {"conclusie.uitkomst": "betalingsregeling"}
BREACH: Given = {"invordering.soort": "schending", "invordering.krijgt_bijstand": True}
SETTLE: Given = {
    "invordering.verzoek": "schuldregeling",
    "schuldregeling.graad": "opzet_of_grove_schuld",
    "schuldregeling.sanctie": True,
}

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    ("s01.innen_te_licht", SET_OFF, {"conclusie.uitkomst": "uitstel"}),
    ("s02.verrekenplicht", {**BREACH, **ARRANGE}, {"conclusie.uitkomst": "verrekenen"}),
    (
        "s02.verrekenplicht",
        {**BREACH, "conclusie.uitkomst": "uitstel"},
        {"invordering.soort": "andere_terugvordering"},
    ),
    ("s02.verrekenplicht", {**BREACH, **ARRANGE}, {"invordering.krijgt_bijstand": False}),
    (
        "s02.schuld_verjaard",
        {**SET_OFF, "invordering.verjaring": "verjaard"},
        {"invordering.verjaring": "te_innen"},
    ),
    (
        "s02.verjaring_niet_nagegaan",
        {"invordering.verjaring": "niet_nagegaan"},
        {"invordering.verjaring": "te_innen"},
    ),
    (
        "s02.schuldregeling_verboden",
        {**SETTLE, "conclusie.uitkomst": "meewerken_schuldregeling"},
        {"schuldregeling.sanctie": False},
    ),
    (
        "s02.schuldregeling_verboden",
        {**SETTLE, "conclusie.uitkomst": "meewerken_schuldregeling"},
        {"schuldregeling.graad": "lichter"},
    ),
    (
        "s02.schuldregeling_onnodig_geweigerd",
        {
            **SETTLE,
            "schuldregeling.graad": "lichter",
            "conclusie.uitkomst": "niet_meewerken_schuldregeling",
        },
        {"schuldregeling.graad": "opzet_of_grove_schuld"},
    ),
    (
        "s02.verwijt_niet_te_vinden",
        {"invordering.verzoek": "schuldregeling", "schuldregeling.graad": "onbekend"},
        {"schuldregeling.graad": "niet_vastgesteld"},
    ),
    (
        "s13.voet_oud_artikel",
        {**SET_OFF, "invordering.onder_voet": "herhaling"},
        {"invordering.onder_voet": "nee"},
    ),
    (
        "s13.voet_zonder_duidelijke_vraag",
        {
            **SET_OFF,
            "invordering.onder_voet": "inlichtingen",
            "invordering.inlichtingen": "onduidelijk_gevraagd",
        },
        {"invordering.inlichtingen": "niet_gegeven"},
    ),
    (
        "s13.voet_vrijwillig",
        {
            **SET_OFF,
            "invordering.eerste_maand": date(2026, 7, 1),
            "invordering.onder_voet": "vrijwillig",
        },
        {"invordering.onder_voet": "nee"},
    ),
]
