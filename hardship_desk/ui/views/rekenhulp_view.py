"""The rekenhulp: few fields, and the lines beside or below them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from hardship_desk.presenters.calculation_item import CalculationItem
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.rekenhulp import DayItem, RekenhulpPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.calculation_card import CalculationCard
from hardship_desk.ui.widgets.field import Field, choice_field, line_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.help_field import PAUSE_MS, HelpField
from hardship_desk.ui.widgets.parts import button, card, empty, label
from hardship_desk.ui.widgets.sheet import Sheet
from hardship_desk.ui.widgets.tab_regions import walk_in_order


class RekenhulpPageView(QWidget):
    """Fulfils `RekenhulpView`."""

    chosen = Signal(str)
    day_typed = Signal(str, str)
    answer_given = Signal(str, object)
    municipality_chosen = Signal(str)
    copy_wanted = Signal(int)
    clear_wanted = Signal()
    case_wanted = Signal()
    left = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("page")
        self._texts = texts
        self._page: RekenhulpPage | None = None
        self.which = choice_field(texts.get("rekenhulp.welke"))
        self.days: dict[str, Field] = {}
        self.fields: dict[str, HelpField] = {}
        self.municipality = choice_field(texts.get("rekenhulp.gemeente"))
        self._form_box, self._form = card()
        self._result_box = QWidget()
        self._result = QVBoxLayout(self._result_box)
        self._result.setContentsMargins(0, 0, 0, 0)
        self._foot = QFrame()
        self._start = button(texts.get("rekenhulp.dossier"), self.case_wanted.emit, "primary")
        self._lay_out()

    def show_choices(self, choices: tuple[Choice, ...]) -> None:
        """What can be reckoned; filled once."""
        box = self._box(self.which)
        for choice in choices:
            box.addItem(choice.text, choice.id)
        box.activated.connect(lambda _row: self.chosen.emit(self.which.text()))

    def show_page(self, page: RekenhulpPage) -> None:
        """Show the page in place; the field that is being typed in is left alone."""
        earlier, self._page = self._page, page
        box = self._box(self.which)
        box.setCurrentIndex(box.findData(page.chosen))
        if earlier is None or earlier.chosen != page.chosen:
            self._new_form(page)
        self._show_days(page.days)
        self._show_questions(page.questions)
        self.municipality.show_text(page.municipality)
        self._start.setVisible(page.can_start_case)
        if earlier is None or earlier.calculations != page.calculations:
            self._show_results(page)

    def put_on_clipboard(self, text: str) -> None:
        """Put plain text on the clipboard."""
        QGuiApplication.clipboard().setText(text)

    def focus_first(self) -> None:
        """Put the focus where the calculation is chosen."""
        self.which.widget.setFocus()

    def flush(self) -> None:
        """Take in what was typed and not yet reckoned with."""
        for field in tuple(self.fields.values()):
            field.editor.flush()
        for name, day in self.days.items():
            self.day_typed.emit(name, day.text())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _new_form(self, page: RekenhulpPage) -> None:
        """Begin an empty form for another calculation."""
        self.days.clear()
        self.fields.clear()
        self._form.removeWidget(self.municipality)
        self.municipality.setParent(None)
        empty(self._form)
        self._form.addWidget(label(self._texts.get("rekenhulp.invullen"), "heading"))
        self._form.addWidget(label(page.intro, "muted"))
        if page.municipalities:
            self.municipality.show_choices(self._texts.get("algemeen.kies"), page.municipalities)
            self._form.addWidget(self.municipality)
        self.municipality.setVisible(bool(page.municipalities))
        for day in page.days:
            self.days[day.id] = self._day(day)
        if self.days:
            self._form.addWidget(Columns(*self.days.values(), most=2, letters=22))
        self._questions = QVBoxLayout()
        self._form.addLayout(self._questions)
        self._empty = button(self._texts.get("rekenhulp.leegmaken"), self._clear, "quiet")
        self._form.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignLeft)
        self._form.addStretch(1)

    def _clear(self) -> None:
        """Empty the form and begin again."""
        self._page = None
        self.clear_wanted.emit()

    def _day(self, item: DayItem) -> Field:
        field = line_field(item.text, self._texts.get("voorbeeld.date"))
        pause = QTimer(field)
        pause.setSingleShot(True)
        pause.setInterval(PAUSE_MS)
        pause.timeout.connect(lambda: self.day_typed.emit(item.id, field.text()))
        if isinstance(field.widget, QLineEdit):
            field.widget.setText(item.raw)
            field.widget.textEdited.connect(lambda _text: pause.start())
            field.widget.editingFinished.connect(lambda: self.day_typed.emit(item.id, field.text()))
        return field

    def _show_days(self, days: tuple[DayItem, ...]) -> None:
        """A day that is half typed is not yet wrong."""
        for day in days:
            field = self.days[day.id]
            field.show_text(day.raw)
            field.show_error("" if field.widget.hasFocus() else day.error)

    def _show_questions(self, questions: tuple[QuestionItem, ...]) -> None:
        wanted = {item.id for item in questions}
        for name in [name for name in self.fields if name not in wanted]:
            gone = self.fields.pop(name)
            self._questions.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, item in enumerate(questions):
            known = self.fields.get(item.id)
            if known is None:
                known = HelpField(item, self._texts)
                known.given.connect(self.answer_given)
                self.fields[item.id] = known
                self._questions.insertWidget(place, known)
            else:
                known.show_item(item)
        self._order_tabs(questions)

    def _order_tabs(self, questions: tuple[QuestionItem, ...]) -> None:
        """Walk the fields as the eye does, also those that came later."""
        days = (field.widget for field in self.days.values())
        stops: list[QWidget] = [self.municipality.widget, *days]
        for item in questions:
            stops.extend(self.fields[item.id].editor.fields())
        stops.append(self._empty)
        walk_in_order(stops)

    def _show_results(self, page: RekenhulpPage) -> None:
        empty(self._result)
        texts = self._texts
        for problem in page.problems:
            self._result.addWidget(label(problem, "error"))
        if not page.calculations:
            self._result.addWidget(label(texts.get("rekenhulp.geen"), "muted"))
        for place, item in enumerate(page.calculations):
            self._result.addWidget(CalculationCard(item, full=True))
            if len(page.calculations) > 1:
                self._result.addWidget(self._copy(place, item), 0, Qt.AlignmentFlag.AlignLeft)
        if page.assumed:
            self._result.addWidget(label(texts.get("rekenhulp.aannames"), "label"))
            for line in page.assumed:
                self._result.addWidget(label(line, "muted"))
            self._result.addWidget(label(texts.get("rekenhulp.aannames_niet_mee"), "small"))
        self._result.addStretch(1)

    def _copy(self, place: int, item: CalculationItem) -> QWidget:
        made = button(
            self._texts.get("rekenhulp.kopieer_een"), lambda: self.copy_wanted.emit(place), "quiet"
        )
        made.setAccessibleName(self._texts.get("rekenhulp.kopieer_lang", wat=item.title))
        return made

    def _lay_out(self) -> None:
        texts = self._texts
        sheet = Sheet(texts.get("rekenhulp.titel"), texts.get("rekenhulp.uitleg"))
        top = QHBoxLayout()
        top.addWidget(self.which, 1)
        top.addStretch(1)
        sheet.body.addLayout(top)
        right, column = card()
        column.addWidget(label(texts.get("rekenhulp.uitkomst"), "heading"))
        column.addWidget(label(texts.get("rekenhulp.hulp"), "muted"))
        column.addWidget(self._result_box)
        column.addStretch(1)
        sheet.body.addWidget(Columns(self._form_box, right, most=2, letters=48))
        sheet.finish()
        self._lay_out_foot()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(sheet, 1)
        layout.addWidget(self._foot)
        self.tab_panels = (self._form_box, self._result_box, self._foot)
        box = self._box(self.municipality)
        box.activated.connect(lambda _row: self.municipality_chosen.emit(self.municipality.text()))

    def _lay_out_foot(self) -> None:
        texts = self._texts
        self._foot.setObjectName("footer")
        buttons = QHBoxLayout(self._foot)
        buttons.setContentsMargins(32, 10, 32, 10)
        buttons.addWidget(button(texts.get("rekenhulp.terug"), self.left.emit))
        buttons.addStretch(1)
        buttons.addWidget(button(texts.get("rekenhulp.kopieer"), lambda: self.copy_wanted.emit(-1)))
        buttons.addWidget(self._start)

    @staticmethod
    def _box(field: Field) -> QComboBox:
        if not isinstance(field.widget, QComboBox):
            raise TypeError("not_a_list")
        return field.widget
