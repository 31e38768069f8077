"""What cannot be pressed shows it, in every kind of button and every look."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hardship_desk.config.paths import resources_folder
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.dress.tokens import LIGHT, LOOKS, Tokens, contrast


def colours(button: QPushButton) -> set[str]:
    picture = button.grab().toImage()
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(picture.height())
    }


@pytest.mark.parametrize("tokens", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("kind", ["", "primary", "quiet", "link", "menu"])
def test_that_a_disabled_button_does_not_look_enabled(
    qapp: QApplication, kind: str, tokens: Tokens
) -> None:
    theme = Theme(qapp, resources_folder())
    theme.apply(tokens)
    parent = QWidget()
    parent.setObjectName("page")
    made = QPushButton("Openen", parent)
    made.setProperty("kind", kind or None)
    made.resize(made.sizeHint())
    enabled = colours(made)
    made.setEnabled(False)
    disabled = colours(made)
    accent, muted = tokens.accent.upper(), tokens.muted.upper()
    assert accent in enabled
    assert accent not in disabled
    assert muted in disabled
    assert contrast(tokens.muted, tokens.raised) >= 4.5
    parent.deleteLater()
    theme.apply(LIGHT)
