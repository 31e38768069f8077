"""The English of the window: complete, with the same slots, and Dutch where it must stay Dutch."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest
import tomli

from hardship_desk.assessment.texts import Texts
from hardship_desk.presenters.window_texts import WindowTexts

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "resources" / "texts"
NOTED = tomli.loads((Path(__file__).parent / "kept_dutch.toml").read_text("utf-8"))
KEPT: Mapping[str, str] = NOTED["kept"]
SAME: tuple[str, ...] = tuple(NOTED["same"]["keys"])
HEAD = "venster."
DUTCH_WORDS = frozenset(
    [
        "de",
        "het",
        "een",
        "niet",
        "van",
        "voor",
        "uw",
        "met",
        "zijn",
        "wordt",
        "kan",
        "geen",
        "nog",
        "bij",
        "naar",
    ]
)


@pytest.fixture(scope="module")
def dutch() -> Mapping[str, str]:
    return _read(FOLDER)


@pytest.fixture(scope="module")
def english() -> Mapping[str, str]:
    return _read(FOLDER / "en")


def _read(folder: Path) -> Mapping[str, str]:
    """The texts of a folder, by the key the window asks for."""
    texts = Texts.load_folder(folder)
    found: dict[str, str] = {}
    for path in folder.glob("*.toml"):
        for key, sentence in texts.under(path.stem).items():
            found[key if f"{path.stem}." == HEAD else f"{path.stem}.{key}"] = sentence
    return found


def _is_kept(key: str) -> bool:
    return any(key == head or key.startswith(f"{head}.") for head in KEPT)


def test_that_every_english_text_has_a_dutch_one(
    dutch: Mapping[str, str], english: Mapping[str, str]
) -> None:
    assert sorted(set(english) - set(dutch)) == []


def test_that_slots_are_the_same_in_both_languages(
    dutch: Mapping[str, str], english: Mapping[str, str]
) -> None:
    slot = re.compile(r"\{[^{}]*\}")
    wrong = [
        key
        for key, sentence in english.items()
        if set(slot.findall(sentence)) != set(slot.findall(dutch.get(key, "")))
    ]
    assert wrong == []


def test_that_a_text_for_which_more_is_to_come_says_so_in_both_languages(
    dutch: Mapping[str, str], english: Mapping[str, str]
) -> None:
    ends = ("…", ":", "*", "✕")
    wrong = [
        key
        for key, sentence in english.items()
        if any(sentence.endswith(end) != dutch[key].endswith(end) for end in ends)
    ]
    assert wrong == []


def test_that_nothing_is_left_untranslated(
    dutch: Mapping[str, str], english: Mapping[str, str]
) -> None:
    """Add an English sentence to `resources/texts/en`, or say in kept_dutch.toml why it stays Dutch."""
    assert [key for key in sorted(dutch) if key not in english and not _is_kept(key)] == []


def test_that_an_english_text_is_no_copy_of_the_dutch_one(
    dutch: Mapping[str, str], english: Mapping[str, str]
) -> None:
    copied = {
        key for key, sentence in english.items() if sentence == dutch[key] and _says(sentence)
    }
    assert sorted(copied ^ set(SAME)) == []


def _says(sentence: str) -> bool:
    """Whether there are words in it, besides slots and figures."""
    words = "".join(part for part, *_ in Formatter().parse(sentence))
    return bool(re.search(r"[A-Za-z]", words))


def test_that_what_must_stay_dutch_has_no_english(
    dutch: Mapping[str, str], english: Mapping[str, str]
) -> None:
    assert [key for key in english if _is_kept(key)] == []
    assert [head for head in KEPT if not any(_under(key, head) for key in dutch)] == []


def _under(key: str, head: str) -> bool:
    return key == head or key.startswith(f"{head}.")


def test_that_english_calls_nobody_names(english: Mapping[str, str]) -> None:
    stamps = re.compile(r"fraud|cheat|offender|client|claimant", re.IGNORECASE)
    assert [key for key, sentence in english.items() if stamps.search(sentence)] == []


def test_that_english_holds_no_dutch_sentence(english: Mapping[str, str]) -> None:
    quoted = re.compile(r"\{.*?\}|\[.*?\]")
    assert [
        key for key, sentence in english.items() if _looks_dutch(quoted.sub("", sentence))
    ] == []


def test_that_a_key_without_english_is_shown_in_dutch() -> None:
    both = WindowTexts(Texts({"venster.a": "Yes"}).over(Texts({"venster.a": "Ja", "b.c": "Nee"})))
    assert (both.get("a"), both.get("b.c")) == ("Yes", "Nee")


def test_that_the_code_of_the_window_holds_no_sentence() -> None:
    """A sentence in code could not be translated; the scenes of the gallery hold examples."""
    files = [
        path
        for name in ("presenters", "ui")
        for path in (ROOT / "hardship_desk" / name).rglob("*.py")
        if path.parent.name != "gallery" or path.stem == "pictures"
    ]
    assert len(files) > 100
    found = [
        f"{path.name}: {text}" for path in files for text in _strings(path) if _looks_dutch(text)
    ]
    assert found == []


def _looks_dutch(text: str) -> bool:
    is_sentence = " " in text.strip()
    return is_sentence and len(set(re.findall(r"[a-zé]+", text.lower())) & DUTCH_WORDS) > 1


def _strings(path: Path) -> Iterator[str]:
    """Every string of a module that is no docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value
