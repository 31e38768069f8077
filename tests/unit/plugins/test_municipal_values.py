"""What every local value must have, read from the files themselves: source, article, period, bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from hardship_desk.domain.legal_basis import Certainty

ROOT = Path(__file__).resolve().parents[3]
PLUGINS = ROOT / "plugins"
FOLDERS = sorted(
    path.parent for path in PLUGINS.glob("*/plugin.toml") if path.parent.name != "landelijk"
)
HOW_SURE = {item.value for item in Certainty}
LEAST_GIFTS_SINCE_2026 = 1200
Table = dict[str, Any]


def read(path: Path) -> Table:
    return tomli.loads(path.read_text("utf-8"))


def values(folder: Path) -> Iterator[tuple[Table, Table]]:
    """Every value of a municipality with the parameter it belongs to."""
    for parameter in read(folder / "parameters.toml")["parameter"]:
        for value in parameter["value"]:
            yield parameter, value


def known(folder: Path) -> Iterator[tuple[Table, Table]]:
    return ((item, value) for item, value in values(folder) if value["value"] != "onbekend")


def percentages(pattern: str) -> Iterator[tuple[str, Any]]:
    for folder in FOLDERS:
        for parameter, value in known(folder):
            if parameter["unit"] == "procent" and re.fullmatch(pattern, parameter["name"]):
                yield f"{folder.name} {parameter['name']}", value["value"]


def of_folder(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("folder", FOLDERS, ids=of_folder)
def test_that_every_value_has_article_source_period_and_certainty(folder: Path) -> None:
    for parameter, value in values(folder):
        name = parameter["name"]
        assert parameter["basis"]["law"], name
        assert parameter["basis"]["article"], name
        assert value["source"]["title"], name
        assert isinstance(value["valid_from"], date), name
        assert value["certainty"] in HOW_SURE, name
        assert value["source"].get("note"), name


@pytest.mark.parametrize("folder", FOLDERS, ids=of_folder)
def test_that_only_a_text_with_its_article_is_called_verified(folder: Path) -> None:
    for parameter, value in known(folder):
        own_text = parameter["basis"]["law"] == value["source"]["title"]
        if value["certainty"] == "verified":
            assert own_text, parameter["name"]
            assert "samenvatting" not in value["source"]["note"], parameter["name"]
        else:
            assert value["certainty"] in ("secondary", "derived"), parameter["name"]


@pytest.mark.parametrize("folder", FOLDERS, ids=of_folder)
def test_that_a_source_can_be_found_or_says_why_not(folder: Path) -> None:
    for parameter, value in known(folder):
        source = value["source"]
        where = source.get("url", "").startswith("http")
        assert where or "adres is niet vastgelegd" in source["note"], parameter["name"]


@pytest.mark.parametrize("folder", FOLDERS, ids=of_folder)
def test_that_no_name_has_two_values_on_one_day(folder: Path) -> None:
    seen: dict[str, list[tuple[date, date]]] = {}
    for parameter, value in values(folder):
        start, end = value["valid_from"], value.get("valid_until", date.max)
        assert start <= end, parameter["name"]
        periods = seen.setdefault(parameter["name"], [])
        assert all(end < first or start > last for first, last in periods), parameter["name"]
        periods.append((start, end))


@pytest.mark.parametrize("folder", FOLDERS, ids=of_folder)
def test_that_the_municipality_exists_and_has_the_name_of_the_list(folder: Path) -> None:
    names = read(ROOT / "resources" / "gemeentecodes.toml")["gemeenten"]
    manifest = read(folder / "plugin.toml")
    assert [names[code] for code in manifest["gemeentecodes"]] == [
        manifest["title"].removeprefix("Gemeente ")
    ]


@pytest.mark.parametrize("folder", FOLDERS, ids=of_folder)
def test_that_it_holds_no_code_and_only_the_files_of_the_layout(folder: Path) -> None:
    layout = {"plugin.toml", "parameters.toml", "provisions.toml", "findings.toml", "flags.toml"}
    assert {path.name for path in folder.iterdir()} <= layout


def test_that_no_lowering_is_more_than_the_whole_norm() -> None:
    found = dict(percentages(r"afstemming\..*"))
    assert found
    assert all(0 < value <= 100 for value in found.values()), found


def test_that_a_lowering_for_work_stays_within_the_act() -> None:
    """Participatiewet 18 lid 5-8; ECLI:NL:RBAMS:2017:5710: the first time is less than three months."""
    longest = {"eerste": 2, "tweede": 3}
    found = [
        (parameter["name"].split(".")[2], value["value"])
        for folder in FOLDERS
        for parameter, value in known(folder)
        if parameter["name"].startswith("afstemming.arbeidsplicht.")
    ]
    assert found
    assert all(1 <= months <= longest[time] for time, months in found)


def test_that_a_table_stands_in_a_verordening() -> None:
    """ECLI:NL:CRVB:2015:422: what is done and what follows stand in the verordening itself."""
    laws = {
        parameter["basis"]["law"].lower()
        for folder in FOLDERS
        for parameter, _ in known(folder)
        if parameter["name"].startswith("afstemming.")
    }
    assert laws
    assert all("verordening" in law for law in laws)


def test_that_a_boete_is_not_above_that_of_the_boetebesluit() -> None:
    national = {"opzet": 100, "grove_schuld": 75, "normaal": 50, "verminderd": 25}
    found = dict(percentages(r"bestuurlijke_boete\.boete_pct_per_verwijt\..*"))
    assert found
    assert all(value <= national[name.rpartition(".")[2]] for name, value in found.items())


def test_that_income_up_to_the_norm_stays_free() -> None:
    found = dict(percentages(r".*draagkrachtvrij_pct_norm"))
    assert all(value >= 100 for value in found.values()), found


def test_that_no_limit_for_gifts_is_below_that_of_the_act() -> None:
    since = date(2026, 1, 1)
    found = [
        value["value"]
        for folder in FOLDERS
        for parameter, value in known(folder)
        if parameter["name"] == "giften_en_middelen.giften_vrij_per_kalenderjaar"
        and value.get("valid_until", date.max) >= since
    ]
    assert found
    assert min(found) >= LEAST_GIFTS_SINCE_2026
