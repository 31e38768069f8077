"""Texts to use again in a plugin: law needs a source, and a slot must be readable."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hardship_desk.assessment.plugins.contents import Located
from hardship_desk.assessment.plugins.loader import load_plugins
from hardship_desk.assessment.stock_text_checks import names_law, stock_text_problems
from hardship_desk.questionnaire.loader import load_questionnaire
from tests.unit.assessment.shelves import mistakes, shelf, write

ROOT = Path(__file__).resolve().parents[3]
PROVISION = """[[provision]]
id = "proefdorp-beleid"
basis = { law = "Beleidsregel Proefdorp", article = "2" }
kind = "proef"
binding = "kan"
gist = "Proef."
anchor = "besluit"
seen_from = 2020-01-01
source = { title = "Proeftekst" }
certainty = "verified"
"""
OUTCOMES = re.compile(
    r"\b(wijzen?\s+\w*\s*(?:af|toe)|afgewezen|toegekend|boete|schuld|verwijt\w*|fraude\w*|u had moeten)\b",
    re.IGNORECASE,
)


def block(text: str, name: str = "proefdorp.a", more: str = "") -> str:
    return f'[[block]]\nid = "{name}"\ntitle = "Proef"\ntext = "{text}"\n{more}\n'


def reasons(folder: Path, *blocks: str) -> list[str]:
    place = write(folder, blocks="\n".join(blocks), provisions=PROVISION)
    return [item.rpartition(": ")[2] for item in mistakes(place)]


@pytest.mark.parametrize(
    ("text", "more", "reason"),
    [
        ("Wij spraken u op [nog invullen: datum].", "", ""),
        ("Volgens artikel 2 van ons beleid mag dit.", 'basis = "proefdorp-beleid"', ""),
        ("Volgens artikel 2 van ons beleid mag dit.", "", "law_without_basis"),
        ("U hebt recht op 150 euro.", "", "law_without_basis"),
        ("U krijgt zes brieven, binnen 4 weken.", "", "law_without_basis"),
        ("Dat staat in de verordening.", "", "law_without_basis"),
        ("U betaalt binnen zes weken.", "", "law_without_basis"),
        ("Daarna komt er een boete van honderd euro.", "", "law_without_basis"),
        ("Dat is de inlichtingenplicht.", "", "law_without_basis"),
        ("Wij bellen u over een paar dagen.", "", ""),
        ("Tekst.", 'basis = "proefdorp-nergens"', "unknown_provision proefdorp-nergens"),
        ("Tekst.", 'types = ["onzin"]', "unknown_type onzin"),
        ("Tekst.", 'traits = ["onzin"]', "unknown_trait onzin"),
        ("Wij spraken u op {datum}.", "", "slot_unreadable"),
        ("Wij spraken u op [datum].", "", "slot_unreadable"),
        ("Wij spraken u op [nog invullen: datum", "", "slot_unreadable"),
        ("Wij spraken u op [nog invullen].", "", "slot_without_name"),
        ("a" * 1201, "", "text_too_long 1200"),
        ("", "", "missing"),
        ("Tekst.", 'kleur = "rood"', "unknown_key"),
    ],
)
def test_that_a_text_is_readable_and_names_no_law_without_its_source(
    tmp_path: Path, text: str, more: str, reason: str
) -> None:
    found = reasons(tmp_path, block(text, more=more))
    assert found == ([reason] if reason else [])


def test_that_an_id_is_of_the_plugin_and_stands_once(tmp_path: Path) -> None:
    found = reasons(tmp_path, block("Een."), block("Twee."), block("Drie.", "elders.a"))
    assert found == ["id_twice", "id_without_plugin proefdorp."]


def test_that_the_texts_of_a_plugin_are_kept_in_themes(tmp_path: Path) -> None:
    write(tmp_path, blocks=block("Een."), blocks__hulp=block("Twee.", "proefdorp.b"))
    found = shelf(tmp_path).plugins.plugins
    [plugin] = [item for item in found if item.manifest.id == "proefdorp"]
    assert [item.text for item in plugin.blocks] == ["Een.", "Twee."]


def test_that_the_shipped_texts_keep_their_own_rules() -> None:
    plugins = load_plugins(ROOT / "plugins")
    core = load_questionnaire(ROOT / "resources" / "questionnaires", plugins.parts)
    national = next(item for item in plugins.plugins if not item.manifest.gemeentecodes)
    placed = tuple(Located("blocks.toml", item.id, item) for item in national.blocks)
    known = frozenset(item.id for item in national.provisions)
    assert len(placed) >= 6
    assert list(stock_text_problems("landelijk", placed, core, known)) == []
    for item in national.blocks:
        assert not names_law(item.text), item.id
        assert OUTCOMES.search(item.text) is None, item.id
