"""`hardship-desk vergelijk`: what another municipality changes, on the screen and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hardship_desk.__main__ import main
from hardship_desk.bootstrap import assess_tools
from hardship_desk.cli.assess import AssessTools
from hardship_desk.cli.compare import compare_file
from tests.integration.municipality_cases import COMPARISONS
from tests.integration.ruling_files import write_case_file


@pytest.fixture(scope="module")
def tools() -> Iterator[AssessTools]:
    made = assess_tools()
    yield made
    made.close()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_case_file(COMPARISONS[0].table("GM0599"), tmp_path / "zaak.toml")


def test_that_each_change_stands_under_its_heading_with_article_and_certainty(
    tools: AssessTools, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare_file(tools, case, "Amsterdam") == 0
    said = capsys.readouterr().out
    assert said.startswith("Nu: Rotterdam. Dan: Amsterdam.")
    assert "- Nu: € 2.049,90 – dan: € 2.404,50" in said
    assert "Beleidsregels bijzondere bijstand Rotterdam 2024 art. 10.3 lid 2" in said
    assert "uit een samenvatting" in said
    assert "Vlaggen\n- Komt erbij: Een waarde van uw gemeente" in said
    assert list(case.parent.iterdir()) == [case]


def test_that_the_same_municipality_changes_nothing(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["vergelijk", str(case), "gm0599"]) == 0
    assert "Er verandert niets" in capsys.readouterr().out


def test_that_a_wrong_file_or_municipality_is_named(
    tools: AssessTools, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare_file(tools, case, "Nergens") == 2
    assert compare_file(tools, case.with_name("weg.toml"), "Amsterdam") == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
