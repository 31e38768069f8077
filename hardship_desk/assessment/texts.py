"""The catalogue of Dutch sentences that stand in TOML, by key."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import tomli


class Texts:
    """Sentences by dotted key, with {slots}. A key that is missing is our mistake: KeyError."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = MappingProxyType(dict(sentences))
        self._found_under: dict[str, Mapping[str, str]] = {}

    @classmethod
    def load(cls, *files: Path) -> Texts:
        """The sentences of these files together; a later file wins."""
        found: dict[str, str] = {}
        for path in files:
            found.update(flatten(tomli.loads(path.read_text(encoding="utf-8"))))
        return cls(found)

    @classmethod
    def load_folder(cls, folder: Path) -> Texts:
        """The sentences of every file of the folder; keys begin with the name of the file."""
        found: dict[str, str] = {}
        for path in sorted(folder.glob("*.toml")):
            found.update(flatten({path.stem: tomli.loads(path.read_text(encoding="utf-8"))}))
        return cls(found)

    def over(self, other: Texts) -> Texts:
        """These sentences, and those of the other catalogue for every key that is missing here."""
        return Texts({**other._sentences, **self._sentences})

    def get(self, key: str, **slots: str) -> str:
        """The sentence with its slots filled."""
        sentence = self._sentences[key]
        return sentence.format(**slots) if slots else sentence

    def find(self, key: str) -> str | None:
        """The sentence as it stands, or None."""
        return self._sentences.get(key)

    def under(self, prefix: str) -> Mapping[str, str]:
        """All sentences below a key, by the rest of their key."""
        if prefix not in self._found_under:
            head = f"{prefix}."
            found = {
                key.removeprefix(head): sentence
                for key, sentence in self._sentences.items()
                if key.startswith(head)
            }
            self._found_under[prefix] = MappingProxyType(found)
        return self._found_under[prefix]


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
