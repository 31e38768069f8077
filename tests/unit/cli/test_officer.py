from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardship_desk.bootstrap import officer_tools
from hardship_desk.cli.officer import OfficerTools, make_officer
from hardship_desk.domain.errors import WriteError

GOOD = "vier losse gewone woorden"


def asking(*answers: str) -> Callable[[str], str]:
    given: Iterator[str] = iter(answers)
    return lambda _question: next(given)


@pytest.mark.slow
def test_that_a_key_is_made_and_the_policy_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "functie.sleutel"
    assert make_officer(officer_tools(), file, asking(GOOD, GOOD)) == 0
    said = capsys.readouterr().out
    assert "[[functionaris]]" in said
    assert GOOD not in file.read_text()
    assert make_officer(officer_tools(), file, asking()) == 2


@pytest.mark.parametrize("answers", [("kort",), (GOOD, "iets anders heel langs")])
def test_that_a_bad_passphrase_makes_nothing(tmp_path: Path, answers: tuple[str, ...]) -> None:
    file = tmp_path / "functie.sleutel"
    assert make_officer(officer_tools(), file, asking(*answers)) == 2
    assert not file.exists()


def test_that_a_full_disk_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def full(_file: Path, _passphrase: str) -> bytes:
        raise WriteError("schijf_vol")

    tools = OfficerTools(make=full, texts=officer_tools().texts)
    assert make_officer(tools, tmp_path / "f", asking(GOOD, GOOD)) == 4
    assert "schijf_vol" in capsys.readouterr().err
