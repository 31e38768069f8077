"""The dialog with a user's own texts: a list, and beside it the one that is open."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.presenters.shell import Shell
from hardship_desk.presenters.stock_texts import OwnTextsPage, OwnTextsPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.stock_texts import StockTextService
from hardship_desk.ui.widgets.field import Field, line_field
from hardship_desk.ui.widgets.parts import button, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.side_by_side import SideBySide
from hardship_desk.ui.widgets.slot_area import SlotArea
from hardship_desk.ui.widgets.tab_regions import tab_by
from hardship_desk.ui.widgets.text_area import FILLS

_ID = int(Qt.ItemDataRole.UserRole)


class OwnTextsDialog(QDialog):
    """Fulfils `OwnTextsView`."""

    def __init__(
        self, parent: QWidget, service: StockTextService, texts: WindowTexts, shell: Shell
    ) -> None:
        super().__init__(parent)
        title = texts.get("tekstblok.eigen_titel")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._texts = texts
        self._chosen = ""
        self.rows = QListWidget()
        self.rows.setAccessibleName(texts.get("tekstblok.eigen_lijst"))
        self.rows.setWordWrap(True)
        self._empty = label(texts.get("tekstblok.eigen_leeg"), "muted")
        self.name = line_field(texts.get("tekstblok.naam"))
        self.area = SlotArea(texts, said="tekstblok.plek", most=FILLS)
        self.text = Field(texts.get("tekstblok.tekst"), self.area)
        self.text.add_below(self.area.open_line)
        self._shown = ("", "")
        self._warned = False
        self._said = label("", "label")
        self._remove = button(texts.get("tekstblok.weggooien"), self._on_remove, "quiet")
        self._new = button(texts.get("tekstblok.nieuw"), self._on_new)
        self.presenter = OwnTextsPresenter(service, self, texts, shell)
        self._lay_out(title)
        self.rows.currentItemChanged.connect(lambda item, _old: self._on_rows_moved(item))
        give_room(self, 110, 34)

    def start(self, text: str = "") -> None:
        """Show the texts; with a text it stands ready to be kept."""
        self.presenter.start(text)
        self.name.widget.setFocus()

    def show_page(self, page: OwnTextsPage) -> None:
        """Show the list, and the fields as they are to stand."""
        self._chosen = page.chosen
        with QSignalBlocker(self.rows):
            self.rows.clear()
            self.rows.setCurrentRow(-1)
            for own in page.own:
                item = QListWidgetItem(own.title)
                item.setData(_ID, own.id)
                item.setToolTip(own.text)
                self.rows.addItem(item)
                if own.id == page.chosen:
                    self.rows.setCurrentItem(item)
        self.rows.setVisible(bool(page.own))
        self._empty.setVisible(not page.own)
        self._new.setVisible(bool(page.own))
        self._put(page.title, page.text)
        self._remove.setVisible(bool(page.chosen))
        self.text.show_error(page.problem)
        self._say(f"✓ {page.said}" if page.said else "")
        kept = page.chosen and not page.problem
        self._shown, self._warned = ((page.title, page.text) if kept else ("", "")), False

    @property
    def said(self) -> str:
        """What came of the last deed."""
        return self._said.text()

    @override
    def reject(self) -> None:
        """Close; where words are not kept yet, that is said once first."""
        typed = (self.name.text(), self.area.toPlainText())
        if typed != self._shown and typed[1].strip() and not self._warned:
            self._warned = True
            self._say(f"⚠ {self._texts.get('tekstblok.niet_bewaard')}")
            return
        super().reject()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # as Qt calls it
        return tab_by(self._panels, forward=next) or super().focusNextPrevChild(next)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def _put(self, title: str, text: str) -> None:
        if self.name.text() != title:
            self.name.widget.setText(title)  # type: ignore[union-attr]  # it is a line
        if self.area.toPlainText() != text:
            self.area.setPlainText(text)

    def _lay_out(self, title: str) -> None:
        texts = self._texts
        left, right = QFrame(), QFrame()
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 12, 0)
        side.addWidget(label(texts.get("tekstblok.eigen_lijst"), "label"))
        side.addWidget(self.rows, 1)
        side.addWidget(self._empty)
        side.addStretch(0)
        side.addWidget(self._new)
        form = QVBoxLayout(right)
        form.setContentsMargins(12, 0, 0, 0)
        form.addWidget(self.name)
        form.addWidget(self.text, 1)
        form.addWidget(self._said)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(10)
        layout.addWidget(label(title, "heading"))
        layout.addWidget(label(texts.get("tekstblok.eigen_uitleg"), "muted"))
        layout.addWidget(SideBySide((left, 2), (right, 4), letters=80), 1)
        row = QHBoxLayout()
        row.addWidget(self._remove)
        row.addStretch(1)
        close = button(texts.get("tekstblok.sluiten"), self.reject)
        keep = button(texts.get("tekstblok.bewaren"), self._on_keep, "primary")
        row.addWidget(close)
        row.addWidget(keep)
        self._panels = (left, right, self._remove, close, keep)
        layout.addLayout(row)

    def _on_rows_moved(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.presenter.choose(str(item.data(_ID)))

    def _on_new(self) -> None:
        self.presenter.start()
        self.name.widget.setFocus()

    def _on_keep(self) -> None:
        self.presenter.keep(self._chosen, self.name.text(), self.area.toPlainText())

    def _on_remove(self) -> None:
        self.presenter.remove(self._chosen, self.name.text(), self.area.toPlainText())
