"""The commands around packages of law: from a folder of the editor to the law on a laptop, and back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hardship_desk.__main__ import main
from hardship_desk.bootstrap import Desks
from hardship_desk.cli.arguments import read_arguments
from hardship_desk.cli.wetspakket import PackageTools, run_wetspakket
from hardship_desk.config.paths import DATA_VARIABLE, vault_path
from hardship_desk.core_setup import build_core
from hardship_desk.domain.clock import SystemClock
from hardship_desk.domain.errors import WriteError
from hardship_desk.law_setup import package_tools
from hardship_desk.services.law_work import LawWork
from hardship_desk.storage import open_vault
from tests.integration.dossiers import read_case
from tests.unit.assessment.law_folders import NORM, norm, write_package
from tests.unit.assessment.shelves import ROOT

WORDS = "vier losse gewone woorden"
UNREAD = "Geen regel leest deze waarde. Kijk de naam na in plugins/landelijk."
UNUSED = "Geen regel gebruikt deze zin. Kijk de sleutel na in plugins/landelijk/texts."


def asking(*answers: str) -> Callable[[str], str]:
    given: Iterator[str] = iter(answers)
    return lambda _question: next(given)


def no_vault(_passphrase: str) -> LawWork:
    raise AssertionError("no vault was asked for")


def run(*words: object, answers: tuple[str, ...] = (), tools: PackageTools | None = None) -> int:
    used = replace(tools or package_tools(no_vault), ask=asking(*answers))
    return run_wetspakket(used, read_arguments(["wetspakket", *map(str, words)]))


@pytest.fixture
def laptop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Path:
    """A machine of an organisation with a key of its own; gives the folder to work in."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    key = tmp_path / "sleutel.pem"
    assert run("sign", "--new-key", "--key", key, answers=(WORDS, WORDS)) == 0
    line = next(part for part in capsys.readouterr().out.splitlines() if "wet_sleutels" in part)
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / "data" / "beleid.toml").write_text(line)
    return tmp_path


def made(laptop: Path, name: str = "normen", **wanted: str) -> Path:
    """A package, packed and signed with the commands."""
    folder = write_package(laptop / name, **wanted)
    assert run("check", folder) == 0
    assert run("pack", folder, "--out", laptop / "uit") == 0
    path = laptop / "uit" / f"{name}.zip"
    assert run("sign", path, "--key", laptop / "sleutel.pem", answers=(WORDS,)) == 0
    return path


def test_that_a_package_is_made_taken_in_and_taken_back(
    laptop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(laptop)
    capsys.readouterr()
    assert run("show", path) == 0
    said = capsys.readouterr().out
    assert "Normen per 1 januari 2027, versie 2027.1.0. Wetsgegevens tot en met 30-06-2027." in said
    assert (
        f"({NORM}); niet bekend → € 1.450,25; van 01-01-2027 tot en met 30-06-2027; "
        "Proeftekst per 1-1-2027" in said.replace("\u00a0", " ")
    )
    assert run("list") == 0
    assert "Wetsgegevens tot en met 31-12-2026." in capsys.readouterr().out
    assert run("import", path) == 0
    assert "geldt vanaf de volgende start" in capsys.readouterr().out
    assert build_core().law.service.known_until() == date(2027, 6, 30)
    assert run("list") == 0
    said = capsys.readouterr().out
    assert "Wetsgegevens tot en met 30-06-2027." in said
    assert "in gebruik" in said
    assert run("import", path) == 2
    assert "niet nieuwer dan versie 2027.1.0" in capsys.readouterr().err
    second = made(laptop, "later", version="2027.2.0", parameters=norm("1475.00"))
    assert run("import", second) == 0
    assert run("rollback") == 0
    assert "Teruggezet naar versie 2027.1.0" in capsys.readouterr().out
    assert run("rollback") == 0
    assert "wetsgegevens van het programma zelf" in capsys.readouterr().out
    assert run("rollback") == 2
    assert "geen wetspakket in gebruik" in capsys.readouterr().err


def test_that_every_mistake_is_one_line_and_nothing_changes(
    laptop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_package(
        laptop / "fout", parameters=norm(name="norm.weg"), texts='niets = "x"', flags="a = 1"
    )
    assert run("check", folder) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith("flags.toml: -: Dit bestand hoort niet in een wetspakket.")
    (folder / "flags.toml").unlink()
    for word in ("check", "pack"):
        assert run(word, folder) == 2
        assert capsys.readouterr().err.splitlines() == [
            "parameters.toml: parameter[norm.weg]: " + UNREAD,
            "texts.toml: niets: " + UNUSED,
            "wetspakket: -: Er is niets veranderd.",
        ]
    assert run("sign", folder, "--key", laptop / "sleutel.pem") == 2
    assert run("import", folder) == 2
    assert not (laptop / "data" / "wetspakketten").exists()
    for word in ("check", "show", "import"):
        assert run(word, laptop / "weg.zip") == 2


def test_that_a_package_of_somebody_else_is_refused(
    laptop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(laptop)
    (laptop / "data" / "beleid.toml").unlink()
    capsys.readouterr()
    assert run("import", path) == 2
    assert "Het programma kent geen sleutel" in capsys.readouterr().err
    other = laptop / "ander.pem"
    assert run("sign", "--new-key", "--key", other, answers=(WORDS, WORDS)) == 0
    line = next(part for part in capsys.readouterr().out.splitlines() if "wet_sleutels" in part)
    (laptop / "data" / "beleid.toml").write_text(line)
    assert run("import", path) == 2
    assert "De handtekening klopt niet" in capsys.readouterr().err


def test_that_a_key_needs_words_and_is_never_replaced(
    laptop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = laptop / "sleutel.pem"
    assert run("sign", "--new-key", "--key", key) == 2
    assert run("sign", "--new-key", "--key", laptop / "a.pem", answers=("kort", "kort")) == 2
    assert run("sign", "--new-key", "--key", laptop / "a.pem", answers=(WORDS, "anders")) == 2
    assert run("sign", "--key", key) == 2
    path = made(laptop)
    assert run("sign", path, "--key", key, answers=("verkeerde wachtzin",)) == 2
    said = capsys.readouterr().err
    assert "Deze sleutel is niet te openen." in said
    assert not (laptop / "a.pem").exists()


def test_that_a_damaged_package_in_use_is_told(
    laptop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", made(laptop)) == 0
    [kept] = (laptop / "data" / "wetspakketten").glob("*.zip")
    kept.write_bytes(b"kapot")
    capsys.readouterr()
    assert run("list") == 0
    told = capsys.readouterr()
    assert "is beschadigd of niet meer vertrouwd" in told.err
    assert "niet bruikbaar" in told.out
    (laptop / "data" / "wetspakketten" / "stand.json").write_text("kapot")
    assert run("list") == 0
    assert run("rollback") == 2
    assert "niet te lezen welk wetspakket" in capsys.readouterr().err


def test_that_a_full_disk_is_told(laptop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def full(path: Path, data: bytes) -> None:  # the port gives the names
        raise WriteError("schijf_vol")

    folder = write_package(laptop / "normen")
    assert run("pack", folder, tools=replace(package_tools(no_vault), write=full)) == 4
    assert main(["wetspakket", "list"]) == 0
    capsys.readouterr()


def test_that_the_package_of_the_page_for_editors_is_whole(laptop: Path) -> None:
    page = (ROOT / "docs" / "law-packages.md").read_text("utf-8")
    folder = laptop / "normen"
    folder.mkdir()
    for name, text in re.findall(r"```toml\n# file: (\S+)\n(.*?)```", page, re.DOTALL):
        (folder / name).write_text(text)
    assert len(list(folder.iterdir())) == 2
    assert run("check", folder) == 0


def test_that_with_the_vault_open_dossiers_are_named_and_the_log_is_added_to(
    laptop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(laptop, parameters=norm("1000.00", "2026-01-01", "2026-12-31"))
    desks = Desks()
    desk = desks.create_own(WORDS)
    for name in ("verlaging", "verminderd"):
        example = ROOT / "resources" / "voorbeelden" / f"{name}.toml"
        desk.cases.import_case(read_case(build_core(), example))
    own = package_tools(lambda _words: desk.law_work)
    capsys.readouterr()
    assert run("show", path, "--kluis", tools=own, answers=(WORDS,)) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "VB-2026-004, Maatregel: Norm alleenstaande (ouder), 21 jaar tot AOW: van" in said
    assert "Bedrag van de berekening: van € 141,94 naar € 100,00." in said
    assert run("import", path, "--kluis", tools=own, answers=(WORDS,)) == 0
    desks.close()
    with open_vault(vault_path(), WORDS, SystemClock()) as vault:
        law = [item for item in vault.audit_entries() if item.event.startswith("wets")]
    assert [item.event for item in law] == ["wetsgegevens_in_gebruik", "wetspakket_ingevoerd"]
    assert law[0].subject.startswith("landelijk 1.0.0 ")
    assert law[1].subject.startswith("normen-2027.1.0-")
