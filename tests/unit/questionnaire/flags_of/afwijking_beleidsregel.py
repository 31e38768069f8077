"""The flags on departing from policy: what makes each fire, and what makes it stop."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue

Given = dict[str, AnswerValue]
A = "afwijking_beleidsregel"

HARD: set[str] = set()

DEPARTS: Given = {"conclusie.uitkomst": "afwijken"}
FOLLOWS: Given = {"conclusie.uitkomst": "volgen"}

SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s02.geen_beleidsregel",
        {**DEPARTS, f"{A}.soort": "verordening"},
        {f"{A}.soort": "binnen_de_wet"},
    ),
    ("s02.vaste_lijn", {f"{A}.soort": "vaste_lijn"}, {f"{A}.soort": "buiten_de_wet"}),
    ("s02.beleid_tegen_wet", {f"{A}.soort": "tegen_de_wet"}, {f"{A}.soort": "buiten_de_wet"}),
    (
        "s02.alleen_naar_beleid_verwezen",
        {**FOLLOWS, f"{A}.bijzonder": "niet_onderzocht"},
        {f"{A}.bijzonder": "nee"},
    ),
    (
        "s02.alleen_naar_beleid_verwezen",
        {**DEPARTS, f"{A}.bijzonder": "niet_onderzocht"},
        {"conclusie.uitkomst": None},
    ),
    (
        "s11.volgen_terwijl_te_zwaar",
        {**FOLLOWS, f"{A}.bijzonder": "ja_al_voorzien", f"{A}.onevenredig": True},
        {f"{A}.onevenredig": False},
    ),
    (
        "s11.afwijken_zonder_grond",
        {**DEPARTS, f"{A}.bijzonder": "nee"},
        {f"{A}.bijzonder": "ja"},
    ),
    (
        "s11.afwijken_zonder_grond",
        {**DEPARTS, f"{A}.bijzonder": "ja", f"{A}.onevenredig": False},
        {f"{A}.onevenredig": True},
    ),
]
