"""Words of the command line that lead to where they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.__main__ import main
from hardship_desk.cli.arguments import USAGE
from tests.unit.documents.papers_for_tests import ROOT

EXAMPLE = ROOT / "resources" / "voorbeelden" / "waarschuwing.toml"


def test_that_a_report_to_work_in_comes_on_request(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forms = ("--vorm", "odt", "--vorm", "docx", "--vorm", "odt")
    assert main(["assess", str(EXAMPLE), "--out", str(tmp_path), *forms]) in (0, 3)
    names = {file.name for file in tmp_path.iterdir()}
    assert names >= {"motivering.pdf", "motivering.docx", "motivering.odt", "brief.docx"}
    assert "motivering.odt" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("assess z.toml --out uit --vorm pdf", "--vorm kent pdf niet, wel: docx, odt."),
        ("oordeel", "hardship-desk kent oordeel niet, wel: assess, "),
        ("assess z.toml", "Er mist nog iets: --out."),
        ("vergelijk z.toml", "Er mist nog iets: GEMEENTE."),
        ("verify een twee", "Deze opdracht kent dit niet: twee."),
        ("brief z.toml --soort", "Achter --soort hoort nog een woord."),
        ("--veilig=ja", "Deze opdracht klopt niet."),
    ],
)
def test_that_a_wrong_command_is_said_in_one_dutch_line(
    words: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words.split())
    assert ended.value.code == USAGE
    told = capsys.readouterr().err
    assert told.startswith(f"hardship-desk: opdracht: {said}")
    assert told.endswith("Er is niets gedaan. Alle opdrachten: hardship-desk --help\n")


def test_that_a_package_that_is_not_there_is_no_broken_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(tmp_path / "geen.zip")]) == USAGE
    told = capsys.readouterr().err
    assert told.startswith("geen.zip: pakket: Dit bestand kan niet worden gelezen.")
    assert "geen pakket" not in told


def test_that_settings_of_an_organisation_open_no_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["organisatie", "show", str(tmp_path / "geen.zip")]) == 2
    assert "geen.zip" in capsys.readouterr().err
