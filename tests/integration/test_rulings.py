"""Six published rulings, computed again from their case files on the command line."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from hardship_desk.__main__ import main
from hardship_desk.core_setup import Core, build_core
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.domain.case import Case
from hardship_desk.domain.criteria import Criterion
from hardship_desk.services.ports.case_files import CaseFile
from tests.integration.dossiers import read_case, with_answers, with_decision_date
from tests.integration.ruling_files import scenario_files

FOLDER = Path(__file__).resolve().parents[1] / "rulings"
RULINGS = [path for path in sorted(FOLDER.glob("ECLI_*.toml")) if path not in scenario_files()]
TOLERANCE_CENTS = 2
pytestmark = pytest.mark.ruling


@pytest.fixture(scope="module")
def core() -> Core:
    return build_core()


def expected_cents(core: Core, path: Path) -> int:
    found = core.reader.read(path)
    assert isinstance(found, CaseFile)
    assert found.expected is not None
    assert found.expected.amount_cents is not None
    return found.expected.amount_cents


def test_that_six_rulings_are_computed_again() -> None:
    assert len(RULINGS) >= 6


@pytest.mark.parametrize("path", RULINGS, ids=lambda path: path.stem)
def test_that_the_amount_is_that_of_the_judge(
    core: Core, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["assess", str(path), "--out", str(tmp_path)])

    decision = json.loads((tmp_path / "zaak.json").read_text("utf-8"))["besluiten"][0]
    computed = decision["berekening"][-1]["uitkomst_cent"]
    assert code in (0, 3)
    assert abs(computed - expected_cents(core, path)) <= TOLERANCE_CENTS
    assert {file.name for file in tmp_path.iterdir()} == {
        "motivering.pdf",
        "brief.docx",
        "zaak.json",
    }
    capsys.readouterr()


@pytest.mark.parametrize("path", RULINGS, ids=lambda path: path.stem)
def test_that_the_report_holds_amount_lines_sources_and_criteria(core: Core, path: Path) -> None:
    case = read_case(core, path)
    assessment = core.engine.assess(case, case.decisions[0].id, core.organisation.parameters())
    snapshot = core.snapshots.build(case, case.decisions[0].id, assessment)

    text = whole_text(core.papers.report(snapshot))

    assert assessment.total is not None
    assert assessment.total.dutch() in text
    for line in snapshot.computations[0].lines:
        assert line.outcome in text
        assert line.source.title in text
        assert line.basis.dutch() in text
    for criterion in Criterion:
        assert criterion.value in text


def test_that_the_pdf_itself_holds_amount_and_criteria(tmp_path: Path) -> None:
    path = FOLDER / "ECLI_NL_CRVB_2016_12.toml"
    main(["assess", str(path), "--out", str(tmp_path)])
    with pypdfium2.PdfDocument(tmp_path / "motivering.pdf") as document:
        text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    assert "2.510,00" in text
    assert all(criterion.value in text for criterion in Criterion)


def total_on(core: Core, case: Case, day: date) -> int | None:
    moved = with_decision_date(case, day)
    total = core.engine.assess(moved, moved.decisions[0].id, core.organisation.parameters()).total
    return total.cents if total else None


def test_that_the_percentage_halves_on_4_august_2020(core: Core) -> None:
    """Ten percent of the norm until 3 August 2020, five from the day after (draagkracht binds)."""
    case = with_answers(
        read_case(core, FOLDER / "ECLI_NL_RBDHA_2025_15570.toml"),
        {"draagkracht.norm_bedrag": "1000,00", "draagkracht.afronding": "eindbedrag"},
        core.questionnaire,
    )
    before, after = total_on(core, case, date(2020, 8, 3)), total_on(core, case, date(2020, 8, 4))
    assert (before, after) == (120_000, 60_000)
