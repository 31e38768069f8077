"""The card that says what to do first, in the practice store and in an empty vault."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.parts import button, label, rename, restyle

PRACTICE, VAULT, FILLED_IN = "oefening", "kluis", "kluis_ingevuld"


class Welcome(QFrame):
    """`command_wanted` names an entry of the menu."""

    command_wanted = Signal(str)
    example_wanted = Signal()
    new_wanted = Signal()
    unwanted = Signal()

    def __init__(self, texts: WindowTexts) -> None:
        super().__init__()
        rename(self, "notice")
        self._texts = texts
        self._head, self._words = label("", "heading"), label("")
        self._organisation = button(
            texts.get("hulp.welkom.organisatie"), self._command("organisatie.menu"), "primary"
        )
        self._new = button(texts.get("lijst.nieuw"), self.new_wanted.emit)
        self._ways = {PRACTICE: self._practice(), VAULT: self._vault()}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(8)
        for part in (self._head, self._words, *self._ways.values()):
            layout.addWidget(part)
        self.hide()

    def show_kind(self, kind: str) -> None:
        """Show the welcome of this kind; none where it is empty."""
        texts = self._texts
        self.setVisible(bool(kind))
        if not kind:
            return
        practice = kind == PRACTICE
        self._head.setText(
            texts.get("hulp.welkom.titel" if practice else "hulp.welkom.kluis_titel")
        )
        words = {PRACTICE: "oefening", VAULT: "kluis_leeg", FILLED_IN: "kluis_ingevuld"}
        self._words.setText(texts.get(f"hulp.welkom.{words[kind]}"))
        self._ways[PRACTICE].setVisible(practice)
        self._ways[VAULT].setVisible(not practice)
        restyle(self._organisation, "kind", "primary" if kind == VAULT else "")
        restyle(self._new, "kind", "primary" if kind == FILLED_IN else "")

    def _practice(self) -> QWidget:
        texts = self._texts
        return Columns(
            button(texts.get("hulp.welkom.voorbeeld"), self.example_wanted.emit, "primary"),
            button(texts.get("hulp.welkom.rondleiding"), self._command("hulp.tour.menu")),
            button(texts.get("hulp.welkom.kluis"), self._command("kluis.menu")),
            button(texts.get("hulp.welkom.uitleg"), self._command("hulp.menu")),
            button(texts.get("hulp.welkom.verbergen"), self.unwanted.emit, "quiet"),
            most=5,
            letters=22,
        )

    def _vault(self) -> QWidget:
        texts = self._texts
        return Columns(
            self._organisation,
            self._new,
            button(texts.get("hulp.welkom.uitleg"), self._command("hulp.menu")),
            most=3,
            letters=26,
        )

    def _command(self, key: str) -> Callable[[], None]:
        return lambda: self.command_wanted.emit(key)
