"""Someone who works in the window with the keyboard only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QWidget
from typing_extensions import override

from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.ui.main_window import MainWindow
from hardship_desk.ui.widgets.editors.rows import RowsEditor
from hardship_desk.ui.widgets.question_card import QuestionCard
from tests.ui.waiting import pause

Given = str | tuple[str, ...] | list[Mapping[str, str]]

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


KEY_S, THOUGHT_S, WORDS_A_MINUTE = 0.28, 1.35, 238
"""The keystroke-level model of Card, Moran and Newell, for someone who types 40 words a minute, and the
speed at which grown-ups read silently (Brysbaert 2019)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """What a piece of work takes from who does it; `words` are those of the questions that came by."""

    answers: int
    keys: int
    letters: int
    clicks: int
    words: int = 0

    @property
    def minutes(self) -> float:
        """An estimate for who knows the case: reading each question, one thought an answer, and the keys.

        Thinking about the case itself, and finding things in the file, come on top of it.
        """
        keys = (self.keys + self.letters) * KEY_S
        return (keys + self.answers * THOUGHT_S) / 60 + self.words / WORDS_A_MINUTE

    def dutch(self, what: str) -> str:
        """The figures in one line."""
        return (
            f"{what}: {self.answers} antwoorden, {self.keys} toetsen om te kiezen en te bewegen, "
            f"{self.letters} letters getypt, {self.clicks} klikken, {self.words} woorden te lezen: "
            f"geschat {self.minutes:.1f} minuten"
        )


class Clicks(QObject):
    """Counts what is pressed with the mouse anywhere in the program."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.MouseButtonPress
        return False


class Typist:
    """Presses keys at whatever has the focus, and counts answers, keys and clicks of the mouse.

    `letters` are the keys that type a text, `keys` all others.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.answered: list[str] = []
        self.skipped: list[str] = []
        self.keys = self.letters = self.words = 0
        self._clicks = Clicks()

    @property
    def effort(self) -> Effort:
        """What the work took up to now."""
        return Effort(
            answers=len(self.answered),
            keys=self.keys,
            letters=self.letters,
            clicks=self._clicks.count,
            words=self.words,
        )

    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the focus"
        return found

    def back_to_window(self) -> None:
        """After a list that popped up: without a display nobody gives the focus back."""
        pause(100)
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        self.keys += times
        for _ in range(times):
            QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text: str) -> None:
        self.letters += len(text)
        QTest.keyClicks(self.focus(), text)

    def text(self) -> str:
        found = self.focus()
        return found.toPlainText() if isinstance(found, QPlainTextEdit) else ""

    def tab(self, times: int = 1) -> None:
        self.press(Qt.Key.Key_Tab, times=times)

    def wait(self, milliseconds: int = 20) -> None:
        pause(milliseconds)

    def card(self) -> QuestionCard | None:
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, QuestionCard):
            widget = widget.parentWidget()
        return widget

    def walk(self, answers: Mapping[str, Given], last: str) -> None:
        """Answer every question that comes by, with Ctrl+Enter to the next, up to the last."""
        seen = ""
        for _ in range(200):
            card = self.card()
            assert card is not None, f"no question has the focus after {seen}"
            name = card.item.id
            assert name != seen, f"the focus stays at {seen}"
            seen = name
            self.words += _words_of(card.item)
            if name in answers:
                self.answer(card, answers[name])
                self.answered.append(name)
            else:
                self.skipped.append(name)
            if name == last:
                return
            self.press(Qt.Key.Key_Return, CONTROL)
            self.wait()
            self.wait_for_question()  # a step that begins with a table follows in a moment
        raise AssertionError("there is no end to the questions")

    def wait_for_question(self) -> None:
        """Until a question has the focus: right after the start the questions may still be read."""
        for _ in range(100):
            if self.card() is not None:
                return
            self.wait(100)
        raise AssertionError("no question gets the focus")

    def go_to_step(self, step: int) -> None:
        """Step by step with Alt and an arrow."""
        for _ in range(16):
            self.wait_for_question()
            card = self.card()
            assert card is not None
            if card.item.step == step:
                return
            self.press(Qt.Key.Key_Up if card.item.step > step else Qt.Key.Key_Down, ALT)
            self.wait(50)
        raise AssertionError(f"step {step} is not reached")

    def go_to_question(self, question: str) -> None:
        """On with Ctrl+Enter up to this question."""
        for _ in range(60):
            card = self.card()
            if card is not None and card.item.id == question:
                return
            self.press(Qt.Key.Key_Return, CONTROL)
            self.wait()
        raise AssertionError(f"{question} does not come by")

    def answer(self, card: QuestionCard, given: Given) -> None:
        item = card.item
        if isinstance(given, list):
            self._fill_rows(card, given)
        elif isinstance(given, tuple):
            self._tick(item, given)
        elif isinstance(self.focus(), QComboBox):
            self.pick([choice.id for choice in item.choices], given)
        elif item.choices:
            place = [choice.id for choice in item.choices].index(given)
            self.press(Qt.Key(Qt.Key.Key_1 + place))
        else:
            self.type(given)

    def pick(self, ids: Sequence[str], given: str) -> None:
        """Choose from a list whose first entry is empty."""
        self.press(Qt.Key.Key_Home)
        self.press(Qt.Key.Key_Down, times=list(ids).index(given) + 1)

    def _tick(self, item: QuestionItem, given: tuple[str, ...]) -> None:
        at = 0
        for place, choice in enumerate(item.choices):
            if choice.id in given:
                self.press(Qt.Key.Key_Down, times=place - at)
                self.press(Qt.Key.Key_Space)
                at = place

    def _fill_rows(self, card: QuestionCard, rows: list[Mapping[str, str]]) -> None:
        assert isinstance(card.editor, RowsEditor)
        for row in rows:
            self.press(Qt.Key.Key_R, CONTROL)
            for column in card.item.columns:
                given = row.get(column.id, "")
                if given and isinstance(self.focus(), QComboBox):
                    self.pick([choice.id for choice in column.options], given)
                elif given:
                    self.type(given)
                self.tab()


def _words_of(item: QuestionItem) -> int:
    """How many words of a question are on screen: the question, its help and its choices."""
    told = (item.text, item.help, *(choice.text for choice in item.choices))
    return sum(len(text.split()) for text in told)
