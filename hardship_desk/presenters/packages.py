"""Packages out: for whom a dossier or a decision is given along, and what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from hardship_desk.domain.errors import HardshipDeskError, PackageError
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.package import ByCode, DossierPackage, Receiver, ToCard
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.packages import PackageService
from hardship_desk.services.ports.files import FileWriter

ENDING = ".hdpakket"
WHOLE = ""
"""The choice that is no decision: the dossier as a whole."""
WITH_CODE = ""
"""The choice that is no contact: whoever knows the code."""


class SendView(Protocol):
    """The dialog that makes a package."""

    def show_made(self, said: str, code: str) -> None:
        """That the file is there, and the code that opens it; empty where none is needed."""
        ...

    def show_problem(self, text: str) -> None:
        """What went wrong."""
        ...


class SendPresenter:
    """Makes a package of an open dossier."""

    def __init__(
        self,
        packages: PackageService,
        view: SendView,
        texts: WindowTexts,
        run: Runner,
        write: FileWriter,
    ) -> None:
        self._packages = packages
        self._view = view
        self._texts = texts
        self._run = run
        self._write = write

    def receivers(self) -> tuple[Choice, ...]:
        """For whom a package can be made: with a code, or one whose card was checked."""
        found = self._packages.contacts.receivers()
        with_code = Choice(id=WITH_CODE, text=self._texts.get("pakket.met_code"))
        return (with_code, *(Choice(id=item.id, text=item.card.name) for item in found))

    def make(self, case_id: CaseId, decision: str, made_by: str, to: str, path: Path) -> None:
        """Write the package; `decision` is empty for the whole dossier, `to` for a code."""
        if not made_by.strip():
            self._view.show_problem(self._texts.problem("wie_ontbreekt"))
            return
        named = DecisionId(decision) if decision else None
        try:
            package = self._packages.prepared(case_id, made_by, named)
            sender = self._packages.contacts.own_keys()
            receiver = self._receiver(to)
        except HardshipDeskError as error:
            self._on_failed(error)
            return

        def work() -> DossierPackage:
            whole = self._packages.with_copies(package)
            self._write(path, self._packages.sealed(whole, sender, receiver))
            self._packages.note_made(whole, receiver)  # whoever is still there to be told
            return whole

        self._run(work, lambda made: self._on_made(made, path, receiver), self._on_failed)

    def _receiver(self, to: str) -> Receiver:
        if to == WITH_CODE:
            return ByCode(code=self._packages.new_code())
        contact = self._packages.contacts.get(to)
        if contact is None or not contact.is_checked:
            raise PackageError("kaart_niet_gecontroleerd")
        return ToCard(keys=contact.card.keys)

    def _on_made(self, package: DossierPackage, path: Path, to: Receiver) -> None:
        code = to.code if isinstance(to, ByCode) else ""
        said = [
            self._texts.get("pakket.gemaakt", bestand=path.name)
            if code
            else self._texts.get("pakket.gemaakt_voor", bestand=path.name, naam=self._name_of(to))
        ]
        if package.copies:
            said.append(self._texts.get("pakket.met_kopieen", aantal=str(len(package.copies))))
        left_out = "; ".join(self._packages.evidence.left_out(package.case, package.copies))
        if left_out:
            said.append(self._texts.get("pakket.zonder_kopieen", stukken=left_out))
        self._view.show_made(" ".join(said), code)

    def _name_of(self, to: Receiver) -> str:
        contact = self._packages.contacts.get(to.keys.id) if isinstance(to, ToCard) else None
        return contact.card.name if contact else ""

    def _on_failed(self, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_problem(f"{message.text} {message.advice}")
