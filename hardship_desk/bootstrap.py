"""Joins the parts of the program. Knows no window; what is slow to import is imported in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from hardship_desk.config import paths
from hardship_desk.config.files import write_atomically
from hardship_desk.core_setup import Core, build_core, letter_tools
from hardship_desk.desk_setup import OwnDesk, PracticeDesk
from hardship_desk.domain.clock import Clock, SystemClock
from hardship_desk.domain.users import UserId, VaultUser

if TYPE_CHECKING:
    from hardship_desk.assessment.texts import Texts
    from hardship_desk.cli.assess import AssessTools
    from hardship_desk.cli.letter import LetterRun
    from hardship_desk.cli.officer import OfficerTools
    from hardship_desk.cli.verify import VerifyTools
    from hardship_desk.presenters.opening import OfficerEntry
    from hardship_desk.services.casefile_run import CaseFileRun
    from hardship_desk.services.contacts import ContactService
    from hardship_desk.services.desk import Desk
    from hardship_desk.services.ports.upkeep import BackupInfo
    from hardship_desk.storage import OpenVault

EXAMPLES = "voorbeelden"


def assess_tools(clock: Clock | None = None) -> AssessTools:
    """What assessing a case file takes; opens no vault."""
    from hardship_desk.cli.assess import AssessTools

    core = build_core(clock)
    return AssessTools(
        reader=core.reader,
        run=_run_of(core),
        write=write_atomically,
        texts=core.texts,
        examples=paths.resources_folder() / EXAMPLES,
        switch=core.switch,
        municipalities=core.municipalities,
        close=core.plugins.close,
    )


def verify_tools(
    clock: Clock | None = None, contacts: Callable[[str], ContactService] | None = None
) -> VerifyTools:
    """What checking the receipts of a package takes; `contacts` opens a vault, where one is asked."""
    from hardship_desk.cli.verify import VerifyTools
    from hardship_desk.exchange.package.package_file import PackageFile
    from hardship_desk.exchange.package.used_values import UsedValuesText
    from hardship_desk.services.receipts import ReceiptCheck

    core = build_core(clock)
    unread = core.texts.get("naslag.ongelezen")
    return VerifyTools(
        format=PackageFile(),
        check=ReceiptCheck(core.engine, core.engine, core.questionnaire, UsedValuesText(), unread),
        texts=core.texts,
        close=core.plugins.close,
        contacts=contacts,
    )


def letter_run() -> LetterRun:
    """What making a letter of a case file takes; opens no vault."""
    from hardship_desk.cli.letter import LetterRun
    from hardship_desk.services.letters import LetterBuilding

    core = build_core()
    return LetterRun(
        reader=core.reader,
        run=_run_of(core),
        building=LetterBuilding(letter_tools(core)),
        write=write_atomically,
        texts=core.texts,
        close=core.plugins.close,
    )


def _run_of(kit: Core) -> CaseFileRun:
    from hardship_desk.services.casefile_run import CaseFileRun

    return CaseFileRun(kit.engine, kit.organisation, kit.snapshots, kit.questionnaire, kit.papers)


def officer_tools() -> OfficerTools:
    """What making the key of an officer takes; opens no vault."""
    from hardship_desk.assessment.texts import Texts
    from hardship_desk.cli.officer import OfficerTools
    from hardship_desk.storage.keys.officers import OfficerKey, make_officer_key
    from hardship_desk.storage.keys.passphrase import SECONDS_TO_OPEN, cost_of_about

    def make(file: Path, passphrase: str) -> bytes:
        key, cost = OfficerKey(file=file, passphrase=passphrase), cost_of_about(SECONDS_TO_OPEN)
        return make_officer_key(key, cost)

    return OfficerTools(make=make, texts=Texts.load_folder(paths.resources_folder() / "texts"))


def open_practice_desk(vault: Path | None = None, clock: Clock | None = None) -> Desk:
    """The practice store with the example dossiers in it; asks no passphrase.

    Raises VaultError where it cannot be opened.
    """
    return Desks(practice_vault=vault, clock=clock).practice()


def open_own_as(desks: Desks, name: str, passphrase: str) -> Desk:
    """The vault with real dossiers, by the name of a user; by the first where none is given."""
    from hardship_desk.domain.decision import same_name

    named = (item.id for item in desks.own_users() if same_name(item.name, name))
    user = next(named, UserId(name)) if name else None
    return desks.open_own(passphrase, user)


class Desks:
    """Opens the stores of this machine, and closes them again; fulfils `DeskOpener`."""

    def __init__(
        self,
        *,
        practice_vault: Path | None = None,
        own_vault: Path | None = None,
        clock: Clock | None = None,
        safe_start: bool = False,
    ) -> None:
        self._core = Core(clock or SystemClock(), safe_start=safe_start, begins=True)
        self._practice_vault = practice_vault or paths.practice_vault_path()
        self._own_vault = own_vault or paths.vault_path()
        self._opened: list[OpenVault] = []
        self._own: OpenVault | None = None
        self._practised: OpenVault | None = None

    @property
    def texts(self) -> Texts:
        """The sentences of the program, also where no store can be opened."""
        return self._core.texts

    def read(self) -> None:
        """Read questions and rules, which every store shares; for a thread beside the window."""
        self._core.read()

    def practice(self) -> Desk:
        """The practice store, made with the example dossiers where it is not there.

        One that was opened before, for an earlier window, is closed for it.
        """
        from hardship_desk.storage import open_practice_vault

        if self._practised is not None:
            self._opened.remove(self._practised)
            self._practised.close()
        self._opened.append(opened := open_practice_vault(self._practice_vault, self._core.clock))
        self._practised = opened
        desk = PracticeDesk(self._core, opened)
        if not desk.lists.newest(1):
            from hardship_desk.services.practice_examples import for_practice

            today = self._core.clock.today()
            for case in self._core.reader.cases_in(paths.resources_folder() / EXAMPLES):
                desk.cases.import_case(for_practice(case, today))
        return desk

    def has_own_vault(self) -> bool:
        """Whether a vault with real dossiers was made on this machine, also where it is gone now."""
        return self._own_vault.exists() or bool(self.own_backups())

    def own_users(self) -> tuple[VaultUser, ...]:
        """Who can open the vault with real dossiers; raises VaultError."""
        from hardship_desk.storage import users_of

        return users_of(self._own_vault)

    def open_own(self, passphrase: str, user: UserId | None = None) -> Desk:
        """The vault with real dossiers; raises VaultError."""
        from hardship_desk.storage import open_vault

        opened = open_vault(self._own_vault, passphrase, self._core.clock, user=user)
        desk = self._own_desk(opened)
        if not opened.read_only:
            opened.keys.strengthen(passphrase, opened.seconds_to_unlock)
        return desk

    def open_with_code(self, code: str) -> Desk:
        """The vault with real dossiers, by the recovery code; raises VaultError."""
        from hardship_desk.storage import open_vault_by
        from hardship_desk.storage.keys.unlocking import by_recovery_code

        clock = self._core.clock
        return self._own_desk(
            open_vault_by(self._own_vault, by_recovery_code(self._own_vault, code, clock), clock)
        )

    def open_with_officers(self, first: OfficerEntry, second: OfficerEntry) -> Desk:
        """The vault with real dossiers, by two officers together; raises VaultError."""
        from hardship_desk.storage import open_vault_by
        from hardship_desk.storage.keys.officers import OfficerKey
        from hardship_desk.storage.keys.unlocking import by_officers

        one, other = (
            OfficerKey(file=Path(item.file), passphrase=item.passphrase) for item in (first, second)
        )
        clock = self._core.clock
        unlock = by_officers(self._own_vault, (one, other), clock)
        return self._own_desk(open_vault_by(self._own_vault, unlock, clock))

    def create_own(self, passphrase: str, name: str = "") -> Desk:
        """A new, empty vault for real dossiers; raises VaultError."""
        from hardship_desk.storage import create_vault

        return self._own_desk(
            create_vault(self._own_vault, passphrase, self._core.clock, name=name)
        )

    def own_backups(self) -> tuple[BackupInfo, ...]:
        """The copies of the vault with real dossiers, newest first."""
        from hardship_desk.storage.backups.restoring import backups_of

        return backups_of(self._own_vault)

    def restore_own(self, backup: str) -> None:
        """Put a copy in the place of the vault with real dossiers, which is closed for it.

        Raises VaultError; then the vault is as it was.
        """
        from hardship_desk.storage.backups.restoring import restore_vault

        self.close(only_own=True)
        restore_vault(self._own_vault, backup, self._core.clock)

    def close(self, *, only_own: bool = False) -> None:
        """Close every store that was opened, or only the vault with real dossiers."""
        if self._own is not None:
            self._opened.remove(self._own)
            self._own.close()
            self._own = None
        if only_own:
            return
        self._practised = None
        while self._opened:
            self._opened.pop().close()
        self._core.close()

    def _own_desk(self, opened: OpenVault) -> Desk:
        """The desk on a vault, with the organisation's way in as its policy says."""
        officers = self._core.policy.officers
        self._opened.append(opened)
        self._own = opened
        if officers is not None and not opened.read_only:
            opened.keys.set_officers(officers)
        return OwnDesk(self._core, opened)
