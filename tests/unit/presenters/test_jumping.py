"""Going anywhere by typing a few letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.presenters.jumping import Jumping, Target
from hardship_desk.presenters.open_case import OpenCase
from tests.integration.desks import example, open_desk_in
from tests.unit.presenters.screens import window_texts

COMMANDS = {"balk.donker": "Donker", "lijst.nieuw": "Nieuw dossier"}


@pytest.fixture(scope="module")
def jumping(tmp_path_factory: pytest.TempPathFactory) -> Jumping:
    desk = open_desk_in(tmp_path_factory.mktemp("kluis"))
    case = OpenCase(desk, example(desk).case_id)
    return Jumping(desk, window_texts(desk), case, COMMANDS)


@pytest.mark.parametrize(
    ("typed", "target", "name"),
    [
        ("schulden", Target.VRAAG, "omstandigheden.schulden"),
        ("draagkr", Target.STAP, "7"),
        ("kladb", Target.BLADZIJDE, "kladblok"),
        ("donk", Target.OPDRACHT, "balk.donker"),
        ("vb-2026-002", Target.DOSSIER, None),
        ("5:53", Target.NASLAG, None),
        ("bijzondere bijstand", Target.REKENHULP, "bijzondere_bijstand"),
        ("terugvordering", Target.BESLUIT, None),
    ],
)
def test_that_a_few_letters_find_it(
    jumping: Jumping, typed: str, target: Target, name: str | None
) -> None:
    found = [item for item in jumping.find(typed) if item.target is target]
    assert found, [item.text for item in jumping.find(typed)]
    if name is not None:
        assert name in [item.id for item in found]


def test_that_what_begins_with_the_words_comes_first(jumping: Jumping) -> None:
    assert jumping.find("kladblok")[0].target is Target.BLADZIJDE
    assert jumping.find("Besluit")[0].id == "besluit"


def test_that_accents_and_capitals_do_not_count(jumping: Jumping) -> None:
    assert jumping.find("KLADBLOK") == jumping.find("kladblók")[: len(jumping.find("KLADBLOK"))]


def test_that_without_words_pages_and_steps_are_near(jumping: Jumping) -> None:
    near = {item.target for item in jumping.find(" ")}
    assert {Target.BLADZIJDE, Target.STAP, Target.OPDRACHT} <= near
    assert Target.VRAAG not in near


def test_that_nothing_is_found_for_nonsense(jumping: Jumping) -> None:
    assert jumping.find("qqqq zzzz") == ()


def test_that_a_desk_without_an_open_dossier_finds_dossiers(tmp_path: Path) -> None:
    desk = open_desk_in(tmp_path)
    found = Jumping(desk, window_texts(desk), None, COMMANDS).find("VB-2026")
    assert {item.target for item in found} == {Target.DOSSIER}
