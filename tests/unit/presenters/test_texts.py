"""The texts of the window: complete, Dutch, and with a sentence for every problem."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hardship_desk.assessment.texts import Texts
from hardship_desk.presenters.articles import article
from hardship_desk.presenters.window_texts import WindowTexts

ROOT = Path(__file__).resolve().parents[3]
PACKAGES = ("presenters", "ui")


@pytest.fixture(scope="module")
def texts() -> WindowTexts:
    return WindowTexts(Texts.load_folder(ROOT / "resources" / "texts"))


def sources(*packages: str) -> list[str]:
    folders = [ROOT / "hardship_desk" / name for name in packages]
    return [path.read_text("utf-8") for folder in folders for path in folder.rglob("*.py")]


def test_that_every_text_the_window_asks_for_is_there(texts: WindowTexts) -> None:
    found = re.compile(r"texts\.get\(\s*\"([a-z_.]+)\"")
    asked = {key for source in sources(*PACKAGES) for key in found.findall(source)}
    assert len(asked) > 100
    assert sorted(key for key in asked if key not in texts) == []


def test_that_every_problem_of_the_services_has_a_sentence(texts: WindowTexts) -> None:
    found = re.compile(r"(?:code=|_RefusedError\(|AnswerProblem\(question_id, )\"([a-z_]+)\"")
    codes = {
        code for source in sources("services", "questionnaire") for code in found.findall(source)
    }
    codes |= {"besluit_vastgesteld"}
    assert len(codes) > 20
    # What is wrong with a list is said in the words of its own file.
    of_lists = {f"probleem.{code}" for code in texts.under("inlezen.fout")}
    keys = (f"probleem.{code}" for code in codes)
    assert sorted(key for key in keys if key not in texts and key not in of_lists) == []


def test_that_every_kind_of_decision_has_a_short_name_for_the_list(texts: WindowTexts) -> None:
    folder = ROOT / "resources" / "questionnaires" / "types"
    kinds = sorted(path.name for path in folder.iterdir() if path.is_dir())
    assert len(kinds) > 15
    assert [kind for kind in kinds if f"soort.{kind}" not in texts] == []


def test_that_a_problem_in_a_table_names_row_and_column(texts: WindowTexts) -> None:
    said = texts.problem("not_an_amount", (("given", "veel"), ("row", "2"), ("column", "Bedrag")))
    assert said.startswith("Rij 2, Bedrag: ‘veel’ is geen bedrag.")


def test_that_an_unknown_problem_still_says_something(texts: WindowTexts) -> None:
    assert "raadsel" in texts.problem("raadsel")


@pytest.mark.parametrize(
    ("basis", "shown"),
    [
        ("awb-5-46-boetehoogte", "Awb 5:46"),
        ("awb-5-42-44-beletselen", "Awb 5:42 en 5:44"),
        ("awb-5-10a-zwijgrecht", "Awb 5:10a"),
        ("awb-7-heroverweging", "Awb hoofdstuk 7"),
        ("pw-18a-4-waarschuwing", "Participatiewet 18a lid 4"),
        ("pw-18a-13-14-kwijtschelding-boete", "Participatiewet 18a lid 13 en 14"),
        ("pw-60c-schuldregeling", "Participatiewet 60c"),
        ("rv-475fa-hardheid-beslagvrije-voet", "Rv 475fa"),
        ("Awb 5:41", "Awb 5:41"),
        ("", ""),
    ],
)
def test_that_a_provision_is_shown_as_an_article(basis: str, shown: str) -> None:
    assert article(basis) == shown


def test_that_no_question_shows_a_code_name() -> None:
    files = (ROOT / "resources" / "questionnaires").rglob("*.toml")
    found = {
        basis
        for file in files
        for basis in re.findall(r'^basis = "([^"]+)"', file.read_text("utf-8"), re.M)
    }
    assert [basis for basis in found if re.search(r"[a-z]-[a-z]", article(basis))] == []
