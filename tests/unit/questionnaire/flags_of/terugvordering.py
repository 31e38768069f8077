"""One situation or more for each flag of a terugvordering: what makes it fire, and stop."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue
from tests.unit.questionnaire.flags_of.boete import Given

HARD: set[str] = set()
"""The hard flags of this type rest on a finding."""

CLAIM: Given = {"conclusie.uitkomst": "terugvorderen"}
BREACH: Given = {"terugvordering.grond": "schending", "terugvordering.uit_schending": True}
SHARE: Given = {"verwijtbaarheid.aandeel_gemeente": True}
OTHER: Given = {"belangen.hoofdelijk": "gewogen"}

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s02.terugvordering_zonder_schending",
        {**CLAIM, "terugvordering.grond": "schending", "terugvordering.uit_schending": False},
        {"terugvordering.uit_schending": True},
    ),
    (
        "s02.terugvordering_zonder_schending",
        {**CLAIM, **BREACH, "regel.kenbaar": False},
        {"terugvordering.grond": "andere_oorzaak"},
    ),
    (
        "s02.terugvordering_zonder_schending",
        {**CLAIM, **BREACH, "regel.zelf_bekend": True},
        {"conclusie.uitkomst": "geen_terugvordering"},
    ),
    (
        "s02.fout_niet_te_begrijpen",
        {**CLAIM, "terugvordering.grond": "kon_begrijpen", "terugvordering.begrepen": False},
        {"terugvordering.begrepen": True},
    ),
    (
        "s06.periode_niet_gedekt",
        {**CLAIM, "terugvordering.bewijs_dekt": "deels"},
        {"terugvordering.bewijs_dekt": "ja"},
    ),
    (
        "s06.aandeel_niet_onderzocht",
        CLAIM,
        {"verwijtbaarheid.aandeel_gemeente": False},
    ),
    (
        "s06.aandeel_niet_gewogen",
        {**CLAIM, **SHARE, "terugvordering.aandeel_gewogen": "niet_gewogen"},
        {"terugvordering.aandeel_gewogen": "weegt_niet"},
    ),
    (
        "s06.aandeel_niet_gewogen",
        {**CLAIM, **SHARE, "terugvordering.aandeel_gewogen": "niet_gewogen"},
        {"verwijtbaarheid.aandeel_gemeente": False},
    ),
    (
        "s07.gevolgen_niet_bekeken",
        {**CLAIM, "terugvordering.kan_betalen": "niet_bekeken"},
        {"terugvordering.kan_betalen": "zwaar"},
    ),
    (
        "s09.medeterugvordering_niet_gewogen",
        {**CLAIM, "belangen.hoofdelijk": "niet_gewogen"},
        {"belangen.hoofdelijk": "gewogen"},
    ),
    (
        "s09.medeterugvordering_zonder_grond",
        {**CLAIM, **OTHER, "terugvordering.mede_grond": "geen_van_beide"},
        {"terugvordering.mede_grond": "gezin"},
    ),
    (
        "s11.redenen_niet_gevraagd",
        {**CLAIM, "terugvordering.redenen_gevraagd": "niet_gevraagd"},
        {"terugvordering.redenen_gevraagd": "niets_genoemd"},
    ),
    (
        "s11.dringende_redenen_niet_getoetst",
        {**CLAIM, "terugvordering.redenen_oordeel": "niet_getoetst"},
        {"terugvordering.redenen_oordeel": "geen"},
    ),
    (
        "s11.beleid_niet_getoetst",
        {
            **CLAIM,
            "terugvordering.grond": "andere_oorzaak",
            "terugvordering.beleid": "niet_getoetst",
        },
        {"terugvordering.beleid": "past"},
    ),
    (
        "s13.terugvordering_verplicht",
        {**BREACH, "conclusie.uitkomst": "afzien_na_afweging"},
        {"terugvordering.grond": "andere_oorzaak"},
    ),
    (
        "s13.minder_zonder_reden",
        {
            "conclusie.uitkomst": "afzien_dringende_redenen",
            "terugvordering.redenen_oordeel": "geen",
        },
        {"terugvordering.redenen_oordeel": "geheel"},
    ),
    (
        "s13.reden_zonder_gevolg",
        {**CLAIM, "terugvordering.redenen_oordeel": "deels"},
        {"conclusie.uitkomst": "deels_terugvorderen"},
    ),
    (
        "s13.reden_zonder_gevolg",
        {
            "conclusie.uitkomst": "deels_terugvorderen",
            "terugvordering.redenen_oordeel": "geheel",
        },
        {"conclusie.uitkomst": "afzien_dringende_redenen"},
    ),
    (
        "s13.boete_rekent_met_dit_bedrag",
        {**BREACH, "conclusie.uitkomst": "deels_terugvorderen"},
        {"conclusie.uitkomst": "terugvorderen"},
    ),
]
