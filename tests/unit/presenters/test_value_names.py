"""What a value of law is called, and what is said of a mistake in a package: words, not codes."""

from __future__ import annotations

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder
from hardship_desk.presenters.law_change_words import problem_line
from hardship_desk.presenters.value_names import value_name
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.toml_reader import FileProblem

TEXTS = WindowTexts(Texts.load_folder(resources_folder() / "texts"))


def test_that_a_value_is_called_by_its_name_or_its_own_words() -> None:
    assert value_name("boete.categorie_2", TEXTS) == "Tweede strafcategorie"
    assert value_name("afstemming.besef_pct", TEXTS) == "Afstemming: besef procent"


def test_that_a_mistake_without_file_or_key_leaves_no_mark() -> None:
    nameless = FileProblem("", "", "not_a_zip")
    assert problem_line(nameless, TEXTS).startswith("Dit is geen gave zip.")
    assert problem_line(nameless, TEXTS, nothing="-").startswith("wetspakket: -: Dit is geen")
    placed = FileProblem("flags.toml", "", "missing")
    assert problem_line(placed, TEXTS).startswith("flags.toml: ")
    assert ": -: " not in problem_line(placed, TEXTS)
