"""The table per month in the letter on a lowering: from the computed lines, and never against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from hardship_desk.core_setup import Core, build_core
from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.letters.lowering import LoweredMonth, lowered_months
from hardship_desk.documents.model import Figure, Table
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.ids import LineId, OutcomeId
from hardship_desk.domain.money import Money
from hardship_desk.domain.snapshot import DecisionSnapshot
from tests.builders_snapshot import computation, rich_snapshot, shown
from tests.integration.dossiers import read_case
from tests.unit.documents.papers_for_tests import ROOT, TEXTS

LINES: dict[str, int | None] = {
    "maatregel.norm_1": 140_000,
    "maatregel.02_verlaging_1": 28_000,
    "maatregel.norm_2": 141_946,
    "maatregel.02_verlaging_2": 14_194,
}
"""Ten percent, two months in the first half of the year and one in the second."""


def lowered(lines: dict[str, int | None] | None = None, **answers: str | None) -> DecisionSnapshot:
    given: dict[str, str | None] = {"ingang": "01-05-2026", "maanden": "3", **answers}
    made = tuple(
        shown(f"maatregel.{name}", 7, "Vraag?", value, printed="brief")
        for name, value in given.items()
        if value is not None
    )
    [first, *_] = computation().lines
    amounts = LINES if lines is None else lines
    calculated = Computation(
        id="maatregel",
        title="Verlaging",
        lines=tuple(
            replace(first, id=LineId(name), amount=None if cents is None else Money(cents))
            for name, cents in amounts.items()
        ),
    )
    kept = tuple(item for item in rich_snapshot().answers if item.step < 15)
    return replace(
        rich_snapshot(),
        outcome=OutcomeId("verlaging"),
        amount=None,
        computations=(calculated,),
        answers=(*kept, *made),
    )


def table_of(snapshot: DecisionSnapshot) -> Table:
    blocks = build_letter(snapshot, TEXTS).blocks
    return next(item for item in blocks if isinstance(item, Table) and item.header)


def figures_of(snapshot: DecisionSnapshot) -> list[Figure]:
    return [item for item in build_letter(snapshot, TEXTS).blocks if isinstance(item, Figure)]


def test_that_each_month_has_the_norm_of_its_half_year() -> None:
    found = table_of(lowered())
    assert found.header == ("Maand", "De norm voor u", "Wij verlagen met", "Na de verlaging")
    assert found.rows == (
        ("Mei 2026", "€ 1.400,00", "€ 140,00", "€ 1.260,00"),
        ("Juni 2026", "€ 1.400,00", "€ 140,00", "€ 1.260,00"),
        ("Juli 2026", "€ 1.419,46", "€ 141,94", "€ 1.277,52"),
    )
    text = whole_text(build_letter(lowered(), TEXTS))
    assert "De verlaging duurt tot en met 31 juli 2026." in text
    assert "Juli 2026: van de norm van € 1.419,46 gaat € 141,94 af." in text


def test_that_what_others_withhold_goes_off_as_well() -> None:
    snapshot = lowered(elders="€ 50,00")
    assert table_of(snapshot).header[-2:] == ("Anderen houden in", "U houdt over")
    assert table_of(snapshot).rows[0][-2:] == ("€ 50,00", "€ 1.210,00")
    [figure] = figures_of(snapshot)
    assert [part.shown for part in figure.bars[0].parts] == ["€ 1.210,00", "€ 140,00", "€ 50,00"]
    assert "houden anderen € 50,00 in. U houdt € 1.210,00 over." in figure.alt


def test_that_nothing_is_withheld_elsewhere_is_said_in_the_table_only() -> None:
    snapshot = lowered(elders="€ 0,00")
    assert table_of(snapshot).rows[0][-2:] == ("€ 0,00", "€ 1.260,00")
    assert "anderen" not in figures_of(snapshot)[0].alt


def test_that_a_month_that_begins_halfway_says_so() -> None:
    lines: dict[str, int | None] = {"maatregel.norm_1": 140_000, "maatregel.02_verlaging_1": 14_000}
    snapshot = lowered(lines, ingang="31-01-2026", maanden="1")
    assert table_of(snapshot).rows[0][0] == "Vanaf 31 januari 2026"
    assert "tot en met 27 februari 2026" in whole_text(build_letter(snapshot, TEXTS))


def test_that_a_spread_lowering_has_three_months_with_the_rest_in_the_first() -> None:
    lines: dict[str, int | None] = {
        "maatregel.norm_1": 140_000,
        "maatregel.02_verlaging_1": 140_000,
        "maatregel.04_verdeling": None,
    }
    months = lowered_months(lowered(lines, ingang="01-05-2026", maanden="1"))
    assert [month.less.cents for month in months] == [46_668, 46_666, 46_666]
    assert [month.norm for month in months] == [Money(140_000), Money(140_000), None]
    shown_table = table_of(lowered(lines, ingang="01-05-2026", maanden="1"))
    assert shown_table.header == ("Maand", "Wij verlagen met")
    assert figures_of(lowered(lines, ingang="01-05-2026", maanden="1")) == []


@pytest.mark.parametrize(
    "snapshot",
    [
        lowered(ingang=None),
        lowered(maanden=None),
        lowered(maanden="drie"),
        lowered(maanden="0"),
        lowered({"maatregel.norm_1": 140_000, "maatregel.02_verlaging_1": None}),
        lowered({**LINES, "maatregel.02_verlaging_1": 28_001}),
        replace(lowered(), outcome=OutcomeId("waarschuwing")),
        replace(lowered(), amount=Money(1)),
    ],
    ids=["start", "months", "words", "zero", "amount", "cents", "outcome", "other-amount"],
)
def test_that_without_all_of_it_there_is_no_table(snapshot: DecisionSnapshot) -> None:
    assert lowered_months(snapshot) == ()
    assert "Uw bijstand per maand" not in whole_text(build_letter(snapshot, TEXTS))


def test_that_a_norm_that_is_not_known_is_left_out() -> None:
    lines: dict[str, int | None] = {**LINES, "maatregel.norm_2": None}
    assert table_of(lowered(lines)).header == ("Maand", "Wij verlagen met")
    assert "De norm is het bedrag" not in whole_text(build_letter(lowered(lines), TEXTS))


def test_that_more_than_there_is_gives_no_bars() -> None:
    assert figures_of(lowered(elders="€ 1.300,00")) == []


def test_that_a_lowered_month_without_norm_has_nothing_after() -> None:
    assert LoweredMonth(first_day=date(2026, 7, 1), less=Money(1), norm=None).after is None


@pytest.fixture(scope="module")
def core() -> Iterator[Core]:
    made = build_core()
    yield made
    made.plugins.close()


def test_that_the_rules_give_what_the_letter_reads(core: Core) -> None:
    case = read_case(core, ROOT / "resources" / "voorbeelden" / "verlaging.toml")
    [decision] = case.decisions
    assessment = core.engine.assess(case, decision.id, core.organisation.parameters())
    snapshot = core.snapshots.build(case, decision.id, assessment)
    assert table_of(snapshot).rows == (("Juli 2026", "€ 1.419,46", "€ 141,94", "€ 1.277,52"),)
