"""Loading plugins: a wrong one is named and left out, and harms no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.assessment.plugins.files import read_files
from hardship_desk.assessment.plugins.loader import load_plugins
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.money import Money
from hardship_desk.questionnaire.toml_reader import ProblemList
from tests.unit.assessment.plugin_folders import FLAG, MANIFEST, PARAMETER, write_plugin

GOOD_RULES = """
class Rules:
    @hookimpl
    def hardship_computations(self, context):
        return ()

def create(texts):
    return Rules()
"""


def test_that_a_plugin_brings_its_facts_and_flags(tmp_path: Path) -> None:
    write_plugin(tmp_path, "proefdorp", codes='["GM0363"]', parameters=PARAMETER, flags=FLAG)
    loaded = load_plugins(tmp_path)
    assert loaded.problems == ()
    [plugin] = loaded.plugins
    assert [(item.name, item.value) for item in plugin.parameters] == [
        ("proef.grens", Money(15_000))
    ]
    assert [flag.id for flag in plugin.parts.flags] == ["s02.proef"]
    assert loaded.of(Gemeentecode("GM0363")) == (plugin,)
    assert loaded.of(Gemeentecode("GM0014")) == ()


def test_that_national_rules_come_first_and_hold_everywhere(tmp_path: Path) -> None:
    write_plugin(tmp_path, "aadorp", codes='["GM0363"]')
    write_plugin(tmp_path, "landelijk", rules=GOOD_RULES)
    loaded = load_plugins(tmp_path)
    assert [plugin.manifest.id for plugin in loaded.plugins] == ["landelijk", "aadorp"]
    assert [p.manifest.id for p in loaded.of(Gemeentecode("GM0014"))] == ["landelijk"]


@pytest.mark.parametrize(
    ("manifest", "detail"),
    [
        (MANIFEST.format(name="anders", codes="[]"), "id_is_not_the_name_of_the_folder"),
        (MANIFEST.format(name="dorp", codes='["0363"]'), "not_a_gemeentecode"),
        (MANIFEST.format(name="dorp", codes="[]").replace("api = 1", "api = 9"), "other_api"),
        (MANIFEST.format(name="dorp", codes="[]") + "valid_until = 2014-01-01\n", "period_ends"),
        ("id = ", "not_toml"),
        (MANIFEST.format(name="dorp", codes="[]") + 'kleur = "rood"\n', "unknown_key"),
    ],
)
def test_that_a_wrong_manifest_is_named(tmp_path: Path, manifest: str, detail: str) -> None:
    write_plugin(tmp_path, "dorp", manifest=manifest)
    write_plugin(tmp_path, "heel")
    loaded = load_plugins(tmp_path)
    assert [plugin.manifest.id for plugin in loaded.plugins] == ["heel"]
    assert {problem.plugin for problem in loaded.problems} == {"dorp"}
    assert any(detail in problem.detail for problem in loaded.problems)


def test_that_a_wrong_file_is_named(tmp_path: Path) -> None:
    write_plugin(tmp_path, "dorp", parameters=PARAMETER.replace("150", '"veel"'))
    loaded = load_plugins(tmp_path)
    assert loaded.plugins == ()
    assert [problem.code for problem in loaded.problems] == ["bestand_onjuist"]
    assert "not_a_value_in_euro" in loaded.problems[0].detail


def test_that_an_unsure_value_must_stay_unknown(tmp_path: Path) -> None:
    write_plugin(tmp_path, "dorp", parameters=PARAMETER.replace("verified", "unverified"))
    [problem] = load_plugins(tmp_path).problems
    assert "an_unsure_value_is_onbekend" in problem.detail


def test_that_code_of_others_does_not_run(tmp_path: Path) -> None:
    marker = tmp_path / "gedraaid"
    write_plugin(tmp_path / "p", "dorp", rules=f"open({str(marker)!r}, 'w').close()")
    loaded = load_plugins(tmp_path / "p")
    assert loaded.plugins == ()
    assert [problem.code for problem in loaded.problems] == ["code_niet_toegestaan"]
    assert not marker.exists()


@pytest.mark.parametrize(
    ("rules", "kind"),
    [
        ("raise RuntimeError('geheim')", "RuntimeError"),
        ("def create(texts):\n    return texts['weg']", "KeyError"),
        ("", "AttributeError"),
        (
            (
                "class R:\n    @hookimpl\n    def hardship_unheard(self):\n        return ()\n"
                "def create(texts):\n    return R()"
            ),
            "PluginValidationError",
        ),
    ],
)
def test_that_rules_that_do_not_load_are_named_without_their_words(
    tmp_path: Path, rules: str, kind: str
) -> None:
    write_plugin(tmp_path, "landelijk", rules=rules)
    [problem] = load_plugins(tmp_path).problems
    assert (problem.code, problem.detail) == ("regels_laden_mislukt", kind)


def test_that_the_same_id_twice_is_named_and_the_first_counts(tmp_path: Path) -> None:
    write_plugin(tmp_path / "a", "dorp")
    write_plugin(tmp_path / "b", "dorp", codes='["GM0363"]')
    loaded = load_plugins(tmp_path / "a", tmp_path / "b")
    assert [plugin.manifest.gemeentecodes for plugin in loaded.plugins] == [()]
    assert [problem.code for problem in loaded.problems] == ["id_komt_twee_keer_voor"]


def test_that_the_fingerprint_sees_names_and_contents(tmp_path: Path) -> None:
    folder = write_plugin(tmp_path, "dorp", flags=FLAG)
    before = read_files(folder, ProblemList()).sha256
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "x.pyc").write_bytes(b"x")
    assert read_files(folder, ProblemList()).sha256 == before
    (folder / "flags.toml").rename(folder / "vlaggen.toml")
    assert read_files(folder, ProblemList()).sha256 != before
