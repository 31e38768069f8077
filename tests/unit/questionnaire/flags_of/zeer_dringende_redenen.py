"""The flags on zeer dringende redenen: what makes each fire, and what makes it stop."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue

Given = dict[str, AnswerValue]
Z = "zeer_dringende_redenen"

HARD = {"s02.niet_gelijkgesteld"}
"""Participatiewet 16 lid 2: the article does not hold for who is not treated as a Dutch national."""

GRANTED: Given = {"conclusie.uitkomst": "toekennen"}
REFUSED: Given = {"conclusie.uitkomst": "afwijzen"}

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    ("s02.niet_gelijkgesteld", {**GRANTED, f"{Z}.persoon": "nee"}, {f"{Z}.persoon": "ja"}),
    ("s02.verblijf_onbekend", {**GRANTED, f"{Z}.persoon": "onbekend"}, {f"{Z}.persoon": "ja"}),
    (
        "s02.verblijf_onbekend",
        {**REFUSED, f"{Z}.persoon": "onbekend"},
        {"conclusie.uitkomst": None},
    ),
    (
        "s02.artikel_16_past_niet",
        {**GRANTED, f"{Z}.weigering": "anders"},
        {f"{Z}.weigering": "art_15"},
    ),
    (
        "s02.nood_niet_onderzocht",
        {**REFUSED, f"{Z}.nood": ("niet_onderzocht",)},
        {f"{Z}.nood": ("geen",)},
    ),
    (
        "s02.nood_niet_onderzocht",
        {**REFUSED, f"{Z}.andere_weg": "niet_onderzocht"},
        {f"{Z}.persoon": "nee"},
    ),
    (
        "s02.nood_gezien_en_geweigerd",
        {**REFUSED, f"{Z}.nood": ("gezondheid",), f"{Z}.andere_weg": "nee"},
        {f"{Z}.andere_weg": "ja"},
    ),
    (
        "s02.nood_gezien_en_geweigerd",
        {**REFUSED, f"{Z}.nood": ("levensgevaar",), f"{Z}.andere_weg": "nee"},
        {f"{Z}.nood": ("geldnood",)},
    ),
    (
        "s02.alleen_geldnood",
        {**GRANTED, f"{Z}.nood": ("geldnood",)},
        {f"{Z}.nood": ("geldnood", "ander_ernstig")},
    ),
    (
        "s02.nood_zonder_stuk",
        {**GRANTED, f"{Z}.stukken": "alleen_verklaring"},
        {f"{Z}.stukken": "ander_stuk"},
    ),
    (
        "s02.andere_weg_open",
        {**GRANTED, f"{Z}.andere_weg": "ja"},
        {f"{Z}.andere_weg": "nee"},
    ),
]
