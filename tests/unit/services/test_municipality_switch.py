"""Another municipality: what it changes is told first, and only then the dossier changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.config.paths import DATA_VARIABLE
from hardship_desk.core_setup import build_core
from hardship_desk.domain.case import Case
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.plugin_setup import plugin_tools
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.desk import Desk
from hardship_desk.services.municipality_switch import DecisionChanges, SwitchChanges
from tests.integration.desks import example, new_work, open_desk_in
from tests.integration.dossiers import read_case
from tests.integration.municipality_cases import COMPARISONS
from tests.integration.ruling_files import write_case_file

ROTTERDAM, AMSTERDAM, ZWOLLE = map(Gemeentecode, ("GM0599", "GM0363", "GM0193"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return open_desk_in(tmp_path_factory.mktemp("kluis"))


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """Costs of 3,000 euros in Rotterdam."""
    path = tmp_path_factory.mktemp("zaak") / "zaak.toml"
    write_case_file(COMPARISONS[0].table(ROTTERDAM), path)
    return read_case(build_core(), path)


@pytest.fixture(scope="module")
def changes(desk: Desk, costs: Case) -> SwitchChanges:
    return desk.switching.compare(costs, AMSTERDAM)


@pytest.fixture(scope="module")
def decision(changes: SwitchChanges) -> DecisionChanges:
    return changes.decisions[-1]


def test_that_the_total_and_its_lines_are_told_as_they_were_and_would_be(
    decision: DecisionChanges,
) -> None:
    assert decision.total.before is not None
    assert decision.total.after is not None
    assert (decision.total.before.cents, decision.total.after.cents) == (204990, 240450)
    [line] = [
        pair
        for pair in decision.lines
        if pair.before and pair.before.id.endswith("04_vrij_inkomen")
    ]
    assert line.after is not None
    assert "110 procent" in line.before.outcome  # type: ignore[union-attr]  # found by it
    assert "Norm plus" in line.after.outcome


def test_that_findings_flags_and_letter_come_and_go(decision: DecisionChanges) -> None:
    gone = {pair.before.id for pair in decision.findings if pair.before and not pair.after}
    come = {pair.after.id for pair in decision.findings if pair.after and not pair.before}
    assert "rotterdam.bb_schuldregeling" in gone
    assert "bijzondere_bijstand.waarde_niet_nagelezen" in come
    assert any(pair.after and pair.before is None for pair in decision.flags)
    assert {bool(pair.before) for pair in decision.letter} == {True, False}


def test_that_values_are_those_the_rules_asked_for(decision: DecisionChanges) -> None:
    values = {
        (pair.before or pair.after).name: pair  # type: ignore[union-attr]  # one of the two is there
        for pair in decision.values
    }
    part = values["draagkracht_bijzondere_bijstand.schijf_1.pct_van_meerinkomen"]
    assert part.before is not None
    assert part.before.plugin == "rotterdam"
    assert part.after is not None
    assert part.after.plugin == "amsterdam"
    assert not any(name.startswith("terugvordering") for name in values)


def test_that_the_same_municipality_changes_nothing(desk: Desk, costs: Case) -> None:
    [*_, same] = desk.switching.compare(costs, ROTTERDAM).decisions
    assert (same.findings, same.flags, same.lines, same.values) == ((), (), (), ())
    assert (same.questions, same.letter) == ((), ())


def test_that_comparing_leaves_the_dossier_and_can_be_stopped(desk: Desk) -> None:
    work = example(desk)
    before = work.case
    stopped = Cancellation()
    stopped.cancel()
    found = desk.switching.compare(before, ROTTERDAM, stopped)
    assert (found.complete, found.decisions) == (False, ())
    assert work.case == before


def test_that_own_questions_and_the_letter_head_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, desk: Desk
) -> None:
    for name, data in (
        plugin_tools().workshop.new_files("Zwolle", ZWOLLE, "zwolle", with_code=False).items()
    ):
        place = tmp_path / "plugins" / "zwolle" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    head = tmp_path / "plugins" / "zwolle" / "letter" / "head.toml"
    assert "sender" in head.read_text()
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    found = build_core().switch.changes(example(desk).case, ZWOLLE)
    [decision] = [item for item in found.decisions if item.decision == example(desk).decision_id]
    come = [pair.after for pair in decision.questions if pair.before is None]
    assert come == ["Komt het gezin door de boete onder de vaste lasten uit?"]
    assert [name for name, _pair in found.head]


def test_that_switching_saves_the_municipality(desk: Desk) -> None:
    work = new_work(desk, number="Z-W-1")
    desk.switching.switch(work.case_id, ROTTERDAM)
    assert work.case.gemeentecode == ROTTERDAM


def test_that_an_adopted_decision_holds_its_municipality(tmp_path: Path) -> None:
    work = example(open_desk_in(tmp_path))
    adopted = work.desk.decisions.adopt(
        work.case_id, work.decision_id, "K. Beslisser", "Mandaat 2026"
    )
    assert adopted.version is not None
    with pytest.raises(HardshipDeskError) as error:
        work.desk.switching.switch(work.case_id, ROTTERDAM)
    assert error.value.code == "gemeente_ligt_vast"
    assert work.case.gemeentecode != ROTTERDAM
