"""Access for the inwoner, terms, lists to destroy, and the list of zaaknummers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from hardship_desk.domain.users import VaultUser
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.privacy import PrivacyPage, PrivacyPresenter
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import PrivacyDesk
from hardship_desk.services.ports.writers import OfficeForm
from hardship_desk.ui.dialogs.destroy import DestroyDialog
from hardship_desk.ui.running.task_runner import TaskRunner
from hardship_desk.ui.widgets.field import Field, choice_field, line_field
from hardship_desk.ui.widgets.flow import Columns
from hardship_desk.ui.widgets.parts import action_row, button, label
from hardship_desk.ui.widgets.room import give_room
from hardship_desk.ui.widgets.sheet import Sheet

ROWS_SHOWN = 6
_BUTTON_LETTERS = 28
Action = tuple[str, Callable[[], object]]


class PrivacyDialog(QDialog):
    """Fulfils `PrivacyView`."""

    def __init__(
        self, parent: QWidget | None, privacy: PrivacyDesk, user: VaultUser, texts: WindowTexts
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setWindowTitle(texts.get("privacy.titel"))
        self.words = line_field(texts.get("privacy.wie"))
        self.found = self._choices("privacy.gevonden")
        self.terms = self._choices("privacy.dossiers")
        self._no_terms = label(texts.get("privacy.geen_dossiers"), "muted")
        self.reason = line_field(texts.get("privacy.reden"))
        self.lists = choice_field(texts.get("privacy.lijsten"))
        self.declarations = choice_field(texts.get("privacy.verklaringen"))
        self._results = QWidget()
        self._results.hide()
        self._said = label("", "label")
        self._needing: dict[str, list[QWidget]] = {}
        """The buttons that do something only where there is a dossier, a list or a declaration."""
        self.presenter = PrivacyPresenter(privacy, user, self, texts, TaskRunner(self, self._wait))
        self._lay_out()
        give_room(self, 118, 42)
        self.presenter.refresh()

    def show_page(self, page: PrivacyPage) -> None:
        """Show terms, lists and declarations."""
        _fill(self.terms, page.terms, chosen=False)
        self.terms.setVisible(bool(page.terms))
        self._no_terms.setVisible(not page.terms)
        _offer(self.lists, page.lists, self._texts.get("privacy.geen"))
        _offer(self.declarations, page.declarations, self._texts.get("privacy.geen_verklaringen"))
        for name, found in (
            ("termijnen", page.terms),
            ("lijsten", page.lists),
            ("verklaringen", page.declarations),
        ):
            for press in self._needing[name]:
                press.setEnabled(bool(found))

    def show_found(self, dossiers: tuple[Choice, ...]) -> None:
        """Show the dossiers of a person, all chosen."""
        _fill(self.found, dossiers, chosen=True)
        self._results.setVisible(bool(dossiers))

    def show_said(self, text: str, *, is_problem: bool) -> None:
        """What was done, or why not."""
        self._said.setText(f"{'⚠' if is_problem else '✓'} {text}")

    def propose(self) -> None:
        """Propose the chosen dossiers."""
        self.presenter.propose(_chosen(self.terms))

    def approve(self) -> None:
        """Ask to look at each dossier of the chosen list, and then destroy them."""
        chosen = self.lists.text()
        if chosen:
            self.presenter.ask_to_check(chosen)

    def show_to_check(self, list_id: str, dossiers: tuple[Choice, ...]) -> None:
        """Ask to tick each zaaknummer of a list before its dossiers are destroyed."""
        dialog = DestroyDialog(self, dossiers, self._texts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.agreed.connect(lambda checked: self.presenter.approve(list_id, checked))
        dialog.open()

    def _wait(self, busy: bool) -> None:
        self._sheet.setEnabled(not busy)

    def _lay_out(self) -> None:
        self._sheet = Sheet(self._texts.get("privacy.titel"), self._texts.get("privacy.uitleg"))
        self._lay_out_access()
        self._lay_out_terms()
        self._lay_out_lists()
        _, numbers = self._card("privacy.kaart_nummers", "privacy.kaart_nummers_uitleg")
        numbers.addLayout(
            self._row(("privacy.nummers", self._asking_folder(self.presenter.export_numbers)))
        )
        _, counts = self._card("telling.kaart", "telling.uitleg")
        counts.addLayout(
            self._row(("telling.maak", self._asking_folder(self.presenter.export_counts)))
        )
        self._sheet.fill(
            self, self._said, button(self._texts.get("organisatie.sluiten"), self.accept)
        )

    def _lay_out_access(self) -> None:
        _, access = self._card("privacy.kaart_inzage", "privacy.kaart_inzage_uitleg")
        access.addWidget(self.words)
        access.addLayout(
            self._row(("privacy.zoek", lambda: self.presenter.find(self.words.text())))
        )
        write = self._asking_folder(
            lambda folder: self.presenter.export_person(_chosen(self.found), folder)
        )
        results = QVBoxLayout(self._results)
        results.setContentsMargins(0, 0, 0, 0)
        results.addWidget(label(self._texts.get("privacy.gevonden"), "label"))
        results.addWidget(self.found)
        results.addLayout(self._row(("privacy.inzage", write)))
        access.addWidget(self._results)

    def _lay_out_terms(self) -> None:
        _, terms = self._card("privacy.kaart_termijnen", "privacy.kaart_termijnen_uitleg")
        terms.addWidget(label(self._texts.get("privacy.dossiers"), "label"))
        terms.addWidget(self._no_terms)
        terms.addWidget(self.terms)
        terms.addWidget(self.reason)
        actions: tuple[Action, ...] = (
            (
                "privacy.vasthouden",
                lambda: self.presenter.hold(_chosen(self.terms), self.reason.text()),
            ),
            ("privacy.vrijgeven", lambda: self.presenter.release(_chosen(self.terms))),
            ("privacy.voorstellen", self.propose),
        )
        terms.addWidget(self._beside(*actions, needs="termijnen"))

    def _lay_out_lists(self) -> None:
        _, lists = self._card("privacy.kaart_lijsten", "privacy.kaart_lijsten_uitleg")
        lists.addWidget(self.lists)
        take_back = ("privacy.terugnemen", lambda: self.presenter.withdraw(self.lists.text()))
        lists.addWidget(
            self._beside(("privacy.instemmen", self.approve), take_back, needs="lijsten")
        )
        lists.addWidget(self.declarations)
        forms = [
            (
                f"privacy.verklaring_{form.value}",
                self._asking_folder(partial(self._export_declaration, form)),
            )
            for form in (OfficeForm.PDF, OfficeForm.DOCX)
        ]
        lists.addWidget(self._beside(*forms, needs="verklaringen"))

    def _export_declaration(self, form: OfficeForm, folder: str) -> None:
        self.presenter.export_declaration(self.declarations.text(), folder, form)

    def _card(self, title: str, intro: str) -> tuple[QWidget, QVBoxLayout]:
        return self._sheet.add_card(self._texts.get(title), self._texts.get(intro))

    def _row(self, action: Action) -> QHBoxLayout:
        key, then = action
        return action_row(button(self._texts.get(key), then))

    def _beside(self, *actions: Action, needs: str) -> Columns:
        """Buttons beside each other, or below each other where the text is large."""
        presses = [button(self._texts.get(key), then) for key, then in actions]
        self._needing.setdefault(needs, []).extend(presses)
        return Columns(*presses, most=3, letters=_BUTTON_LETTERS)

    def _choices(self, key: str) -> QListWidget:
        made = QListWidget()
        made.setAccessibleName(self._texts.get(key))
        made.setSelectionMode(QListWidget.SelectionMode.MultiSelection)
        made.setTabKeyNavigation(False)
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setMinimumHeight(made.fontMetrics().height() * ROWS_SHOWN)
        return made

    def _asking_folder(self, then: Callable[[str], object]) -> Callable[[], None]:
        def ask() -> None:
            folder = QFileDialog.getExistingDirectory(self, self._texts.get("privacy.kies_map"))
            if folder:
                then(folder)

        return ask


def _fill(shown: QListWidget, choices: tuple[Choice, ...], *, chosen: bool) -> None:
    shown.clear()
    for choice in choices:
        item = QListWidgetItem(choice.text)
        item.setData(Qt.ItemDataRole.UserRole, choice.id)
        item.setToolTip(choice.detail)
        shown.addItem(item)
        item.setSelected(chosen)


def _offer(shown: Field, choices: tuple[Choice, ...], none: str) -> None:
    box = shown.widget
    if isinstance(box, QComboBox):
        with QSignalBlocker(box):
            box.clear()
            for choice in choices or (Choice(id="", text=none),):
                box.addItem(choice.text, choice.id)


def _chosen(shown: QListWidget) -> tuple[str, ...]:
    return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in shown.selectedItems())
