"""One situation or more for each flag of the kostendelersnorm: what makes it fire and stop."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue

Given = dict[str, AnswerValue]

HARD: set[str] = set()
"""None that follows from answers alone."""

LOWERED: Given = {"conclusie.uitkomst": "kostendelersnorm"}

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s08.huisgenoot_betaalt_niet",
        {**LOWERED, "kostendelers.bijdrage": "deels"},
        {"kostendelers.bijdrage": "ja"},
    ),
    (
        "s08.bijdrage_niet_bekend",
        {**LOWERED, "kostendelers.bijdrage": "niet_bekend"},
        {"conclusie.uitkomst": "kostendelersnorm_afgestemd"},
    ),
    (
        "s09.iemand_moet_weg",
        {**LOWERED, "kostendelers.moet_weg": True},
        {"kostendelers.moet_weg": False},
    ),
    (
        "s02.uitstel_zonder_beleid",
        {"conclusie.uitkomst": "uitgesteld"},
        {"regel.lokaal": "Beleidsregel tijdelijk verblijf"},
    ),
]
