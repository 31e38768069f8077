"""The head of the Kompas: the rule of the question where the user is, and what that question touches."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from hardship_desk.presenters.question_rule import QuestionRule
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.parts import button, dutch_label, in_dutch, label


class QuestionRuleCard(QFrame):
    """Follows the user from question to question; hidden until there is a rule to tell of."""

    provision_wanted = Signal(str)
    card_wanted = Signal(str)

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        self.setObjectName("inset")
        self._texts = texts
        self._item: QuestionRule | None = None
        self._computed, self._gist = dutch_label("", "label"), dutch_label("")
        self._holds, self._source = dutch_label("", "small"), dutch_label("", "small")
        self._article = button("", self._on_article, "link")
        self._article.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        in_dutch(self._article)
        self._touched = button("", self._on_touched, "link")
        self._next = 0
        shown = (self._computed, self._article, self._gist, self._holds, self._source)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(label(texts.get("kompas.deze_vraag"), "label"))
        for part in (*shown, self._touched):
            layout.addWidget(part)
        self.hide()

    def show_item(self, item: QuestionRule | None) -> None:
        """Show the rule of another question, or nothing."""
        if item == self._item:
            return
        self._item = item
        self.setVisible(item is not None)
        if item is None:
            return
        self._article.setText(item.article)
        self._article.setAccessibleName(
            self._texts.get("kompas.deze_vraag_lang", artikel=item.article)
        )
        for part, words in (
            (self._computed, item.computed),
            (self._gist, item.gist),
            (self._holds, item.holds),
            (self._source, item.source),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self._show_touched(item)

    def _show_touched(self, item: QuestionRule) -> None:
        self._next = 0
        said = "\n".join(choice.text for choice in item.touched)
        self._touched.setText(item.touches)
        self._touched.setAccessibleName(item.touches)
        self._touched.setAccessibleDescription(said)
        self._touched.setToolTip(said)
        self._touched.setVisible(bool(item.touched))

    def _on_article(self) -> None:
        if self._item is not None:
            self.provision_wanted.emit(self._item.name)

    def _on_touched(self) -> None:
        """Go to the first card that leans on the answer, and with the next press to the one after it."""
        if self._item is not None:
            touched = self._item.touched
            self.card_wanted.emit(touched[self._next % len(touched)].id)
            self._next += 1
