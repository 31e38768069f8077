"""Reading TOML: each key by its type, and every mistake with file and key."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader, read_toml
from tests.unit.questionnaire.builders import problems_of, table


class Colour(StrEnum):
    """A closed set to choose from."""

    RED = "rood"
    BLUE = "blauw"


def test_that_a_file_is_read_with_its_name_in_every_message(tmp_path: Path) -> None:
    path = tmp_path / "fasen.toml"
    path.write_text('version = "1"\nkleur = 5\n', encoding="utf-8")
    problems = ProblemList()
    reader = read_toml(path, problems)
    assert reader.text("version") == "1"
    reader.finish()
    assert [str(item) for item in problems.all()] == ["fasen.toml: kleur: unknown_key"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "file_unreadable"), (b"a = '\xff'", "not_utf8"), (b"a = = 1", "not_toml (")],
)
def test_that_an_unreadable_file_is_one_problem(
    tmp_path: Path, content: bytes | None, reason: str
) -> None:
    path = tmp_path / "stap.toml"
    if content is not None:
        path.write_bytes(content)
    problems = ProblemList()
    reader = read_toml(path, problems)
    assert reader.data == {}
    (problem,) = problems.all()
    assert problem.file == "stap.toml"
    assert problem.reason.startswith(reason)


def test_that_each_key_is_read_by_its_type() -> None:
    reader = table(
        'naam = "x"\naan = true\naantal = 5\ndag = 2025-01-02\nteksten = ["a"]\n'
        'getallen = [1, 2]\nkleur = "blauw"\nkleuren = ["rood", "blauw"]\n'
    )
    assert reader.text("naam") == "x"
    assert reader.flag("aan", default=False)
    assert reader.number("aantal") == 5
    assert reader.optional_number("aantal") == 5
    assert reader.day("dag") == date(2025, 1, 2)
    assert reader.optional_day("dag") == date(2025, 1, 2)
    assert reader.texts("teksten") == ("a",)
    assert reader.numbers("getallen") == (1, 2)
    assert reader.choice("kleur", Colour) is Colour.BLUE
    assert reader.choices("kleuren", Colour) == (Colour.RED, Colour.BLUE)
    reader.finish()
    assert problems_of(reader) == []


def test_that_what_is_optional_may_be_absent() -> None:
    reader = table("")
    assert reader.text("naam", "") == ""
    assert not reader.flag("aan", default=False)
    assert reader.number("aantal", 7) == 7
    assert reader.optional_number("aantal") is None
    assert reader.optional_day("dag") is None
    assert reader.texts("teksten") == ()
    assert reader.numbers("getallen") == ()
    assert reader.choice("kleur", Colour, Colour.BLUE) is Colour.BLUE
    assert reader.table("tabel") is None
    assert list(reader.tables("lijst")) == []
    assert problems_of(reader) == []


def test_that_what_is_required_is_missed() -> None:
    reader = table('leeg = ""')
    assert reader.text("naam") == ""
    assert reader.text("leeg") == ""
    assert reader.number("aantal") == 0
    assert reader.day("dag") is None
    assert reader.choice("kleur", Colour) is Colour.RED
    assert problems_of(reader) == [
        "naam: missing",
        "leeg: missing",
        "aantal: missing",
        "dag: missing",
        "kleur: missing",
    ]


def test_that_a_value_of_another_type_is_named() -> None:
    reader = table(
        'a = 5\nb = "ja"\nc = true\nd = "x"\ne = "x"\nf = [1]\ng = [true]\nh = 1\ni = [1]'
    )
    assert reader.text("a") == ""
    assert reader.flag("b", default=True)
    assert reader.number("c") == 0
    assert reader.day("d") is None
    assert reader.texts("e") == ()
    assert reader.texts("f") == ()
    assert reader.numbers("g") == ()
    assert reader.table("h") is None
    assert list(reader.tables("i")) == []
    assert problems_of(reader) == [
        "a: not_str",
        "b: not_bool",
        "c: not_int",
        "d: not_date",
        "e: not_a_list_of_texts",
        "f: not_a_list_of_texts",
        "g: not_a_list_of_numbers",
        "h: not_a_table",
        "i: not_a_list_of_tables",
    ]


def test_that_a_moment_is_no_legal_day() -> None:
    reader = table("dag = 2025-01-02T10:00:00")
    assert reader.day("dag") is None
    assert problems_of(reader) == ["dag: not_date"]


@pytest.mark.parametrize("text", ["groen", ""])
def test_that_a_value_outside_a_closed_set_is_named_with_the_set(text: str) -> None:
    reader = table(f'kleur = "{text}"')
    assert reader.choice("kleur", Colour, Colour.BLUE) is Colour.RED
    assert problems_of(reader) == [f"kleur: unknown_value {text!r} (rood, blauw)"]


def test_that_a_key_inside_a_table_is_named_in_full() -> None:
    reader = table('[bron]\n[[vraag]]\nid = "a.b"\n[[vraag]]\nx = 1\n')
    inner = reader.table("bron")
    assert inner is not None
    inner.text("titel")

    def read(item: TableReader) -> str:
        return item.text("id")

    assert reader.each("vraag", read) == ("a.b", "")
    reader.finish()
    assert problems_of(reader) == [
        "bron.titel: missing",
        "vraag[2].id: missing",
        "vraag[2].x: unknown_key",
    ]


@pytest.mark.parametrize("text", ["a = " + "9" * 5000, "a = " + "[" * 100_000])
def test_that_a_number_or_nesting_without_end_is_a_mistake(tmp_path: Path, text: str) -> None:
    path = tmp_path / "groot.toml"
    path.write_text(text)
    problems = ProblemList()
    assert read_toml(path, problems).data == {}
    [problem] = problems.all()
    assert problem.reason.startswith("not_toml")
