"""Asks who agrees to destroy to look at each zaaknummer: what is ticked was looked at, nothing is beforehand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.dialogs.asking import AskingDialog
from hardship_desk.ui.widgets.parts import button, label

ROWS_SHOWN = 9


class DestroyDialog(AskingDialog):
    """A row a dossier, with its term and since when it may go."""

    agreed = Signal(tuple)

    def __init__(
        self, parent: QWidget | None, dossiers: tuple[Choice, ...], texts: WindowTexts
    ) -> None:
        super().__init__(
            parent, texts.get("privacy.zeker_titel"), texts.get("privacy.nakijken_uitleg")
        )
        self._texts = texts
        self.dossiers = QListWidget()
        self.dossiers.setAccessibleName(texts.get("privacy.nakijken_lijst"))
        self.dossiers.setWordWrap(True)
        self.dossiers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.dossiers.setMinimumHeight(self.dossiers.fontMetrics().height() * ROWS_SHOWN)
        for dossier in dossiers:
            self._add(dossier)
        self.dossiers.setCurrentRow(0)
        self._count = label("", "label")
        self.destroy_button = button(texts.get("privacy.nu_vernietigen"), self._on_destroy_clicked)
        self.body.addWidget(self.dossiers)
        self.body.addWidget(self._count)
        self.foot.addWidget(self.destroy_button)
        self.foot.addStretch(1)
        cancel = button(texts.get("privacy.niet_vernietigen"), self.reject, "primary")
        cancel.setDefault(True)
        self.foot.addWidget(cancel)
        self.dossiers.itemChanged.connect(lambda _item: self._show_count())
        self._show_count()

    @property
    def checked(self) -> tuple[str, ...]:
        """The zaaknummers that were ticked."""
        rows = (self.dossiers.item(at) for at in range(self.dossiers.count()))
        return tuple(
            str(row.data(Qt.ItemDataRole.UserRole))
            for row in rows
            if row.checkState() == Qt.CheckState.Checked
        )

    def _add(self, dossier: Choice) -> None:
        item = QListWidgetItem(f"{dossier.text}\n{dossier.detail}", self.dossiers)
        item.setData(Qt.ItemDataRole.UserRole, dossier.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)

    def _show_count(self) -> None:
        done, count = len(self.checked), self.dossiers.count()
        self._count.setText(self._texts.get("privacy.nagekeken", aantal=str(done), alle=str(count)))
        self.destroy_button.setEnabled(done == count)

    def _on_destroy_clicked(self) -> None:
        self.agreed.emit(self.checked)
        self.accept()
