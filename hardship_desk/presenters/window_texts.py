"""The Dutch sentences of the window: the part of the catalogue below "venster"."""

from __future__ import annotations

from hardship_desk.assessment.texts import Texts

PREFIX = "venster"


class WindowTexts:
    """Sentences of the window by key; a key that is not there raises KeyError."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def get(self, key: str, **slots: str) -> str:
        """The sentence with its slots filled."""
        return self._texts.get(f"{PREFIX}.{key}", **slots)

    def get_or(self, key: str, otherwise: str) -> str:
        """The sentence, or another text where the catalogue has none."""
        found = self._texts.find(f"{PREFIX}.{key}")
        return otherwise if found is None else found

    def __contains__(self, key: str) -> bool:
        return self._texts.find(f"{PREFIX}.{key}") is not None

    def problem(self, code: str, parameters: tuple[tuple[str, str], ...] = ()) -> str:
        """The sentence for a problem; one in a table names row and column."""
        slots = dict(parameters)
        key = f"probleem.{code}"
        sentence = self.get(key, **slots) if key in self else self.get("probleem.anders", code=code)
        if "row" in slots and "column" in slots and code != "empty_cell":
            return self.get("probleem.rij", zin=sentence, row=slots["row"], column=slots["column"])
        return sentence
