"""A dialog that asks a few things: as high as its words need, with its buttons always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QScrollArea, QVBoxLayout, QWidget

from hardship_desk.domain.overriding import override
from hardship_desk.ui.widgets.parts import label
from hardship_desk.ui.widgets.scrolled import Scrolled

LETTERS = 62
EDGE = 24
TITLE_BAR = QSize(0, 40)


def is_sure(parent: QWidget, title: str, question: str) -> bool:
    """Whether the user says yes; Enter alone says no, for what is asked about cannot be taken back."""
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    return QMessageBox.question(parent, title, question, yes | no, no) == yes


class AskingDialog(QDialog):
    """What is asked scrolls where the screen is too low for it; the buttons below it do not."""

    def __init__(self, parent: QWidget | None, title: str, intro: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._content = Scrolled()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(EDGE, 20, EDGE, 4)
        self.body.setSpacing(12)
        self.body.addWidget(label(title, "heading"))
        self.body.addWidget(label(intro, "muted"))
        self._scroll = QScrollArea()
        self._scroll.setObjectName("fitted")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._content)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(EDGE, 12, EDGE, 20)
        self.foot.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(self.foot)
        self._content.installEventFilter(self)

    def fit(self) -> None:
        """Take the size that the words need, and no more than the screen has."""
        screen = self.screen().availableSize() - TITLE_BAR
        wanted = max(self.fontMetrics().averageCharWidth() * LETTERS, self.foot.sizeHint().width())
        width = min(wanted, screen.width())
        height = self.body.totalHeightForWidth(width) + self.foot.sizeHint().height()
        self.setMinimumWidth(width)
        self.resize(width, min(height, screen.height()))

    def bring_in_sight(self, part: QWidget) -> None:
        """Scroll to what was just filled in, once it has its size."""

        def scroll() -> None:
            self.fit()
            self._scroll.ensureWidgetVisible(part)

        QTimer.singleShot(0, self, scroll)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What is wrong, or another field, changes how much there is to read.
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            QTimer.singleShot(0, self, self.fit)
        return super().eventFilter(watched, event)
