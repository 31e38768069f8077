"""How the window looks: as the computer says or the user chose, and the text size."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.dress.tokens import CONTRAST, DARK, LIGHT, LOOKS

_NAME, _SCALE = "look/name", "look/scale"
SIZES = (100, 115, 130, 150, 175, 200)


class Look(QObject):
    """Dresses the application and remembers what was chosen; without settings nothing is kept."""

    def __init__(
        self, application: QApplication, theme: Theme, settings: QSettings | None = None
    ) -> None:
        super().__init__(application)
        self.theme = theme
        self._application = application
        self._settings = settings
        self._chosen = ""
        self._scale = SIZES[0]
        self._read()
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._on_hints_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_hints_changed)

    @property
    def chosen(self) -> str:
        """The name of the look the user chose; empty while the computer says it."""
        return self._chosen

    def apply(self) -> None:
        """Dress the application."""
        self.theme.apply(LOOKS[self._chosen or self._of_system()], self._scale)

    def prepare(self) -> None:
        """Set the fonts and colours with which a window is made that is dressed afterwards."""
        self.theme.prepare(LOOKS[self._chosen or self._of_system()], self._scale)

    def choose(self, name: str) -> None:
        """Take a look by its name, whatever the computer says."""
        self._chosen = LOOKS[name].name
        self._keep()

    def follow_system(self) -> None:
        """Look as the computer says."""
        self._chosen = ""
        self._keep()

    def toggle(self) -> None:
        """Go from light to dark, to high contrast, and back."""
        names = tuple(LOOKS)
        self.choose(names[(names.index(self.theme.tokens.name) + 1) % len(names)])

    def zoom(self, step: int) -> None:
        """Make the text one size larger or smaller."""
        place = SIZES.index(self._scale) + step
        self.set_scale(SIZES[max(0, min(place, len(SIZES) - 1))])

    def zoom_back(self) -> None:
        """Make the text as large as it was at first."""
        self.set_scale(SIZES[0])

    def set_scale(self, scale: int) -> None:
        """Make the text this large, in percent."""
        self._scale = scale
        self._keep()

    def remember(self, name: str, value: str) -> None:
        """Keep a choice about the look of a page; nothing about dossiers."""
        if self._settings is not None:
            self._settings.setValue(f"look/{name}", value)

    def remembered(self, name: str) -> str:
        """What was kept; empty where nothing was."""
        return str(self._settings.value(f"look/{name}", "")) if self._settings is not None else ""

    def _of_system(self) -> str:
        hints = self._application.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return CONTRAST.name
        return DARK.name if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT.name

    def _on_hints_changed(self, _what: object) -> None:
        self.apply()

    def _read(self) -> None:
        if self._settings is None:
            return
        chosen = str(self._settings.value(_NAME, ""))
        self._chosen = chosen if chosen in LOOKS else ""
        size = str(self._settings.value(_SCALE, ""))
        self._scale = int(size) if size in {str(item) for item in SIZES} else SIZES[0]

    def _keep(self) -> None:
        if self._settings is not None:
            self._settings.setValue(_NAME, self._chosen)
            self._settings.setValue(_SCALE, str(self._scale))
        self.apply()
