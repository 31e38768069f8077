"""The form for a new dossier."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.domain.overriding import override
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.new_case import NewCaseForm, NewCasePage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.combo import ComboBox
from hardship_desk.ui.widgets.parts import button, card, label, no_wider, restyle
from hardship_desk.ui.widgets.scrolled import Scrolled
from hardship_desk.ui.widgets.tab_regions import walk_in_order

LINES = ("number", "title", "person", "conduct_from", "conduct_to", "decision_date", "reason")
WIDEST = 980
DATES = ("conduct_from", "conduct_to", "decision_date")


class NewCasePageView(QWidget):
    """One page with all fields; errors stand under their field."""

    create_wanted = Signal(object)
    cancel_wanted = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("page")
        self._texts = texts
        self._lines = {name: QLineEdit() for name in LINES}
        self._municipality = _searchable()
        self._codes: dict[str, str] = {}
        self._type = ComboBox()
        self._weights = QButtonGroup(self)
        self._weight_ids: tuple[str, ...] = ()
        self._errors: dict[str, QLabel] = {}
        self._about = label("", "label")
        for name in DATES:
            self._lines[name].setPlaceholderText(texts.get("voorbeeld.date"))
        for name in ("number", "title", "person", "reason"):
            self._lines[name].setPlaceholderText(texts.get(f"nieuw.voorbeeld.{name}"))
        line = self._municipality.lineEdit()
        if line is not None:
            line.setPlaceholderText(texts.get("nieuw.voorbeeld.gemeentecode"))
        self._create = button(texts.get("nieuw.maken"), self._on_create, "primary")
        self._cancel = button(texts.get("nieuw.annuleren"), self.cancel_wanted.emit)
        self._weight_row = QHBoxLayout()
        self._weight_row.setSpacing(18)
        self._weight_hint = label("", "small")
        self._lines["reason"].returnPressed.connect(self._on_create)
        self._take_errors_away_on_change()
        self._lay_out()

    def show_page(self, page: NewCasePage) -> None:
        """Show choices and errors; what was typed stays."""
        if not self._weight_ids:
            self._fill(page)
        if page.known is not None:
            self._begin_with(page.known)
        if page.about:
            self._about.setText(page.about)
            self._about.show()
        for name in self._errors:
            self._show_error(name, page.errors.get(name, ""))
        wrong = next((name for name in self._errors if page.errors.get(name)), "")
        if wrong:
            self._field(wrong).setFocus()

    def focus_first(self) -> None:
        """Put the focus in the first field."""
        self._lines["number"].setFocus()

    def _show_error(self, name: str, text: str) -> None:
        shown = self._errors[name]
        shown.setText(f"⚠ {text}" if text else "")
        shown.setVisible(bool(text))
        field = self._field(name)
        if name != "weight":
            field.setAccessibleDescription(text)
        restyle(field, "state", "error" if text else "")

    def _take_errors_away_on_change(self) -> None:
        """What was said about a field does not hold once it is changed."""
        for name, line in self._lines.items():
            line.textEdited.connect(partial(self._mend, _problem_name(name)))
        self._municipality.editTextChanged.connect(partial(self._mend, "gemeentecode"))
        self._type.activated.connect(partial(self._mend, "type"))
        self._weights.idClicked.connect(partial(self._mend, "weight"))

    def _mend(self, name: str, _to: object) -> None:
        if self._errors[name].text():
            self._show_error(name, "")

    def _fill(self, page: NewCasePage) -> None:
        for choice in page.municipalities:
            words = f"{choice.text} ({choice.detail})" if choice.detail else choice.text
            self._municipality.addItem(words, choice.id)
            self._codes[choice.text.casefold()] = self._codes[words.casefold()] = choice.id
        self._municipality.setCurrentIndex(self._municipality.findData(page.municipality))
        self._type.addItem(self._texts.get("algemeen.kies"), "")
        for choice in page.types:
            self._type.addItem(choice.text, choice.id)
        self._weight_ids = tuple(choice.id for choice in page.weights)
        for place, choice in enumerate(page.weights):
            self._weight_row.addWidget(self._radio(place, choice))
        self._weight_row.addStretch(1)
        self._weight_hint.setText("\n".join(f"{item.text}. {item.detail}" for item in page.weights))
        self._order_tabs()

    def _begin_with(self, known: NewCaseForm) -> None:
        """Show what is known already; only at the start, never over what was typed."""
        for name in DATES:
            self._lines[name].setText(getattr(known, name))
        if known.municipality:
            self._municipality.setCurrentIndex(self._municipality.findData(known.municipality))
        self._type.setCurrentIndex(max(self._type.findData(known.type), 0))

    def _order_tabs(self) -> None:
        """Walk the form as the eye does, line by line."""
        lines = self._lines
        order = (
            *(lines["number"], self._municipality, lines["title"], self._type),
            *(lines["person"], lines["decision_date"], lines["conduct_from"], lines["conduct_to"]),
            *(*self._weights.buttons(), lines["reason"], self._create, self._cancel),
        )
        walk_in_order(order)

    def _radio(self, place: int, choice: Choice) -> QRadioButton:
        radio = QRadioButton(choice.text)
        radio.setAccessibleName(f"{self._texts.get('nieuw.gewicht')}: {choice.text}")
        radio.setAccessibleDescription(choice.detail)
        self._weights.addButton(radio, place)
        return radio

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit or the first letter chooses a weight, as at the questions."""
        focus, key = self.focusWidget(), event.text().casefold()
        for place, radio in enumerate(self._weights.buttons(), start=1):
            if key and focus in self._weights.buttons() and key in (str(place), _initial(radio)):
                radio.setFocus()
                radio.click()
                return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        texts = self._texts
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = Scrolled()
        scroll.setWidget(content)
        outer.addWidget(scroll)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(32, 22, 32, 24)
        layout.setSpacing(10)
        layout.addWidget(label(texts.get("nieuw.titel"), "title"))
        layout.addWidget(label(texts.get("nieuw.intro"), "muted"))
        layout.addWidget(self._about)
        self._about.hide()
        frame, inside = card()
        inside.addLayout(self._grid())
        layout.addLayout(no_wider(frame, WIDEST))
        buttons = QHBoxLayout()
        buttons.addWidget(self._create)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(4)
        weight = QWidget()
        weight.setLayout(self._weight_row)
        self._weight_row.setContentsMargins(0, 0, 0, 0)
        for place, (name, field) in enumerate(
            (
                ("number", self._lines["number"]),
                ("gemeentecode", self._municipality),
                ("title", self._lines["title"]),
                ("type", self._type),
                ("person", self._lines["person"]),
                ("decision_date", self._lines["decision_date"]),
                ("conduct_from", self._lines["conduct_from"]),
                ("conduct_to", self._lines["conduct_to"]),
            )
        ):
            self._add(grid, (place // 2 * 3, place % 2), name, field)
        caption = label(texts_of(self._texts, "weight"), "label")
        caption.setContentsMargins(0, 6, 0, 0)
        grid.addWidget(caption, 12, 0, 1, 2)
        grid.addWidget(weight, 13, 0, 1, 2)
        grid.addWidget(self._weight_hint, 14, 0, 1, 2)
        self._errors["weight"] = label("", "error")
        self._errors["weight"].hide()
        grid.addWidget(self._errors["weight"], 15, 0, 1, 2)
        self._add(grid, (16, 0), "reason", self._lines["reason"], span=2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        return grid

    def _add(
        self, grid: QGridLayout, at: tuple[int, int], name: str, field: QWidget, span: int = 1
    ) -> None:
        row, column = at
        text = texts_of(self._texts, name)
        caption = label(text, "label")
        caption.setBuddy(field)
        caption.setContentsMargins(0, 6, 0, 0)
        field.setAccessibleName(text)
        error = label("", "error")
        error.hide()
        self._errors[_problem_name(name)] = error
        grid.addWidget(caption, row, column, 1, span, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(field, row + 1, column, 1, span)
        grid.addWidget(error, row + 2, column, 1, span)

    def _field(self, problem: str) -> QWidget:
        fields: dict[str, QWidget] = {_problem_name(key): item for key, item in self._lines.items()}
        first = self._weights.button(0)
        chosen = {"gemeentecode": self._municipality, "type": self._type, "weight": first}
        return {**fields, **chosen}[problem]

    def _code(self) -> str:
        """The municipality that was typed: its name, the only one that begins so, or the words."""
        typed = self._municipality.currentText().strip().casefold()
        if typed in self._codes:
            return self._codes[typed]
        fits = {code for name, code in self._codes.items() if typed and name.startswith(typed)}
        return fits.pop() if len(fits) == 1 else typed

    def _on_create(self) -> None:
        text = {name: line.text() for name, line in self._lines.items()}
        chosen = self._weights.checkedId()
        self.create_wanted.emit(
            NewCaseForm(
                number=text["number"],
                municipality=self._code(),
                title=text["title"],
                type=str(self._type.currentData() or ""),
                weight=self._weight_ids[chosen] if chosen >= 0 else "",
                weight_reason=text["reason"],
                person=text["person"],
                conduct_from=text["conduct_from"],
                conduct_to=text["conduct_to"],
                decision_date=text["decision_date"],
            )
        )


def texts_of(texts: WindowTexts, name: str) -> str:
    """The label of a field of the form."""
    return texts.get(f"nieuw.veld.{name}")


def _problem_name(name: str) -> str:
    return {"person": "person_label", "reason": "weight_reason"}.get(name, name)


def _searchable() -> QComboBox:
    box = ComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(box.model(), box)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    offered = completer.popup()
    if offered is not None:
        offered.setObjectName("offered")
        offered.setItemDelegate(QStyledItemDelegate(box))
    box.setCompleter(completer)
    return box


def _initial(radio: QAbstractButton) -> str:
    return radio.text()[:1].casefold()
