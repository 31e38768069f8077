"""Hints on a text: which words and sentences, and when there is nothing to say."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from hardship_desk.assessment.texts import Texts
from hardship_desk.documents.writing_hints import MOST_HINTS, WordList, writing_hints

ROOT = Path(__file__).resolve().parents[3]
LONG = " ".join(["woord"] * 26) + "."
PLAIN = "Ik ging naar de man. Hij gaf mij een kop thee. Het was een mooie dag."


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load_folder(ROOT / "resources" / "texts")


@pytest.fixture(scope="module")
def words(texts: Texts) -> WordList:
    return WordList(texts.under("woorden.stempel"), texts.under("woorden.jargon"))


def codes(text: str, words: WordList) -> list[str]:
    return [hint.code for hint in writing_hints(text, words)]


@pytest.mark.parametrize(
    ("text", "word", "instead"),
    [
        ("Dit is Fraude.", "Fraude", "schending van de inlichtingenplicht"),
        ("De fraudeur zweeg.", "fraudeur", "schending van de inlichtingenplicht"),
        ("Hij heeft gefraudeerd en frauduleus.", "", ""),
        ("Uitkeringsfraude komt voor.", "Uitkeringsfraude", "schending van de inlichtingenplicht"),
        ("Conform de wet.", "Conform", "volgens"),
        ("Dit is\nten  aanzien\nvan u.", "ten  aanzien\nvan", "over"),
        ("Een vigerende regel.", "vigerende", "geldend"),
        ("De reedsheid.", "", ""),
    ],
)
def test_that_a_word_is_found_with_what_to_write_instead(
    words: WordList, text: str, word: str, instead: str
) -> None:
    found = [dict(hint.slots) for hint in words.found_in([text])]
    assert [(item["woord"], item["liever"]) for item in found] == (
        [(word, instead)] if word else []
    )


def test_that_a_word_is_said_once_and_branding_words_first(words: WordList) -> None:
    found = writing_hints("Reeds. Reeds fraude. Reeds.", words)
    assert [hint.code for hint in found] == ["stempel", "jargon"]


def test_that_plain_words_give_no_hint(words: WordList) -> None:
    assert writing_hints(PLAIN, words) == ()
    assert writing_hints("", words) == ()


def test_that_a_sentence_of_25_words_is_long_enough(words: WordList) -> None:
    just = " ".join(["man"] * 25) + "."
    assert "lange_zin" not in codes(just, words)
    assert "lange_zin" in codes(f"man {just}", words)
    assert "lange_zinnen" in codes(f"{LONG} {LONG}", words)


def test_that_a_text_that_does_not_say_who_acts_is_named(words: WordList) -> None:
    passive = "De brief werd verstuurd. De bijstand wordt verlaagd. Zij zag het."
    assert "lijdend" in codes(passive, words)
    one = "De brief werd verstuurd. Wij zien u graag. Zij zag het."
    assert "lijdend" not in codes(one, words)
    becoming = "Het werd laat. Zij wordt moeder. Hij werd ziek."
    assert "lijdend" not in codes(becoming, words)


def test_that_a_hard_text_is_named_only_when_it_is_long_enough(words: WordList) -> None:
    hard = (
        "Inlichtingenverplichtingen verantwoordelijkheidsoverwegingen beoordelingsmogelijkheden. "
    )
    assert "lastig" not in codes(hard, words)
    assert "lastig" in codes(hard * 12, words)
    assert "lastig" not in codes(PLAIN * 12, words)


def test_that_no_more_hints_come_than_can_be_taken_in(words: WordList) -> None:
    many = "Fraude, bedrog, leugens, derhalve, thans, tevens, conform, reeds. "
    assert len(writing_hints(many, words)) == MOST_HINTS


def test_that_empty_lists_find_nothing() -> None:
    assert writing_hints("fraude en derhalve", WordList({}, {})) == ()


def test_that_every_word_of_the_shipped_list_is_found(texts: Texts, words: WordList) -> None:
    for kind in ("stempel", "jargon"):
        for word, instead in texts.under(f"woorden.{kind}").items():
            found = words.found_in([f"zin {word.removesuffix('*')} zin"])
            assert (kind, instead) in [(hint.code, dict(hint.slots)["liever"]) for hint in found]


def test_that_every_hint_has_a_sentence(texts: Texts) -> None:
    for code in ("stempel", "jargon", "lange_zin", "lange_zinnen", "lijdend", "lastig", "kop"):
        assert texts.find(f"woorden.hint.{code}")


def test_that_a_very_long_text_is_looked_at_in_reasonable_time(words: WordList) -> None:
    start = time.monotonic()
    writing_hints("De gemeente heeft het besluit genomen over de inwoner. " * 1800, words)
    assert time.monotonic() - start < 20


def test_that_a_text_for_the_letter_speaks_to_the_resident() -> None:
    to_resident = WordList({}, {}, {"de inwoner": "u"})
    [hint] = writing_hints("Toen gaf de inwoner dat door.", to_resident)
    assert (hint.code, dict(hint.slots)["liever"]) == ("aanspreken", "u")
    assert writing_hints("Toen gaf u dat door.", to_resident) == ()
    assert writing_hints("Toen gaf de inwoner dat door.", WordList({}, {})) == ()
