"""One situation or more for each flag of the zoektermijn: what makes it fire, and what stops it."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue

Given = dict[str, AnswerValue]

HARD = {"s02.wachten_vanaf_27", "s02.wachten_bij_uitzondering"}
"""Participatiewet 41 lid 4 knows no waiting for them: no reason passes these flags."""

WAITING: Given = {"zoektermijn.leeftijd": "onder_27", "conclusie.uitkomst": "wachten"}

BY_EXCEPTION: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s02.wachten_bij_uitzondering",
        {**WAITING, "zoektermijn.uitzondering": (exception,)},
        {"zoektermijn.uitzondering": ("geen",)},
    )
    for exception in ("onderwijs", "urenbeperking", "loonkostensubsidie")
]

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s01.onrechtmatig_gewacht",
        {"zoektermijn.leeftijd": "vanaf_27", "zoektermijn.al_gewacht": True},
        {"zoektermijn.leeftijd": "onder_27"},
    ),
    (
        "s02.wachten_vanaf_27",
        {"zoektermijn.leeftijd": "vanaf_27", "conclusie.uitkomst": "wachten"},
        {"zoektermijn.leeftijd": "onder_27"},
    ),
    *BY_EXCEPTION,
    (
        "s10.voorschot_niet_bekeken",
        {**WAITING, "zoektermijn.uit_opvang": True, "zoektermijn.voorschot": False},
        {"zoektermijn.voorschot": True},
    ),
]
