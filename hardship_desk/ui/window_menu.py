"""The menu of the window: which entry stands where, with which key, and what is on now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.dress.language import Language
from hardship_desk.ui.dress.look import Look
from hardship_desk.ui.shortcuts import KEYS, spoken_keys
from hardship_desk.ui.spelling import is_spelling_on

Entries = Mapping[str, Callable[[], object]]
Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Below:
    """Entries that stand in a menu of their own, by the key of its title."""

    title: str
    groups: tuple[Group, ...]


LOOKS = {"balk.licht": "light", "balk.donker": "dark", "balk.contrast": "contrast"}
LANGUAGES = {"taal.nederlands": Language.DUTCH.value, "taal.engels": Language.ENGLISH.value}
PLACES: tuple[tuple[str | Below, ...], ...] = (
    ("lijst.nieuw", "vandaag.knop", "ganaar.menu"),
    (
        Below(
            "menu.dossier",
            (
                ("papieren.menu", "tekstblok.menu"),
                ("besluit_erbij.menu", "overnemen.menu", "overnemen.heroverweging.menu"),
                ("pakket.meegeven_menu", "slot.gesprek_menu"),
            ),
        ),
        "pakket.openen_menu",
        "inlezen.menu",
        "toets.menu",
    ),
    ("naslag.menu", "rekenhulp.menu", "tekstblok.menu_eigen", "kaart.menu"),
    ("kluis.menu", "slot.menu", "kluis.oefenen"),
    (
        Below(
            "menu.beheer",
            (
                ("organisatie.menu", "wetspakket.menu", "plugins.menu"),
                ("sleutels.menu", "kopie.menu", "losse_kopie.menu", "privacy.menu"),
            ),
        ),
        Below(
            "balk.weergave",
            (
                (*LOOKS, "balk.systeem"),
                ("balk.groter", "balk.kleiner", "balk.gewoon"),
                ("spelling.menu",),
                tuple(LANGUAGES),
            ),
        ),
    ),
    ("hulp.menu", "hulp.tour.menu", "balk.sneltoetsen"),
)
OF_KEYS = {
    "lijst.nieuw": "nieuw",
    "vandaag.knop": "vandaag",
    "ganaar.menu": "ga_naar",
    "papieren.menu": "afdrukken",
    "tekstblok.menu": "tekstblok",
    "naslag.menu": "naslag",
    "rekenhulp.menu": "rekenhulp",
    "slot.menu": "vergrendelen",
    "balk.groter": "groter",
    "balk.kleiner": "kleiner",
    "balk.gewoon": "gewone_tekst",
    "hulp.menu": "hulp",
    "balk.sneltoetsen": "sneltoetsen",
}
"""Which key does what an entry does."""


class WindowMenu(QObject):
    """Fills a menu, and marks what is on."""

    def __init__(self, menu: QMenu, entries: Entries, texts: WindowTexts, look: Look) -> None:
        super().__init__(menu)
        self._menu = menu
        self._entries = entries
        self._texts = texts
        self._look = look
        self._marked: dict[str, QAction] = {}
        self._fill(menu, PLACES)

    def mark(self) -> None:
        """Put a mark at what is on now."""
        chosen = self._look.chosen
        language = self._look.remembered("language") or Language.DUTCH.value
        on = {key for key, name in LOOKS.items() if name == chosen}
        on |= {"balk.systeem"} if not chosen else set()
        on |= {key for key, value in LANGUAGES.items() if value == language}
        on |= {"spelling.menu"} if is_spelling_on(self._look) else set()
        for key, action in self._marked.items():
            action.setChecked(key in on)

    def _fill(self, menu: QMenu, groups: tuple[tuple[str | Below, ...], ...]) -> None:
        for group in groups:
            if not menu.isEmpty():
                menu.addSeparator()
            for part in group:
                if isinstance(part, Below):
                    self._fill(menu.addMenu(self._texts.get(part.title)), part.groups)
                elif part in self._entries:
                    menu.addAction(self._entry(part, menu))

    def _entry(self, key: str, menu: QMenu) -> QAction:
        """One entry, with the key that does the same behind its words."""
        words, act = self._texts.get(key), self._entries[key]
        pressed = KEYS.get(OF_KEYS.get(key, ""), "")
        entry = QAction(f"{words}\t{spoken_keys(pressed)}" if pressed else words, menu)
        entry.triggered.connect(lambda _checked=False: act())
        if key in (*LOOKS, "balk.systeem", *LANGUAGES, "spelling.menu"):
            entry.setCheckable(True)
            self._marked[key] = entry
        return entry
