"""A page that scrolls: a title, a word about it, and cards below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.ui.widgets.in_sight import bring_into_sight
from hardship_desk.ui.widgets.parts import card, label, no_wider
from hardship_desk.ui.widgets.scrolled import Scrolled

WIDEST = 1040


class Sheet(QScrollArea):
    """Keeps what has the focus in sight."""

    def __init__(self, title: str, intro: str = "") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(title)
        content = Scrolled()
        self.setWidget(content)
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(32, 22, 32, 28)
        self.body.setSpacing(14)
        self.body.addWidget(label(title, "title"))
        if intro:
            self.body.addWidget(label(intro, "muted"))
        QApplication.instance().focusChanged.connect(self._on_application_focus_changed)  # type: ignore[union-attr]  # there is one

    def add_card(self, title: str, intro: str = "") -> tuple[QFrame, QVBoxLayout]:
        """Add a card with a heading."""
        frame, layout = card()
        layout.addWidget(label(title, "heading"))
        if intro:
            layout.addWidget(label(intro, "muted"))
        self.body.addLayout(no_wider(frame, WIDEST))
        return frame, layout

    def hold_still(self) -> None:
        """Paint nothing until the layout settled: a page being filled would flash up half made."""
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, self, lambda: self.setUpdatesEnabled(True))

    def finish(self) -> None:
        """Leave the free room below."""
        self.body.addStretch(1)

    def fill(self, dialog: QDialog, said: QWidget, close: QWidget) -> None:
        """Finish, and fill a dialog: the page, and below it what is said beside the button to close."""
        self.finish()
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(self, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(32, 0, 32, 0)
        foot.addWidget(said, 1)
        foot.addWidget(close)
        layout.addLayout(foot)

    def _on_application_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            bring_into_sight(self, new)
