"""Which SQLite may write a vault, and where a vault may lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.config.places import Place, place_of
from hardship_desk.domain.errors import VaultError
from hardship_desk.storage.engine import is_sound, require_sound_engine


@pytest.mark.parametrize(
    ("version", "sound"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 1), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), False),
        ((3, 53, 0), True),
        ((4, 0, 0), True),
    ],
)
def test_that_only_a_mended_sqlite_is_sound(version: tuple[int, ...], sound: bool) -> None:
    assert is_sound(version) is sound


def test_that_an_old_engine_is_named() -> None:
    require_sound_engine()
    with pytest.raises(VaultError) as caught:
        require_sound_engine((3, 51, 1))
    assert caught.value.parameters == {"versie": "3.51.1"}


MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/huis /huis nfs4 rw 0 0
//server/deel /deel\\040twee cifs rw 0 0
/dev/sdb1 /media/piet/STICK vfat rw 0 0
kapot
"""


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        ("/home/piet", Place.LOCAL),
        ("/huis/piet", Place.NETWORK),
        ("/huisje", Place.LOCAL),
        ("/deel twee/x", Place.NETWORK),
        ("/media/piet/STICK/x", Place.REMOVABLE),
        ("//server/deel/x", Place.NETWORK),
        ("/home/piet/OneDrive - Gemeente/x", Place.CLOUD),
        ("/home/piet/Nextcloud/x", Place.CLOUD),
    ],
)
def test_that_a_place_is_known(folder: str, place: Place) -> None:
    assert place_of(Path(folder), MOUNTS) is place


def test_that_the_folder_the_cloud_names_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", "/home/piet/Werk")
    assert place_of(Path("/home/piet/Werk/x"), MOUNTS) is Place.CLOUD


def test_that_only_a_cloud_folder_and_a_stick_are_warned_of() -> None:
    assert [place.warning for place in Place] == ["", "", "plek_cloud", "plek_stick"]
    assert [place.may_hold_a_vault for place in Place] == [True, False, True, True]


def test_that_windows_is_asked_for_its_drive() -> None:
    assert place_of(Path("/home/piet"), MOUNTS, "nt") is Place.LOCAL
