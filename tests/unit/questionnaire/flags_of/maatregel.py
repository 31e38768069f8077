"""One situation or more for each flag of a maatregel: what makes it fire, and what stops it."""

from __future__ import annotations

from datetime import date

from hardship_desk.domain.answers import AnswerValue

Given = dict[str, AnswerValue]

HARD = {"s06.maatregel_zonder_verwijt"}
"""Participatiewet 18 lid 9 forbids it: no reason passes this flag."""

LOWERED: Given = {"maatregel.soort": "andere_plicht", "conclusie.uitkomst": "verlaging"}
FOR_WORK: Given = {"maatregel.soort": "arbeidsplicht", "conclusie.uitkomst": "verlaging"}

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s03.niet_gehoord_zonder_grond",
        {**LOWERED, "horen.zienswijze_gegeven": "nee"},
        {"horen.zienswijze_gegeven": "uitgenodigd_niet_gekomen"},
    ),
    (
        "s02.inlichtingen_geen_maatregel",
        {"maatregel.soort": "inlichtingen", "conclusie.uitkomst": "verlaging"},
        {"maatregel.soort": "tekortschietend_besef"},
    ),
    (
        "s02.plicht_niet_opgelegd",
        {**LOWERED, "maatregel.opgelegd": False},
        {"maatregel.opgelegd": True},
    ),
    (
        "s02.plicht_niet_opgelegd",
        {**LOWERED, "maatregel.opgelegd": False},
        {"maatregel.soort": "tekortschietend_besef"},
    ),
    (
        "s02.vrijgesteld_en_toch_maatregel",
        {**LOWERED, "maatregel.ontheffing": "zonder_besluit"},
        {"maatregel.ontheffing": "geen"},
    ),
    (
        "s02.ontheffing_niet_beslist",
        {**LOWERED, "maatregel.ontheffing": "verzoek_open"},
        {"conclusie.uitkomst": "geen_verlaging_geen_schending"},
    ),
    (
        "s02.verordening_zonder_maatstaf",
        {**LOWERED, "maatregel.in_verordening": False},
        {"maatregel.in_verordening": True},
    ),
    (
        "s02.onderdeel_niet_in_lijst",
        {**FOR_WORK, "maatregel.onderdeel": "geen"},
        {"maatregel.onderdeel": "a"},
    ),
    (
        "s02.taaleis_mag_niet",
        {
            "maatregel.soort": "taaleis",
            "conclusie.uitkomst": "verlaging",
            "maatregel.taal_toets": False,
        },
        {"maatregel.taal_toets": True},
    ),
    (
        "s02.taaleis_mag_niet",
        {
            "maatregel.soort": "taaleis",
            "conclusie.uitkomst": "verlaging",
            "maatregel.taal_begonnen": True,
        },
        {"maatregel.taal_begonnen": False},
    ),
    (
        "s02.inkeer_past_niet",
        {"maatregel.moment": "inkeer", "maatregel.soort": "andere_plicht"},
        {"maatregel.soort": "arbeidsplicht"},
    ),
    (
        "s06.maatregel_zonder_verwijt",
        {**LOWERED, "maatregel.verwijt": "geen_verwijtbaarheid"},
        {"maatregel.verwijt": "verminderde_verwijtbaarheid"},
    ),
    (
        "s06.maatregel_zonder_verwijt",
        {"maatregel.verwijt": "geen_verwijtbaarheid", "conclusie.uitkomst": "waarschuwing"},
        {"conclusie.uitkomst": "geen_verlaging_geen_verwijt"},
    ),
    (
        "s06.oproep_en_vol_verwijt",
        {"maatregel.oproep": False, "maatregel.verwijt": "normale_verwijtbaarheid"},
        {"maatregel.verwijt": "verminderde_verwijtbaarheid"},
    ),
    (
        "s06.maatregel_en_eigen_aandeel",
        {
            "verwijtbaarheid.aandeel_gemeente": True,
            "maatregel.verwijt": "normale_verwijtbaarheid",
        },
        {"verwijtbaarheid.aandeel_gemeente": False},
    ),
    (
        "s09.effect_averechts",
        {**LOWERED, "maatregel.verwacht_effect": "weinig"},
        {"maatregel.verwacht_effect": "helpt"},
    ),
    (
        "s09.effect_averechts",
        {**LOWERED, "maatregel.verwacht_effect": "averechts"},
        {"conclusie.uitkomst": "verlaging_aangepast"},
    ),
    ("s11.maatregel_niet_getoetst", LOWERED, {"maatregel.dringende_redenen": False}),
    (
        "s13.dringende_redenen_en_toch_verlaging",
        {**LOWERED, "maatregel.dringende_redenen": True},
        {"conclusie.uitkomst": "verlaging_aangepast"},
    ),
    (
        "s13.aangepast_zonder_reden",
        {"conclusie.uitkomst": "afzien_dringende_redenen", "maatregel.dringende_redenen": False},
        {"maatregel.dringende_redenen": True},
    ),
    (
        "s13.aangepast_zonder_reden",
        {"conclusie.uitkomst": "afzien_dringende_redenen"},
        {"conclusie.afwijkingsgrond": "afstemming_18_1"},
    ),
    ("s16.wijs_op_inkeer", FOR_WORK, {"opvolging.datum": date(2026, 12, 1)}),
]
