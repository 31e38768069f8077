from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.domain.policy import Policy
from hardship_desk.exchange.policy_file import STRICT, read_policy

KEYS = ("11" * 32, "22" * 32)
OFFICERS = "".join(
    f'[[functionaris]]\nnaam = "Functie {number}"\npublieke_sleutel = "{key}"\n'
    for number, key in enumerate(KEYS)
)


def read(folder: Path, text: str) -> Policy | tuple[str, ...]:
    file = folder / "beleid.toml"
    file.write_text(text)
    found = read_policy((folder / "is_er_niet.toml", file))
    return tuple(f"{item.key}: {item.reason}" for item in found.problems) or found.policy


def test_that_no_policy_is_the_careful_one(tmp_path: Path) -> None:
    policy = read_policy((tmp_path / "beleid.toml",)).policy
    assert policy == Policy()
    assert not policy.evidence_copies
    assert policy.officers is None


def test_that_a_policy_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "bewijs_kopie_in_kluis = true\nvergrendel_na_minuten = 10\n"
        f"werkkopie_dagen = 30\n{OFFICERS}",
    )
    assert isinstance(found, Policy)
    assert found.officers is not None
    assert [item.name for item in found.officers] == ["Functie 0", "Functie 1"]
    assert (found.lock_minutes, found.working_copy_days) == (10, 30)
    assert found.evidence_copies


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("vergrendel_na_minuten = 0", "vergrendel_na_minuten: not_between_1_and_15"),
        ("vergrendel_na_minuten = 60", "vergrendel_na_minuten: not_between_1_and_15"),
        ("iets = 1", "iets: unknown_key"),
        (OFFICERS[: OFFICERS.index("[[", 3)], "functionaris: two_with_a_key_of_their_own_needed"),
        (
            OFFICERS.replace("22", "11"),
            "functionaris: two_with_a_key_of_their_own_needed",
        ),
        (OFFICERS.replace("11", "xx"), "functionaris[1].publieke_sleutel: not_a_public_key"),
    ],
)
def test_that_of_a_policy_with_a_mistake_nothing_counts(
    tmp_path: Path, text: str, said: str
) -> None:
    found = read(tmp_path, text)
    assert isinstance(found, tuple)
    assert said in found
    content = read_policy((tmp_path / "beleid.toml",))
    assert content.policy == STRICT
    assert not content.policy.unlisted_code


def test_that_a_number_and_folder_for_the_zaaksysteem_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "zaken"
    found = read(tmp_path, f'rsin = "111222333"\nzaaksysteem_map = "{folder.as_posix()}"\n')
    assert isinstance(found, Policy)
    assert (found.rsin, found.drop_folder) == ("111222333", folder)
    assert read(tmp_path, 'rsin = "123456789"\n') == ("rsin: not_an_rsin",)
    assert read(tmp_path, 'zaaksysteem_map = "zaken"\n') == ("zaaksysteem_map: not_a_whole_path",)
