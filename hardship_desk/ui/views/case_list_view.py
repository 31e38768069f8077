"""The list of dossiers."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.domain.overriding import override
from hardship_desk.presenters.case_list import CaseListPage, CaseRow, FilterItem
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.field import Field, choice_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.parts import button, label

COLUMNS = ("number", "title", "kind", "municipality", "state", "changed")
STRETCHED = 1
KIND = 2
WIDTHS = {0: 16, KIND: 29, 3: 22, 4: 15, 5: 19}
KIND_NARROW = 20
EXTRA = (3, 5)
NARROW = 110
FILTERS = ("soort", "gemeente", "stand", "sinds", "maker")

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class CaseTable(QAbstractTableModel):
    """The rows of the list, for Qt; `more_wanted` when the user comes to the end of them."""

    more_wanted = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self._headers = tuple(texts.get(f"lijst.kolom.{column}") for column in COLUMNS)
        self.rows: tuple[CaseRow, ...] = ()
        self._has_more = False

    def show_rows(self, rows: tuple[CaseRow, ...], *, has_more: bool) -> None:
        """Put these rows in place of the earlier ones, or behind them where they go on from there."""
        before = len(self.rows)
        self._has_more = has_more
        if 0 < before < len(rows) and rows[:before] == self.rows:
            self.beginInsertRows(QModelIndex(), before, len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def canFetchMore(self, parent: _Index) -> bool:
        return self._has_more and not parent.isValid()

    @override
    def fetchMore(self, parent: _Index) -> None:
        self.more_wanted.emit()

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return getattr(self.rows[index.row()], COLUMNS[index.column()])
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None


class CaseListPageView(QWidget):
    """Search field, table and button for a new dossier."""

    search_changed = Signal(str)
    more_wanted = Signal()
    filter_chosen = Signal(str, str)
    filters_unwanted = Signal()
    columns_chosen = Signal(str)
    export_wanted = Signal(tuple)
    case_wanted = Signal(str)
    new_wanted = Signal()
    reference_wanted = Signal()
    rekenhulp_wanted = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("page")
        self._texts = texts
        self._model = CaseTable(texts)
        self._search = QLineEdit()
        self._search.setPlaceholderText(texts.get("lijst.zoek_voorbeeld"))
        self._search.setClearButtonEnabled(False)
        self._search.installEventFilter(self)
        self._search.setMaximumWidth(560)
        self._count = label("", "muted", wrap=False)
        self.filters = {name: self._filter(name) for name in FILTERS}
        self._clear = button(texts.get("lijst.filter.wis"), self.filters_unwanted.emit, "quiet")
        self._shown_filters: tuple[str, ...] = ()
        self._panel = Columns(*self.filters.values(), most=5, letters=24)
        self._more = button(texts.get("lijst.filter.knop"), self._toggle_filters, "quiet")
        self.export = button(texts.get("lijst.bulk.knop"), self._on_export, "quiet")
        self.export.hide()
        self._columns = QPushButton(texts.get("lijst.filter.kolommen"))
        self._hidden: frozenset[str] = frozenset()
        self._empty = label("", "muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._table = self._make_table()
        self._fill_columns_menu()
        self._lay_out()
        self._search.textEdited.connect(self.search_changed)
        self._search.returnPressed.connect(self._open_current)
        self._model.more_wanted.connect(self.more_wanted)
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._show_export())
        self._table.activated.connect(lambda _index: self._open_current())

    def show_page(self, page: CaseListPage) -> None:
        """Show the rows; the chosen one stays chosen where it can."""
        chosen = self._current()
        self._model.show_rows(page.rows, has_more=page.has_more)
        ids = [str(row.id) for row in page.rows]
        if ids and (not chosen or self._current() != chosen):
            self._table.selectRow(ids.index(chosen) if chosen in ids else 0)
        self._count.setText(page.count)
        shown = {item.name: item for item in page.filters}
        for name, field in self.filters.items():
            field.setVisible(name in shown)
            if name in shown:
                _show_filter(field, shown[name])
        if tuple(shown) != self._shown_filters:
            self._shown_filters = tuple(shown)
            self._panel.close_gaps()
        self._clear.setVisible(page.is_filtered)
        self._empty.setText(page.empty)
        self._empty.setVisible(bool(page.empty))
        self._table.setVisible(not page.empty)

    def focus_first(self) -> None:
        """Put the focus in the search field."""
        self._search.setFocus()
        self._search.selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self._table.setFocus()
            return True
        return super().eventFilter(watched, event)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setAccessibleName(self._texts.get("lijst.titel"))
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(STRETCHED, QHeaderView.ResizeMode.Stretch)
        return table

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Fit columns to the text size; where little fits, the less needed ones go."""
        metrics = self.fontMetrics()
        self._table.verticalHeader().setDefaultSectionSize(metrics.height() + 18)
        letters = self.width() // max(metrics.averageCharWidth(), 1)
        if (letters < NARROW) != self._more.isVisibleTo(self):
            self._more.setVisible(letters < NARROW)
            self._panel.setVisible(letters >= NARROW)
        for column, width in WIDTHS.items():
            # In a narrow window what a dossier is about comes before what kind of decision it is.
            room = KIND_NARROW if column == KIND and letters < NARROW else width
            self._table.setColumnWidth(column, metrics.averageCharWidth() * room)
            narrow = column in EXTRA and letters < 130
            self._table.setColumnHidden(column, narrow or COLUMNS[column] in self._hidden)

    def _lay_out(self) -> None:
        texts = self._texts
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 22, 32, 24)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(label(texts.get("lijst.titel"), "title", wrap=False), 1)
        head.addWidget(button(texts.get("rekenhulp.knop"), self.rekenhulp_wanted.emit))
        head.addWidget(button(texts.get("naslag.knop"), self.reference_wanted.emit))
        head.addWidget(button(texts.get("lijst.nieuw"), self.new_wanted.emit, "primary"))
        layout.addLayout(head)
        caption = label(texts.get("lijst.zoek"), "label")
        caption.setBuddy(self._search)
        self._search.setAccessibleName(texts.get("lijst.zoek"))
        searching = QVBoxLayout()
        searching.setSpacing(4)
        searching.addWidget(caption)
        row = QHBoxLayout()
        row.addWidget(self._search, 1)
        row.addStretch(1)
        for part in (self.export, self._clear, self._more, self._columns, self._count):
            row.addWidget(part)
        searching.addLayout(row)
        layout.addLayout(searching)
        layout.addWidget(self._panel)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._empty, 1)

    def _filter(self, name: str) -> Field:
        field = choice_field(self._texts.get(f"lijst.filter.{name}"))
        box = field.widget
        if isinstance(box, QComboBox):
            box.activated.connect(
                lambda place: self.filter_chosen.emit(name, str(box.itemData(place) or ""))
            )
        return field

    def hide_columns(self, names: str) -> None:
        """Leave these columns out, named with a comma between them."""
        self._hidden = frozenset(names.split(",")) & frozenset(COLUMNS[1:])
        self._fill_columns_menu()
        self._fit()

    def _toggle_filters(self) -> None:
        self._panel.setVisible(not self._panel.isVisibleTo(self))

    def _fill_columns_menu(self) -> None:
        menu = QMenu(self)
        for name in COLUMNS[1:]:
            entry = QAction(self._texts.get(f"lijst.kolom.{name}"), menu)
            entry.setCheckable(True)
            entry.setChecked(name not in self._hidden)
            entry.toggled.connect(lambda on, column=name: self._on_column_toggled(column, on=on))
            menu.addAction(entry)
        self._columns.setMenu(menu)
        self._columns.setProperty("kind", "menu")
        self._columns.setAccessibleName(self._texts.get("lijst.filter.kolommen"))

    def _on_column_toggled(self, column: str, *, on: bool) -> None:
        self._hidden = self._hidden - {column} if on else self._hidden | {column}
        self._fit()
        self.columns_chosen.emit(",".join(sorted(self._hidden)))

    def chosen(self) -> tuple[str, ...]:
        """The dossiers that are chosen, from top to bottom."""
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        return tuple(str(self._model.rows[row].id) for row in rows)

    def _show_export(self) -> None:
        count = len(self._table.selectionModel().selectedRows())
        self.export.setVisible(count > 1)
        self.export.setAccessibleName(self._texts.get("lijst.bulk.spreek", aantal=str(count)))

    def _on_export(self) -> None:
        self.export_wanted.emit(self.chosen())

    def _current(self) -> str:
        row = self._table.currentIndex().row()
        return self._model.rows[row].id if 0 <= row < len(self._model.rows) else ""

    def _open_current(self) -> None:
        chosen = self._current()
        if chosen:
            self.case_wanted.emit(chosen)


def _show_filter(field: Field, item: FilterItem) -> None:
    """Show the choices of a filter, and which one is chosen."""
    box = field.widget
    if not isinstance(box, QComboBox):
        return
    if [box.itemData(place) for place in range(box.count())] != [it.id for it in item.choices]:
        box.clear()
    first, *others = item.choices
    field.show_choices(first.text, tuple(others))
    box.setCurrentIndex(max(box.findData(item.chosen), 0))
