"""`hardship-desk brief`: lists, makes and refuses, without a window."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.__main__ import main

ROOT = Path(__file__).resolve().parents[3]
CASE = str(ROOT / "resources" / "voorbeelden" / "verminderd.toml")


def test_that_letters_are_listed_with_what_they_ask(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["brief", CASE]) == 0
    said = capsys.readouterr().out
    assert "voornemen: " in said
    assert "--veld reageren_tot=…" in said


def test_that_a_letter_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [
        "--soort",
        "gegevens_opvragen",
        "--veld",
        "gegevens=loonstrook\\npolis",
        "--vorm",
        "odt",
    ]
    words += ["--naam", "mevrouw Proef", "--verzonden", "20-10-2026", "--out", str(tmp_path)]
    assert main(["brief", CASE, *words]) == 0
    made = tmp_path / "brief-gegevens_opvragen-boete.odt"
    assert made.read_bytes().startswith(b"PK")
    assert str(made) in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--soort", "verdaging"], "Kies uit: besluit, besluiten, voornemen"),
        (["--besluit", "geen"], "geen besluit met de naam geen"),
        (["--soort", "besluit", "--verzonden", "morgen"], "morgen is geen datum"),
        (["--soort", "voornemen", "--veld", "naam=x"], "Kies uit: plan, reageren_tot"),
        (["--soort", "besluit", "--veld", "x"], "Kies uit: -"),
    ],
)
def test_that_what_cannot_be_is_refused(
    words: list[str], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["brief", CASE, *words, "--out", str(tmp_path)]) == 2
    assert reason in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_that_a_bad_file_and_a_bad_folder_end_with_their_codes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "zaak.toml"
    bad.write_text("schema = 9", encoding="utf-8")
    assert main(["brief", str(bad)]) == 2
    assert main(["brief", CASE, "--soort", "besluit", "--out", str(bad)]) == 4
    assert "--out" in capsys.readouterr().err
