"""Words of the command line that lead to where they should."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.__main__ import main
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
    with pytest.raises(SystemExit):
        main(["assess", str(EXAMPLE), "--out", str(tmp_path), "--vorm", "pdf"])


def test_that_settings_of_an_organisation_open_no_window(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["organisatie", "show", str(tmp_path / "geen.zip")]) == 2
    assert "geen.zip" in capsys.readouterr().err
