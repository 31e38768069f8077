from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from hardship_desk.config import paths
from hardship_desk.config.version import program_version


def test_that_the_data_folder_can_be_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    assert paths.data_folder() == tmp_path
    places = (
        paths.vault_path(),
        paths.practice_vault_path(),
        paths.organisation_path(),
        paths.log_path(),
    )
    assert len(set(places)) == 4
    assert all(place.is_relative_to(tmp_path) for place in places)
    assert paths.vault_path().parent != paths.practice_vault_path().parent
    assert list(tmp_path.iterdir()) == []


def test_that_the_system_gives_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, " ")
    assert paths.data_folder().is_absolute()
    assert paths.data_folder().name == "hardship-desk"


def test_that_the_shipped_folders_are_found_in_this_checkout() -> None:
    assert (paths.resources_folder() / "questionnaires").is_dir()
    assert (paths.plugins_folder() / "landelijk" / "plugin.toml").is_file()


def test_that_folders_inside_the_package_come_first(tmp_path: Path) -> None:
    package = tmp_path / "hardship_desk"
    assert paths.resources_folder(package) == tmp_path / "resources"
    assert paths.plugins_folder(package) == tmp_path / "plugins"
    (package / "resources" / "questionnaires").mkdir(parents=True)
    (package / "plugins" / "landelijk").mkdir(parents=True)
    assert paths.resources_folder(package) == package / "resources"
    assert paths.plugins_folder(package) == package / "plugins"


def test_that_a_checkout_states_its_version(tmp_path: Path) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text('[project]\nname = "hardship-desk"\nversion = "9.8.7"\n')
    assert program_version(tmp_path) == "9.8.7"
    assert program_version()[0].isdigit()


@pytest.mark.parametrize("text", ['[project]\nname = "other"\nversion = "5"\n', "geen toml"])
def test_that_the_installed_version_counts_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setattr(metadata, "version", lambda _: "1.2.3")
    (tmp_path / "pyproject.toml").write_text(text)
    assert program_version(tmp_path) == "1.2.3"


def test_that_an_unknown_version_is_zero(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_: str) -> str:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "version", absent)
    assert program_version(tmp_path) == "0"
