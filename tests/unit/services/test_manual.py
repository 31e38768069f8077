"""The manual inside the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hardship_desk.services.manual import FIRST, Manual

ROOT = Path(__file__).resolve().parents[3]
LONGEST_WORDS = 260


@pytest.fixture(scope="module")
def manual() -> Manual:
    return Manual.read(ROOT / "resources" / "handleiding")


def test_that_every_step_has_a_page_of_its_own(manual: Manual) -> None:
    for step in range(1, 17):
        page = manual.for_step(step)
        assert page.id == f"stap_{step:02d}"
        assert page.title.startswith(f"Stap {step}: ")


def test_that_every_page_has_a_title_and_a_number_of_its_own_and_is_short(manual: Manual) -> None:
    numbers = [page.id[:2] for page in manual.all() if page.id[0].isdigit()]
    assert numbers == [f"{number:02d}" for number in range(1, len(numbers) + 1)]
    for page in manual.all():
        assert page.text.startswith("# ")
        assert page.title
        assert len(page.plain.split()) < LONGEST_WORDS, page.id


def test_that_every_link_leads_to_a_page(manual: Manual) -> None:
    names = {page.id for page in manual.all()}
    links = {name for page in manual.all() for name in re.findall(r"\]\(([^)]*)\)", page.text)}
    assert links
    assert {link.removeprefix("hulp:") for link in links} <= names


def test_that_words_find_pages_with_the_title_first(manual: Manual) -> None:
    assert manual.find("bewijs")[0].id == "06_bewijs"
    assert manual.find("WACHTZIN herstelcode")[0].id == "03_kluis"
    assert manual.find("reservekopieen")[0].id == "09_kopieen"
    assert manual.find("xyzzy") == ()
    assert manual.find("") == manual.all()


def test_that_an_unknown_page_gives_the_first(manual: Manual) -> None:
    assert manual.page("bestaat_niet").id == FIRST


def test_that_the_manual_names_the_four_directions_of_the_study(manual: Manual) -> None:
    text = manual.page("20_maatwerk").text
    for heading in (
        "Wetten die botsen",
        "Wat de inwoner aankan",
        "Ruimte in de wet",
        "Vakmanschap",
    ):
        assert f"**{heading}.**" in text
    assert {f"hulp:stap_{step}" for step in ("02", "04", "05", "08", "16")} <= set(
        re.findall(r"hulp:\w+", text)
    )
