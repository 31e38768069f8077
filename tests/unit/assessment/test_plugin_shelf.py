"""The shelf: what is used, what is not and why, and what that does to a decision."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from hardship_desk.assessment.engine import RuleEngine
from hardship_desk.assessment.flags import busy_flag
from hardship_desk.assessment.plugins.gate import (
    ListedPlugin,
    OffReason,
    PluginChoices,
    PluginGate,
    PluginList,
    SwitchedOff,
)
from hardship_desk.assessment.plugins.loader import Origin, ReadPlugin, read_plugin
from hardship_desk.assessment.plugins.shelf import Permission, Shelf
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.flag import Flag, Severity
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.plugin_api.manifest import ProblemEffect
from tests.unit.assessment.shelves import MANIFEST, ROOT, SameForAll, shelf, write
from tests.unit.assessment.test_engine import D, case

TEXTS = Texts.load_folder(ROOT / "resources" / "texts")
AMSTERDAM, ELSEWHERE = "GM0363", "GM0034"


def flags_of(found: Shelf, code: str = AMSTERDAM) -> dict[str, Flag]:
    engine = RuleEngine(found.questionnaire, found.plugins, TEXTS)
    assessed = engine.assess(case(code=code), D, ParameterTable())
    return {str(flag.id): flag for flag in assessed.flags if flag.id.startswith("s13.")}


def zipped(folder: Path, place: Path) -> Path:
    with zipfile.ZipFile(place, "w") as archive:
        for path in folder.rglob("*.toml"):
            archive.write(path, path.relative_to(folder).as_posix())
    return place


def test_that_a_zip_is_used_like_a_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "bron")
    (tmp_path / "erbij").mkdir()
    zipped(folder, tmp_path / "erbij" / "proefdorp-1.zip")
    found = shelf(tmp_path / "erbij")
    [entry] = [item for item in found.entries if item.plugin.id == "proefdorp"]
    assert entry.is_used
    assert entry.plugin.origin is Origin.ADDED
    assert entry.plugin.files.sha256 == read_plugin(folder).files.sha256


def test_that_a_wrong_plugin_asks_a_reason_in_its_own_municipality(tmp_path: Path) -> None:
    write(tmp_path, flags="kleur = 1")
    found = shelf(tmp_path)
    [problem] = found.plugins.problems
    assert (problem.effect, problem.code) == (ProblemEffect.ASKS_REASON, "bestand_onjuist")
    flag = flags_of(found)["s13.proefdorp_niet_toegepast"]
    assert (flag.severity, flag.hard) == (Severity.BLOKKADE, False)
    assert "s13.proefdorp_niet_toegepast" not in flags_of(found, ELSEWHERE)


def test_that_a_plugin_nobody_can_read_only_tells(tmp_path: Path) -> None:
    (tmp_path / "kapot.zip").write_bytes(b"geen zip")
    found = shelf(tmp_path)
    for code in (AMSTERDAM, ELSEWHERE):
        flag = flags_of(found, code)["s13.kapot_onleesbaar"]
        assert flag.severity is Severity.WAARSCHUWING


def test_that_a_second_national_law_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "landelijk", manifest=MANIFEST.format(name="landelijk").replace('"GM0363"', ""))
    found = shelf(tmp_path)
    assert {item.effect for item in found.plugins.problems} == {ProblemEffect.TELLS}
    national = [item for item in found.plugins.plugins if item.manifest.id == "landelijk"]
    assert [item.origin for item in national] == [Origin.SHIPPED]
    write(tmp_path, "landelijk")
    [problem] = shelf(tmp_path).plugins.problems
    assert (problem.code, "id_of_national_law" in problem.detail) == ("bestand_onjuist", True)


def test_that_the_same_id_twice_keeps_the_first(tmp_path: Path) -> None:
    write(tmp_path / "a")
    write(tmp_path / "b", flags="")
    found = shelf(tmp_path / "a", tmp_path / "b")
    used = [item.is_used for item in found.entries if item.plugin.id == "proefdorp"]
    assert used == [True, False]


def test_that_code_without_a_worker_is_not_used(tmp_path: Path) -> None:
    write(tmp_path, rules="x = 1")
    found = shelf(tmp_path)
    [problem] = found.plugins.problems
    assert problem.code == "code_niet_toegestaan"
    [entry] = [item for item in found.entries if item.plugin.id == "proefdorp"]
    assert not entry.is_used


@pytest.mark.parametrize("said", [item for item in Permission if item is not Permission.RUNS])
def test_that_what_may_not_be_used_says_why(tmp_path: Path, said: Permission) -> None:
    write(tmp_path)
    found = shelf(tmp_path, gate=SameForAll(said))
    assert {item.code for item in found.plugins.problems} == {said.value}
    assert TEXTS.find(f"plugins.probleem.{said.value}")
    assert [item.manifest.id for item in found.plugins.plugins] == ["landelijk"]


def plugin(folder: Path, *, code: bool = True, origin: Origin = Origin.ADDED) -> ReadPlugin:
    files = {"rules": "x = 1"} if code else {}
    return read_plugin(write(folder, **files), origin=origin)


NO_CHOICES = PluginChoices()


def gate(choices: PluginChoices = NO_CHOICES, **more: object) -> PluginGate:
    listed = more.pop("listed", PluginList())
    return PluginGate(listed=lambda: listed, choices=choices, **more)  # type: ignore[arg-type, return-value]


def test_that_code_that_is_not_listed_asks_or_is_forbidden(tmp_path: Path) -> None:
    one = plugin(tmp_path)
    sha = one.files.sha256
    assert gate().permission(one) is Permission.ASKS
    assert gate(unlisted_code=False).permission(one) is Permission.FORBIDDEN
    assert gate(PluginChoices().with_allowed(sha)).permission(one) is Permission.RUNS
    assert (
        gate(PluginChoices().with_allowed(sha), unlisted_code=False).permission(one)
        is Permission.FORBIDDEN
    )
    listed = PluginList(number=1, allowed=(ListedPlugin(id="x", version="1", sha256=sha),))
    assert gate(listed=listed, unlisted_code=False).permission(one) is Permission.RUNS


def test_that_data_and_what_is_shipped_need_no_permission(tmp_path: Path) -> None:
    assert gate().permission(plugin(tmp_path / "a", code=False)) is Permission.RUNS
    assert gate().permission(plugin(tmp_path / "b", origin=Origin.SHIPPED)) is Permission.RUNS


def test_that_one_changed_byte_asks_again(tmp_path: Path) -> None:
    one = plugin(tmp_path)
    allowed = gate(PluginChoices().with_allowed(one.files.sha256))
    place = tmp_path / "proefdorp" / "rules.py"
    place.write_text("x = 2")
    assert allowed.permission(read_plugin(one.files.place, origin=Origin.ADDED)) is Permission.ASKS


def test_that_what_is_withdrawn_or_off_is_not_used(tmp_path: Path) -> None:
    one = plugin(tmp_path, code=False)
    sha = one.files.sha256
    revoked = PluginList(number=2, revoked=(ListedPlugin(id="x", version="1", sha256=sha),))
    assert gate(listed=revoked).permission(one) is Permission.REVOKED
    failed = PluginChoices().with_off("proefdorp", SwitchedOff(sha256=sha, reason=OffReason.FAILED))
    assert gate(failed).permission(one) is Permission.OFF
    assert gate(failed.with_on("proefdorp")).permission(one) is Permission.RUNS
    mended = PluginChoices().with_off(
        "proefdorp", SwitchedOff(sha256="anders", reason=OffReason.FAILED)
    )
    assert gate(mended).permission(one) is Permission.RUNS
    by_user = PluginChoices().with_off(
        "proefdorp", SwitchedOff(sha256="anders", reason=OffReason.USER)
    )
    assert gate(by_user).permission(one) is Permission.OFF


def test_that_a_safe_start_leaves_all_but_national_law(tmp_path: Path) -> None:
    found = shelf(tmp_path, gate=gate(safe_start=True))
    assert [item.manifest.id for item in found.plugins.plugins] == ["landelijk"]
    assert {item.code for item in found.plugins.problems} == {"veilige_start"}
    assert found.plugins.problems_of(Gemeentecode(ELSEWHERE)) == ()


def test_that_rules_at_work_stand_in_the_way_of_adopting() -> None:
    assert busy_flag((), TEXTS) == ()
    [flag] = busy_flag(("a", "b"), TEXTS)
    assert flag.hard
    assert "a, b" in flag.text
