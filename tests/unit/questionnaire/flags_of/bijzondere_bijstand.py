"""The flags on bijzondere bijstand: what makes each fire, and what makes it stop."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue
from hardship_desk.domain.money import Money

Given = dict[str, AnswerValue]

HARD = {"s02.toeslag_binnen_jaar"}
"""Participatiewet 36 lid 3: who had the toeslag within twelve months is refused."""

COSTS: Given = {
    "bijzondere_bijstand.soort": "anders",
    "bijzondere_bijstand.doen_zich_voor": "ja",
}

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s02.voorliggend_niet_onderzocht",
        {
            **COSTS,
            "bijzondere_bijstand.voorliggend": "niet_onderzocht",
            "conclusie.uitkomst": "afwijzen",
        },
        {"bijzondere_bijstand.voorliggend": "passend"},
    ),
    (
        "s02.regeling_sluit_uit",
        {
            **COSTS,
            "bijzondere_bijstand.voorliggend": "bewust_niet",
            "conclusie.uitkomst": "toekennen",
        },
        {"conclusie.uitkomst": "afwijzen"},
    ),
    (
        "s02.bewind_noodzaak_vast",
        {
            **COSTS,
            "bijzondere_bijstand.soort": "bewind",
            "bijzondere_bijstand.bewind_rechter": True,
            "bijzondere_bijstand.noodzakelijk": False,
        },
        {"bijzondere_bijstand.noodzakelijk": True},
    ),
    (
        "s02.late_melding_niet_gewogen",
        {
            **COSTS,
            "bijzondere_bijstand.voor_melding": "kon_niet_eerder",
            "conclusie.uitkomst": "afwijzen",
        },
        {"bijzondere_bijstand.voor_melding": "kon_eerder"},
    ),
    (
        "s02.late_melding_niet_gewogen",
        {
            **COSTS,
            "bijzondere_bijstand.voor_melding": "niet_onderzocht",
            "conclusie.uitkomst": "afwijzen",
        },
        {"conclusie.uitkomst": "toekennen"},
    ),
    (
        "s02.schuld_uitgesloten",
        {
            **COSTS,
            "bijzondere_bijstand.soort": "schuld",
            "conclusie.uitkomst": "leenbijstand",
        },
        {"conclusie.uitkomst": "afwijzen"},
    ),
    (
        "s02.toeslag_binnen_jaar",
        {
            "bijzondere_bijstand.soort": "inkomenstoeslag",
            "bijzondere_bijstand.toeslag_eerder": True,
            "conclusie.uitkomst": "toekennen",
        },
        {"bijzondere_bijstand.toeslag_eerder": False},
    ),
    (
        "s07.vermogen_niet_uitgesplitst",
        {
            **COSTS,
            "bijzondere_bijstand.draagkracht_wijze": "berekenen",
            "bijzondere_bijstand.vermogen": Money(1),
            "bijzondere_bijstand.vermogen_uitgesplitst": False,
            "conclusie.uitkomst": "afwijzen",
        },
        {"bijzondere_bijstand.vermogen": Money(0)},
    ),
    (
        "s13.lening_niet_haalbaar",
        {
            "conclusie.uitkomst": "leenbijstand",
            "bijzondere_bijstand.lening_haalbaar": False,
        },
        {"bijzondere_bijstand.lening_haalbaar": True},
    ),
]
