"""The part of a page with the municipality of the dossier, and what another one would change."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hardship_desk.presenters.municipality_switch import SwitchPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.chooser import Chooser
from hardship_desk.ui.widgets.parts import button, empty, label


class SwitchCard(QWidget):
    """Fulfils `SwitchView`."""

    compare_wanted = Signal(str)
    stop_wanted = Signal()
    switch_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self._texts = texts
        self._page: SwitchPage | None = None
        self._now, self._locked = label("", "label"), label("", "small")
        self._error, self._head = label("", "error"), label("", "label")
        self._busy = label(texts.get("wissel.bezig"), "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self._look = button(texts.get("wissel.bekijken"), self._on_look)
        self._stop = button(texts.get("wissel.stoppen"), self.stop_wanted.emit)
        self._switch = button("", self.switch_wanted.emit, "primary")
        self._leave = button(texts.get("wissel.niet"), self.leave_wanted.emit)
        self._lay_out()

    def show_page(self, page: SwitchPage) -> None:
        """Show where the dossier is, that it is busy, or what would change."""
        keys = any(item.hasFocus() for item in (self._look, self._stop, self._switch, self._leave))
        self._page = page
        self._now.setText(page.now)
        for shown, text in (
            (self._locked, page.locked),
            (self._error, f"⚠ {page.error}" if page.error else ""),
            (self._head, page.head),
        ):
            shown.setText(text)
            shown.setVisible(bool(text))
        self._look.setVisible(not page.busy)
        for part in (self._busy, self._stop):
            part.setVisible(page.busy)
        self._switch.setText(page.switch_text)
        self._switch.setAccessibleName(page.switch_text)
        self._switch.setVisible(bool(page.switch_text))
        self._leave.setVisible(bool(page.head))
        self._fill(page)
        if keys:
            (self._stop if page.busy else self._leave if page.head else self._look).setFocus()

    def choose(self) -> Chooser:
        """Let the user choose a municipality; choosing compares and changes nothing."""
        choices = self._page.choices if self._page is not None else ()
        dialog = Chooser(self, self._texts.get("wissel.kiezen"), choices, self._texts)
        dialog.chosen.connect(self.compare_wanted)
        dialog.open()
        return dialog

    def _on_look(self) -> None:
        self.choose()

    def _fill(self, page: SwitchPage) -> None:
        empty(self._list)
        for group in page.groups:
            self._list.addWidget(label(group.title, "label"))
            for line in group.lines:
                made = label(line)
                made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._list.addWidget(made)

    def _lay_out(self) -> None:
        row, foot = QHBoxLayout(), QHBoxLayout()
        for item in (self._look, self._stop):
            row.addWidget(item)
        for item in (self._switch, self._leave):
            foot.addWidget(item)
        for line in (row, foot):
            line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for shown in (self._now, self._locked, self._error):
            layout.addWidget(shown)
        layout.addLayout(row)
        layout.addWidget(self._busy)
        layout.addWidget(self._head)
        layout.addLayout(self._list)
        layout.addLayout(foot)
