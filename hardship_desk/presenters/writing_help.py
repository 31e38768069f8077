"""The hints under a text field, in sentences."""

from __future__ import annotations

from hardship_desk.documents.writing_hints import WordList, writing_hints
from hardship_desk.presenters.window_texts import WindowTexts


class WritingHelp:
    """Says what could be written more plainly. Slow on a long text: ask it beside the window.

    `in_letter` says that the text is printed in the letter to the resident.
    """

    def __init__(self, texts: WindowTexts, *, in_letter: bool = False) -> None:
        self._texts = texts
        self._words = WordList(
            texts.under("woorden.stempel"),
            texts.under("woorden.jargon"),
            texts.under("woorden.aanspreken") if in_letter else None,
        )

    def hints(self, text: str) -> str:
        """The hints as one line, or empty where there are none."""
        found = writing_hints(text, self._words)
        said = (self._texts.get(f"woorden.hint.{hint.code}", **dict(hint.slots)) for hint in found)
        shown = " ".join(said)
        return self._texts.get("woorden.hint.kop", hints=shown) if shown else ""
