"""One situation or more for each flag on an objection: what makes it fire, and what stops it."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue
from tests.unit.questionnaire.flags_of.boete import Given

HARD = {"s02.bezwaar_zelfde_beslisser"}

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s01.te_laat_niet_gevraagd",
        {"conclusie.uitkomst": "niet_ontvankelijk", "bezwaar.te_laat_reden": "niet_gevraagd"},
        {"bezwaar.te_laat_reden": "niet_verschoonbaar"},
    ),
    (
        "s02.bezwaar_zelfde_beslisser",
        {"bezwaar.andere_beslisser": False},
        {"bezwaar.andere_beslisser": True},
    ),
    (
        "s03.bezwaar_niet_gehoord",
        {"horen.zienswijze_gegeven": "nee", "bezwaar.niet_gehoord_grond": "geen"},
        {"bezwaar.niet_gehoord_grond": "wil_niet"},
    ),
    (
        "s04.niet_volledig_heroverwogen",
        {"bezwaar.opnieuw_bekeken": False},
        {"bezwaar.opnieuw_bekeken": True},
    ),
    (
        "s07.draagkracht_van_nu_ontbreekt",
        {"bezwaar.soort": "boete", "bezwaar.draagkracht_nu": "niet_gekeken"},
        {"bezwaar.draagkracht_nu": "niet_van_belang"},
    ),
]
