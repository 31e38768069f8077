"""The flags on voorschot and an earlier start: what makes each fire, and what makes it stop."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue

Given = dict[str, AnswerValue]
V = "voorschot_terugwerkend"

HARD: set[str] = set()

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s02.voorschot_zonder_grond_geweigerd",
        {
            f"{V}.onderwerp": "voorschot",
            f"{V}.gegevens": "buiten_schuld",
            "conclusie.uitkomst": "geen_voorschot",
        },
        {f"{V}.gegevens": "verwijtbaar"},
    ),
    (
        "s02.geen_recht_in_die_tijd",
        {
            f"{V}.onderwerp": "terugwerkend",
            f"{V}.recht": False,
            "conclusie.uitkomst": "terugwerkend",
        },
        {f"{V}.recht": True},
    ),
    (
        "s02.oorzaak_niet_onderzocht",
        {
            f"{V}.onderwerp": "terugwerkend",
            f"{V}.oorzaak": ("niet_onderzocht",),
            "conclusie.uitkomst": "niet_terugwerkend",
        },
        {f"{V}.oorzaak": ("geen",)},
    ),
    (
        "s02.nodig_en_geweigerd",
        {
            f"{V}.onderwerp": "terugwerkend",
            f"{V}.recht": True,
            f"{V}.nodig": True,
            "conclusie.uitkomst": "niet_terugwerkend",
        },
        {f"{V}.nodig": False},
    ),
]
