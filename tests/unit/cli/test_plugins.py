"""The commands around plugins: what they say, what they write and with which code they end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.assessment.texts import Texts
from hardship_desk.cli.arguments import read_arguments
from hardship_desk.cli.plugins import PluginTools, plugin_id_of, run_plugins
from hardship_desk.domain.errors import WriteError
from hardship_desk.plugin_setup import plugin_tools
from tests.unit.assessment.shelves import MANIFEST, ROOT, write

WORDS = "vier losse gewone woorden"
WITHOUT_CODES = {
    "assessment/plugins/loader.py",
    "assessment/plugins/shelf.py",
    "assessment/rekenhulp_reader.py",
    "questionnaire/answer_parsing.py",
}
"""Modules with texts that look like the code of a mistake in a plugin and are none."""


@pytest.fixture(scope="module")
def tools() -> PluginTools:
    return plugin_tools()


def asking(*answers: str) -> Callable[[str], str]:
    given: Iterator[str] = iter(answers)
    return lambda _question: next(given)


def run(tools: PluginTools, *words: object) -> int:
    return run_plugins(tools, read_arguments(["plugins", *map(str, words)]))


def test_that_a_new_plugin_passes_its_tests_with_code_too(
    tools: PluginTools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tools, "new", "gm0193", "--out", tmp_path, "--code") == 0
    assert run(tools, "test", tmp_path / "zwolle") == 0
    assert run(tools, "new", "Zwolle", "--out", tmp_path) == 2
    assert run(tools, "new", "Nergens", "--out", tmp_path) == 2
    assert "Er is niets veranderd" in capsys.readouterr().err


def test_that_a_municipality_of_the_program_is_not_made_anew_but_added_to(
    tools: PluginTools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tools, "new", "Rotterdam", "--out", tmp_path) == 2
    assert run(tools, "new", "Rotterdam", "--out", tmp_path, "--id", "rotterdam") == 2
    told = capsys.readouterr().err.splitlines()
    assert "komen al met het programma mee" in told[0]
    assert told[0].endswith("--id rotterdam_eigen")
    assert not list(tmp_path.iterdir())
    assert run(tools, "new", "Rotterdam", "--out", tmp_path, "--id", "Rotterdam!") == 2
    assert run(tools, "new", "Rotterdam", "--out", tmp_path, "--id", "rotterdam_eigen") == 0
    assert run(tools, "test", tmp_path / "rotterdam_eigen") == 0
    capsys.readouterr()


def test_that_the_same_files_pack_to_the_same_bytes(
    tools: PluginTools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tools, "new", "Zwolle", "--out", tmp_path)
    packed = []
    for name in ("a", "b"):
        assert run(tools, "pack", tmp_path / "zwolle", "--out", tmp_path / name) == 0
        packed.append((tmp_path / name / "zwolle-0.1.0.zip").read_bytes())
    assert packed[0] == packed[1]
    capsys.readouterr()


def test_that_each_mistake_has_file_key_and_remedy(
    tools: PluginTools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = write(tmp_path, flags="kleur = 1", manifest=MANIFEST.format(name="anders"))
    assert run(tools, "check", place) == 2
    assert run(tools, "test", place) == 2
    assert run(tools, "pack", place) == 2
    line = capsys.readouterr().err.splitlines()[0]
    assert line == "plugin.toml: id: Geef de map de naam van de id, of de id de naam van de map."
    assert run(tools, "check", tmp_path / "weg") == 2


def test_that_code_is_loaded_when_it_is_checked(
    tools: PluginTools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = (
        "from hardship_desk.plugin_api import hookimpl\n@hookimpl\ndef hardship_anders():\n    pass"
    )
    assert run(tools, "check", write(tmp_path, rules=wrong)) == 2
    assert "De code laadt niet (PluginValidationError)" in capsys.readouterr().err


def test_that_a_plugin_without_golden_cases_is_not_tested(
    tools: PluginTools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tools, "test", write(tmp_path)) == 2
    assert "geen voorbeeldzaken" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            ('bevindingen = ["zwolle.vaste_lasten"]', 'bevindingen = ["zwolle.weg"]'),
            "moest komen",
        ),
        (("bevindingen =", "zonder ="), "mocht niet komen"),
        (("Wij zoeken samen naar", "Wij zoeken alleen naar"), "In de brief ontbreekt"),
        (("[verwacht]", "[verwacht]\nbedrag_cent = 5"), "Het bedrag moest 5 cent zijn"),
        (("schema = 1", "schema = 2"), "schema"),
        (("[verwacht]", "[zaak.anders]"), "zaak"),
    ],
)
def test_that_a_golden_case_says_what_is_wrong(
    tools: PluginTools,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    change: tuple[str, str],
    said: str,
) -> None:
    run(tools, "new", "Zwolle", "--out", tmp_path)
    case = tmp_path / "zwolle" / "tests" / "vaste_lasten.toml"
    case.write_text(case.read_text().replace(*change))
    assert run(tools, "test", tmp_path / "zwolle") == 2
    assert said in capsys.readouterr().err


def test_that_a_case_without_expectation_or_with_failing_rules_is_wrong(
    tools: PluginTools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(tools, "new", "Zwolle", "--out", tmp_path)
    case = tmp_path / "zwolle" / "tests" / "vaste_lasten.toml"
    case.write_text(case.read_text().split("[verwacht]")[0])
    (tmp_path / "zwolle" / "rules.py").write_text(
        "from hardship_desk.plugin_api import hookimpl\n@hookimpl\ndef hardship_findings():\n    1/0"
    )
    assert run(tools, "test", tmp_path / "zwolle") == 2
    said = capsys.readouterr().err
    assert "geen [verwacht]" in said
    assert "De regels vielen uit: regels_uitgevallen ZeroDivisionError" in said


def test_that_a_list_is_signed_extended_and_withdraws(
    tools: PluginTools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, plugins = tmp_path / "lijst.pem", tmp_path / "lijst.json"
    asked = replace(tools, ask=asking(*[WORDS] * 5, "anders dan het was"))
    assert run(asked, "sign", "--key", key, "--new-key") == 0
    assert "plugin_sleutels = [" in capsys.readouterr().out
    assert run(asked, "sign", "--key", key, "--new-key") == 2
    place = write(tmp_path)
    sign = ("sign", "--key", key, "--list", plugins, "--publisher", "P")
    assert run(asked, *sign, place) == 0
    first = asked.signer.read(plugins.read_bytes(), key, WORDS)
    assert (first.number, [item.id for item in first.allowed]) == (1, ["proefdorp"])
    assert run(asked, *sign, "--withdraw", place) == 0
    second = asked.signer.read(plugins.read_bytes(), key, WORDS)
    assert (second.number, len(second.allowed), len(second.revoked)) == (2, 0, 1)
    assert run(asked, *sign, place) == 0
    assert run(asked, *sign, place) == 2
    assert "sleutel" in capsys.readouterr().err
    (place / "plugin.toml").write_text("")
    assert run(asked, *sign, place) == 2


def test_that_a_bad_passphrase_makes_no_key(tools: PluginTools, tmp_path: Path) -> None:
    key = tmp_path / "lijst.pem"
    for answers in (("kort",), (WORDS, "iets heel anders dan net")):
        assert run(replace(tools, ask=asking(*answers)), "sign", "--key", key, "--new-key") == 2
    assert not key.exists()


def test_that_the_list_and_a_full_disk_are_told(
    tools: PluginTools, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tools, "list") == 0
    assert "amsterdam" in capsys.readouterr().out

    def full(path: Path, data: bytes) -> None:
        raise WriteError("schijf_vol")

    assert run(replace(tools, write=full), "new", "Zwolle", "--out", tmp_path) == 4


@pytest.mark.parametrize(
    ("name", "plugin"),
    [
        ("Zwolle", "zwolle"),
        ("'s-Hertogenbosch", "s_hertogenbosch"),
        ("Súdwest-Fryslân", "sudwest_fryslan"),
    ],
)
def test_that_a_municipality_gives_an_id(name: str, plugin: str) -> None:
    assert plugin_id_of(name) == plugin


def test_that_every_code_of_a_mistake_has_a_remedy() -> None:
    """Codes stand in the source as texts of small letters, behind a key or as a reason."""
    texts = Texts.load_folder(ROOT / "resources" / "texts")
    codes = set()
    for folder in ("questionnaire", "assessment"):
        for file in (ROOT / "hardship_desk" / folder).rglob("*.py"):
            if file.relative_to(ROOT / "hardship_desk").as_posix() in WITHOUT_CODES:
                continue
            for line in file.read_text("utf-8").splitlines():
                if re.search(
                    r"problem\(|problems?\.add\(|FileProblem\(|return f?\"[a-z_]+ ?[{\"]", line
                ):
                    codes |= set(re.findall(r'f?"([a-z]+(?:_[a-z0-9]+){2,})[ "]', line))
    assert len(codes) > 40
    ours = {
        "sixteen_steps_expected",
        "each_step_in_one_phase",
        "nineteen_criteria_expected",
        "core_step_missing",
        "id_is_not_the_name_of_the_file",
        "unknown_type_or_route",
        "not_asked_on_this_route",
        "not_the_year_of_the_day",
        "no_stability",
    }
    told = {
        code
        for code in codes
        if texts.find(f"plugins.fout.{code}") or texts.find(f"wetspakket.fout.{code}")
    }
    without = codes - ours - told
    assert without == set()
