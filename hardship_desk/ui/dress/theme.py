"""Dresses the application: fonts, palette and style sheet, in one of three looks, at any text size."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from hardship_desk.ui.dress.stylesheet import style_sheet
from hardship_desk.ui.dress.tokens import LIGHT, Tokens

FAMILY = "Source Sans 3"
BODY_POINTS = 11
STYLE = "Fusion"
STYLED, FONTS = "styled", "fonts_loaded"
"""A property of the application: it has the style below already."""

_ROLES = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Accent: "accent",
}


class Theme:
    """The look of one application; knows what was applied last."""

    def __init__(self, application: QApplication, resources: Path) -> None:
        self._application = application
        self._resources = resources
        self._prepared = ("", 0)
        self.tokens = LIGHT
        self.scale = 100

    def apply(self, tokens: Tokens, scale: int = 100) -> None:
        """Dress the application in these colours, at this text size in percent."""
        self.prepare(tokens, scale)
        sheet = style_sheet(tokens, self._resources / "icons", scale)
        if sheet != self._application.styleSheet():
            self._application.setStyleSheet(sheet)

    def prepare(self, tokens: Tokens, scale: int = 100) -> None:
        """Set fonts and colours, by which widgets measure themselves while they are made.

        With the style sheet each widget would be dressed anew for every part it is put in: a window
        that is made before the first `apply` takes a tenth less time.
        """
        if self._prepared == (tokens.name, scale):
            return
        self._load_fonts()
        self._prepared = (tokens.name, scale)
        self.tokens = tokens
        self.scale = scale
        font = QFont(FAMILY)
        font.setPointSizeF(BODY_POINTS * scale / 100)
        self._take_style()
        self._application.setFont(font)
        self._application.setPalette(palette_of(self.tokens))

    def _take_style(self) -> None:
        """Once for the application: another style object would reach for widgets that are on their way out."""
        if self._application.property(STYLED) is None:
            self._application.setStyle(STYLE)
            self._application.setProperty(STYLED, STYLE)

    def _load_fonts(self) -> None:
        if self._application.property(FONTS):
            return
        for file in sorted((self._resources / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        self._application.setProperty(FONTS, True)  # noqa: FBT003 - as Qt asks it


def palette_of(tokens: Tokens) -> QPalette:
    """The palette that goes with the colours."""
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(tokens, name)))
    muted = QColor(tokens.muted)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, muted)
    return palette
