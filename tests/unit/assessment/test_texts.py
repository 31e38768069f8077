"""The catalogue of Dutch sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.assessment.texts import Texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "een.toml").write_text('a = "A"\n[b]\nc = "C {naam}"\nd = 3\n', "utf-8")
    (tmp_path / "twee.toml").write_text('a = "Z"\n', "utf-8")
    return tmp_path


def test_that_keys_begin_with_the_name_of_the_file(folder: Path) -> None:
    texts = Texts.load_folder(folder)
    assert texts.get("een.a") == "A"
    assert texts.get("een.b.c", naam="Jo") == "C Jo"
    assert texts.get("een.b.c") == "C {naam}"
    assert texts.under("een.b") == {"c": "C {naam}"}
    assert texts.find("een.weg") is None
    with pytest.raises(KeyError):
        texts.get("een.weg")


def test_that_a_later_file_wins(folder: Path) -> None:
    assert Texts.load(folder / "een.toml", folder / "twee.toml").get("a") == "Z"


def test_that_a_file_is_read_when_a_key_of_it_is_asked(folder: Path) -> None:
    texts = Texts.load_folder(folder)
    (folder / "twee.toml").write_text("wrong", "utf-8")
    above = Texts({"een.a": "boven", "een.b.d": "D"}).over(texts)
    assert (above.get("een.a"), above.get("een.b.c")) == ("boven", "C {naam}")
    assert above.under("een.b") == {"c": "C {naam}", "d": "D"}
    with pytest.raises(ValueError, match="Expected"):
        texts.find("twee.a")
