"""What courts annulled for shows as a flag, and goes when the defect is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.assessment.result import Assessment
from hardship_desk.core_setup import Core, build_core
from hardship_desk.domain.flag import Moment, Severity
from tests.integration.dossiers import read_case
from tests.integration.ruling_files import (
    Scenario,
    Table,
    base_case,
    base_kinds,
    read_scenario,
    scenario_files,
    write_case_file,
)

pytestmark = pytest.mark.ruling
TOLERANCE_CENTS = 2
SCENARIOS = [read_scenario(path) for path in scenario_files()]
FLAGGED = [item for item in SCENARIOS if item.expected.get("vlaggen")]
UPHELD = [item for item in SCENARIOS if item.outcome == "in_stand"]
COMPUTED = [item for item in SCENARIOS if "bedrag_cent" in item.expected]


@pytest.fixture(scope="module")
def core() -> Core:
    return build_core()


def assess(core: Core, table: Table, folder: Path) -> Assessment:
    case = read_case(core, write_case_file(table, folder / "zaak.toml"))
    return core.engine.assess(case, case.decisions[-1].id, core.organisation.parameters())


def flags_of(assessment: Assessment) -> set[str]:
    return {str(flag.id) for flag in assessment.flags}


def blocking(assessment: Assessment) -> set[str]:
    return {
        str(flag.id)
        for flag in assessment.blocking(Moment.VASTSTELLEN)
        if flag.severity is Severity.BLOKKADE
    }


def name_of(scenario: Scenario) -> str:
    return scenario.name


@pytest.mark.parametrize("kind", base_kinds())
def test_that_a_neutral_case_can_be_adopted(core: Core, kind: str, tmp_path: Path) -> None:
    found = assess(core, base_case(kind), tmp_path)
    assert blocking(found) == set()
    assert [name for name in flags_of(found) if "beslistermijn" in name] == []


@pytest.mark.parametrize("scenario", FLAGGED, ids=name_of)
def test_that_the_defect_is_flagged_and_goes_when_mended(
    core: Core, scenario: Scenario, tmp_path: Path
) -> None:
    expected = set(scenario.expected["vlaggen"])
    assert expected <= flags_of(assess(core, scenario.case, tmp_path))
    assert scenario.mended is not None
    mended = assess(core, scenario.mended, tmp_path)
    assert not expected & {
        str(flag.id) for flag in mended.flags if flag.blocks or not flag.response
    }


@pytest.mark.parametrize("scenario", UPHELD, ids=name_of)
def test_that_what_was_upheld_can_be_adopted(
    core: Core, scenario: Scenario, tmp_path: Path
) -> None:
    assert blocking(assess(core, scenario.case, tmp_path)) == set()


@pytest.mark.parametrize("scenario", COMPUTED, ids=name_of)
def test_that_the_amount_comes_out(core: Core, scenario: Scenario, tmp_path: Path) -> None:
    total = assess(core, scenario.case, tmp_path).total
    assert total is not None
    assert abs(total.cents - scenario.expected["bedrag_cent"]) <= TOLERANCE_CENTS
