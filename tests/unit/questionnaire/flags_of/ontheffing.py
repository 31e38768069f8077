"""One situation or more for each flag of an ontheffing: what makes it fire, and what stops it."""

from __future__ import annotations

from datetime import date

from hardship_desk.domain.answers import AnswerValue

Given = dict[str, AnswerValue]

HARD: set[str] = set()
"""None: the law forbids no outcome in words so plain that nothing can be said for it."""

URGENT: Given = {"ontheffing.grond": "dringende_redenen"}
YOUNG_CHILD: Given = {
    "ontheffing.grond": "ouder_kind_tot_vijf",
    "ontheffing.op_verzoek": True,
    "ontheffing.volledige_zorg": True,
    "ontheffing.maanden_gebruikt": 59,
}
GRANTED: Given = {"conclusie.uitkomst": "ontheffing"}
REFUSED: Given = {"conclusie.uitkomst": "geen_ontheffing"}

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s03.niet_gehoord_zonder_grond",
        {**REFUSED, "horen.zienswijze_gegeven": "nee"},
        {"horen.grond_niet_horen": "awb_4_7"},
    ),
    (
        "s03.niet_gehoord_zonder_grond",
        {**REFUSED, "horen.zienswijze_gegeven": "nee"},
        {"conclusie.uitkomst": "ontheffing"},
    ),
    (
        "s02.vrijgesteld_zonder_besluit",
        {**REFUSED, "ontheffing.zonder_besluit": True},
        {"ontheffing.zonder_besluit": False},
    ),
    (
        "s02.vrijgesteld_zonder_besluit",
        {**REFUSED, "ontheffing.zonder_besluit": True},
        {"conclusie.uitkomst": "ontheffing"},
    ),
    (
        "s02.geen_ontheffing_van_hulp",
        {**GRANTED, "ontheffing.plicht": ("arbeid", "voorziening")},
        {"ontheffing.plicht": ("arbeid",)},
    ),
    (
        "s04.geen_dringende_reden",
        {**URGENT, **GRANTED, "ontheffing.dringend": False},
        {"ontheffing.dringend": True},
    ),
    (
        "s04.dringend_en_geweigerd",
        {**URGENT, **REFUSED, "ontheffing.dringend": True},
        {"conclusie.uitkomst": "eerst_iets_anders"},
    ),
    (
        "s04.belastbaarheid_zonder_deskundige",
        {**URGENT, **REFUSED, "ontheffing.advies": "niet_gevraagd"},
        {"ontheffing.advies": "gevolgd"},
    ),
    (
        "s04.advies_niet_gevolgd",
        {**URGENT, "ontheffing.advies": "niet_gevolgd"},
        {"ontheffing.advies": "gevolgd"},
    ),
    (
        "s04.ouder_niet_onderzocht",
        {
            **REFUSED,
            "ontheffing.grond": "ouder_kind_tot_twaalf",
            "ontheffing.onderzocht": ("opvang", "scholing"),
        },
        {"ontheffing.onderzocht": ("opvang", "scholing", "belastbaarheid")},
    ),
    (
        "s04.ouder_9a_geweigerd",
        {**YOUNG_CHILD, **REFUSED},
        {"ontheffing.maanden_gebruikt": 60},
    ),
    (
        "s04.ouder_9a_geweigerd",
        {**YOUNG_CHILD, **REFUSED},
        {"ontheffing.wil_niet_meewerken": True},
    ),
    (
        "s04.eisen_9a_ontbreken",
        {**YOUNG_CHILD, **GRANTED, "ontheffing.maanden_gebruikt": 60},
        {"ontheffing.maanden_gebruikt": 59},
    ),
    (
        "s04.eisen_9a_ontbreken",
        {**YOUNG_CHILD, **GRANTED, "ontheffing.op_verzoek": False},
        {"ontheffing.op_verzoek": True},
    ),
    ("s13.ontheffing_zonder_einde", GRANTED, {"ontheffing.tot": date(2027, 6, 30)}),
]
