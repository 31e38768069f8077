"""R64: every failure says what happened, why, what is safe and what to do, and names its code."""

from __future__ import annotations

import ast
import errno
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.files import write_error_code
from hardship_desk.domain import errors
from hardship_desk.domain.errors import HardshipDeskError, VaultError
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts

ROOT = Path(__file__).resolve().parents[3]
CLASSES = {
    name
    for name, value in vars(errors).items()
    if isinstance(value, type) and issubclass(value, HardshipDeskError)
}
# Codes that a call works out; what they can be is walked below or stands in the module as text.
WORKED_OUT = {"_database_code(error)", "write_error_code(error)"}
JARGON = re.compile(r"\b(sqlite|database|exception|error|hash|wal|json|toml|pragma|key)\b", re.I)


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    files = sorted((ROOT / "hardship_desk").rglob("*.py"))
    return tuple((file, ast.parse(file.read_text("utf-8"))) for file in files)


def constants() -> dict[str, str]:
    """Names of modules that hold a text, such as DAMAGED."""
    return {
        target.id: node.value.value
        for _, tree in trees()
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def codes_of(value: ast.expr, names: dict[str, str]) -> Iterator[str]:
    """The codes an argument can be; an argument that cannot be read gives its own source."""
    match value:
        case ast.Constant(value=str(code)):
            yield code
        case ast.Name(id=name) if name in names:
            yield names[name]
        case ast.IfExp(body=body, orelse=orelse):
            yield from codes_of(body, names)
            yield from codes_of(orelse, names)
        case ast.Call(args=[_, ast.Name() as otherwise]) if ".get(" in ast.unparse(value):
            yield from codes_of(otherwise, names)
        case _:
            yield ast.unparse(value)


def raised() -> dict[str, str]:
    """Every code that is raised, with where."""
    names = constants()
    found = {}
    for file, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in CLASSES and node.args:
                for code in codes_of(node.args[0], names):
                    found[code] = f"{file.name}:{node.lineno}"
    return found


def every_code() -> list[str]:
    of_disk = {write_error_code(OSError(number, "")) for number in errno.errorcode}
    texts = (ROOT / "hardship_desk" / "storage" / "errors.py").read_text("utf-8")
    of_database = set(re.findall(r'"((?:kluis|schijf|alleen)_[a-z_]+)"', texts))
    return sorted((set(raised()) - WORKED_OUT) | of_disk | of_database)


@pytest.fixture(scope="module")
def texts() -> WindowTexts:
    return WindowTexts(Texts.load_folder(ROOT / "resources" / "texts"))


def test_that_every_code_can_be_read_from_the_source() -> None:
    unread = {code: where for code, where in raised().items() if not re.fullmatch("[a-z_]+", code)}
    assert {code for code in unread if code not in WORKED_OUT} == set(), unread
    assert len(every_code()) > 25


@pytest.mark.parametrize("code", every_code())
def test_that_a_failure_has_all_its_parts(code: str, texts: WindowTexts) -> None:
    assert f"fout.{code}.tekst" in texts
    assert f"fout.{code}.advies" in texts
    about = texts.about_failure(code)
    assert len(re.findall(r"[.!?](?:\s|$)", about)) >= 2, "no cause, or not what is safe"


@pytest.mark.parametrize("code", every_code())
def test_that_a_failure_is_told_in_plain_dutch(code: str, texts: WindowTexts) -> None:
    written = " ".join(
        texts.get_or(f"fout.{name}.{part}", "")
        for name in (code, f"{code}_op_plek")
        for part in ("tekst", "advies")
    )
    slots = dict.fromkeys({*re.findall(r"\{(\w+)\}", written), "plek"} - {"code"}, "3")
    message = message_of(VaultError(code, **slots), texts)
    assert message.code == code
    words = f"{message.text} {message.advice}"
    assert code not in words, "a caseworker has no use for it"
    sentences = [part for part in re.split(r"(?<=[.!?])\s+", words) if part.strip()]
    assert max(len(sentence.split()) for sentence in sentences) <= 24, words
    allowed = (
        {"SQLite", "database"} if code in ("sqlite_te_oud", "kluis_gewone_database") else set()
    )
    found = {word for word in JARGON.findall(words) if word not in allowed | {"toml"}}
    assert found == set(), words
    assert "{" not in words


def test_that_a_failure_nobody_knows_still_says_what_is_safe(texts: WindowTexts) -> None:
    message = message_of(HardshipDeskError("raadsel"), texts)
    assert "blijft staan" in message.advice
    assert message.code == "raadsel"


def test_that_who_helps_finds_every_code_with_its_sentence(texts: WindowTexts) -> None:
    listed = (ROOT / "docs" / "messages.md").read_text("utf-8")
    told = {code: texts.get_or(f"fout.{code}.tekst", "") for code in every_code()}
    lacking = [code for code, text in told.items() if f"| `{code}` | {text} |" not in listed]
    assert lacking == []
