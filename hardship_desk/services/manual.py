"""The manual inside the program: short pages, found by words or by the place where one is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.reference import fold

FIRST = "01_beginnen"
_MARKS = re.compile(r"[#*\[\]`]|\((?:hulp):[^)]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualPage:
    """One page; `text` is Markdown and begins with its title."""

    id: str
    title: str
    text: str

    @property
    def plain(self) -> str:
        """The words without marks."""
        return _MARKS.sub("", self.text)


class Manual:
    """All pages, in the order of their names."""

    def __init__(self, pages: tuple[ManualPage, ...]) -> None:
        self._pages = pages

    @classmethod
    def read(cls, folder: Path) -> Manual:
        """The pages of a folder: one file each, of which the first line is the title."""
        return cls(tuple(_page(path) for path in sorted(folder.glob("*.md"))))

    def all(self) -> tuple[ManualPage, ...]:
        """Every page."""
        return self._pages

    def page(self, name: str) -> ManualPage:
        """The page with this name, or the first one."""
        return next((item for item in self._pages if item.id == name), self._pages[0])

    def for_step(self, step: int) -> ManualPage:
        """The page about a step."""
        return self.page(f"stap_{step:02d}")

    def find(self, words: str) -> tuple[ManualPage, ...]:
        """The pages that hold all these words; those with them in the title come first."""
        wanted = fold(words).split()
        found = [item for item in self._pages if all(word in fold(item.plain) for word in wanted)]
        return tuple(
            sorted(found, key=lambda item: not all(word in fold(item.title) for word in wanted))
        )


def _page(path: Path) -> ManualPage:
    text = path.read_text("utf-8")
    return ManualPage(id=path.stem, title=text.partition("\n")[0].lstrip("# ").strip(), text=text)
