"""Rekenhulpen as data: the shipped ones are whole, and every mistake is named with file and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.assessment.plugins.loader import load_plugins
from hardship_desk.assessment.rekenhulp_reader import RekenhulpProblems, load_rekenhulpen
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.model import Questionnaire

ROOT = Path(__file__).resolve().parents[3]
GOOD = """
id = "proef"
title = "Proef"
intro = "Een proef."
place = 1
type = "boete"
days = ["besluit"]
questions = ["benadeling.soort", "benadeling.bedrag"]
[[computation]]
id = "boete"
[example.days]
besluit = "12-06-2026"
[example.answers]
"benadeling.bedrag" = "12,50"
[example.result]
boete = "1,00"
"""


@pytest.fixture(scope="module")
def questionnaire() -> Questionnaire:
    plugins = load_plugins(ROOT / "plugins")
    return load_questionnaire(ROOT / "resources" / "questionnaires", plugins.parts)


def mistakes(folder: Path, text: str, questionnaire: Questionnaire) -> list[str]:
    (folder / "proef.toml").write_text(text, "utf-8")
    with pytest.raises(RekenhulpProblems) as raised:
        load_rekenhulpen(folder, questionnaire)
    return [str(problem) for problem in raised.value.problems]


def test_that_the_shipped_rekenhulpen_can_be_read(questionnaire: Questionnaire) -> None:
    found = load_rekenhulpen(ROOT / "resources" / "rekenhulpen", questionnaire)
    assert {"boete", "draagkracht", "termijnen"} <= {item.id for item in found}
    assert [item.place for item in found] == sorted(item.place for item in found)


def test_that_a_whole_file_is_taken(tmp_path: Path, questionnaire: Questionnaire) -> None:
    (tmp_path / "proef.toml").write_text(GOOD, "utf-8")
    [found] = load_rekenhulpen(tmp_path, questionnaire)
    assert found.questions == ("benadeling.soort", "benadeling.bedrag")
    assert found.assumed == ()
    assert found.example.result["boete"].cents == 100


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ('id = "proef"', 'id = "anders"', "id: id_is_not_the_name_of_the_file"),
        ('title = "Proef"', "", "title: missing"),
        ("place = 1", 'place = "een"', "place: not_int"),
        ('type = "boete"', 'type = "bestaat_niet"', "type: unknown_type_or_route"),
        ('"besluit"]', '"morgen"]', "days: unknown_value 'morgen'"),
        ('"benadeling.soort", ', '"x.y", ', "questions: not_asked_on_this_route 'x.y'"),
        ('"benadeling.soort", ', "", "questions: benadeling.bedrag waits_for 'benadeling.soort'"),
        (
            '"benadeling.soort", ',
            '"benadeling.soort", "benadeling.soort", ',
            "questions: asked_twice 'benadeling.soort'",
        ),
        ('[[computation]]\nid = "boete"', "", "computation: missing"),
        ('besluit = "12-06-2026"', 'besluit = "ooit"', "example.days.besluit: not_a_date"),
        ('boete = "1,00"', 'boete = "veel"', "example.result.boete: not_an_amount"),
        ('= "12,50"', "= 12", "example.answers.benadeling.bedrag: not_a_text_or_list_of_texts"),
        (
            "[example.days]",
            '[assumed]\n"poort.beletsel" = ["niets"]\n[example.days]',
            "assumed.poort.beletsel: unknown_option",
        ),
        (
            "[example.days]",
            '[assumed]\n"x.y" = "ja"\n[example.days]',
            "assumed.x.y: not_asked_on_this_route",
        ),
        (
            "[example.days]",
            '[without]\n"benadeling.soort" = ["geen_idee"]\n[example.days]',
            "without.benadeling.soort: no_such_option ['geen_idee']",
        ),
        ("place = 1", 'place = 1\nkleur = "rood"', "kleur: unknown_key"),
    ],
)
def test_that_a_mistake_is_named_with_file_and_key(
    tmp_path: Path, questionnaire: Questionnaire, old: str, new: str, mistake: str
) -> None:
    assert old in GOOD
    found = mistakes(tmp_path, GOOD.replace(old, new, 1), questionnaire)
    assert any(item.startswith(f"proef.toml: {mistake}") for item in found), found


def test_that_all_mistakes_are_named_at_once(tmp_path: Path, questionnaire: Questionnaire) -> None:
    found = mistakes(tmp_path, 'id = "x"\ntype = "y"\n', questionnaire)
    assert len(found) >= 5
    assert "example: missing" in " ".join(found)


def test_that_without_a_type_no_question_can_be_asked(
    tmp_path: Path, questionnaire: Questionnaire
) -> None:
    found = mistakes(tmp_path, GOOD.replace('type = "boete"', ""), questionnaire)
    assert "proef.toml: questions: not_asked_on_this_route 'benadeling.soort'" in found
