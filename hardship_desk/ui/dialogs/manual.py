"""The manual: search on the left, the page on the right; it stays open beside the work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.manual import Manual
from hardship_desk.ui.widgets.parts import button, in_dutch, label
from hardship_desk.ui.widgets.two_lines import TwoLines

SCHEME = "hulp"
_ID = int(Qt.ItemDataRole.UserRole)
_AIR = "\u00a0\u00a0"


class ManualDialog(QDialog):
    """Needs no network: a link leads to another page and to nothing else."""

    tour_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self, parent: QWidget, manual: Manual, texts: WindowTexts) -> None:
        super().__init__(parent)
        self._manual = manual
        self._texts = texts
        title = texts.get("hulp.titel")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit()
        self.field.setPlaceholderText(texts.get("hulp.zoek"))
        self.field.setAccessibleName(texts.get("hulp.zoek"))
        self.found = QListWidget()
        self.found.setAccessibleName(texts.get("hulp.bladzijden"))
        self.found.setWordWrap(True)
        self.found.setItemDelegate(TwoLines(self.found, strong=False))
        # A bar that comes and goes changes the width after the lines were broken.
        self.found.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(title)
        self.text.setTabChangesFocus(True)
        self._none = label(texts.get("hulp.niets"), "muted")
        self.other_language = label(texts.get("hulp.in_het_nederlands"), "muted")
        self._lay_out()
        letters = self.fontMetrics().averageCharWidth()
        self.resize(
            min(letters * 130, parent.width() - 60), min(letters * 78, parent.height() - 60)
        )
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._fill)
        self.found.currentItemChanged.connect(lambda item, _before: self._on_found_chosen(item))
        self.text.anchorClicked.connect(self._on_text_anchor_clicked)
        self._fill("")

    def show_page(self, name: str) -> None:
        """Show one page, with the whole list beside it."""
        self.field.clear()
        self._fill("")
        for row in range(self.found.count()):
            if self.found.item(row).data(_ID) == name:
                self.found.setCurrentRow(row)
        self.field.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        ):
            self.found.event(event)
            return True
        return super().eventFilter(watched, event)

    def _fill(self, words: str) -> None:
        pages = self._manual.find(words)
        self.found.clear()
        for page in pages:
            item = QListWidgetItem(page.title)
            item.setData(_ID, page.id)
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.found.setVisible(bool(pages))
        self._none.setVisible(not pages)
        if not pages:
            self.text.clear()

    def _on_found_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.setMarkdown(self._manual.page(str(item.data(_ID))).text)
            self._part_bullets()

    def _part_bullets(self) -> None:
        """Qt puts a bullet against its words: give it air, and let later lines begin where they do."""
        air = self.text.fontMetrics().horizontalAdvance(_AIR)
        block = self.text.document().begin()
        while block.isValid():
            if block.textList() is not None:
                cursor = QTextCursor(block)
                form = block.blockFormat()
                form.setTextIndent(-air)
                cursor.setBlockFormat(form)
                cursor.insertText(_AIR)
            block = block.next()

    def _on_text_anchor_clicked(self, url: QUrl) -> None:
        if url.scheme() == SCHEME:
            self.show_page(url.path() or url.toString().removeprefix(f"{SCHEME}:"))

    def _lay_out(self) -> None:
        texts = self._texts
        side = QVBoxLayout()
        side.addWidget(self.field)
        side.addWidget(self._none)
        side.addWidget(self.found, 1)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addLayout(side, 3)
        both.addWidget(self.text, 6)
        foot = QHBoxLayout()
        foot.addWidget(button(texts.get("hulp.rondleiding"), self.tour_wanted.emit))
        foot.addWidget(button(texts.get("balk.sneltoetsen"), self.keys_wanted.emit))
        foot.addStretch(1)
        foot.addWidget(button(texts.get("hulp.sluiten"), self.close, "primary"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        in_dutch(self.found, self.text)
        layout.addWidget(self.other_language)
        self.other_language.setVisible(QLocale().language() == QLocale.Language.English)
        layout.addLayout(both, 1)
        layout.addLayout(foot)
