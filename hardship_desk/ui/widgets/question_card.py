"""One question on the page: text, editor, ways around an answer, links, and the error under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from hardship_desk.presenters.question_item import Mode, QuestionItem
from hardship_desk.presenters.remarks import RemarkItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.card_column import CardColumn
from hardship_desk.ui.widgets.detour import Detour
from hardship_desk.ui.widgets.editors.factory import editor_for
from hardship_desk.ui.widgets.parts import button, in_dutch, label, restyle, show_part
from hardship_desk.ui.widgets.remark_card import RemarkCard
from hardship_desk.ui.widgets.tab_regions import walk_in_order
from hardship_desk.ui.widgets.tags import TagRow

_OWN_DESCRIPTION = "own_description"
_TO_LOOK_AT = ("uitleg", "in_rapport", "verloop")
"""What the menu offers at an answer that cannot change any more."""
_WITH_STOCK = "long_text"
"""The kind of answer in which a text to use again fits."""
MINE, THEIRS = "mijn", "andere"


class QuestionCard(QFrame):
    """Shows one question and tells what the user does with it."""

    answer_given = Signal(str, object, bool)
    not_applicable_given = Signal(str, str)
    investigation_given = Signal(str, str, str)
    unknown_given = Signal(str)
    clear_wanted = Signal(str)
    tag_chosen = Signal(str, str)
    evidence_wanted = Signal(str)
    history_wanted = Signal(str)
    report_wanted = Signal(str)
    stock_text_wanted = Signal()
    conflict_settled = Signal(str, str)
    remark_answered = Signal(str, str)

    def __init__(
        self, item: QuestionItem, texts: WindowTexts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.item = item
        self._texts = texts
        self._mode, self._is_shown = item.mode, False
        self.editor = editor_for(item, texts)
        self._detour = Detour(item, texts)
        self._tags = TagRow(item, texts.get("vraag.uitspraak"))
        self._title = label(item.text, "label")
        self._title.setBuddy(self.editor.fields()[0])
        self._basis = label(item.basis, "small", wrap=False)
        self._printed = label(item.printed, "small", wrap=False)
        self._title.setContentsMargins(0, 4, 0, 0)
        self._help = label(item.help, "muted")
        self._why = label(item.why, "small")
        self._why.hide()
        in_dutch(self._title, self._help, self._why)
        self._error = label("", "error")
        self._notes = label("", "small")
        self._remarks: CardColumn[RemarkCard, RemarkItem] = CardColumn(
            self._remark, RemarkCard.show_item
        )
        self._chip = label("", "chip", wrap=False)
        self._conflict: QWidget | None = None
        self._more = self._more_button()
        self._lay_out()
        self.editor.given.connect(self._on_editor_given)
        self._detour.reason_given.connect(self._on_detour_reason_given)
        self._detour.investigation_given.connect(self._on_detour_investigation_given)
        self._detour.left.connect(self._on_detour_left)
        self._tags.chosen.connect(self._on_tags_chosen)
        self.show_item(item)

    def show_item(self, item: QuestionItem) -> None:
        """Bring the card up to date; what has the focus is left alone."""
        if self._is_shown and item == self.item and self.editor.raw() == item.raw:
            return
        self._is_shown = True
        if item.mode is not self.item.mode:
            self._mode = item.mode
        self.item = item
        self.editor.show_item(item)
        self.editor.show_error(wrong=bool(item.error))
        self._detour.show_item(item)
        self._tags.show_item(item)
        self._show_mode()
        self._describe()
        self._error.setText(f"⚠ {item.error}" if item.error else "")
        self._error.setVisible(bool(item.error))
        self._show_conflict(visible=item.conflict)
        notes = [*item.notes]
        if item.evidence_titles:
            notes.append(self._texts.get("vraag.bewijs", titels="; ".join(item.evidence_titles)))
        self._notes.setText("\n".join(notes))
        show_part(self._notes, visible=bool(notes))
        self._show_remarks()
        self._chip.setText(self._chip_text())
        show_part(self._chip, visible=bool(self._chip.text()))
        restyle(self, "state", "error" if item.error else "")

    @property
    def error_text(self) -> str:
        """What the card says is wrong, or empty."""
        return self._error.text()

    def flush(self) -> None:
        """Save now what was typed and not yet saved."""
        self.editor.flush()
        self._detour.flush()
        for remark in self._remarks.cards():
            remark.flush()

    def save_typed(self) -> None:
        """Save what was typed so far; the user may go on typing."""
        self.editor.save_typed()
        self._detour.flush()

    def focus(self) -> None:
        """Put the focus in the question."""
        if self._mode is Mode.ANSWER:
            self.editor.focus_first()
        else:
            self._detour.focus_first()

    def show_help(self, *, visible: bool) -> None:
        """Show or hide why the question is asked."""
        self._why.setVisible(visible and bool(self.item.why))

    def open_menu(self) -> None:
        """Open the menu with the ways around an answer."""
        self._more.showMenu()

    def tab_stops(self) -> tuple[QWidget, ...]:
        """The widgets that take the focus, in the order of the eye."""
        remarks = (field for card in self._remarks.cards() for field in card.fields())
        fields = (*self.editor.fields(), *self._detour.fields(), *self._tags.fields())
        return (*fields, *remarks, self._more)

    def _lay_out(self) -> None:
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 14, 14)
        layout.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(self._about())
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        for part in (
            self._help,
            self._why,
            self.editor,
            self._detour,
            self._error,
            self._tags,
            self._notes,
        ):
            layout.addWidget(part)
        layout.addLayout(self._remarks.layout)
        show_part(self._help, visible=bool(self.item.help))

    def _remark(self, item: RemarkItem) -> RemarkCard:
        made = RemarkCard(item, self._texts)
        made.answered.connect(self.remark_answered)
        return made

    def _show_remarks(self) -> None:
        """Show the remarks; one that came in meanwhile is walked to with Tab in its place."""
        before = len(self._remarks.cards())
        self._remarks.show_items((item.id, item) for item in self.item.remarks)
        if len(self._remarks.cards()) != before:
            walk_in_order(self.tab_stops())

    def _about(self) -> QVBoxLayout:
        """The article of the question above the paper on which its answer stands."""
        about = QVBoxLayout()
        about.setContentsMargins(0, 2, 0, 0)
        about.setSpacing(0)
        for part in (self._basis, self._printed):
            about.addWidget(part, 0, Qt.AlignmentFlag.AlignRight)
            if not part.text():
                part.hide()
        about.addStretch(1)
        return about

    def _more_button(self) -> QPushButton:
        made = QPushButton(self._texts.get("vraag.meer"))
        made.setProperty("kind", "menu")
        made.setAccessibleName(self._texts.get("vraag.meer_lang", vraag=self.item.text))
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: self._fill_menu(menu))
        made.setMenu(menu)
        return made

    def _fill_menu(self, menu: QMenu) -> None:
        """Fill the menu; of an answer that cannot change only what can be looked at."""
        menu.clear()
        for key, action in (
            ("uitleg", self._toggle_help),
            ("tekstblok", self._ask_stock_text),
            ("onbekend", lambda: self.unknown_given.emit(self.item.id)),
            ("nvt", lambda: self.switch(Mode.NOT_APPLICABLE)),
            ("uitzoeken", lambda: self.switch(Mode.INVESTIGATE)),
            ("bewijs_koppelen", lambda: self.evidence_wanted.emit(self.item.id)),
            ("in_rapport", lambda: self.report_wanted.emit(self.item.id)),
            ("verloop", lambda: self.history_wanted.emit(self.item.id)),
            ("wissen", lambda: self.clear_wanted.emit(self.item.id)),
        ):
            if self.item.locked and key not in _TO_LOOK_AT:
                continue
            if key == "tekstblok" and (
                self.item.kind != _WITH_STOCK or self._mode is not Mode.ANSWER
            ):
                continue
            entry = QAction(self._texts.get(f"vraag.{key}"), menu)
            entry.triggered.connect(action)
            menu.addAction(entry)

    def _ask_stock_text(self) -> None:
        self.editor.focus_first()
        self.stock_text_wanted.emit()

    def _toggle_help(self) -> None:
        self.show_help(visible=not self._why.isVisible())

    def switch(self, mode: Mode) -> None:
        """Show the fields of another way to settle the question."""
        self._mode = mode
        self._show_mode()
        self._detour.focus_first()

    def _show_mode(self) -> None:
        show_part(self.editor, visible=self._mode is Mode.ANSWER)
        was_made = bool(self._detour.fields())
        self._detour.show_mode(self._mode)
        if not was_made and self._detour.fields():
            walk_in_order(self.tab_stops())

    def _show_conflict(self, *, visible: bool) -> None:
        """The way out of a conflict, made when there is one."""
        if visible and self._conflict is None:
            self._conflict = _two_ways(
                self._texts,
                lambda: self.conflict_settled.emit(self.item.id, MINE),
                lambda: self.conflict_settled.emit(self.item.id, THEIRS),
            )
            self._column.insertWidget(self._column.indexOf(self._error) + 1, self._conflict)
        if self._conflict is not None:
            self._conflict.setVisible(visible)

    def _describe(self) -> None:
        """Let who cannot see the card hear at the field what is wrong and where it is printed."""
        for field in self.editor.fields():
            own = field.property(_OWN_DESCRIPTION)
            if own is None:
                own = field.accessibleDescription()
                field.setProperty(_OWN_DESCRIPTION, own)
            parts = (self.item.error, str(own), self.item.printed)
            field.setAccessibleDescription(". ".join(part for part in parts if part))

    def _chip_text(self) -> str:
        if not self.item.required and not self.item.settled:
            return self._texts.get("vraag.mag")
        keys = {
            Mode.INVESTIGATE: "vraag.uit_te_zoeken",
            Mode.UNKNOWN: "vraag.is_onbekend",
            Mode.NOT_APPLICABLE: "vraag.nvt_kort",
        }
        return self._texts.get(keys[self.item.mode]) if self.item.mode in keys else ""

    @Slot(object, bool)
    def _on_editor_given(self, raw: object, final: bool) -> None:
        self.answer_given.emit(self.item.id, raw, final)

    @Slot(str)
    def _on_detour_reason_given(self, reason: str) -> None:
        self.not_applicable_given.emit(self.item.id, reason)

    @Slot(str, str)
    def _on_detour_investigation_given(self, actor: str, due: str) -> None:
        self.investigation_given.emit(self.item.id, actor, due)

    @Slot()
    def _on_detour_left(self) -> None:
        was_saved = self.item.mode is not Mode.ANSWER
        self._mode = Mode.ANSWER
        self._show_mode()
        if was_saved:
            self.clear_wanted.emit(self.item.id)
        self.editor.focus_first()

    @Slot(str)
    def _on_tags_chosen(self, tag: str) -> None:
        self.tag_chosen.emit(self.item.id, tag)


def _two_ways(
    texts: WindowTexts, on_mine: Callable[[], object], on_theirs: Callable[[], object]
) -> QWidget:
    """The choice between what was typed here and what came to stand there meanwhile."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button(texts.get("conflict.mijn"), on_mine))
    row.addWidget(button(texts.get("conflict.andere"), on_theirs, "quiet"))
    row.addStretch(1)
    return made
