from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.domain.text import cleaned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gewoon", "gewoon"),
        ("  rand  ", "rand"),
        ("een\r\ntwee\rdrie\x0bvier\u2028vijf", "een\ntwee\ndrie\nvier\nvijf"),
        ("kop\u2029tekst", "kop\n\ntekst"),
        ("tab\tblijft", "tab\tblijft"),
        ("nul\x00weg\x07", "nulweg"),
        ("half\ud800", "half"),
        ("bidi \u202egniteob\u202c", "bidi gniteob"),
        ("breed\u200bte\ufeff", "breedte"),
        ("\uf0b7 uit Word", "• uit Word"),
        ("e\u0301e\u0301n", "één"),
        ("Zażółć ĳ שלום مرحبا 漢字 😀", "Zażółć ĳ שלום مرحبا 漢字 😀"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("<script> {{7*7}} a <b c &amp;", "<script> {{7*7}} a <b c &amp;"),
        ("\uffff", ""),
    ],
)
def test_that_text_is_cleaned_without_losing_a_word(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@given(st.text())
def test_that_cleaning_twice_changes_nothing_and_can_be_stored(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    once.encode("utf-8")
    assert not {unicodedata.category(item) for item in once if item not in "\n\t"} & {"Cc", "Cs"}
