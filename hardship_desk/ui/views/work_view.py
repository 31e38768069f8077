"""The work page: rail, questions and Kompas, with the saved state and the way on below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.presenters.work import WorkPage
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.running.idle_work import IdleWork
from hardship_desk.ui.views.question_column import QuestionColumn
from hardship_desk.ui.widgets.chooser import Chooser
from hardship_desk.ui.widgets.kompas import Kompas
from hardship_desk.ui.widgets.parts import button, label, restyle
from hardship_desk.ui.widgets.question_card import QuestionCard
from hardship_desk.ui.widgets.rail import Rail

REFRESH_MS = 250
RAIL_LETTERS, KOMPAS_LETTERS = 110, 130


class WorkPageView(QWidget):
    """Shows a step and tells what the user does in it."""

    step_wanted = Signal(int)
    move_wanted = Signal(int)
    refresh_wanted = Signal()
    evidence_chosen = Signal(str, tuple)
    message_wanted = Signal(str)
    undo_wanted = Signal()
    step_settled = Signal()
    ahead_wanted = Signal()
    size_changed = Signal()
    question_entered = Signal(str)
    _entered: tuple[int, ...] = ()
    """The steps on the page at whose question the user was last."""

    def __init__(self, texts: WindowTexts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._texts = texts
        self._page: WorkPage | None = None
        self.rail = Rail(theme, texts.get("rail.titel"))
        self.column = QuestionColumn(texts)
        self.kompas = Kompas(texts)
        self._summary = label("", "small", wrap=False)
        self._help = button(texts.get("werk.uitleg"), self.column.toggle_help, "quiet")
        self._steps = button(texts.get("werk.stap_kiezen"), self._on_steps, "quiet")
        self._side = QFrame()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._width = 0
        self._saved = label("", "muted")
        self._undo = button(texts.get("ongedaan.knop"), self.undo_wanted.emit, "quiet")
        self._back = button(texts.get("werk.vorige"), lambda: self.move_wanted.emit(-1))
        self._next = button(texts.get("werk.volgende"), lambda: self.move_wanted.emit(1), "primary")
        self._refresh, self._settle, self._enter = QTimer(self), QTimer(self), QTimer(self)
        for timer in (self._refresh, self._settle, self._enter):
            timer.setSingleShot(True)
            timer.setInterval(REFRESH_MS)
        self.idle = IdleWork(self)
        self._lay_out()
        self._connect()

    def show_page(self, page: WorkPage) -> None:
        """Show the page in place; what has the focus is left alone."""
        self._page = page
        self.rail.show_page(page.rail)
        self._follow(QApplication.focusWidget())
        self._summary.setText(page.rail.summary)
        self.column.show_page(page)
        self.kompas.show_page(page.kompas)
        self._saved.setText(page.saved)
        restyle(self._saved, "role", "error" if page.unsaved else "muted")
        self._undo.setVisible(bool(page.undo))
        self._undo.setToolTip(page.undo)
        self._undo.setAccessibleDescription(page.undo)
        self._back.setEnabled(page.can_go_back)
        self._next.setText(page.next_text)
        self._next.setAccessibleName(page.next_text.replace("&", ""))
        self.idle.start(self._filling())
        self._enter.start()

    def finish(self) -> None:
        """Make at once what is still missing on the page."""
        for _piece in self._filling():
            pass

    def _filling(self) -> Iterator[None]:
        """What is missing on the page: in sight first, then the Kompas, then what stands below the edge."""
        yield from self.column.filling()
        yield from self.kompas.finishing()
        yield from self.column.finishing()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:  # as Qt calls it
        self.finish()
        return super().focusNextPrevChild(next)

    def _follow(self, now: QWidget | None) -> None:
        """Where all steps stand on one page, mark in the rail the one that the user is in."""
        if self._page is None or len(self._page.groups) < 2 or not self.isVisible():
            return
        while now is not None and now is not self.column:
            if isinstance(now, QuestionCard):
                self.rail.choose(now.item.step)
                return
            now = now.parentWidget()

    def _on_application_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._follow(now)
        if self.isVisible():
            self._enter.start()

    def _on_enter_timeout(self) -> None:
        """Tell at which question the user stays, for what the Kompas says of it."""
        if not self.isVisible():
            return  # nobody stays there; the cards of a page that was left may be gone already
        now = QApplication.focusWidget()
        question = self.column.sheet.name_of(now) if now is not None else ""
        steps = self._page.steps if self._page is not None else ()
        # Who is in the Kompas, or in another window, is still at that question; on another page nobody is.
        if question or steps != self._entered:
            self._entered = steps
            self.question_entered.emit(question)

    def prepare(self, page: WorkPage) -> None:
        """Build a page that is not shown yet, in moments when nothing happens."""
        pieces = chain(self.column.building(page), self.kompas.building(page.kompas))
        self.idle.start(pieces)

    @property
    def saved_text(self) -> str:
        """What the page says about saving."""
        return self._saved.text()

    def focus_question(self, question: str) -> None:
        """Put the focus at a question, or at the first one."""
        self._make_room()
        self.column.focus_question(question)

    def show_anew(self, question: str) -> None:
        """Show the answer to a question as it is now, also where the user is in it."""
        self.column.show_anew(question)

    def ask_to_save_step(self) -> None:
        """Tell in a moment that the user stays at this step."""
        self._settle.start()

    def ask_for_refresh(self) -> None:
        """Ask for a new run of the rules in a moment."""
        self._refresh.start()

    def flush(self) -> None:
        """Save everything that was typed and not yet saved, and run what was postponed."""
        self.column.flush()
        self.kompas.flush()
        if self._settle.isActive():
            self._settle.stop()
            self.step_settled.emit()
        if self._refresh.isActive():
            self._refresh.stop()
            self.refresh_wanted.emit()

    def save_typed(self) -> None:
        """Save what was typed so far; the user may go on typing."""
        self.column.save_typed()
        self.kompas.flush()

    def panels(self) -> tuple[QWidget, ...]:
        """The panels that F6 walks through."""
        first = () if self._side.isHidden() else (self.rail,)
        return (*first, self.column, self.kompas)

    def focus_panel(self, panel: QWidget) -> None:
        """Put the focus in a panel; among the questions at the one that had it last."""
        if panel is self.column:
            self._make_room()
            self.column.focus_back()
        elif panel is self.kompas:
            self.kompas.focus_first()
        else:
            panel.setFocus()

    def _make_room(self) -> None:
        """Show the questions where the Kompas stands in their place."""
        if self._side.isHidden():
            self.kompas.fold(folded=True)

    def _connect(self) -> None:
        self._refresh.timeout.connect(self.refresh_wanted)
        self._settle.timeout.connect(self.step_settled)
        self._enter.timeout.connect(self._on_enter_timeout)
        self.idle.free.connect(self.ahead_wanted)
        QApplication.instance().focusChanged.connect(self._on_application_focus_changed)  # type: ignore[union-attr]  # there is one
        self.rail.step_chosen.connect(self.step_wanted)
        self.kompas.fold_changed.connect(self._share)
        self.column.evidence_wanted.connect(self._on_column_evidence_wanted)
        self.column.step_in_sight.connect(self._on_column_step_in_sight)

    def _lay_out(self) -> None:
        side = self._side
        side.setObjectName("side")
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 6, 1, 10)
        inside.setSpacing(4)
        inside.addWidget(self.rail, 1)
        self._summary.setContentsMargins(18, 0, 8, 0)
        inside.addWidget(self._summary)
        split = self._split
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        for part, stretch in ((side, 0), (self.column, 1), (self.kompas, 0)):
            split.addWidget(part)
            split.setStretchFactor(split.indexOf(part), stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(split, 1)
        self._foot = self._footer()
        layout.addWidget(self._foot)
        self.tab_panels = (self._side, self.column, self.kompas, self._foot)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.size_changed.emit()
        self.idle.start(self._filling())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._width = 0
            self._fit()
            self.size_changed.emit()
            self.idle.start(self._filling())

    def _fit(self) -> None:
        """Give each part its share; where little fits, the Kompas folds and the rail goes."""
        letter = max(self.fontMetrics().averageCharWidth(), 1)
        letters = self.width() // letter
        if letters == self._width:
            return
        self._width = letters
        self._side.setMinimumWidth(letter * 22)
        narrow = letters < RAIL_LETTERS
        self._side.setVisible(not narrow)
        self._steps.setVisible(narrow)
        self._help.setVisible(not narrow)
        self.kompas.fold(folded=letters < KOMPAS_LETTERS)
        self._share()

    def _share(self) -> None:
        """Give rail, questions and Kompas their share of the width."""
        width, letter = self.width(), max(self.fontMetrics().averageCharWidth(), 1)
        rail = 0 if self._side.isHidden() else min(width * 23 // 100, letter * 40)
        kompas = self.kompas.maximumWidth()
        narrow = self._side.isHidden()
        self.column.setVisible(self.kompas.is_folded or not narrow)
        if not self.kompas.is_folded:
            kompas = width if narrow else min(width // 4, letter * 52)
        self._split.setSizes([rail, width - rail - kompas, kompas])

    def _footer(self) -> QFrame:
        footer = QFrame()
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(20, 8, 20, 8)
        row.setSpacing(12)
        row.addWidget(self._saved, 1)
        row.addWidget(self._undo)
        row.addWidget(self._steps)
        row.addWidget(self._help)
        row.addWidget(self._back)
        row.addWidget(self._next)
        return footer

    def _on_steps(self) -> None:
        if self._page is not None:
            steps = tuple(
                Choice(id=str(step.number), text=f"{step.number}  {step.title}", detail=step.spoken)
                for phase in self._page.rail.phases
                for step in phase.steps
                if step.on_route
            )
            chooser = Chooser(self, self._texts.get("rail.titel"), steps, self._texts)
            chooser.chosen.connect(lambda step: self.step_wanted.emit(int(step)))
            chooser.open()

    @Slot(int)
    def _on_column_step_in_sight(self, step: int) -> None:
        """Mark in the rail the step that was scrolled to, unless the user is in the rail."""
        if not self.rail.hasFocus():
            self.rail.choose(step)

    @Slot(str)
    def _on_column_evidence_wanted(self, question: str) -> None:
        page = self._page
        if page is None:
            return
        items = [item for group in page.groups for item in group.questions]
        if not page.evidence:
            self.message_wanted.emit(self._texts.get("vraag.bewijs_geen"))
            return
        linked = next((item.evidence for item in items if item.id == question), ())
        chooser = Chooser(
            self, self._texts.get("vraag.bewijs_kiezen"), page.evidence, self._texts, linked
        )
        chooser.many_chosen.connect(lambda chosen: self.evidence_chosen.emit(question, chosen))
        chooser.open()
