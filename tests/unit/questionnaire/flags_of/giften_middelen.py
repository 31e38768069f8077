"""The flags on gifts and means: what makes each fire, and what makes it stop."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue

Given = dict[str, AnswerValue]
G = "giften_middelen"

HARD: set[str] = set()

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s02.middel_niet_bewezen",
        {f"{G}.soort": "gift_natura", f"{G}.bewijs": "deel", "conclusie.uitkomst": "meetellen"},
        {f"{G}.bewijs": "hele_periode"},
    ),
    (
        "s02.geen_middel",
        {f"{G}.beschikken": False, "conclusie.uitkomst": "deels_meetellen"},
        {"conclusie.uitkomst": "niet_meetellen"},
    ),
    (
        "s02.smartengeld_telt",
        {f"{G}.soort": "smartengeld", "conclusie.uitkomst": "meetellen"},
        {"conclusie.uitkomst": "niet_meetellen"},
    ),
]
