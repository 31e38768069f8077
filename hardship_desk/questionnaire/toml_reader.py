"""Reads TOML tables into typed values, noting every mistake instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import tomli

from hardship_desk.domain.overriding import override

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_LOOKALIKES = ((int, bool), (date, datetime))
"""What Python counts as a kind and TOML does not: asked for the first, the second is a mistake."""


@dataclass(frozen=True, slots=True)
class FileProblem:
    """One mistake: in which file, at which key, and why (a code; the sentence stands in texts)."""

    file: str
    key: str
    reason: str

    @override
    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.reason}"


class ProblemList:
    """Collects the mistakes of one or more files."""

    def __init__(self) -> None:
        self._problems: list[FileProblem] = []

    def add(self, file: str, key: str, reason: str) -> None:
        """Note a mistake."""
        self._problems.append(FileProblem(file, key, reason))

    def all(self) -> tuple[FileProblem, ...]:
        """Every mistake, in the order found."""
        return tuple(self._problems)


def read_toml(path: Path, problems: ProblemList, name: str = "") -> TableReader:
    """The file as a table; an unreadable file gives one problem and an empty table.

    `name` is how messages call the file: by its own name if empty.
    """
    name = name or path.name
    try:
        data = path.read_bytes()
    except OSError:
        problems.add(name, "", "file_unreadable")
        return TableReader(name, "", {}, problems)
    return parse_toml(data, problems, name)


def parse_toml(data: bytes, problems: ProblemList, name: str) -> TableReader:
    """The text as a table; what cannot be read gives one problem and an empty table."""
    found: Mapping[str, object] = {}
    try:
        found = tomli.loads(data.decode("utf-8"), parse_float=Decimal)
    except UnicodeDecodeError:
        problems.add(name, "", "not_utf8")
    except tomli.TOMLDecodeError as error:
        problems.add(name, "", f"not_toml ({error})")
    except (ValueError, ArithmeticError, RecursionError):
        # A number of thousands of digits, or brackets within brackets without end.
        problems.add(name, "", "not_toml (number or nesting too large)")
    return TableReader(name, "", found, problems)


@dataclass(slots=True)
class TableReader:
    """One table. Each key is asked for by its type; `finish` notes the keys nobody asked for."""

    file: str
    at: str
    data: Mapping[str, object]
    problems: ProblemList
    _asked: set[str] = field(default_factory=set)

    def key(self, name: str) -> str:
        """The full key of a name, for a message."""
        return ".".join(part for part in (self.at, name) if part)

    def problem(self, name: str, reason: str) -> None:
        """Note a mistake at a key of this table."""
        self.problems.add(self.file, self.key(name), reason)

    def raw(self, name: str) -> object:
        """The value as it stands, or None where it is absent."""
        self._asked.add(name)
        return self.data.get(name)

    def _typed(self, name: str, kind: type[T], default: T | None) -> T | None:
        value = self.raw(name)
        if value is None:
            if default is None:
                self.problem(name, "missing")
            return default
        if not isinstance(value, kind) or (kind, type(value)) in _LOOKALIKES:
            self.problem(name, f"not_{kind.__name__}")
            return default
        return value

    def text(self, name: str, default: str | None = None) -> str:
        """A text; without a default it is required, and may not be empty."""
        text = self._typed(name, str, default)
        if text == "" and default is None:
            self.problem(name, "missing")
        return text or ""

    def flag(self, name: str, *, default: bool) -> bool:
        """True or false."""
        return bool(self._typed(name, bool, default))

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number; without a default it is required."""
        return self._typed(name, int, default) or 0

    def optional_number(self, name: str) -> int | None:
        """A whole number, or None."""
        return self.number(name) if name in self.data else None

    def day(self, name: str) -> date | None:
        """A date; required."""
        return self._typed(name, date, None)

    def optional_day(self, name: str) -> date | None:
        """A date, or None."""
        return self.day(name) if name in self.data else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where it is absent."""
        value = self.raw(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.problem(name, "not_a_list_of_texts")
            return ()
        return tuple(value)

    def numbers(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers; empty where it is absent."""
        value = self.raw(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(type(item) is int for item in value):
            self.problem(name, "not_a_list_of_numbers")
            return ()
        return tuple(value)

    def choice(self, name: str, kind: type[E], default: E | None = None) -> E:
        """One of a closed set; without a default it is required."""
        text = self._typed(name, str, str(default.value) if default is not None else None)
        return self.as_choice(name, text, kind) if text is not None else next(iter(kind))

    def as_choice(self, name: str, text: str, kind: type[E]) -> E:
        """The member with this stored value; a mistake gives the first one and a problem."""
        try:
            return kind(text)
        except ValueError:
            allowed = ", ".join(str(item.value) for item in kind)
            self.problem(name, f"unknown_value {text!r} ({allowed})")
            return next(iter(kind))

    def choices(self, name: str, kind: type[E]) -> tuple[E, ...]:
        """Some of a closed set; empty where it is absent."""
        return tuple(self.as_choice(name, text, kind) for text in self.texts(name))

    def table(self, name: str) -> TableReader | None:
        """A table inside this one, or None."""
        value = self.raw(name)
        if value is None:
            return None
        if not isinstance(value, Mapping):
            self.problem(name, "not_a_table")
            return None
        return TableReader(self.file, self.key(name), value, self.problems)

    def tables(self, name: str) -> Iterator[TableReader]:
        """The tables of an array; each key says its place, counted from one, and its id."""
        value = self.raw(name)
        if value is None:
            return
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            self.problem(name, "not_a_list_of_tables")
            return
        for place, item in enumerate(value, start=1):
            shown = item.get("id", place)
            yield TableReader(self.file, f"{self.key(name)}[{shown}]", item, self.problems)

    def each(self, name: str, read: Callable[[TableReader], T]) -> tuple[T, ...]:
        """Each table of an array, read and checked for keys nobody knows."""
        found = []
        for table in self.tables(name):
            found.append(read(table))
            table.finish()
        return tuple(found)

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for name in self.data:
            if name not in self._asked:
                self.problem(name, "unknown_key")
