"""The Dutch sentences of the window, by key, from one file that a jurist can change."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path


class WindowTexts:
    """A catalogue of sentences; a key that is not there raises KeyError."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self._sentences = sentences

    @classmethod
    def load(cls, file: Path) -> WindowTexts:
        """The catalogue in this file; nested tables give keys with dots."""
        return cls(dict(_flat("", tomllib.loads(file.read_text("utf-8")))))

    def get(self, key: str, **slots: str) -> str:
        """The sentence with its slots filled."""
        sentence = self._sentences[key]
        return sentence.format(**slots) if slots else sentence

    def get_or(self, key: str, otherwise: str) -> str:
        """The sentence, or another text where the catalogue has none."""
        return self._sentences.get(key, otherwise)

    def __contains__(self, key: str) -> bool:
        return key in self._sentences


def _flat(prefix: str, table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(f"{prefix}{key}.", value)
        else:
            yield f"{prefix}{key}", str(value)
