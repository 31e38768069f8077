"""The dialogs of the gallery about packages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QWidget

from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.header_list_dialog import HeaderListDialog
from hardship_desk.ui.package_dialogs import ReceiveDialog, SendDialog

_BY = "A. Voorbeeld (verzonnen)"


def package_dialogs(
    parent: QWidget, desk: Desk, texts: WindowTexts, case_id: CaseId
) -> Iterator[tuple[str, QDialog]]:
    """Giving along, and opening: empty, a dossier, and a decision to judge."""
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


def list_dialogs(parent: QWidget, desk: Desk, texts: WindowTexts) -> Iterator[tuple[str, QDialog]]:
    """A list of dossiers with mistakes, and one that can be taken over."""
    for name, rows in (("fouten", _WRONG), ("goed", _RIGHT)):
        dialog = HeaderListDialog(parent, desk.header_lists, texts)
        dialog.presenter.show(desk.header_lists.look(f"{_HEAD}\n{rows}".encode()))
        yield f"19-inlezen-{name}", dialog


_HEAD = "zaaknummer;soort;gemeente;gewicht;reden;gedraging_van;gedraging_tot"
_RIGHT = (
    "Z-1;boete;Amsterdam;kort;Klein bedrag;01-01-2026;31-01-2026\nVB-2026-001;boete;363;kort;x;;"
)
_WRONG = (
    "Z-1;boete;Nergens;licht;;32-01-2026;\n;boete;Amsterdam;kort;Klein bedrag;;\nZ-2;;363;kort;x;;"
)
