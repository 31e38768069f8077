"""A dossier, or a decision to be judged, given along in a package."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from hardship_desk.config.files import write_atomically
from hardship_desk.domain.case import Case
from hardship_desk.domain.overriding import override
from hardship_desk.presenters.decision_names import decision_names
from hardship_desk.presenters.packages import ENDING, WHOLE, SendPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.packages import PackageService
from hardship_desk.ui.dialogs.asking import AskingDialog
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.field import choice_field, line_field
from hardship_desk.ui.widgets.parts import button, label


class SendDialog(AskingDialog):
    """Fulfils `SendView`: what goes along, from whom, and the code that opens it."""

    def __init__(
        self,
        parent: QWidget | None,
        packages: PackageService,
        case: Case,
        texts: WindowTexts,
        made_by: str,
    ) -> None:
        super().__init__(parent, texts.get("pakket.meegeven"), texts.get("pakket.meegeven_uitleg"))
        self._case = case
        self._texts = texts
        self.what = choice_field(texts.get("pakket.wat"))
        self.to = choice_field(texts.get("pakket.voor_wie"))
        self.made_by = line_field(texts.get("pakket.afzender"))
        self.made_by.show_text(made_by)
        self._make = button(texts.get("pakket.maak"), self._ask_file, "primary")
        self._said = label("", "muted")
        self.code = label("", "title", wrap=False)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName(texts.get("pakket.code"))
        self.code.hide()
        self.presenter = SendPresenter(
            packages, self, texts, TaskRunner(self, self._wait), write_atomically
        )
        self._fill()
        self._lay_out()
        self.what.widget.setFocus()

    def show_made(self, said: str, code: str) -> None:
        """Show the code, large: it is read out over the telephone. For a contact there is none."""
        self._said.setText(f"✓ {said}")
        self.code.setText(code)
        if not code:
            self.code.hide()
            self.bring_in_sight(self._said)
            return
        font = QFont(self.code.font())
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 2)
        self.code.setFont(font)
        self.code.show()
        self.code.setFocus()
        self.bring_in_sight(self.code)

    def show_problem(self, text: str) -> None:
        """What went wrong."""
        self._said.setText(f"⚠ {text}")
        self.bring_in_sight(self._said)

    @property
    def said(self) -> str:
        """What the dialog says came of it."""
        return self._said.text()

    def make(self, path: Path) -> None:
        """Write the package there."""
        what, made_by, to = (field.text() for field in (self.what, self.made_by, self.to))
        self.presenter.make(self._case.id, what, made_by, to, path)

    @override
    def done(self, result: int) -> None:
        """Close, unless a package is being made: its code is to be seen, and comes once."""
        if self._make.isEnabled():
            super().done(result)

    def _ask_file(self) -> None:
        start = f"{self._case.number}{ENDING}".replace("/", "-")
        name, _ = QFileDialog.getSaveFileName(self, self._texts.get("pakket.maak"), start)
        if name:
            self.make(Path(name))

    def _wait(self, busy: bool) -> None:
        for widget in (self.what, self.to, self.made_by, self._make):
            widget.setEnabled(not busy)
        if busy:
            self._said.setText(self._texts.get("kopie.even_geduld"))

    def _fill(self) -> None:
        box = self.what.widget
        if isinstance(box, QComboBox):
            box.addItem(self._texts.get("pakket.heel_dossier"), WHOLE)
            names = decision_names(self._case, self._texts)
            for item in self._case.decisions:
                kind = names[item.id]
                if not item.is_sealed:
                    box.addItem(self._texts.get("pakket.voor_lezer", besluit=kind), item.id)
        receivers = self.to.widget
        if isinstance(receivers, QComboBox):
            for choice in self.presenter.receivers():
                receivers.addItem(choice.text, choice.id)

    def _lay_out(self) -> None:
        hint = label(self._texts.get("pakket.voor_wie_uitleg"), "muted")
        for part in (self.what, self.to, hint, self.made_by, self._said, self.code):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(button(self._texts.get("organisatie.sluiten"), self.accept))
        self.foot.addWidget(self._make)
