"""What a second reader reads, part by part, with room for remarks at a part or at a question."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hardship_desk.presenters.read_parts import ReadPart
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.running.idle_work import IdleWork
from hardship_desk.ui.widgets.field import area_field, choice_field
from hardship_desk.ui.widgets.parts import button, card, dutch_label, empty, label
from hardship_desk.ui.widgets.read_text import read_blocks
from hardship_desk.ui.widgets.tab_regions import walk_in_order

Given = tuple[tuple[str, str], ...]
_NUMBER = "#"


class RemarkRow(QWidget):
    """One remark while it is written: what it is about, and the words."""

    def __init__(self, part: ReadPart, texts: WindowTexts) -> None:
        super().__init__()
        self._part = part
        self._about = choice_field(texts.get("opmerking.waarover"))
        self._about.show_choices(texts.get("opmerking.hele_deel"), part.questions)
        self._about.setVisible(bool(part.questions))
        self.text = area_field(texts.get("opmerking.tekst_bij", deel=part.title))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self._about)
        layout.addWidget(self.text)

    @property
    def place(self) -> str:
        """The question it is about, or the heading of the part."""
        return self._about.text() or self._part.title

    def fields(self) -> tuple[QWidget, ...]:
        """What takes the focus, in order."""
        return (self._about.widget, self.text.widget)

    def words(self) -> str:
        """What is written."""
        return self.text.text().strip()

    def restore(self, text: str, place: str) -> None:
        """Put back what was written before."""
        self._about.show_text(place)
        self.text.show_text(text)

    def focus(self) -> None:
        """Put the focus in the words, or in what they are about where that can be chosen."""
        (self._about if self._part.questions else self.text).widget.setFocus()


class ReadPartCard(QWidget):
    """One part under its heading."""

    def __init__(self, part: ReadPart, texts: WindowTexts) -> None:
        super().__init__()
        self.part = part
        self._texts = texts
        self.rows: list[RemarkRow] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, layout = card()
        outer.addWidget(frame)
        if part.above:
            layout.addWidget(dutch_label(part.above, "small"))
        layout.addWidget(dutch_label(part.title, "heading"))
        layout.addLayout(read_blocks(part.blocks))
        if part.earlier:
            layout.addWidget(_earlier(part.earlier))
        self._place = QVBoxLayout()
        layout.addLayout(self._place)
        self._make = button(texts.get("opmerking.maken"), self.add, "quiet")
        self._make.setAccessibleName(texts.get("opmerking.tekst_bij", deel=part.title))
        layout.addWidget(self._make, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self) -> None:
        """Open a remark; one that is still empty is used first."""
        if not self.rows or self.rows[-1].words():
            self.add_row()
        self.rows[-1].focus()

    def add_row(self) -> RemarkRow:
        """Make room for one more remark."""
        row = RemarkRow(self.part, self._texts)
        self.rows.append(row)
        before = self._make.previousInFocusChain() or self
        self._place.addWidget(row)
        row.show()
        walk_in_order((before, *row.fields(), self._make))
        self._make.setText(self._texts.get("opmerking.nog_een"))
        return row

    def clear(self) -> None:
        """Take the remarks away."""
        empty(self._place)
        self.rows = []
        self._make.setText(self._texts.get("opmerking.maken"))


def _earlier(lines: tuple[str, ...]) -> QFrame:
    """What was remarked before, apart from what the dossier says."""
    frame, layout = card("inset")
    layout.setContentsMargins(12, 8, 12, 8)
    layout.setSpacing(2)
    for line in lines:
        layout.addWidget(label(line, "small"))
    return frame


class ReadParts(QWidget):
    """All parts below each other; what was remarked stays while the parts stay the same.

    Parts below the edge of the window are made a moment later, or when they are asked for: a dossier to
    read is many long texts, and to lay them all out at once would hold the window.
    """

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self._texts = texts
        self._parts: tuple[ReadPart, ...] = ()
        self._cards: dict[str, ReadPartCard] = {}
        self._left: deque[ReadPart] = deque()
        self._kept: dict[str, list[str]] = {}
        """What was remarked at parts that are not made yet."""
        self.idle = IdleWork(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    @property
    def cards(self) -> dict[str, ReadPartCard]:
        """The parts, all of them, by what tells them apart."""
        for _piece in self.making():
            pass
        return self._cards

    def show_parts(self, parts: tuple[ReadPart, ...]) -> None:
        """Show these parts."""
        if parts == self._parts:
            return
        self._kept = self.typed()
        self._parts, self._cards = parts, {}
        empty(self._layout)
        self._left = deque(parts)
        room = self.window().height()
        for height in self.making():
            room -= height
            if room < 0:
                break
        self.idle.start(self._making_room())

    def remarks(self) -> Given:
        """What was remarked: the place and the words of each."""
        rows = (row for made in self.cards.values() for row in made.rows)
        return tuple((row.place, row.words()) for row in rows if row.words())

    def typed(self) -> dict[str, list[str]]:
        """The same as a draft is kept, by part and number."""
        return self._kept | {
            f"{key}{_NUMBER}{number}": [row.words(), row.place]
            for key, made in self._cards.items()
            for number, row in enumerate(made.rows)
            if row.words()
        }

    def restore(self, typed: dict[str, list[str]]) -> None:
        """Put remarks back where their part still stands."""
        self._kept |= typed
        for made in self._cards.values():
            self._put_back(made)

    def clear(self) -> None:
        """Take the remarks away: they were sent."""
        self._kept = {}
        for made in self._cards.values():
            made.clear()

    def _making_room(self) -> Iterator[int]:
        """Let the page grow with each part: until then it would press together what stands there."""
        for height in self.making():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            yield height

    def making(self) -> Iterator[int]:
        """Make what is left, part by part; tells how high each is, which is most of the work of placing it."""
        while self._left:
            part = self._left.popleft()
            made = ReadPartCard(part, self._texts)
            self._cards[part.key] = made
            self._layout.addWidget(made)
            self._put_back(made)
            made.sizeHint()
            yield made.heightForWidth(self.width())
        self._kept = {}  # what is left has no part any more

    def _put_back(self, made: ReadPartCard) -> None:
        for name in sorted(self._kept):
            if (name.rpartition(_NUMBER)[0] or name) == made.part.key:
                text, place = self._kept.pop(name)
                if text not in [row.words() for row in made.rows]:
                    made.add_row().restore(text, place)
