"""The Kompas: open points, findings and calculation of the step, foldable."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hardship_desk.presenters.kompas import CalculationItem, FindingItem, KompasPage
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.flag_card import FlagCard
from hardship_desk.ui.widgets.parts import button, card, empty, label, rule


class Kompas(QFrame):
    """The panel on the right. What is typed at a flag stays while the panel is filled again."""

    flag_answered = Signal(str, str, str)

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("kompas")
        self._texts = texts
        self._page: KompasPage | None = None
        self._flags: dict[str, FlagCard] = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 10, 8)
        self._title = label(texts.get("kompas.titel"), "heading", wrap=False)
        self._fold = button(texts.get("kompas.inklappen"), self.toggle, "quiet")
        head.addWidget(self._title, 1)
        head.addWidget(self._fold)
        outer.addLayout(head)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(texts.get("kompas.titel"))
        content = QWidget()
        content.setObjectName("content")
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(18, 0, 14, 18)
        self._body.setSpacing(10)
        self._scroll.setWidget(content)
        outer.addWidget(self._scroll, 1)

    def show_page(self, page: KompasPage) -> None:
        """Show the Kompas; nothing is rebuilt where nothing changed."""
        if page == self._page:
            return
        self._page = page
        typing = next((item for item in self._flags.values() if item.is_in_use()), None)
        self._clear(keep=typing)
        self._body.addWidget(label(page.summary, "muted"))
        for problem in page.problems:
            self._body.addWidget(label(problem, "error"))
        for flag in page.flags:
            shown = self._flags.get(flag.id) or FlagCard(flag, self._texts)
            if flag.id not in self._flags:
                shown.answered.connect(self.flag_answered)
            shown.show_item(flag)
            self._flags[flag.id] = shown
            self._body.addWidget(shown)
        self._section("kompas.bevindingen", bool(page.findings))
        for finding in page.findings:
            self._body.addWidget(_finding(finding))
        for calculation in page.calculations:
            self._section("kompas.berekening", shown=True)
            self._body.addWidget(_calculation(calculation))
        self._body.addStretch(1)

    def toggle(self) -> None:
        """Fold the panel, or open it."""
        folded = not self._scroll.isVisible()
        self._scroll.setVisible(folded)
        self._title.setVisible(folded)
        key = "kompas.inklappen" if folded else "kompas.uitklappen"
        self._fold.setText(self._texts.get(key))
        self._fold.setAccessibleName(self._texts.get(f"{key}_lang"))
        self.setMaximumWidth(16777215 if folded else self._fold.sizeHint().width() + 24)

    def focus_first(self) -> None:
        """Put the focus in the panel."""
        in_use = next((item for item in self._flags.values() if item.isVisible()), None)
        if in_use is None or not in_use.focus_first():
            self._fold.setFocus()

    def _clear(self, keep: FlagCard | None) -> None:
        kept = {keep.item.id: keep} if keep is not None else {}
        if keep is not None:
            self._body.removeWidget(keep)
        empty(self._body)
        self._flags = kept

    def _section(self, key: str, shown: bool) -> None:  # noqa: FBT001
        if shown:
            self._body.addSpacing(4)
            self._body.addWidget(label(self._texts.get(key), "label"))


def _finding(item: FindingItem) -> QFrame:
    frame, layout = card("inset")
    layout.setContentsMargins(12, 10, 12, 10)
    layout.setSpacing(4)
    chip = QHBoxLayout()
    chip.addWidget(label(item.direction, "chip", wrap=False))
    chip.addStretch(1)
    layout.addLayout(chip)
    layout.addWidget(label(item.text))
    layout.addWidget(label(item.source, "small"))
    return frame


def _calculation(item: CalculationItem) -> QFrame:
    frame, layout = card("inset")
    layout.setContentsMargins(12, 10, 12, 10)
    layout.setSpacing(4)
    layout.addWidget(label(item.title, "label"))
    for line in item.lines:
        layout.addWidget(rule())
        layout.addWidget(label(line.description))
        layout.addWidget(label(line.outcome, "amount"))
        small = "\n".join(part for part in (line.formula, line.source) if part)
        layout.addWidget(label(small, "small"))
    layout.addWidget(rule())
    layout.addWidget(label(item.total, "label"))
    return frame
