"""Spelling: asks a process of its own which words are wrong. Without it everything else goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from hardship_desk.assessment.plugins.own_code import PluginFailedError
from hardship_desk.assessment.plugins.process import PluginProcess, now_ms
from hardship_desk.config.free_memory import free_memory
from hardship_desk.documents.spelling_words import PlacedWord, checkable_words
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.stock_text import OWN_WORDS, OwnText
from hardship_desk.services.ports.own_texts import OwnTextStore

MS_TO_START, MS_TO_ANSWER = 60_000, 20_000
IDLE_MS = 600_000
ROOM_NEEDED = 500_000_000
MOST_FAILURES = 3
MOST_REMEMBERED = 20_000
_AT_ONCE = 400


def spelling_command(folder: Path) -> Sequence[str]:
    """How this program starts the process on a dictionary."""
    if getattr(sys, "frozen", False):
        return (sys.executable, "--spelling", str(folder))
    module = ("-m", "hardship_desk", "--spelling", str(folder))
    return (sys.executable, "-B", "-s", "-E", *module)


class Spelling:
    """The process, begun when a word is first asked about. May be slow: ask it beside the window.

    Never raises. Words stay in memory only, and are forgotten with the process.
    """

    def __init__(self, command: Sequence[str], has_room: Callable[[], bool] | None = None) -> None:
        self._command = command
        self._has_room = has_room or _has_room
        self._process: PluginProcess | None = None
        self._lock = threading.Lock()
        self._known: dict[str, bool] = {}
        self._failures = 0
        self._number = 0
        self._used_at = 0

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None

    def wrong_of(self, words: Iterable[str]) -> frozenset[str]:
        """Those of the words that are spelled wrong; none where that cannot be known."""
        asked = frozenset(words)
        with self._lock:
            unknown = sorted(asked - self._known.keys())
            if len(self._known) > MOST_REMEMBERED:
                self._known.clear()
            for start in range(0, len(unknown), _AT_ONCE):
                part = unknown[start : start + _AT_ONCE]
                found = self._ask({"do": "check", "words": part})
                if found is None:
                    break
                self._known.update({word: word not in found for word in part})
            return frozenset(word for word in asked if not self._known.get(word, True))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first."""
        with self._lock:
            return self._ask({"do": "suggest", "word": word}) or ()

    def end(self) -> None:
        """End the process and forget every word; returns at once."""
        process, self._process = self._process, None
        self._known = {}
        if process is not None:
            process.end()

    def rest(self) -> None:
        """End the process where nobody asked for long, or memory is short; returns at once."""
        if self._process is not None and (
            now_ms() - self._used_at > IDLE_MS or not self._has_room()
        ):
            self.end()

    def _ask(self, message: Mapping[str, object]) -> tuple[str, ...] | None:
        """What the process answers; None where it does not."""
        self._used_at = now_ms()
        process = self._process or self._start()
        if process is None:
            return None
        self._number += 1
        try:
            process.send({**message, "number": self._number})
            found = process.receive(MS_TO_ANSWER)
        except PluginFailedError:
            self._give_up_on(process)
            return None
        self._used_at = now_ms()
        if found.get("number") != self._number:
            self._give_up_on(process)
            return None
        return tuple(str(item) for item in found["items"])

    def _start(self) -> PluginProcess | None:
        if self._failures >= MOST_FAILURES or not self._has_room():
            return None
        try:
            process = PluginProcess(self._command)
        except OSError:
            self._failures += 1
            return None
        self._process = process
        try:
            process.receive(MS_TO_START)
        except PluginFailedError:
            self._give_up_on(process)
            return None
        return process

    def _give_up_on(self, process: PluginProcess) -> None:
        """End a process that failed; one that was ended on purpose is no failure."""
        if self._process is process:
            self._process = None
            self._failures += 1
        process.end()


class SpellingService:
    """Spelling in one store: also knows the words that its user added, which are kept in the store."""

    def __init__(self, spelling: Spelling, own: OwnTextStore) -> None:
        self._spelling = spelling
        self._own = own
        self._words: frozenset[str] | None = None

    def misspelled(self, text: str) -> tuple[PlacedWord, ...]:
        """The words of a text that are wrong, with their places; slow."""
        words = tuple(checkable_words(text))
        wrong = self._spelling.wrong_of(word.text for word in words)
        own = self.own_words() if wrong else frozenset()
        return tuple(
            word for word in words if word.text in wrong and word.text.casefold() not in own
        )

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant; slow."""
        return self._spelling.suggestions(word)

    def own_words(self) -> frozenset[str]:
        """The words that this user added; none where they cannot be read."""
        if self._words is None:
            try:
                kept = {item.id: item.text for item in self._own.own_texts()}
            except HardshipDeskError:
                return frozenset()
            self._words = frozenset(kept.get(OWN_WORDS, "").split("\n")) - {""}
        return self._words

    def add_own_word(self, word: str) -> None:
        """Keep a word as right, for this user in every dossier; raises VaultError."""
        words = sorted(self.own_words() | {word.casefold()})
        self._own.save_own_text(OwnText(id=OWN_WORDS, title="", text="\n".join(words)))
        self._words = frozenset(words)

    def end(self) -> None:
        """End the process and forget every word; returns at once."""
        self._words = None
        self._spelling.end()

    def rest(self) -> None:
        """End the process where it only takes memory; returns at once."""
        self._spelling.rest()


def _has_room() -> bool:
    free = free_memory()
    return free is None or free > ROOM_NEEDED
