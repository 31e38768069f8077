"""Open slots in a text, and the days and types a text is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.domain.stock_text import StockText, open_slots, slot_after

TEXTS = Texts.load_folder(Path(__file__).resolve().parents[3] / "resources" / "texts")
BLOCK = StockText(id="landelijk.a", title="A", text="Tekst.")
BOETE = DecisionTypeId("boete")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Op [nog invullen: datum] spraken wij u.", ["datum"]),
        ("[Nog invullen: a] en [ nog invullen:b ]", ["a", "b"]),
        ("[nog invullen]", [""]),
        ("De haak viel weg: [nog invullen: datum\nen verder.", ["datum"]),
        ("Aan het eind [nog invullen: wie", ["wie"]),
        ("Hij zei: ‘[…]’ en [sic].", []),
        ("Dit moet u nog invullen: uw naam.", []),
        ("", []),
    ],
)
def test_that_a_slot_is_known_also_where_it_was_damaged(text: str, found: list[str]) -> None:
    slots = open_slots(text)
    assert [slot.what for slot in slots] == found
    assert all(text[slot.start : slot.end].lower().startswith("[") for slot in slots)


def test_that_the_gap_of_the_letters_is_a_slot() -> None:
    gap = TEXTS.get("brief.in_te_vullen", wat="het bedrag")
    assert [slot.what for slot in open_slots(gap)] == ["het bedrag"]


def test_that_the_next_slot_begins_at_the_place_or_later() -> None:
    text = "[nog invullen: a] [nog invullen: b]"
    first, second = open_slots(text)
    assert slot_after(text, 0) == first
    assert slot_after(text, 1) == second
    assert slot_after(text, second.start + 1) is None


@given(st.lists(st.text(alphabet="abc [\n]", max_size=12), max_size=6))
def test_that_filling_in_every_slot_leaves_none(parts: list[str]) -> None:
    text = "[nog invullen: x]".join(parts)
    rounds = 0
    while (slot := slot_after(text, 0)) is not None:
        text = text[: slot.start] + "gevuld" + text[slot.end :]
        rounds += 1
        assert rounds <= 10
    assert open_slots(text) == ()


def test_that_a_text_is_for_its_types_traits_and_days() -> None:
    assert BLOCK.fits(BOETE, frozenset())
    assert replace(BLOCK, types=(BOETE,)).fits(BOETE, frozenset())
    assert not replace(BLOCK, types=(BOETE,)).fits(DecisionTypeId("giften"), frozenset())
    assert replace(BLOCK, traits=("belastend",)).fits(BOETE, frozenset({"belastend"}))
    assert not replace(BLOCK, traits=("op_aanvraag",)).fits(BOETE, frozenset({"belastend"}))
    dated = replace(BLOCK, valid_from=date(2026, 1, 1), valid_until=date(2026, 12, 31))
    assert [
        dated.holds_on(date(*day))
        for day in ((2025, 12, 31), (2026, 1, 1), (2026, 12, 31), (2027, 1, 1))
    ] == [False, True, True, False]
    assert BLOCK.holds_on(date.min)
