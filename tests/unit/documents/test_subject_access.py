"""What is handed to a resident: every value in words, and no code names."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from hardship_desk.config.paths import resources_folder
from hardship_desk.documents.model import Table
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.documents.subject_access import subject_document
from hardship_desk.documents.subject_words import in_words
from hardship_desk.domain.codec import canonical_json
from hardship_desk.exchange.data_map_file import read_data_map
from tests.builders_snapshot import rich_snapshot
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
        ("s05.uitleg_niet_aangetoond", "uitleg niet aangetoond"),
        ("s05.iets", "iets"),
        ("boete.aandeel_gemeente", "boete aandeel gemeente"),
        ("botsing.gevonden", "botsing gevonden"),
        ("voorbeeld.nl", "voorbeeld.nl"),
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


DATA_MAP = read_data_map(resources_folder() / "gegevenskaart.toml")
MADE = datetime(2026, 7, 1, tzinfo=UTC)


def cell(title: str, value: object, *, others: bool = False) -> dict[str, object]:
    return {"titel": title, "waarde": value, "doel": "x", "gegevens_van_derden": others}


def test_that_a_resident_reads_questions_and_no_codes() -> None:
    dossier = {
        "answer": [
            {
                "is_practice": cell("Oefendossier", 0),
                "question": cell("Vraag", {"kenmerk": "a.b_c", "vraag": "Wat gebeurde er?"}),
                "body": cell(
                    "Antwoord",
                    {
                        "question": "a.b_c",
                        "value": "x" * 3_001,
                        "evidence": ["s1", "s2"],
                        "state": "gegeven",
                        "supports": ["a.b_c"],
                    },
                    others=True,
                ),
            }
        ]
    }
    text = whole_text(subject_document([dossier], DATA_MAP, TEXTS, MADE))
    assert "Oefendossier: nee" in text
    assert text.count("Wat gebeurde er?") == 2
    assert "a.b" not in text
    assert "a b c" not in text
    assert "[de rest staat in inzage.json]" in text
    assert "Antwoord (ook anderen)" in text
    assert "s1; s2" in text
    assert "gegeven" not in text.split("Antwoord (ook anderen)")[1]


def test_that_what_is_still_the_answer_is_told_once_with_its_moments() -> None:
    def row(answer: str, moment: str = "") -> dict[str, dict[str, object]]:
        asked = {"kenmerk": "a.b", "vraag": "Wat gebeurde er?"}
        body = {"question": "a.b", "state": "gegeven", "value": answer}
        found = {"scope": cell("Hoort bij", "besluit:boete"), "question": cell("Vraag", asked)}
        at = {"at": cell("Op", moment)} if moment else {}
        return {**found, **at, "body": cell("Antwoord", body)}

    history = [row("Eerst dit.", "2026-01-01"), row("Nu dit.", "2026-01-02")]
    dossier = {"answer": [row("Nu dit.")], "answer_history": history}
    text = whole_text(subject_document([dossier], DATA_MAP, TEXTS, MADE))
    assert text.count("Nu dit.") == text.count("Eerst dit.") == 1
    assert text.index("Nu dit.") < text.index("02-01-2026") < text.index("Eerst dit.")
    assert "Besluit boete" in text
    same = {**dossier, "answer_history": history[1:]}
    assert "Er zijn geen andere antwoorden geweest" in whole_text(
        subject_document([same], DATA_MAP, TEXTS, MADE)
    )


def test_that_rows_of_plain_values_share_a_table_and_others_do_not() -> None:
    lines = [{"at": cell("Op", "2026-01-01"), "event": cell("Handeling", name)} for name in "ab"]
    many = {"title": "t", "kind": "stuk", "location": "l", "text": "x", "label": "y"}
    parts = [{"body": cell("Inhoud", {**many, "id": name})} for name in "ab"]
    found = subject_document([{"audit": lines, "part": parts}], DATA_MAP, TEXTS, MADE)
    tables = [block for block in found.blocks if isinstance(block, Table)]
    assert tables[0].header == ("Op", "Handeling")
    assert [table.header for table in tables] == [("Op", "Handeling"), (), ()]


def test_that_a_sealed_decision_is_read_as_its_report() -> None:
    sealed = {"number": 1, "snapshot": canonical_json(rich_snapshot())}
    other = {"number": 2, "snapshot": "{}"}
    rows = [{"body": cell("Vastgesteld besluit", body)} for body in (sealed, other, "iets")]
    text = whole_text(subject_document([{"sealed_version": rows}], DATA_MAP, TEXTS, MADE))
    assert "Dit staat achteraan in dit document" in text
    assert "Dit staat in inzage.json." in text
    assert "Motiveringsrapport" in text
    assert '{"' not in text
