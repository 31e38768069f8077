"""Which words are looked at, what the dictionary says of them, and what the process answers."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from hardship_desk.documents.spelling_words import checkable_words
from hardship_desk.documents.spelling_worker import answer, answer_all
from hardship_desk.documents.word_book import WordBook, one_slip_away

SMALL = Path(__file__).resolve().parents[2] / "fixtures" / "spelling"


@pytest.fixture(scope="module")
def book() -> WordBook:
    return WordBook.read(SMALL)


def words(text: str) -> list[str]:
    found = list(checkable_words(text))
    # A place may hold a curly apostrophe where the dictionary has a straight one.
    assert all(len(text[item.start : item.end]) == len(item.text) for item in found)
    return [item.text for item in found]


@pytest.mark.parametrize(
    ("text", "looked_at"),
    [
        ("De inwoner belde. Zij vroeg uitstel.", "De inwoner belde Zij vroeg uitstel"),
        ("Wij spraken Jansen en UWV over DigiD.", "Wij spraken en over"),
        ("Op 3-11-2026 was € 1.200,50 en 18a lid 4 bekend.", "Op was en lid bekend"),
        ("Zie ECLI:NL:CRVB:2016:12 of info@voorbeeld.nl (bijlage)", "Zie of bijlage"),
        ("auto’s en/of zo'n “brief”", "auto's en of zo'n brief"),
        ("zij belde 's avonds laat", "zij belde laat"),
        ("een één-op-één gesprek, m.a.w. alleen", "een één-op-één gesprek alleen"),
        ("x " + "a" * 80, ""),
        ("", ""),
    ],
)
def test_that_only_words_that_can_be_wrong_are_looked_at(text: str, looked_at: str) -> None:
    assert words(text) == looked_at.split()


@pytest.mark.parametrize("word", ["De", "inlichtingenplicht", "Bijstandsnorm", "inwoner"])
def test_that_words_compounds_and_words_of_the_trade_are_known(book: WordBook, word: str) -> None:
    assert book.knows(word)


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [("teid", "tijd"), ("Breif", "Brief"), ("inlichtigenplicht", "inlichtingenplicht")],
)
def test_that_what_was_meant_is_found(book: WordBook, wrong: str, meant: str) -> None:
    assert not book.knows(wrong)
    assert meant in book.suggestions(wrong, 5)


def test_that_a_search_without_time_finds_nothing(book: WordBook) -> None:
    assert book.suggestions("teid", -1) == ()
    assert book.suggestions("qqqqqqqq", 5) == ()


def test_that_each_slip_of_a_finger_is_tried() -> None:
    assert {"ba", "a", "xb", "abx"} <= set(one_slip_away("ab"))


def test_that_the_process_answers_line_by_line(book: WordBook) -> None:
    asked = [
        {"do": "check", "number": 1, "words": ["tijd", "teid"]},
        {"do": "suggest", "number": 2, "word": "teid"},
    ]
    asking = io.BytesIO("".join(f"{json.dumps(item)}\n" for item in asked).encode())
    answering = io.BytesIO()
    answer_all(book, asking, answering)
    said = [json.loads(line) for line in answering.getvalue().splitlines()]
    assert said[0] == {"ready": True}
    assert said[1] == {"number": 1, "items": ["teid"]}
    assert said[2] == {"number": 2, "items": ["tijd"]}
    assert answer(book, {"do": "check", "number": 3, "words": []}) == {"number": 3, "items": []}
