"""The Dutch sentences of the window: what stands below "venster", or in a file of its own."""

from __future__ import annotations

from collections.abc import Mapping

from hardship_desk.assessment.texts import Texts

PREFIX = "venster"
FAILURES = "fouten"


class WindowTexts:
    """Sentences of the window by key; a key that is not there raises KeyError."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def get(self, key: str, **slots: str) -> str:
        """The sentence with its slots filled."""
        return self._texts.get(self._full(key), **slots)

    def get_or(self, key: str, otherwise: str) -> str:
        """The sentence, or another text where the catalogue has none."""
        found = self._texts.find(self._full(key))
        return otherwise if found is None else found

    def about_failure(self, code: str) -> str:
        """What a failure comes from and what is safe; empty where the catalogue has no such code."""
        found = (self._texts.find(f"{FAILURES}.{code}.{name}") for name in ("oorzaak", "veilig"))
        return " ".join(sentence for sentence in found if sentence)

    def dossiers(self, count: int) -> str:
        """How many dossiers, in words that fit one and several."""
        key = "lijst.aantal_een" if count == 1 else "lijst.aantal"
        return self.get(key, aantal=str(count))

    def under(self, prefix: str) -> Mapping[str, str]:
        """All sentences below a key of a file of its own, by the rest of their key."""
        return self._texts.under(prefix)

    def __contains__(self, key: str) -> bool:
        return self._texts.find(self._full(key)) is not None

    def _full(self, key: str) -> str:
        """The key in the catalogue; a page with many texts has a file named after it."""
        own = f"{PREFIX}.{key}"
        return key if self._texts.find(own) is None and self._texts.find(key) else own

    def problem(self, code: str, parameters: tuple[tuple[str, str], ...] = ()) -> str:
        """The sentence for a problem; one in a table names row and column."""
        slots = dict(parameters)
        key = f"probleem.{code}"
        sentence = self.get(key, **slots) if key in self else self.get("probleem.anders", code=code)
        if "row" in slots and "column" in slots and code != "empty_cell":
            return self.get("probleem.rij", zin=sentence, row=slots["row"], column=slots["column"])
        return sentence
