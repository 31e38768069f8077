"""Spelling beside the window: a real process on a small dictionary, and what is left without it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hardship_desk.config.free_memory import free_memory
from hardship_desk.config.paths import resources_folder
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.stock_text import OWN_WORDS, OwnText
from hardship_desk.services import spelling as module
from hardship_desk.services.spelling import Spelling, SpellingService, spelling_command

SMALL = Path(__file__).resolve().parents[2] / "fixtures" / "spelling"
BROKEN = (
    (sys.executable, "-c", "raise SystemExit(1)"),
    (sys.executable, "-c", "print('geen json'); input()"),
    (sys.executable, "-c", "print('{}'); input(); print('{\"number\": 99}')"),
    ("/bestaat/niet",),
)


class Words:
    """Keeps own texts in memory; fulfils OwnTextStore."""

    def __init__(self) -> None:
        self.kept: dict[str, OwnText] = {}
        self.is_broken = False

    def own_texts(self) -> tuple[OwnText, ...]:
        if self.is_broken:
            raise VaultError("kluis_gesloten")
        return tuple(self.kept.values())

    def save_own_text(self, text: OwnText) -> None:
        self.own_texts()
        self.kept[text.id] = text

    def remove_own_text(self, text_id: str) -> None:
        self.kept.pop(text_id, None)


@pytest.fixture(scope="module")
def small() -> Iterator[Spelling]:
    made = Spelling(spelling_command(SMALL))
    yield made
    made.end()


def test_that_a_process_of_its_own_says_what_is_wrong(small: Spelling) -> None:
    assert small.wrong_of(["tijd", "teid", "inlichtingenplicht"]) == {"teid"}
    assert small.is_running
    assert small.suggestions("teid") == ("tijd",)
    process = small._process
    small.rest()
    assert small._process is process


def test_that_words_are_forgotten_with_the_process(small: Spelling) -> None:
    small.wrong_of(["teid"])
    small.end()
    assert (small.is_running, small._known) == (False, {})
    assert small.wrong_of(["teid"]) == {"teid"}


def test_that_it_rests_when_nobody_asks_or_memory_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    room = [True]
    made = Spelling(spelling_command(SMALL), has_room=lambda: room[0])
    made.wrong_of(["teid"])
    room[0] = False
    made.rest()
    assert not made.is_running
    assert made.wrong_of(["teid"]) == frozenset()
    room[0] = True
    made.wrong_of(["teid"])
    monkeypatch.setattr(module, "IDLE_MS", -1)
    made.rest()
    assert not made.is_running


@pytest.mark.parametrize("command", BROKEN, ids=["stops", "rubbish", "other", "absent"])
def test_that_without_the_process_nothing_is_wrong(command: tuple[str, ...]) -> None:
    made = Spelling(command)
    for _ in range(4):
        assert made.wrong_of(["teid"]) == frozenset()
        assert made.suggestions("teid") == ()
    assert made._failures == 3
    assert not made.is_running


def test_that_own_words_are_right_in_every_spelling_of_capitals(small: Spelling) -> None:
    store = Words()
    service = SpellingService(small, store)
    text = "De inwoner heeft een teid. Teid op."
    assert [text[item.start : item.end] for item in service.misspelled(text)] == [
        "een",
        "teid",
        "Teid",
    ]
    service.add_own_word("Teid")
    assert store.kept[OWN_WORDS].text == "teid"
    assert {item.text for item in service.misspelled(text)} == {"een"}
    service.end()
    assert {item.text for item in service.misspelled(text)} == {"een"}
    assert service.suggestions("teid") == ("tijd",)
    service.rest()


def test_that_a_closed_vault_leaves_the_words_unknown(small: Spelling) -> None:
    store = Words()
    store.is_broken = True
    service = SpellingService(small, store)
    assert service.own_words() == frozenset()
    with pytest.raises(VaultError):
        service.add_own_word("teid")
    store.is_broken = False
    service.add_own_word("teid")
    assert service.own_words() == {"teid"}


def test_that_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert spelling_command(SMALL) == (sys.executable, "--spelling", str(SMALL))


def test_that_free_memory_is_read_where_the_system_tells(tmp_path: Path) -> None:
    file = tmp_path / "meminfo"
    assert free_memory(file) is None
    file.write_text("MemTotal: 10 kB\nMemAvailable:      2048 kB\n", encoding="ascii")
    assert free_memory(file) == 2_097_152
    file.write_text("MemTotal: 10 kB\n", encoding="ascii")
    assert free_memory(file) is None


@pytest.mark.slow
def test_that_the_dutch_dictionary_knows_the_words_of_this_work() -> None:
    made = Spelling(spelling_command(resources_folder() / "spelling"))
    right = ("bijstandsnorm", "inlichtingenplicht", "zaaknummer", "doenvermogen", "auto's")
    wrong = ("gebeurdt", "onmiddelijk", "inlichtigenplicht", "enigzins")
    try:
        assert made.wrong_of((*right, *wrong)) == set(wrong)
        assert made.suggestions("onmiddelijk") == ("onmiddellijk",)
    finally:
        made.end()
