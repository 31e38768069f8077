"""Reading conflicts, rulings and versions of provisions: each mistake is named."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from hardship_desk.assessment.catalogue_reader import read_provisions
from hardship_desk.assessment.plugins.loader import load_plugins
from hardship_desk.assessment.reference_reader import read_conflicts, read_rulings
from hardship_desk.domain.legal_basis import Certainty
from hardship_desk.domain.money import Money
from hardship_desk.plugin_api import ReadHow
from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader
from tests.unit.assessment.plugin_folders import write_plugin

PROVISION = """[[provision]]
id = "pw-52-voorschot"
basis = { law = "Participatiewet", article = "52" }
kind = "procedure"
binding = "moet"
applies_to = ["voorschot_terugwerkend"]
gist = "Er komt een voorschot."
anchor = "melding"
seen_from = 2023-01-01
source = { title = "Proeftekst" }
certainty = "verified"
"""
CONFLICT = """[[conflict]]
id = "c-proef"
title = "Twee regels"
provisions = ["pw-52-voorschot"]
articles = ["Rv 475c"]
clash = "Zij bijten elkaar."
options = ["Bel."]
contact = ["deurwaarder"]
applies_to = ["invordering"]
anchor = "besluit"
seen_from = 2023-01-01
source = { title = "Proeftekst" }
certainty = "secondary"
"""
RULING = """[[ruling]]
ecli = "ECLI:NL:CRVB:2016:12"
court = "Centrale Raad van Beroep"
on = 2016-01-11
year = 2016
applies_to = ["boete"]
provisions = ["pw-18a-1-boete"]
outcome = "zelf_voorzien"
gist = "Het kon niet in achttien maanden."
lesson = "Reken beide kanten uit."
numbers = [{ name = "boete_eind", unit = "euro", value = 2510 }]
read_how = "begin"
source = { title = "Proeftekst" }
certainty = "verified"
"""


def table(text: str, problems: ProblemList) -> TableReader:
    return TableReader("x.toml", "", tomllib.loads(text, parse_float=Decimal), problems)


def reasons(problems: ProblemList) -> list[str]:
    return [item.reason for item in problems.all()]


def test_that_a_ruling_and_a_conflict_are_read() -> None:
    problems = ProblemList()
    [ruling] = read_rulings(table(RULING, problems))
    [conflict] = read_conflicts(table(CONFLICT, problems))
    assert problems.all() == ()
    assert ruling.read_how is ReadHow.START
    assert [(item.name, item.value) for item in ruling.numbers] == [("boete_eind", Money(251_000))]
    assert conflict.provisions == ("pw-52-voorschot",)
    assert conflict.certainty is Certainty.SECONDARY


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"begin"', '"samenvatting"', "a_summary_is_at_most_secondary"),
        ("year = 2016", "year = 2015", "not_the_year_of_the_day"),
        ('ecli = "ECLI:NL:CRVB:2016:12"\n', "", "missing"),
        ("value = 2510", 'value = "veel"', "not_a_value_in_euro"),
        ("certainty", "kleur = 1\ncertainty", "unknown_key"),
    ],
)
def test_that_a_wrong_ruling_is_named(old: str, new: str, reason: str) -> None:
    problems = ProblemList()
    read_rulings(table(RULING.replace(old, new), problems))
    assert reasons(problems) == [reason]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("seen_from = 2023-01-01\n", "", "missing"),
        (
            "seen_from",
            "valid_from = 2026-01-01\nvalid_until = 2025-01-01\nseen_from",
            "period_ends_before_it_starts",
        ),
        ("source", "kleur = 1\nsource", "unknown_key"),
    ],
)
def test_that_a_wrong_conflict_is_named(old: str, new: str, reason: str) -> None:
    problems = ProblemList()
    read_conflicts(table(CONFLICT.replace(old, new), problems))
    assert reasons(problems) == [reason]


def test_that_two_versions_on_one_day_are_a_problem_across_files() -> None:
    problems = ProblemList()
    old = PROVISION.replace("seen_from", "valid_until = 2025-12-31\nseen_from")
    new = PROVISION.replace("seen_from", "valid_from = 2026-01-01\nseen_from")
    assert len(read_provisions(table(old, problems), table(new, problems))) == 2
    assert problems.all() == ()
    read_provisions(table(old, problems), table(PROVISION, problems))
    assert reasons(problems) == ["two_versions_on_one_day"]


def test_that_a_provision_without_a_basis_is_left_out() -> None:
    problems = ProblemList()
    text = PROVISION.replace('basis = { law = "Participatiewet", article = "52" }\n', "")
    assert read_provisions(table(text, problems)) == ()
    assert reasons(problems) == ["missing"]


def test_that_a_plugin_brings_its_themes_conflicts_and_rulings(tmp_path: Path) -> None:
    path = write_plugin(tmp_path, "dorp", conflicts=CONFLICT, rulings=RULING)
    (path / "provisions").mkdir()
    for name in ("b", "a"):
        text = PROVISION.replace("pw-52", f"pw-{name}")
        (path / "provisions" / f"{name}.toml").write_text(text, encoding="utf-8")
    [plugin] = load_plugins(tmp_path).plugins
    assert [item.id for item in plugin.provisions] == ["pw-a-voorschot", "pw-b-voorschot"]
    assert [item.id for item in plugin.conflicts] == ["c-proef"]
    assert [item.ecli for item in plugin.rulings] == ["ECLI:NL:CRVB:2016:12"]
