"""A recovery in the dossier gives the fine its benadelingsbedrag."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.core_setup import Core, build_core
from hardship_desk.domain.ids import FindingId
from hardship_desk.domain.money import Money
from tests.integration.dossiers import read_case
from tests.integration.ruling_files import Table, base_case, laid_over, write_case_file


@pytest.fixture(scope="module")
def core() -> Core:
    return build_core()


def recovery(changed: Table) -> Table:
    """The neutral recovery as another decision in the dossier."""
    base = base_case("terugvordering")
    answers = laid_over(base["antwoorden"], {"conclusie": changed})
    return {**base["besluit"], "id": "terug", "antwoorden": answers}


def fine_beside(core: Core, other: Table, folder: Path) -> tuple[Money | None, set[FindingId]]:
    """What the fine comes to with that decision in its dossier, and what was found."""
    table = laid_over(
        base_case("boete"),
        {
            "ander_besluit": [other],
            "antwoorden": {"benadeling": {"soort": "uit_terugvordering"}},
        },
    )
    case = read_case(core, write_case_file(table, folder / "zaak.toml"))
    found = core.engine.assess(case, case.decisions[-1].id, core.organisation.parameters())
    return found.total, {item.id for item in found.findings}


def test_that_the_amount_of_a_recovery_feeds_the_fine(core: Core, tmp_path: Path) -> None:
    total, _ = fine_beside(core, recovery({"bedrag": 800.00}), tmp_path)
    assert total == Money(40_000)


def test_that_a_recovery_that_claims_nothing_feeds_no_fine(core: Core, tmp_path: Path) -> None:
    waived = recovery({"uitkomst": "afzien_dringende_redenen"})
    total, findings = fine_beside(core, waived, tmp_path)
    assert total is None
    assert FindingId("boete.terugvordering_ontbreekt") in findings


def test_that_a_letter_on_paying_names_no_period_of_conduct(core: Core, tmp_path: Path) -> None:
    for kind, named in (("terugvordering", True), ("invordering", False)):
        case = read_case(core, write_case_file(base_case(kind), tmp_path / f"{kind}.toml"))
        name = case.decisions[-1].id
        assessment = core.engine.assess(case, name, core.organisation.parameters())
        snapshot = core.snapshots.build(case, name, assessment)
        assert snapshot.letter.names_conduct is named
        text = "\n".join(str(block) for block in core.papers.letter(snapshot).blocks)
        assert ("over de periode van" in text) is named
