"""How far the law in use goes, below the pages from which work begins."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hardship_desk.presenters.law_foot import LawFootPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, label


class LawFoot(QWidget):
    """One line, what to know of it, and the way to more."""

    law_wanted = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.law, self.notice = label("", "muted"), label("", "label")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.law, 1)
        layout.addWidget(self.notice, 2)
        layout.addWidget(button(texts.get("wetspakket.menu"), self.law_wanted.emit, "quiet"))

    def show_page(self, page: LawFootPage) -> None:
        """Show how far it goes."""
        self.law.setText(page.law)
        self.notice.setText(page.notice)
        self.notice.setVisible(bool(page.notice))
