"""How the window looks: light or dark as the computer says or the user chose, and the text size."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication

from hardship_desk.ui.theme import Theme

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
        self._dark: bool | None = None
        self._scale = SIZES[0]
        self._read()
        application.styleHints().colorSchemeChanged.connect(lambda _scheme: self.apply())

    def apply(self) -> None:
        """Dress the application."""
        dark = self._system_is_dark() if self._dark is None else self._dark
        self.theme.apply(dark=dark, scale=self._scale)

    def choose(self, *, dark: bool) -> None:
        """Take light or dark, whatever the computer says."""
        self._dark = dark
        self._keep()

    def follow_system(self) -> None:
        """Look as the computer says."""
        self._dark = None
        self._keep()

    def toggle(self) -> None:
        """Go from light to dark and back."""
        self.choose(dark=self.theme.tokens.name == "light")

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

    def _system_is_dark(self) -> bool:
        return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _read(self) -> None:
        if self._settings is None:
            return
        chosen = str(self._settings.value("look/dark", ""))
        self._dark = {"yes": True, "no": False}.get(chosen)
        size = str(self._settings.value("look/scale", ""))
        self._scale = int(size) if size in {str(item) for item in SIZES} else SIZES[0]

    def _keep(self) -> None:
        if self._settings is not None:
            chosen = "" if self._dark is None else ("yes" if self._dark else "no")
            self._settings.setValue("look/dark", chosen)
            self._settings.setValue("look/scale", str(self._scale))
        self.apply()
