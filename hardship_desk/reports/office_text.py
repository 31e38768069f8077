"""Text made ready for an office program."""

from __future__ import annotations

import unicodedata

from hardship_desk.documents.spaces import held

_REFUSED = frozenset({"Cc", "Cs", "Cn"})


def plain(text: str) -> str:
    """The text without what XML refuses; line breaks and tabs stay, amounts are not broken off."""
    return "".join(
        character
        for character in held(text).replace("\r\n", "\n")
        if character in "\n\t" or unicodedata.category(character) not in _REFUSED
    )
