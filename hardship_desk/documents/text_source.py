"""What the builders of documents need from the catalogue of Dutch sentences."""

from __future__ import annotations

from typing import Protocol


class TextSource(Protocol):
    """Gives Dutch sentences by key; a missing key is a mistake of ours."""

    def get(self, key: str, **slots: str) -> str:
        """The sentence with its slots filled."""
        ...
