"""The panel "Wat zou dit veranderen?": a button, that it is busy, and the list. Every step has one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from hardship_desk.presenters.what_if import WhatIfPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, empty, label


class WhatIfPanels(QObject):
    """Fulfils `WhatIfView`: the same on every step, and told once."""

    start_wanted = Signal()
    stop_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self._texts = texts
        self._page = WhatIfPage()
        self._panels: list[WhatIfPanel] = []

    def made(self) -> WhatIfPanel:
        """A panel for one more step."""
        panel = WhatIfPanel(self._texts)
        panel.start_wanted.connect(self.start_wanted)
        panel.stop_wanted.connect(self.stop_wanted)
        panel.copy_wanted.connect(self.copy_wanted)
        panel.show_page(self._page)
        self._panels.append(panel)
        return panel

    def show_page(self, page: WhatIfPage) -> None:
        """Show that it is busy, what came out, or only the button."""
        self._page = page
        for panel in self._panels:
            panel.show_page(page)

    def put_on_clipboard(self, text: str) -> None:
        """Put plain text on the clipboard."""
        QGuiApplication.clipboard().setText(text)


class WhatIfPanel(QFrame):
    """The panel on one step."""

    start_wanted = Signal()
    stop_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("inset")
        self._texts = texts
        self._start = button(texts.get("watals.knop"), self.start_wanted.emit)
        self._stop = button(texts.get("watals.stoppen"), self.stop_wanted.emit)
        self._copy = button(texts.get("watals.kopieer"), self.copy_wanted.emit, "quiet")
        self._busy = label(texts.get("watals.bezig"), "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(label(texts.get("watals.uitleg"), "small"))
        layout.addWidget(self._start)
        layout.addWidget(self._busy)
        layout.addWidget(self._stop)
        layout.addLayout(self._list)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._copy)
        layout.addLayout(foot)
        self.show_page(WhatIfPage())

    def show_page(self, page: WhatIfPage) -> None:
        """Show that it is busy, what came out, or only the button."""
        keys = self._start.hasFocus() or self._stop.hasFocus()
        self._start.setVisible(not page.busy)
        again = "watals.opnieuw" if page.head else "watals.knop"
        self._start.setText(self._texts.get(again))
        self._start.setAccessibleName(self._texts.get(again))
        self._busy.setVisible(page.busy)
        self._stop.setVisible(page.busy)
        self._copy.setVisible(bool(page.head))
        if keys:
            (self._stop if page.busy else self._start).setFocus()
        empty(self._list)
        if page.head:
            self._list.addWidget(label(page.head, "label"))
        for group in page.groups:
            self._list.addWidget(label(group.title, "label"))
            for line in group.lines:
                made = label(line)
                made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._list.addWidget(made)
