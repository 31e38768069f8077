from __future__ import annotations

from dataclasses import dataclass

import pytest

from hardship_desk.domain.bsn import (
    Bsn,
    bsns_in,
    passes_elfproef,
    without_bsns,
    without_bsns_in,
)
from hardship_desk.domain.decision import CaseWeight

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
        (f"dit gaat over {GOOD}, zoals besproken", [GOOD]),
        (f"({GOOD})", [GOOD]),
        ("een bedrag van 111.222.333,00 euro", []),
        ("nummer 5,111222333", []),
        (f"lang {GOOD}4", []),
        ("acht 12345678", []),
        ("", []),
    ],
)
def test_that_it_is_found_in_a_text(text: str, found: list[str]) -> None:
    assert list(bsns_in(text)) == found
    assert (without_bsns(text) == text) == (not found)


@dataclass(frozen=True)
class Note:
    text: str
    parts: tuple[object, ...] = ()


def test_that_a_bsn_is_masked_however_deep_it_stands() -> None:
    note = Note("gewoon", parts=(Note(f"bel {GOOD}"), CaseWeight.KORT, 3, Bsn(GOOD)))
    masked = without_bsns_in(note)
    assert masked == Note("gewoon", parts=(Note("bel ••••••333"), CaseWeight.KORT, 3, Bsn(GOOD)))


def test_that_what_holds_none_stays_the_same_object() -> None:
    note = Note("gewoon", parts=(Note("zaak 123456789"),))
    assert without_bsns_in(note) is note


def test_that_a_hash_stays_as_it_is() -> None:
    digest = f"{GOOD:f<64}"
    assert without_bsns(digest) == digest
    assert without_bsns(f"{GOOD} en {GOOD}4") == f"••••••333 en {GOOD}4"
