"""One situation or more for each flag of afstemming: what makes it fire, and what stops it."""

from __future__ import annotations

from datetime import date

from hardship_desk.domain.answers import AnswerValue, Row
from hardship_desk.domain.money import Money

Given = dict[str, AnswerValue]

HARD: set[str] = set()
"""The law forbids nothing here: it asks to look."""

HIGHER: Given = {"afstemming.waarvan": "hoger", "conclusie.uitkomst": "afgestemd_hoger"}
COSTS = (Row(id="1", cells=(("post", "x"), ("soort", "extra_kosten"), ("per_maand", Money(5000)))),)

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s02.andere_weg_gaat_voor",
        {**HIGHER, "afstemming.andere_weg": "bijzondere_bijstand"},
        {"afstemming.andere_weg": "nee"},
    ),
    (
        "s04.afgestemd_zonder_bijzonder",
        {**HIGHER, "afstemming.bijzonder": False},
        {"afstemming.bijzonder": True},
    ),
    (
        "s04.bijzonder_en_niet_afgestemd",
        {
            "afstemming.andere_weg": "nee",
            "afstemming.bijzonder": True,
            "conclusie.uitkomst": "niet_afgestemd",
        },
        {"afstemming.andere_weg": "bijzondere_bijstand"},
    ),
    ("s07.afgestemd_zonder_posten", HIGHER, {"afstemming.posten": COSTS}),
    ("s13.afstemming_zonder_einde", HIGHER, {"afstemming.tot": date(2027, 1, 1)}),
]
