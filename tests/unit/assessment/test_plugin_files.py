"""A plugin as folder or zip: read once, within limits, and never outside itself."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest

from hardship_desk.assessment.plugins import files as plugin_files
from hardship_desk.assessment.plugins.files import PluginFiles, places_of_plugins, read_files
from hardship_desk.questionnaire.toml_reader import ProblemList


def read(path: Path) -> tuple[PluginFiles, list[str]]:
    problems = ProblemList()
    files = read_files(path, problems)
    return files, [item.reason for item in problems.all()]


def zipped(path: Path, entries: dict[str, bytes], attributes: int = 0) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = attributes
            archive.writestr(entry, data)
    return path


def test_that_a_zip_and_a_folder_have_the_same_hash(tmp_path: Path) -> None:
    folder = tmp_path / "dorp"
    (folder / "rules").mkdir(parents=True)
    (folder / "plugin.toml").write_bytes(b"id = 'dorp'")
    (folder / "rules" / "__init__.py").write_bytes(b"x = 1")
    (folder / ".verborgen").write_bytes(b"telt niet")
    inside = {"plugin.toml": b"id = 'dorp'", "rules/__init__.py": b"x = 1"}
    whole = zipped(tmp_path / "een.zip", inside)
    outer = zipped(
        tmp_path / "twee.zip",
        {f"dorp/{name}": data for name, data in inside.items()} | {"dorp/.verborgen": b""},
    )
    found = [read(path) for path in (folder, whole, outer)]
    assert [reasons for _, reasons in found] == [[], [], []]
    assert len({files.sha256 for files, _ in found}) == 1
    assert [files.name for files, _ in found] == ["dorp", "een", "dorp"]
    assert [files.folder for files, _ in found] == [True, False, True]
    assert found[0][0].has_code


@pytest.mark.parametrize(
    "name", ["../x.toml", "/etc/x", "a/../../x", "a\\x.toml", "c:x.toml", "a//x.toml", "./x"]
)
def test_that_no_name_leads_outside(tmp_path: Path, name: str) -> None:
    _, reasons = read(zipped(tmp_path / "dorp.zip", {name: b"x"}))
    assert reasons == ["path_not_allowed"]


def test_that_a_link_is_refused(tmp_path: Path) -> None:
    link = zipped(tmp_path / "dorp.zip", {"x": b"/etc/passwd"}, (stat.S_IFLNK | 0o777) << 16)
    assert read(link)[1] == ["path_not_allowed"]
    folder = tmp_path / "dorp"
    folder.mkdir()
    (folder / "weg.toml").symlink_to("/etc/hostname")
    assert read(folder)[1] == ["link_not_allowed"]


def test_that_size_and_count_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(tmp_path / "bom.zip", {"x.toml": b"0" * 3_000_000})
    assert bomb.stat().st_size < 10_000
    assert read(bomb)[1] == ["file_too_large"]
    many = zipped(tmp_path / "veel.zip", {f"{number}.toml": b"" for number in range(401)})
    assert read(many)[1] == ["plugin_too_large"]
    folder = tmp_path / "dorp"
    folder.mkdir()
    (folder / "a.toml").write_bytes(b"0" * 20)
    monkeypatch.setattr(plugin_files, "LARGEST_FILE", 10)
    assert read(folder)[1] == ["file_too_large"]
    monkeypatch.setattr(plugin_files, "LARGEST_PLUGIN", 10)
    assert read(bomb)[1] == ["plugin_too_large"]


def test_that_what_is_no_zip_is_named(tmp_path: Path) -> None:
    path = tmp_path / "dorp.zip"
    path.write_bytes(b"geen zip")
    assert read(path)[1] == ["not_a_zip"]
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("plugin.toml", "x" * 100)
    damaged = bytearray(whole.getvalue())
    damaged[60] ^= 255
    path.write_bytes(damaged)
    assert read(path)[1] == ["not_a_zip"]
    assert read(tmp_path / "weg.zip")[1] == ["file_unreadable"]


def test_that_a_zip_that_lies_about_a_size_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "dorp.zip", {"plugin.toml": b"x" * 100})
    data = path.read_bytes()
    path.write_bytes(data.replace((100).to_bytes(4, "little"), (90).to_bytes(4, "little")))
    assert read(path)[1] == ["not_a_zip"]


def test_where_plugins_lie(tmp_path: Path) -> None:
    for name in ("dorp", "leeg", ".git", "__pycache__"):
        (tmp_path / name).mkdir()
    (tmp_path / "dorp" / "plugin.toml").touch()
    (tmp_path / "stad.zip").touch()
    (tmp_path / "lees.txt").touch()
    names = [path.name for path in places_of_plugins(tmp_path, added=True)]
    assert names == ["dorp", "leeg", "stad.zip"]
    assert [p.name for p in places_of_plugins(tmp_path, added=False)] == ["dorp", "stad.zip"]
    assert places_of_plugins(tmp_path / "weg", added=True) == ()
