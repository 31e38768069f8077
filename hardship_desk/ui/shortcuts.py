"""The keys of the window, in one table, and the list that shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.domain.overriding import override
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.scrolled import Scrolled

KEYS = {
    "nieuw": "Ctrl+N",
    "ga_naar": "Ctrl+K",
    "vandaag": "Alt+Home",
    "lijst": "Ctrl+L",
    "naslag": "F3",
    "rekenhulp": "F4",
    "overzicht": "Ctrl+O",
    "vragen": "Ctrl+1",
    "dossier": "Ctrl+2",
    "bewijs": "Ctrl+3",
    "kladblok": "Ctrl+4",
    "meelezen": "Ctrl+5",
    "besluit": "Ctrl+B",
    "uitvoer": "Ctrl+E",
    "kopieren": "Ctrl+Shift+C",
    "volgende_stap": "Alt+Down",
    "vorige_stap": "Alt+Up",
    "volgende_vraag": "Ctrl+Return",
    "vorige_vraag": "Ctrl+Shift+Return",
    "afdrukken": "Ctrl+P",
    "tekstblok": "Ctrl+T",
    "open_plek": "F8",
    "ongedaan": "Ctrl+Z",
    "paneel": "F6",
    "spelling": "F7",
    "uitleg": "F2",
    "meer": "Ctrl+M",
    "groter": "Ctrl++",
    "kleiner": "Ctrl+-",
    "gewone_tekst": "Ctrl+0",
    "donker": "Ctrl+D",
    "hulp": "F1",
    "sneltoetsen": "Ctrl+F1",
    "vergrendelen": "Ctrl+Shift+L",
}
"""What each key does, by the name of its line in the list."""

ALSO = {
    "groter": "Ctrl+=",
    "volgende_vraag": "Ctrl+Enter",
    "volgende_stap": "Ctrl+PgDown",
    "vorige_stap": "Ctrl+PgUp",
}
"""A second key; for the steps one that no list keeps for itself."""


OF_FIELDS = ("ongedaan",)
"""Keys that a field keeps for its own text while it has the focus."""

OF_CHOICES = ("Alt+Down",)
"""Keys that drop down the list of a choice that has the focus, as in every other program."""

_KEY_EVENTS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class ShortcutGuard(QObject):
    """Keeps the fields of a window from taking its keys.

    On X11 a text field takes Ctrl+K for "delete to the end of the line", and Ctrl+D and Ctrl+E
    likewise: a key that shows another page would then eat what was written. Where no shortcut
    took the key (no active window), the field does not get it either.

    It looks at what has the focus only: at the events of the whole application it would be asked
    some six hundred times for each page that is shown.
    """

    def __init__(self, window: QWidget, keys: frozenset[str]) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        window.installEventFilter(self)

    def guard(self, old: QWidget | None, new: QWidget | None) -> None:
        """Look at what has the focus now, and no longer at what had it."""
        if old is not None and old is not self._window:
            old.removeEventFilter(self)
        if new is not None and new.window() is self._window:
            new.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEY_EVENTS or not isinstance(event, QKeyEvent):
            return False
        keys = QKeySequence(event.keyCombination()).toString()
        if isinstance(watched, QComboBox) and keys in OF_CHOICES:
            event.accept()  # as an override: the key itself then comes to the choice
            return event.type() == QEvent.Type.ShortcutOverride
        if keys not in self._keys:
            return False
        event.ignore()
        return True


def install_shortcuts(window: QWidget, actions: Mapping[str, Callable[[], object]]) -> None:
    """Bind each key to its action."""
    ours = (*(keys for name, keys in KEYS.items() if name not in OF_FIELDS), *ALSO.values())
    guarded = frozenset(QKeySequence(key).toString() for key in ours)
    guard = ShortcutGuard(window, guarded)
    QApplication.instance().focusChanged.connect(guard.guard)  # type: ignore[union-attr]  # there is one
    for name, action in actions.items():
        for keys in (KEYS[name], ALSO.get(name)):
            if keys is not None:
                shortcut = QShortcut(QKeySequence(keys), window)
                shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(action)


class ShortcutList(QDialog):
    """All keys with what they do."""

    def __init__(self, parent: QWidget, texts: WindowTexts) -> None:
        super().__init__(parent)
        title = texts.get("sneltoets.titel")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        content = Scrolled()
        grid = QGridLayout(content)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(6)
        for row, (name, keys) in enumerate(KEYS.items()):
            chip = label(spoken_keys(keys), "chip", wrap=False)
            grid.addWidget(chip, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label(texts.get(f"sneltoets.{name}"), wrap=False), row, 1)
        for place, key in enumerate(("keuze", "stap", "rij"), start=len(KEYS)):
            grid.addWidget(label(texts.get(f"sneltoets.{key}"), "muted"), place, 0, 1, 2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        scroll.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.addWidget(label(title, "title"))
        layout.addWidget(scroll, 1)
        close = button(texts.get("sneltoets.sluiten"), self.accept, "primary")
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()
        give_room(self, 100, 44)


def spoken_keys(keys: str) -> str:
    """A key as it stands on a Dutch keyboard."""
    names = {"Return": "Enter", "Down": "↓", "Up": "↑"}
    parts = keys.replace("++", "+plus").replace("+-", "+min").split("+")
    return "+".join(names.get(part, part) for part in parts)
