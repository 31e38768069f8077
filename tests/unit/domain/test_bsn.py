from __future__ import annotations

import pytest

from hardship_desk.domain.bsn import Bsn, bsns_in, passes_elfproef, without_bsns

# A made-up number that passes the elfproef.
GOOD = "111222333"


@pytest.mark.parametrize("text", [GOOD, "1112.22.333", " 111 222 333 "])
def test_that_a_bsn_is_read_as_people_write_it(text: str) -> None:
    assert Bsn.parse(text) == Bsn(GOOD)


def test_that_eight_digits_get_a_zero_in_front() -> None:
    digits = next(
        f"{number:08d}"
        for number in range(10_000_000, 10_000_100)
        if passes_elfproef(f"{number:09d}")
    )
    assert Bsn.parse(digits).digits == f"0{digits}"


@pytest.mark.parametrize("text", ["", "123456789", "000000000", "1112223334", "11122233x", "1-1"])
def test_that_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not_a_bsn"):
        Bsn.parse(text)


def test_that_it_never_shows_whole() -> None:
    bsn = Bsn(GOOD)
    assert f"{bsn} {bsn!r} {bsn.masked}" == "••••••333 Bsn(...) ••••••333"


def test_that_a_pseudonym_needs_the_key() -> None:
    assert Bsn(GOOD).pseudonym(b"a") == Bsn(GOOD).pseudonym(b"a")
    assert Bsn(GOOD).pseudonym(b"a") != Bsn(GOOD).pseudonym(b"b")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"bsn {GOOD} van hem", [GOOD]),
        ("bsn 111 222 333.", ["111 222 333"]),
        ("zaak 123456789", []),
        (f"lang {GOOD}4", []),
        ("acht 12345678", []),
        ("", []),
    ],
)
def test_that_it_is_found_in_a_text(text: str, found: list[str]) -> None:
    assert list(bsns_in(text)) == found
    assert (without_bsns(text) == text) == (not found)
