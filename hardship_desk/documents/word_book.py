"""The dictionary: whether a word is spelled as it should be, and what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from time import monotonic

from spylls.hunspell import Dictionary
from spylls.hunspell.readers import read_aff, read_dic
from spylls.hunspell.readers.file_reader import BaseReader
from typing_extensions import override

LETTERS = "enatirodslgvhkmubpwjczfxyqëéïè'-"
MOST_SUGGESTIONS = 5
_SHORTEST_PART = 3


class _Lines(BaseReader):  # type: ignore[misc]  # spylls has no types
    """The lines of a file in UTF-8; the file is closed at once."""

    def __init__(self, path: Path) -> None:
        super().__init__(StringIO(path.read_text(encoding="utf-8")))

    @override
    def reset_encoding(self, encoding: str) -> None:
        """It is UTF-8 already."""


class WordBook:
    """Words by the rules of Hunspell, and words of this trade that its list does not know."""

    def __init__(self, dictionary: Dictionary, own: Iterable[str] = ()) -> None:
        self._dictionary = dictionary
        self._own = frozenset(own)
        hidden = {dictionary.aff.NOSUGGEST, dictionary.aff.FORBIDDENWORD} - {None}
        self._stems = self._own | {
            word.stem for word in dictionary.dic.words if not hidden & set(word.flags or ())
        }

    @classmethod
    def read(cls, folder: Path) -> WordBook:
        """The one `.aff` and `.dic` of a folder, and its `vaktaal.txt`."""
        found = next(folder.glob("*.aff"))
        own = folder / "vaktaal.txt"
        words = own.read_text(encoding="utf-8").splitlines() if own.exists() else []
        aff, context = read_aff(_Lines(found))
        dic = read_dic(_Lines(found.with_suffix(".dic")), aff=aff, context=context)
        own_words = (word.strip() for word in words if word.strip() and not word.startswith("#"))
        return cls(Dictionary(aff, dic), own_words)

    def knows(self, word: str) -> bool:
        """Whether a word is right; a capital at its head does not matter."""
        lowered = f"{word[0].lower()}{word[1:]}"
        return bool({word, lowered} & self._own) or bool(self._dictionary.lookup(word))

    def suggestions(self, word: str, seconds: float) -> tuple[str, ...]:
        """What may have been meant, the likeliest first, as far as it is found in time."""
        until = monotonic() + seconds
        found: dict[str, None] = {}
        capital = word[0].isupper()
        for candidate in self._candidates(word.lower()):
            if len(found) == MOST_SUGGESTIONS or monotonic() > until:
                break
            if candidate not in found and self.knows(candidate):
                found[candidate] = None
        return tuple(f"{item[0].upper()}{item[1:]}" if capital else item for item in found)

    def _candidates(self, word: str) -> Iterator[str]:
        """Words one slip away: known ones first, then compounds with a slip in one part."""
        yield from self._replaced(word)
        yield from (item for item in one_slip_away(word) if item in self._stems)
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            left, right = word[:cut], word[cut:]
            if left in self._stems:
                yield from (left + item for item in one_slip_away(right) if item in self._stems)
            if right in self._stems:
                yield from (item + right for item in one_slip_away(left) if item in self._stems)
        yield from one_slip_away(word)

    def _replaced(self, word: str) -> Iterator[str]:
        """The mistakes that the dictionary names, such as ei for ij."""
        for wrong in self._dictionary.aff.REP:
            for place in wrong.regexp.finditer(word):
                text = wrong.replacement.replace("_", " ")
                yield f"{word[: place.start()]}{text}{word[place.end() :]}".replace("ĳ", "ij")


def one_slip_away(word: str) -> Iterator[str]:
    """Two letters changed places, a letter too many, another letter, or a letter too few."""
    cuts = range(len(word) + 1)
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    yield from (word[:at] + word[at + 1 :] for at in range(len(word)))
    yield from (
        word[:at] + letter + word[at + 1 :] for at in range(len(word)) for letter in LETTERS
    )
    yield from (word[:at] + letter + word[at:] for at in cuts for letter in LETTERS)
