"""The dialog that makes dossiers of a list."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.presenters.header_lists import ListPage, ListPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.header_lists import HeaderListService
from hardship_desk.ui.running.background import Steps
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.parts import button, empty, label
from hardship_desk.ui.widgets.room import give_room, scrolling_body


class HeaderListDialog(QDialog):
    """Fulfils `ListView`; tells `made` when dossiers came."""

    made = Signal()

    def __init__(
        self, parent: QWidget | None, service: HeaderListService, texts: WindowTexts
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._stopped = Event()
        self.setWindowTitle(texts.get("inlezen.titel"))
        self.presenter = ListPresenter(service, self, texts, TaskRunner(self, self._wait))
        self.problems = QListWidget()
        self.problems.setAccessibleName(texts.get("inlezen.titel"))
        self._progress = QProgressBar()
        self._said = label("", "label")
        self._lines = QVBoxLayout()
        self._choose = button(texts.get("inlezen.kies"), self._ask_file)
        self._take = button("", self.take_in, "primary")
        self._stop = button(texts.get("inlezen.stop"), self._stopped.set)
        self._close = button(texts.get("organisatie.sluiten"), self.reject)
        self._lay_out()
        for widget in (self.problems, self._progress, self._take, self._stop):
            widget.hide()

    @property
    def said(self) -> str:
        """What the dialog says came of it."""
        return self._said.text()

    def take_in(self) -> None:
        """Make the dossiers; Stop takes all of them back."""
        self._stopped.clear()
        self._progress.setValue(0)
        for widget in (self._progress, self._stop):
            widget.show()
        self._stop.setFocus()
        steps, stopped = Steps(self, self._on_stepped), self._stopped

        def watch(done: int, of: int) -> bool:
            steps.tell((done, of))
            return not stopped.is_set()

        self.presenter.take_in(watch)

    def show_page(self, page: ListPage) -> None:
        """Show what the list holds, and every mistake."""
        self._said.setText("")
        empty(self._lines)
        for line in page.lines:
            self._lines.addWidget(label(line))
        self.problems.clear()
        self.problems.addItems(list(page.problems))
        self.problems.setVisible(bool(page.problems))
        self._take.setText(page.action)
        self._take.setVisible(bool(page.action))
        (self._take if page.action else self._choose).setFocus()

    def show_said(self, text: str, *, is_problem: bool) -> None:
        """What was done, or why not."""
        self._said.setText(f"{'⚠' if is_problem else '✓'} {text}")
        if not is_problem:
            self.made.emit()

    @override
    def reject(self) -> None:
        """Escape while dossiers are made stops that first."""
        if self._stop.isVisible():
            self._stopped.set()
        else:
            super().reject()

    def _on_stepped(self, step: tuple[int, int]) -> None:
        done, of = step
        self._progress.setMaximum(of)
        self._progress.setValue(done)
        said = self._texts.get("inlezen.bezig", klaar=str(done), alle=str(of))
        self._progress.setAccessibleName(said)

    def _wait(self, busy: bool) -> None:
        for widget in (self._choose, self._take, self._close):
            widget.setEnabled(not busy)
        if not busy:
            self._progress.hide()
            self._stop.hide()

    def _ask_file(self) -> None:
        title = self._texts.get("inlezen.kies")
        name, _ = QFileDialog.getOpenFileName(self, title, "", "*.csv *.json *.txt")
        if name:
            self.presenter.look(Path(name))

    def _lay_out(self) -> None:
        layout, foot = scrolling_body(self)
        layout.setContentsMargins(24, 20, 24, 10)
        layout.setSpacing(10)
        layout.addWidget(label(self.windowTitle(), "heading"))
        layout.addWidget(label(self._texts.get("inlezen.uitleg"), "muted"))
        layout.addWidget(label(self._texts.get("inlezen.kolommen"), "muted"))
        layout.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._lines)
        layout.addWidget(self.problems, 100)
        layout.addWidget(self._progress)
        layout.addWidget(self._said)
        layout.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        for widget in (self._stop, self._close, self._take):
            row.addWidget(widget)
        foot.addLayout(row)
        give_room(self, 92, 25)
