"""What an organisation fills in once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.errors import WriteError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.money import Money
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.exchange.organisation_file import (
    OrganisationContent,
    OrganisationFile,
    read_organisation,
)
from hardship_desk.services.ports.organisation import OrganisationSettings

GOOD = """[[brief]]
gemeente = "GM0363"
afzender = "Gemeente Proef"
telefoon = "14 000"

[[parameter]]
name = "boete.categorie_3"
unit = "euro"
anchor = "gedraging"
basis = { law = "Wetboek van Strafrecht", article = "23" }

[[parameter.value]]
valid_from = 2026-01-01
value = 10300
certainty = "secondary"
source = { title = "Opgezocht door de jurist op 2-1-2026" }
"""


def test_that_no_file_is_an_empty_one(tmp_path: Path) -> None:
    assert read_organisation(tmp_path / "organisatie.toml") == OrganisationContent()


def test_that_values_and_letter_heads_are_read(tmp_path: Path) -> None:
    path = tmp_path / "organisatie.toml"
    path.write_text(GOOD, encoding="utf-8")
    found = OrganisationFile(path, write_atomically)
    assert found.problems == ()
    held = found.parameters().lookup("boete.categorie_3", date(2026, 6, 1))
    assert held is not None
    assert held.value == Money(1_030_000)
    assert held.plugin == "organisatie"
    assert found.letter_facts(Gemeentecode("GM0363")).sender == "Gemeente Proef"
    assert found.letter_facts(Gemeentecode("GM0014")) == LetterFacts()


def test_that_of_a_wrong_file_nothing_counts(tmp_path: Path) -> None:
    path = tmp_path / "organisatie.toml"
    path.write_text(GOOD.replace("10300", '"veel"'), encoding="utf-8")
    found = OrganisationFile(path, write_atomically)
    assert [problem.key for problem in found.problems]
    assert found.parameters().lookup("boete.categorie_3", date(2026, 6, 1)) is None
    assert found.letter_facts(Gemeentecode("GM0363")) == LetterFacts()
    with pytest.raises(WriteError):
        found.save_settings(OrganisationSettings())
    assert "veel" in path.read_text("utf-8")
