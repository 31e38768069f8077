"""The same case in every municipality: what differs, and the page that says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.assessment.result import Assessment
from hardship_desk.core_setup import Core, build_core
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.domain.flag import Severity
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.plugin_api.catalogue import ParameterTable
from tests.integration.dossiers import read_case
from tests.integration.municipality_cases import (
    COMPARISONS,
    END,
    PAGE,
    START,
    Comparison,
    Results,
    assess,
    municipalities,
    outcomes,
    run_all,
    table_text,
)
from tests.integration.ruling_files import write_case_file

ROTTERDAM, AMSTERDAM, DIEMEN = "GM0599", "GM0363", "GM0384"


@pytest.fixture(scope="module")
def core() -> Core:
    return build_core()


@pytest.fixture(scope="module")
def results(core: Core, tmp_path_factory: pytest.TempPathFactory) -> Results:
    return run_all(core, tmp_path_factory.mktemp("gemeenten"))


def comparison(title: str) -> Comparison:
    return next(item for item in COMPARISONS if item.title.startswith(title))


def outcome_lines(assessment: Assessment) -> list[str]:
    return [line.outcome for item in assessment.computations for line in item.lines]


def letter(core: Core, case: Comparison, code: str, folder: Path) -> str:
    table = case.table(code)
    read = read_case(core, write_case_file(table, folder / "zaak.toml"))
    found = core.engine.assess(read, read.decisions[-1].id, core.organisation.parameters())
    snapshot = core.snapshots.build(read, read.decisions[-1].id, found)
    return whole_text(core.papers.letter(snapshot))


def test_that_at_least_ten_municipalities_have_rules_of_their_own(core: Core) -> None:
    assert len(municipalities(core)) >= 10


@pytest.mark.parametrize("item", COMPARISONS, ids=lambda item: item.title)
def test_that_every_municipality_can_be_assessed(results: Results, item: Comparison) -> None:
    for found in (found for (title, _), found in results.items() if title == item.title):
        assert found.problems == ()
        assert found.computations


@pytest.mark.parametrize(
    "item", [item for item in COMPARISONS if item.kind != "boete"], ids=lambda item: item.title
)
def test_that_two_municipalities_come_to_something_else(results: Results, item: Comparison) -> None:
    rows = list(outcomes(item, results))
    said: dict[str, tuple[str, ...]] = {}
    for row in rows:
        said[row.municipality] = (*said.get(row.municipality, ()), row.said)
    assert len(set(said.values())) >= 2
    assert any(row.article and row.place for row in rows)


def test_that_one_case_gives_other_findings_letter_and_calculation(
    core: Core, tmp_path: Path
) -> None:
    case = comparison("Bijzondere bijstand: draagkracht")
    rotterdam, amsterdam = (
        assess(core, case.table(code), tmp_path) for code in (ROTTERDAM, AMSTERDAM)
    )
    assert rotterdam.total != amsterdam.total
    assert outcome_lines(rotterdam) != outcome_lines(amsterdam)
    assert {item.text for item in rotterdam.findings} != {item.text for item in amsterdam.findings}
    papers = {code: letter(core, case, code, tmp_path) for code in (ROTTERDAM, AMSTERDAM)}
    assert "€ 950,10 zelf betalen" in papers[ROTTERDAM]
    assert "€ 595,50 zelf betalen" in papers[AMSTERDAM]


def test_that_a_lowering_of_the_table_of_one_is_too_high_in_another(
    core: Core, tmp_path: Path
) -> None:
    case = comparison("Maatregel: plan van aanpak")
    blocked = {
        code: {
            str(flag.id)
            for flag in assess(core, case.table(code), tmp_path).flags
            if flag.severity is Severity.BLOKKADE
        }
        for code in (ROTTERDAM, AMSTERDAM, DIEMEN)
    }
    assert "s13.hoger_dan_regel" not in blocked[ROTTERDAM]
    assert "s13.hoger_dan_regel" in blocked[AMSTERDAM] & blocked[DIEMEN]


def test_that_a_boete_is_the_same_everywhere(results: Results) -> None:
    found = [item for (title, _), item in results.items() if title == "Boete"]
    assert len({item.total for item in found}) == 1
    assert len({tuple(outcome_lines(item)) for item in found}) == 1


def test_that_what_rests_on_a_summary_or_ended_is_flagged_on_its_page(
    core: Core, tmp_path: Path
) -> None:
    unsure = assess(core, comparison("Bijzondere bijstand: draagkracht").table(AMSTERDAM), tmp_path)
    ended = assess(core, comparison("Kwijtschelding").table(AMSTERDAM), tmp_path)
    steps = {str(flag.id): flag.step for item in (unsure, ended) for flag in item.flags}
    assert steps["s07.bijzondere_bijstand_waarde_niet_nagelezen"] == 7
    assert steps["s07.kwijtschelding_waarde_afgelopen"] == 7


def test_that_what_was_read_in_full_is_not_flagged(core: Core, tmp_path: Path) -> None:
    found = assess(core, comparison("Bijzondere bijstand: draagkracht").table(ROTTERDAM), tmp_path)
    assert not [flag.id for flag in found.flags if "waarde_" in flag.id]


def test_that_the_report_names_the_local_article(core: Core, tmp_path: Path) -> None:
    case = comparison("Bijzondere bijstand: draagkracht")
    read = read_case(core, write_case_file(case.table(ROTTERDAM), tmp_path / "zaak.toml"))
    found = core.engine.assess(read, read.decisions[-1].id, core.organisation.parameters())
    text = whole_text(core.papers.report(core.snapshots.build(read, read.decisions[-1].id, found)))
    assert "Beleidsregels bijzondere bijstand Rotterdam 2024 art. 10.3 lid 2" in text
    assert "CVDR719087" in text


def test_that_the_page_says_what_comes_out(results: Results) -> None:
    """To renew the page: python -m tests.integration.write_municipalities."""
    page = PAGE.read_text("utf-8")
    shown = page.split(START)[1].split(END)[0].strip()
    assert shown == table_text(results).strip()


def test_that_codes_are_those_of_the_list(core: Core) -> None:
    known = {item.code for item in core.municipalities}
    assert core.engine.municipalities_with_rules() <= known
    assert Gemeentecode(ROTTERDAM) in known


def test_that_what_an_organisation_found_never_replaces_a_known_value(
    core: Core, tmp_path: Path
) -> None:
    months = replace(
        next(p for p in core.engine.open_parameters() if p.name.endswith("periode_maanden")),
        value=6,
        plugin="organisatie",
    )
    asked = comparison("Bijzondere bijstand: draagkracht")
    said = {}
    for code in (ROTTERDAM, DIEMEN):
        table = asked.table(code)
        table["antwoorden"]["bijzondere_bijstand"].pop("draagkrachtperiode")
        case = read_case(core, write_case_file(table, tmp_path / "zaak.toml"))
        found = core.engine.assess(case, case.decisions[-1].id, ParameterTable((months,)))
        lines = {str(line.id): line for item in found.computations for line in item.lines}
        inputs = lines["bijzondere_bijstand.08_draagkracht"].inputs
        said[code] = next(item.value for item in inputs if item.name == "Aantal maanden")
    assert said == {ROTTERDAM: "12", DIEMEN: "6"}
