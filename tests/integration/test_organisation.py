"""What no source gives is filled in once, with its source, and counts from then on."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.exchange.organisation_file import OrganisationFile
from hardship_desk.plugin_api.catalogue import Parameter, ParameterValue
from hardship_desk.services.desk import Desk
from hardship_desk.services.organisation import FoundValue, parse_value
from tests.integration.desks import example, open_desk_in

FOUND = FoundValue(
    name="boete.categorie_3",
    valid_from="2026-01-01",
    value="12.000,00",
    source="Staatsblad (verzonnen)",
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("HARDSHIP_DESK_DATA", str(tmp_path))
    return open_desk_in(tmp_path)


def flags_of(desk: Desk) -> set[str]:
    work = example(desk)
    return {str(flag.id) for flag in desk.assessments.assess(work.case_id, work.decision_id).flags}


def test_that_a_value_counts_once_it_is_filled_in(desk: Desk, tmp_path: Path) -> None:
    assert "s07.maximum_onbekend_ver_onder" in flags_of(desk)
    assert desk.organisation.fill_in(FOUND) is None
    assert "s07.maximum_onbekend_ver_onder" not in flags_of(desk)
    work = example(desk)
    found = desk.assessments.assess(work.case_id, work.decision_id)
    line = next(item for item in found.computations[0].lines if item.id == "boete.09_maximum")
    assert line.source.title == "Staatsblad (verzonnen)"
    assert line.amount == Money(400_000)
    [filled] = [item.filled for item in desk.organisation.open_values() if item.filled]
    assert filled.certainty is Certainty.SECONDARY
    assert filled.source.note == "ingevuld op 25-11-2026"
    again = OrganisationFile(tmp_path / "organisatie.toml", write_atomically)
    assert again.problems == ()
    assert again.parameters().lookup("boete.categorie_3", date(2026, 6, 1)) == filled


def test_that_a_second_thought_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.organisation.fill_in(FOUND)
    desk.organisation.fill_in(
        FoundValue(name=FOUND.name, valid_from=FOUND.valid_from, value="13.000", source="Beter")
    )
    filled = [item.filled for item in desk.organisation.open_values() if item.filled]
    assert [item.value for item in filled] == [Money(1_300_000)]


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"value": "veel"}, "value", "geen_euro"),
        ({"value": "-1"}, "value", "geen_euro"),
        ({"source": " "}, "source", "bron_ontbreekt"),
        ({"name": "boete.bestaat_niet"}, "value", "onbekend"),
        ({"valid_from": "1999-01-01"}, "value", "onbekend"),
    ],
)
def test_that_a_value_without_sense_or_source_is_refused(
    desk: Desk, tmp_path: Path, change: dict[str, str], field: str, code: str
) -> None:
    fields = {
        "name": FOUND.name,
        "valid_from": FOUND.valid_from,
        "value": FOUND.value,
        "source": FOUND.source,
        **change,
    }
    problem = desk.organisation.fill_in(FoundValue(**fields))
    assert problem is not None
    assert (problem.field, problem.code) == (field, code)
    assert not (tmp_path / "organisatie.toml").exists()


def test_that_a_letter_head_reaches_the_letter(desk: Desk) -> None:
    code = Gemeentecode("GM0363")
    facts = LetterFacts(sender='Gemeente "Proef"', phone="14 000", objection_address="Postbus 2")
    problem = desk.organisation.save_letter_head(code, facts, " ")
    assert problem is not None
    assert (problem.field, problem.code) == ("letter_source", "bron_ontbreekt")
    assert desk.organisation.save_letter_head(code, facts, "Huisstijl") is None
    entry = desk.organisation.letter_head(code)
    assert (entry.facts, entry.source, entry.noted_on) == (facts, "Huisstijl", date(2026, 11, 25))
    work = example(desk)
    text = " ".join(
        str(block) for block in desk.reporting.letter(work.case_id, work.decision_id).blocks
    )
    assert "14 000" in text
    assert "[nog invullen: telefoonnummer]" not in text


@pytest.mark.parametrize(
    ("unit", "raw", "value"),
    [
        ("euro", "€ 1.249,50", Money(124_950)),
        ("procent", "7,5 %", Fraction(3, 40)),
        ("procent", "NaN", None),
        ("procent", "x", None),
        ("maanden", "24", 24),
        ("dagen", "-1", None),
        ("weken", "1234567890", None),
        ("ja_nee", "Ja", True),
        ("ja_nee", "nee", False),
        ("ja_nee", "soms", None),
        ("lijst", "a; b;", ("a", "b")),
        ("lijst", ";", None),
        ("keuze", "teammanager", "teammanager"),
        ("keuze", " ", None),
    ],
)
def test_that_a_value_is_read_in_its_unit(
    unit: str, raw: str, value: ParameterValue | None
) -> None:
    assert parse_value(unit, raw) == value


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("euro", Money(1)),
        ("procent", Fraction(3, 40)),
        ("maanden", 24),
        ("ja_nee", True),
        ("ja_nee", False),
        ("lijst", ('a "b"', "c\\d")),
        ("keuze", "regel één\tmet tab"),
    ],
)
def test_that_what_is_written_is_read_back(
    tmp_path: Path, unit: str, value: ParameterValue
) -> None:
    parameter = Parameter(
        name="proef.waarde",
        value=value,
        unit=unit,
        anchor=Anchor.BESLUIT,
        valid=Period(date(2026, 1, 1), date(2026, 12, 31)),
        basis=LegalBasis(law="Awb", article="3:2", paragraph="1"),
        source=Source(title="Bron", url="https://voorbeeld.example", note="dag"),
        certainty=Certainty.SECONDARY,
        plugin="organisatie",
    )
    path = tmp_path / "organisatie.toml"
    OrganisationFile(path, write_atomically).save_parameter(parameter)
    again = OrganisationFile(path, write_atomically)
    assert again.problems == ()
    assert again.parameters().parameters == (parameter,)
