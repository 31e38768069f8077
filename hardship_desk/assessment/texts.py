"""The catalogue of Dutch sentences that stand in TOML, by key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import tomli


class Texts:
    """Sentences by dotted key, with {slots}. A key that is missing is our mistake: KeyError."""

    def __init__(
        self, sentences: Mapping[str, str], unread: Mapping[str, Path] | None = None
    ) -> None:
        """`unread` are files by the first word of their keys, each read when one is asked."""
        self._sentences = dict(sentences)
        self._unread = dict(unread or {})
        self._below: Texts | None = None
        self._found_under: dict[str, Mapping[str, str]] = {}

    @classmethod
    def load(cls, *files: Path) -> Texts:
        """The sentences of these files together; a later file wins."""
        found: dict[str, str] = {}
        for path in files:
            found.update(_sentences_of(path, ""))
        return cls(found)

    @classmethod
    def load_folder(cls, folder: Path) -> Texts:
        """The sentences of every file of the folder; keys begin with the name of the file."""
        return cls({}, {path.stem: path for path in sorted(folder.glob("*.toml"))})

    def over(self, other: Texts) -> Texts:
        """These sentences, and those of the other catalogue for every key that is missing here."""
        both = Texts(self._sentences, self._unread)
        both._below = other if self._below is None else self._below.over(other)
        return both

    def get(self, key: str, **slots: str) -> str:
        """The sentence with its slots filled."""
        sentence = self.find(key)
        if sentence is None:
            raise KeyError(key)
        return sentence.format(**slots) if slots else sentence

    def find(self, key: str) -> str | None:
        """The sentence as it stands, or None."""
        found = self._sentences.get(key)
        if found is None and self._unread:
            self._read_file_of(key)
            found = self._sentences.get(key)
        if found is None and self._below is not None:
            return self._below.find(key)
        return found

    def under(self, prefix: str) -> Mapping[str, str]:
        """All sentences below a key, by the rest of their key."""
        if prefix not in self._found_under:
            self._read_file_of(prefix)
            head = f"{prefix}."
            found = {
                key.removeprefix(head): sentence
                for key, sentence in tuple(self._sentences.items())
                if key.startswith(head)
            }
            below = {} if self._below is None else self._below.under(prefix)
            self._found_under[prefix] = MappingProxyType({**below, **found})
        return self._found_under[prefix]

    def _read_file_of(self, key: str) -> None:
        """Read the file the key is in; a second thread that comes for it meanwhile reads it too."""
        name = key.partition(".")[0]
        path = self._unread.get(name)
        if path is not None:
            self._sentences.update(_sentences_of(path, f"{name}."))
            self._unread.pop(name, None)


def _sentences_of(path: Path, prefix: str) -> dict[str, str]:
    return flatten(tomli.loads(path.read_text(encoding="utf-8")), prefix)


def flatten(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    """Nested tables as one, with dotted keys; only texts are kept."""
    found: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping):
            found.update(flatten(value, f"{key}."))
        elif isinstance(value, str):
            found[key] = value
    return found
