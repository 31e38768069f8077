"""A case gives the same on the command line and in the window, where it went through the vault."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hardship_desk.__main__ import main
from hardship_desk.assessment.result import Assessment
from hardship_desk.core_setup import Core, build_core
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.services.desk import Desk
from tests.integration.desks import open_desk_in
from tests.integration.dossiers import read_case
from tests.integration.ruling_files import (
    Table,
    base_case,
    base_kinds,
    read_scenario,
    scenario_files,
    write_case_file,
)

CASES: dict[str, Table] = {
    **{f"basis {kind}": base_case(kind) for kind in base_kinds()},
    **{path.stem: read_scenario(path).case for path in scenario_files()},
}


@pytest.fixture(scope="module")
def core() -> Core:
    return build_core()


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return open_desk_in(tmp_path_factory.mktemp("kluis"))


def on_screen(desk: Desk, core: Core, file: Path) -> tuple[Assessment, tuple[str, ...]]:
    """What the window shows, also of the letter: the case went into the vault and came out."""
    case = desk.cases.import_case(read_case(core, file))
    opened = OpenCase(desk, case.id)
    opened.switch_to(opened.case.decisions[-1].id)
    return opened.assessment, desk.reporting.letter_notes(case.id, opened.decision_id)


@pytest.mark.parametrize("name", CASES)
def test_that_the_window_and_the_command_line_say_the_same(
    name: str, core: Core, desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_case_file(CASES[name], tmp_path / "zaak.toml")
    case = read_case(core, file)
    direct = core.engine.assess(case, case.decisions[-1].id, core.organisation.parameters())
    shown, letter_notes = on_screen(desk, core, file)
    assert shown.findings == direct.findings
    assert shown.flags == direct.flags
    assert shown.computations == direct.computations
    assert shown.considerations == direct.considerations
    assert shown.letter_blocks == direct.letter_blocks
    assert [item.state for item in shown.steps] == [item.state for item in direct.steps]
    assert main(["assess", str(file), "--out", str(tmp_path / "uit")]) in (0, 3)
    written = json.loads((tmp_path / "uit" / "zaak.json").read_text("utf-8"))["besluiten"][-1]
    assert [flag["id"] for flag in written["vlaggen"]] == [str(flag.id) for flag in shown.flags]
    printed = capsys.readouterr().out.splitlines()
    assert [line for line in printed if line.startswith("  - ")] == [
        f"  - {note}" for note in letter_notes
    ]
