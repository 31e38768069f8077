"""Dossiers from a list: every mistake at once, all or none, and none twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.period import Period
from hardship_desk.services.desk import Desk
from tests.integration.desks import open_desk_in

HEAD = "zaaknummer;soort;gemeente;gewicht;reden;aanduiding;inwoner;gedraging_van;gedraging_tot;besluitdatum"
GOOD = "Z-9;boete;Amsterdam;gewoon;Gewone zaak;Inkomen;Inwoner A;01-01-2026;31-03-2026;2026-06-01"
SECOND = "Z-10;Boete;363;KORT;Klein;;;;;"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk_in(tmp_path)


def listed(*lines: str) -> bytes:
    return "\r\n".join((HEAD, *lines)).encode("utf-8-sig")


def on(_done: int, _of: int) -> bool:
    return True


def test_that_good_rows_become_dossiers(desk: Desk) -> None:
    found = desk.header_lists.look(listed(GOOD, SECOND))
    assert found.problems == ()
    before = len(desk.cases.list_cases())
    assert desk.header_lists.take_in(found, on) == 2
    made = {str(item.number): item.id for item in desk.cases.list_cases()}
    assert len(made) == before + 2
    case = desk.cases.current(made["Z-9"])
    assert (case.gemeentecode, case.title) == ("GM0363", "Inkomen")
    assert case.dates.gedraging == Period(date(2026, 1, 1), date(2026, 3, 31))
    assert case.decisions[0].decision_date == date(2026, 6, 1)
    assert desk.cases.current(made["Z-10"]).decisions[0].weight == "kort"


def test_that_every_mistake_is_named_by_row_and_column(desk: Desk) -> None:
    bad = ";;Nergenshuizen;licht;;;;31-02-2026;;morgen"
    found = desk.header_lists.look(
        listed(GOOD, bad, GOOD, "Z-11;boete;Amsterdam;kort;r;111222333;;02-01-2026;01-01-2026;")
        + b";te veel"
    )
    assert {(item.row, item.column, item.code) for item in found.problems} == {
        (0, "", "kolom_onbekend"),
        (2, "zaaknummer", "dubbel"),
        (4, "zaaknummer", "dubbel"),
        (3, "zaaknummer", "leeg"),
        (3, "soort", "leeg"),
        (3, "gemeente", "onbekend"),
        (3, "gewicht", "onbekend"),
        (3, "reden", "leeg"),
        (3, "gedraging_van", "geen_datum"),
        (3, "besluitdatum", "geen_datum"),
        (5, "aanduiding", "bsn"),
    }
    assert not any("111222333" in item.text for item in found.problems)
    before = desk.cases.list_cases()
    with pytest.raises(PackageError, match="inlezen_met_fouten"):
        desk.header_lists.take_in(found, on)
    assert desk.cases.list_cases() == before


def test_that_missing_columns_and_an_empty_list_are_named(desk: Desk) -> None:
    found = desk.header_lists.look(b"zaaknummer;kleur\nZ-1;rood\n")
    heads = {(item.column, item.code) for item in found.problems if item.row == 0}
    assert ("soort", "kolom_ontbreekt") in heads
    assert ("kleur", "kolom_onbekend") in heads
    assert [item.code for item in desk.header_lists.look(listed()).problems] == ["leeg_bestand"]


def test_that_numbers_that_are_here_are_named_and_left_out(desk: Desk) -> None:
    found = desk.header_lists.look(listed("VB-2026-001" + GOOD.removeprefix("Z-9"), SECOND))
    assert found.here == ("VB-2026-001",)
    assert [case.number for case in found.cases] == ["Z-10"]


def test_that_stopping_halfway_makes_none(desk: Desk) -> None:
    rows = (GOOD.replace("Z-9", f"N-{number}", 1) for number in range(9))
    found = desk.header_lists.look(listed(*rows))
    before = desk.cases.list_cases()
    with pytest.raises(PackageError, match="inlezen_gestopt"):
        desk.header_lists.take_in(found, lambda done, _of: done < 5)
    assert desk.cases.list_cases() == before
