"""One situation or more for each flag on kwijtschelding: what makes it fire, and stop."""

from __future__ import annotations

from hardship_desk.domain.answers import AnswerValue
from tests.unit.questionnaire.flags_of.boete import Given

HARD: set[str] = set()
"""The hard flag of this type is shared with invordering."""

WAIVE: Given = {"conclusie.uitkomst": "kwijtschelden"}


def misfit(kind: str, wrong: str, right: str) -> tuple[str, Given, dict[str, AnswerValue | None]]:
    """A ground that belongs to another kind of debt, and one that belongs to this kind."""
    given: Given = {"kwijtschelding.soort": kind, "kwijtschelding.grond": wrong}
    return "s02.kwijtschelding_past_niet", given, {"kwijtschelding.grond": right}


SCENARIOS: list[tuple[str, Given, dict[str, AnswerValue | None]]] = [
    (
        "s02.kwijtschelding_4_94a",
        {"kwijtschelding.soort": "schending", "kwijtschelding.grond": "awb_4_94a"},
        {"kwijtschelding.soort": "andere"},
    ),
    (
        "s02.kwijtschelding_4_94a",
        {"kwijtschelding.soort": "boete", "kwijtschelding.grond": "awb_4_94a"},
        {"kwijtschelding.grond": "pw_18a_13"},
    ),
    misfit("schending", "pw_18a_13", "pw_58_7_a"),
    misfit("schending", "pw_18a_14", "pw_58_7_d"),
    misfit("boete", "pw_58_7_a", "pw_18a_13"),
    misfit("boete", "beleid", "pw_18a_14"),
    misfit("andere", "pw_58_7_c", "beleid"),
    misfit("andere", "pw_18a_13", "awb_4_94a"),
    (
        "s02.beleid_na_schending",
        {"kwijtschelding.soort": "schending", "kwijtschelding.grond": "beleid"},
        {"kwijtschelding.soort": "andere"},
    ),
    (
        "s02.schuldregeling_verboden",
        {
            **WAIVE,
            "kwijtschelding.grond": "schuldregeling",
            "schuldregeling.graad": "opzet_of_grove_schuld",
            "schuldregeling.sanctie": True,
        },
        {"conclusie.uitkomst": "afwijzen"},
    ),
    (
        "s13.vijf_jaar_niet_gezegd",
        {**WAIVE, "kwijtschelding.grond": "pw_18a_13", "kwijtschelding.gewezen": False},
        {"kwijtschelding.gewezen": True},
    ),
]
