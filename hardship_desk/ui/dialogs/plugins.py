"""Which plugins there are, what they bring, and whether they may be used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.presenters.plugins import PluginsPage, PluginsPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.plugins import PluginService
from hardship_desk.ui.widgets.field import choice_field
from hardship_desk.ui.widgets.parts import action_row, button, empty, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.sheet import Sheet


class PluginsDialog(QDialog):
    """Fulfils `PluginsView`."""

    def __init__(
        self, parent: QWidget | None, service: PluginService, today: date, texts: WindowTexts
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setWindowTitle(texts.get("plugins.venster.titel"))
        self._presenter = PluginsPresenter(service, today, self, texts)
        self.plugin = choice_field(texts.get("plugins.venster.welke"))
        self.facts, self.problems = label(""), label("", "error")
        self.list_text, self.said = label("", "muted"), label("", "muted")
        presenter = self._presenter
        self.allow = button(texts.get("plugins.venster.sta_toe"), presenter.allow, "primary")
        self.off = button(texts.get("plugins.venster.zet_uit"), presenter.switch_off)
        self.on = button(texts.get("plugins.venster.zet_aan"), presenter.switch_on)
        self._warning = label(texts.get("plugins.venster.waarschuwing"), "muted")
        self._lay_out()
        self._box().activated.connect(lambda _at: presenter.choose(self.plugin.text()))
        presenter.refresh()
        give_room(self, 110, 40)

    def show_page(self, page: PluginsPage) -> None:
        """Show a plugin, its values and what can be done with it."""
        box = self._box()
        with QSignalBlocker(box):
            box.clear()
            for choice in page.plugins:
                box.addItem(choice.text, choice.id)
            box.setCurrentIndex(box.findData(page.chosen))
        self.facts.setText("\n".join(page.facts))
        self.problems.setText("\n".join(f"⚠ {text}" for text in page.problems))
        self.problems.setVisible(bool(page.problems))
        self.list_text.setText(page.list_text)
        self.allow.setVisible(page.can_allow)
        self._warning.setVisible(page.can_allow)
        self.off.setVisible(page.can_switch_off)
        self.on.setVisible(page.can_switch_on)
        self._show_values(page)

    def show_said(self, text: str) -> None:
        """Say what was done or went wrong."""
        self.said.setText(text)

    def choose_list(self) -> None:
        """Ask for the file with the list of the organisation."""
        name, _kind = QFileDialog.getOpenFileName(self, self._texts.get("plugins.venster.lees_in"))
        if name:
            self._presenter.take_in(Path(name))

    def _show_values(self, page: PluginsPage) -> None:
        empty(self._values)
        if not page.values:
            self._values.addWidget(label(self._texts.get("plugins.venster.geen_waarden"), "muted"))
        for line in page.values:
            self._values.addWidget(label(f"{line.name}: {line.value}"))
            self._values.addWidget(label(line.source, "small"))
            if line.warning:
                self._values.addWidget(label(f"⚠ {line.warning}", "warning"))

    def _lay_out(self) -> None:
        texts = self._texts
        sheet = Sheet(texts.get("plugins.venster.titel"), texts.get("plugins.venster.uitleg"))
        _, about = sheet.add_card(texts.get("plugins.venster.kaart"))
        for part in (self.plugin, self.problems, self.facts, self._warning):
            about.addWidget(part)
        about.addLayout(action_row(self.allow, self.off, self.on))
        _, organisation = sheet.add_card(texts.get("plugins.venster.kaart_lijst"))
        organisation.addWidget(self.list_text)
        read = button(texts.get("plugins.venster.lees_in"), self.choose_list)
        organisation.addLayout(action_row(read))
        _, values = sheet.add_card(texts.get("plugins.venster.kaart_waarden"))
        self._values = QVBoxLayout()
        self._values.setSpacing(4)
        values.addLayout(self._values)
        sheet.fill(self, self.said, button(texts.get("organisatie.sluiten"), self.accept))

    def _box(self) -> QComboBox:
        if not isinstance(self.plugin.widget, QComboBox):
            raise TypeError("not_a_list")
        return self.plugin.widget
