"""What is handed to a resident: every value in words, and no code names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hardship_desk.config.paths import resources_folder
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.documents.subject_access import subject_document
from hardship_desk.documents.subject_words import in_words
from hardship_desk.exchange.data_map_file import read_data_map
from tests.unit.documents.papers_for_tests import TEXTS


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "ja"),
        (False, "nee"),
        (7, "7"),
        ("2026-05-11", "11-05-2026"),
        ("2026-07-01T09:00:00.000000+00:00", "01-07-2026, 11:00 uur"),
        ("eigen_administratie", "eigen administratie"),
        ("besluit:maatregel", "besluit maatregel"),
        ("brief_van 3 mei.pdf", "brief_van 3 mei.pdf"),
        ("A_B", "A_B"),
        ({"cents": 500}, "€ 5,00"),
        ({"date": "2026-05-11"}, "11-05-2026"),
        ({"moment": "2026-01-01T09:00:00+00:00"}, "01-01-2026, 10:00 uur"),
        ({"from": "2026-05-11", "to": "2026-05-22"}, "11-05-2026 t/m 22-05-2026"),
        ({"from": "2026-05-11", "to": None}, "vanaf 11-05-2026"),
        ({"kenmerk": "a.b", "vraag": ""}, "a.b"),
        ({"kenmerk": "a.b", "vraag": "Wat?"}, "Wat?"),
        (
            {"row": "1", "cells": [["bereikt_doel", True], ["leeg", None]]},
            "bereikt doel: ja; leeg: ",
        ),
        ({"iets": 1}, None),
        (["a"], None),
    ],
)
def test_that_a_stored_value_is_told_in_words(value: object, shown: str | None) -> None:
    assert in_words(value, TEXTS) == shown


def test_that_a_resident_reads_questions_and_no_codes() -> None:
    def cell(title: str, value: object, *, others: bool = False) -> dict[str, object]:
        return {"titel": title, "waarde": value, "doel": "x", "gegevens_van_derden": others}

    dossier = {
        "answer": [
            {
                "is_practice": cell("Oefendossier", 0),
                "question": cell("Vraag", {"kenmerk": "a.b", "vraag": "Wat gebeurde er?"}),
                "body": cell(
                    "Antwoord",
                    {
                        "question": "a.b",
                        "value": "x" * 3_001,
                        "evidence": ["s1", "s2"],
                        "supports": ["a.b"],
                    },
                    others=True,
                ),
            }
        ]
    }
    data_map = read_data_map(resources_folder() / "gegevenskaart.toml")
    made = datetime(2026, 7, 1, tzinfo=UTC)
    text = whole_text(subject_document([dossier], data_map, TEXTS, made))
    assert "Oefendossier\tnee" in text
    assert text.count("Wat gebeurde er?") == 2
    assert "a.b" not in text
    assert "[de rest staat in inzage.json]" in text
    assert text.count("(ook anderen)\ts") == 2
