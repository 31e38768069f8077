"""The dialogs of the gallery about packages."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QWidget

from hardship_desk.domain.contact import ContactCard, PublicKeys
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.package import OpenedPackage
from hardship_desk.domain.written_copy import WrittenCopy
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.ui.copies_left import CopiesLeft
from hardship_desk.ui.dialogs.contacts import ContactsDialog
from hardship_desk.ui.dialogs.header_list import HeaderListDialog
from hardship_desk.ui.dialogs.receive import ReceiveDialog
from hardship_desk.ui.dialogs.send import SendDialog
from hardship_desk.ui.main_window import MainWindow

_BY, _COLLEAGUE = "A. Voorbeeld (verzonnen)", "C. Collega (verzonnen)"
# Only their digits are looked at here; nothing is signed or encrypted with them.
_KEYS = PublicKeys(signing="1" * 64, receiving="age1voorbeeld", is_practice=True)
_OTHER_KEYS = PublicKeys(signing="2" * 64, receiving="age1ander", is_practice=True)


def package_dialogs(
    parent: QWidget, desk: Desk, texts: WindowTexts, case_id: CaseId
) -> Iterator[tuple[str, QDialog]]:
    """Giving along, by code and to a contact; opening: empty, a dossier, and a decision to judge."""
    contacts = desk.packages.contacts
    case = desk.cases.current(case_id)
    send = SendDialog(parent, desk.packages, case, texts, _BY)
    send.show_made(
        texts.get("pakket.gemaakt", bestand="VB-2026-001.hdpakket"), "7K2M-9QXD-4TCA-0WNB-E5RH"
    )
    yield "19-pakket-meegeven", send
    contacts.add(ContactCard(name=_COLLEAGUE, keys=_KEYS))
    contacts.check(_KEYS.id, _KEYS.digits)
    to_contact = SendDialog(parent, desk.packages, case, texts, _BY)
    to_contact.to.show_text(_KEYS.id)
    said = texts.get("pakket.gemaakt_voor", bestand="VB-2026-001.hdpakket", naam=_COLLEAGUE)
    to_contact.show_made(said, "")
    yield "19-pakket-meegeven-contact", to_contact
    yield "19-pakket-openen", ReceiveDialog(parent, desk.packages, texts, "")
    opened = (("dossier", None, _KEYS), ("oordeel", case.decisions[-1].id, _OTHER_KEYS))
    for name, decision, signer in opened:
        dialog = ReceiveDialog(parent, desk.packages, texts, _BY)
        package = desk.packages.prepared(case_id, _COLLEAGUE, decision)
        dialog.show_chosen("VB-2026-001.hdpakket", needs_code=False)
        dialog.presenter.show_package(OpenedPackage(package=package, signer=signer))
        yield f"19-pakket-{name}", dialog
    contacts.remove(_KEYS.id)


def contact_dialogs(
    parent: QWidget, desk: Desk, texts: WindowTexts
) -> Iterator[tuple[str, QDialog]]:
    """No contacts yet; a card whose digits wait for a call; one with other keys for a known name."""
    contacts = desk.packages.contacts
    yield "19-contacten-leeg", ContactsDialog(parent, contacts, texts, _BY)
    contacts.add(ContactCard(name=_COLLEAGUE, keys=_KEYS))
    waiting = ContactsDialog(parent, contacts, texts, _BY)
    waiting.show()
    waiting.heard.show_text("12345 67890")
    waiting.compare()
    yield "19-contacten-bellen", waiting
    contacts.check(_KEYS.id, _KEYS.digits)
    other = ContactsDialog(parent, contacts, texts, _BY)
    other.presenter.look_at(ContactCard(name=_COLLEAGUE, keys=_OTHER_KEYS))
    yield "19-contacten-andere-sleutels", other
    contacts.remove(_KEYS.id)


def list_dialogs(parent: QWidget, desk: Desk, texts: WindowTexts) -> Iterator[tuple[str, QDialog]]:
    """A list of dossiers with mistakes, and one that can be taken over."""
    for name, rows in (("fouten", _WRONG), ("goed", _RIGHT)):
        dialog = HeaderListDialog(parent, desk.header_lists, texts)
        dialog.presenter.show(desk.header_lists.look(f"{_HEAD}\n{rows}".encode()))
        yield f"19-inlezen-{name}", dialog


def copy_dialogs(
    window: MainWindow, desk: Desk, texts: WindowTexts
) -> Iterator[tuple[str, QDialog]]:
    """Copies of evidence that still stand outside the vault."""
    at = desk.clock.now()
    left = tuple(
        WrittenCopy(path=f"/home/voorbeeld/Bureaublad/{name}", sha256="", at=at)
        for name in ("bewijs-2.pdf", "bewijs-5.pdf")
    )
    yield "19-losse-kopieen", CopiesLeft(window, desk, texts).chooser(left)


_HEAD = "zaaknummer;soort;gemeente;gewicht;reden;gedraging_van;gedraging_tot"
_RIGHT = (
    "Z-1;boete;Amsterdam;kort;Klein bedrag;01-01-2026;31-01-2026\nVB-2026-001;boete;363;kort;x;;"
)
_WRONG = (
    "Z-1;boete;Nergens;licht;;32-01-2026;\n;boete;Amsterdam;kort;Klein bedrag;;\nZ-2;;363;kort;x;;"
)
