"""The page with the pieces of evidence."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.evidence import NO, YES, EvidencePage, draft_place
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.chooser import Chooser
from hardship_desk.ui.widgets.draft_form import DraftForm
from hardship_desk.ui.widgets.field import Field, choice_field, line_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.parts import button, card, label
from hardship_desk.ui.widgets.sheet import Sheet
from hardship_desk.ui.widgets.side_by_side import SideBySide, fill
from hardship_desk.ui.widgets.two_lines import TwoLines

LINES = ("title", "location", "verified_by")
DATES = ("dated", "verified_on", "covers_from", "covers_to")
LISTS = ("kind", "verification", "status", "contradicted", "incriminating")
ORDER = (
    *("title", "kind", "dated", "location", "status", "verification", "verified_by"),
    *("verified_on", "contradicted", "covers_from", "covers_to", "incriminating"),
)
_ID = int(Qt.ItemDataRole.UserRole)


class EvidencePageView(QWidget):
    """A list on the left, the form of the chosen piece on the right."""

    choice_made = Signal(str)
    save_wanted = Signal(dict)
    remove_wanted = Signal()
    supports_chosen = Signal(tuple)
    files_dropped = Signal(tuple)
    copy_wanted = Signal(str)

    def __init__(self, texts: WindowTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._texts = texts
        self._page: EvidencePage | None = None
        self._fields = {name: self._field(name) for name in ORDER}
        self.draft = DraftForm(self, draft_place(""), self._fields, self._stored_texts)
        self._list = QListWidget()
        self._list.setAccessibleName(texts.get("bewijs.lijst"))
        self._list.setWordWrap(True)
        self._list.setItemDelegate(TwoLines(self._list))
        self._empty = label(texts.get("bewijs.leeg"), "muted")
        self._supports = label("", "muted")
        self._remove = button(texts.get("bewijs.weghalen"), self.remove_wanted.emit)
        self._policy = label("", "small")
        self._copy = self._copy_part()
        fill(self, SideBySide((self._side(), 2), (self._sheet(), 5), letters=100))
        self._list.currentItemChanged.connect(lambda item, _old: self._on_list_moved(item))

    def show_page(self, page: EvidencePage) -> None:
        """Show list and form; the form is filled again only for another piece."""
        earlier, self._page = self._page, page
        yes_no = tuple(
            Choice(id=item, text=self._texts.get(f"algemeen.{item}")) for item in (YES, NO)
        )
        for name in LISTS:
            choices = page.choices.get(name, yes_no)
            self._fields[name].show_choices(self._texts.get("algemeen.kies"), choices)
        if earlier is None or earlier.fields != page.fields or earlier.chosen != page.chosen:
            self.draft.place = draft_place(page.chosen)
            shown = {**page.fields, **page.typed}
            for name, field in self._fields.items():
                if field.text() != shown[name]:
                    field.clear()
                    field.show_text(shown[name])
        for name, field in self._fields.items():
            field.show_error(page.errors.get(name, ""))
        self._supports.setText(page.supports_text)
        self._remove.setEnabled(bool(page.chosen))
        self._copy.setVisible(page.has_copy)
        self._policy.setText(page.policy)
        self._empty.setVisible(not page.rows)
        self._list.setVisible(bool(page.rows))
        self._fill(page)

    def ask_files(self) -> None:
        """Ask which files to take as pieces, for who does not drop them."""
        names, _ = QFileDialog.getOpenFileNames(self, self._texts.get("bewijs.bestand_titel"))
        if names:
            self.files_dropped.emit(tuple(names))

    def ask_folder(self) -> None:
        """Ask where the copy of the chosen piece goes."""
        folder = QFileDialog.getExistingDirectory(self, self._texts.get("bewijs.kopie_map"))
        if folder:
            self.copy_wanted.emit(folder)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = (url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        self.files_dropped.emit(tuple(files))
        event.acceptProposedAction()

    def focus_first(self) -> None:
        """Put the focus in the first field."""
        self._fields["title"].widget.setFocus()

    def flush(self) -> None:
        """Save what was typed and not yet saved, where it has a name."""
        page = self._page
        typed = {name: field.text() for name, field in self._fields.items()}
        if page is not None and typed != page.fields and typed["title"].strip():
            self.save_wanted.emit(typed)

    def _stored_texts(self) -> dict[str, str]:
        return self._page.fields if self._page is not None else {}

    def _field(self, name: str) -> Field:
        caption = self._texts.get(f"bewijs.veld.{name}")
        if name in LISTS:
            return choice_field(caption)
        return line_field(caption, self._texts.get("voorbeeld.date") if name in DATES else "")

    def _fill(self, page: EvidencePage) -> None:
        shown = [(row.id, f"{row.title}\n{row.detail}") for row in page.rows]
        items = [self._list.item(place) for place in range(self._list.count())]
        with QSignalBlocker(self._list):
            if [(str(item.data(_ID)), item.text()) for item in items] != shown:
                self._list.clear()
                for name, text in shown:
                    item = QListWidgetItem(text)
                    item.setData(_ID, name)
                    self._list.addItem(item)
            places = [name for name, _ in shown]
            self._list.setCurrentRow(places.index(page.chosen) if page.chosen in places else -1)

    def _side(self) -> QFrame:
        side = QFrame()
        side.setObjectName("side")
        layout = QVBoxLayout(side)
        layout.setContentsMargins(18, 18, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(label(self._texts.get("bewijs.lijst"), "heading"))
        layout.addWidget(button(self._texts.get("bewijs.nieuw"), self._on_new))
        layout.addWidget(button(self._texts.get("bewijs.bestand"), self.ask_files))
        layout.addWidget(label(self._texts.get("bewijs.slepen"), "small"))
        layout.addWidget(self._policy)
        layout.addWidget(self._empty)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)
        return side

    def _sheet(self) -> Sheet:
        texts = self._texts
        sheet = Sheet(texts.get("bewijs.titel"), texts.get("bewijs.uitleg"))
        _, form = sheet.add_card(texts.get("bewijs.formulier"))
        form.addWidget(self._fields["title"])
        rest = (self._fields[name] for name in ORDER if name != "title")
        form.addWidget(Columns(*rest, self._supported(), most=2, letters=26))
        buttons = QHBoxLayout()
        buttons.addWidget(button(texts.get("bewijs.opslaan"), self._on_save, "primary"))
        buttons.addWidget(self._remove)
        buttons.addWidget(self.draft.note, 1)
        buttons.addStretch()
        form.addLayout(buttons)
        form.addWidget(self._copy)
        sheet.finish()
        return sheet

    def _copy_part(self) -> QWidget:
        """What stands below the form where the vault holds a copy of the file."""
        frame, inside = card("inset")
        inside.addWidget(label(self._texts.get("bewijs.kopie_uitleg")))
        write = button(self._texts.get("bewijs.kopie_knop"), self.ask_folder)
        inside.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)
        frame.hide()
        return frame

    def _supported(self) -> QWidget:
        """Which questions the piece supports, as the last field."""
        texts = self._texts
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(label(texts.get("bewijs.veld.supports"), "label"))
        row = QHBoxLayout()
        choose = button(texts.get("bewijs.vragen_kiezen"), self._on_choose)
        choose.setAccessibleName(texts.get("bewijs.veld.supports"))
        row.addWidget(choose)
        row.addWidget(self._supports, 1)
        layout.addLayout(row)
        layout.addStretch(1)
        return made

    def _on_list_moved(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.flush()
            self.draft.tell()
            self.choice_made.emit(str(item.data(_ID)))

    def _on_new(self) -> None:
        self.flush()
        self.draft.tell()
        self.choice_made.emit("")
        self.focus_first()

    def _on_save(self) -> None:
        self.save_wanted.emit({name: field.text() for name, field in self._fields.items()})
        self.draft.tell()
        page = self._page
        wrong = next((name for name in ORDER if page and page.errors.get(name)), "")
        if wrong:
            self._fields[wrong].widget.setFocus()

    def _on_choose(self) -> None:
        page = self._page
        if page is not None:
            chooser = Chooser(
                self,
                self._texts.get("bewijs.veld.supports"),
                page.questions,
                self._texts,
                page.supports,
            )
            chooser.many_chosen.connect(self.supports_chosen)
            chooser.open()
