"""The dialogs of the gallery about packages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QWidget

from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.package_dialogs import ReceiveDialog, SendDialog

_BY = "A. Voorbeeld (verzonnen)"


def package_dialogs(parent: QWidget, desk: Desk, case_id: CaseId) -> Iterator[tuple[str, QDialog]]:
    """Giving along, and opening: empty, a dossier, and a decision to judge."""
    texts = WindowTexts(desk.texts)
    case = desk.cases.current(case_id)
    send = SendDialog(parent, desk.packages, case, texts, _BY)
    send.show_made(
        texts.get("pakket.gemaakt", bestand="VB-2026-001.hdpakket"), "7K2M-9QXD-4TCA-0WNB-E5RH"
    )
    yield "19-pakket-meegeven", send
    yield "19-pakket-openen", ReceiveDialog(parent, desk.packages, texts, "")
    for name, decision in (("dossier", None), ("oordeel", case.decisions[-1].id)):
        dialog = ReceiveDialog(parent, desk.packages, texts, _BY)
        dialog.presenter.show_package(desk.packages.prepared(case_id, _BY, decision))
        yield f"19-pakket-{name}", dialog
