"""The copies of the vault: how it stands, make one, test one, put one back, hand over the logs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.audit_anchor import AuditHead
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.ports.files import FileWriter
from hardship_desk.services.ports.upkeep import (
    BackupInfo,
    BackupOutcome,
    BackupTest,
    VaultUpkeep,
)

AUDIT_FILE, PROCESSING_FILE = "auditlog.jsonl", "verwerkingslog.jsonl"
CHECKER = "controleer_logboek.py"
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupsPage:
    """How it stands with the copies."""

    state: str
    copies: tuple[Choice, ...]
    second: str
    has_second: bool
    anchor: str


class BackupsView(Protocol):
    """The dialog."""

    def show_page(self, page: BackupsPage) -> None:
        """Show how it stands."""
        ...

    def show_problem(self, text: str) -> None:
        """What went wrong."""
        ...

    def show_done(self, text: str) -> None:
        """That something was done."""
        ...


class BackupsPresenter:
    """Turns what the user asks of the copies into work beside the window."""

    def __init__(
        self,
        upkeep: VaultUpkeep,
        view: BackupsView,
        texts: WindowTexts,
        run: Runner,
        write: FileWriter,
    ) -> None:
        self._upkeep = upkeep
        self._view = view
        self._texts = texts
        self._run = run
        self._write = write

    def refresh(self) -> None:
        """Show how it stands."""
        texts, upkeep = self._texts, self._upkeep
        copies, second = upkeep.backups(), upkeep.second_place()
        newest = next(iter(copies), None)
        state = texts.get("kopie.geen")
        if newest is not None:
            state = texts.get("kopie.laatste", wanneer=moment_text(newest.moment))
        self._view.show_page(
            BackupsPage(
                state=state,
                copies=copy_choices(copies, texts),
                second=texts.get("kopie.tweede", map=str(second))
                if second
                else texts.get("kopie.geen_tweede"),
                has_second=second is not None,
                anchor=self._texts.get("kopie.eind", eind=upkeep.audit_head().text),
            )
        )

    def back_up(self) -> None:
        """Make a copy now."""
        self._run(self._upkeep.back_up, self._on_backed_up, self._on_failed)

    def test(self, backup: str) -> None:
        """See whether a copy can be restored."""
        if not backup:
            self._view.show_problem(self._texts.get("kopie.eerst_kiezen"))
            return
        self._run(lambda: self._upkeep.test_backup(backup), self._on_tested, self._on_failed)

    def choose_second(self, folder: Path | None) -> None:
        """Put each copy there as well from now on, beginning with one made at once."""
        try:
            self._upkeep.choose_second_place(folder)
        except HardshipDeskError as error:
            self._on_failed(error)
            return
        self.refresh()
        if folder is not None:
            self.back_up()

    def export_logs(self, folder: Path, checker: Path) -> None:
        """Write both logs to a folder, with the program that checks the one without this one."""

        def work() -> Path:
            self._write(folder / AUDIT_FILE, self._upkeep.audit_file())
            self._write(folder / PROCESSING_FILE, self._upkeep.processing_file())
            self._write(folder / CHECKER, checker.read_bytes())
            return folder

        self._run(work, self._on_exported, self._on_failed)

    def _on_backed_up(self, outcome: BackupOutcome) -> None:
        self.refresh()
        problem = outcome_problem(outcome, self._texts)
        if problem:
            self._view.show_problem(problem)
        else:
            self._view.show_done(self._texts.get("kopie.gemaakt"))

    def _on_tested(self, test: BackupTest) -> None:
        self._view.show_done(
            self._texts.get(
                "kopie.getest",
                wanneer=moment_text(test.backup.moment),
                dossiers=self._texts.dossiers(test.backup.dossiers),
                seconden=f"{test.seconds:.1f}".replace(".", ","),
            )
        )

    def _on_exported(self, folder: Path) -> None:
        self._view.show_done(self._texts.get("kopie.logboeken_klaar", map=str(folder)))

    def _on_failed(self, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_problem(f"{message.text} {message.advice}")


def anchor_sheet(anchor: AuditHead, moment: datetime, texts: WindowTexts) -> str:
    """The sheet to print and keep elsewhere: where the log ends, and how to check it later."""
    return "\n\n".join(
        (
            texts.get("kopie.blad_kop"),
            texts.get("kopie.blad_wanneer", wanneer=moment_text(moment)),
            texts.get("kopie.blad_regels", aantal=str(anchor.count)),
            anchor.text,
            texts.get("kopie.blad_uitleg", aantal=str(anchor.count), zegel=anchor.seal[:16]),
            texts.get("kopie.blad_naam"),
        )
    )


class RestoreView(Protocol):
    """The dialog that puts a copy back."""

    def show_copies(self, copies: tuple[Choice, ...]) -> None:
        """Show what can be put back."""
        ...

    def show_problem(self, text: str) -> None:
        """What went wrong."""
        ...

    def show_restored(self) -> None:
        """That the copy stands in the place of the vault."""
        ...


class RestorePresenter:
    """Puts a copy in the place of the vault, once the user chose one."""

    def __init__(
        self,
        list_copies: Callable[[], tuple[BackupInfo, ...]],
        restore: Callable[[str], None],
        view: RestoreView,
        texts: WindowTexts,
        run: Runner,
    ) -> None:
        self._list_copies = list_copies
        self._restore = restore
        self._view = view
        self._texts = texts
        self._run = run

    def start(self) -> None:
        """Show what can be put back."""
        copies = self._list_copies()
        self._view.show_copies(copy_choices(copies, self._texts))
        if not copies:
            self._view.show_problem(self._texts.get("kopie.geen"))

    def restore(self, backup: str) -> None:
        """Put the chosen copy back."""
        if not backup:
            self._view.show_problem(self._texts.get("kopie.eerst_kiezen"))
            return
        self._run(
            lambda: self._restore(backup), lambda _: self._view.show_restored(), self._on_failed
        )

    def _on_failed(self, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_problem(f"{message.text} {message.advice}")


def copy_choices(copies: tuple[BackupInfo, ...], texts: WindowTexts) -> tuple[Choice, ...]:
    """The copies in words: when, how many dossiers, how large, and where."""
    return tuple(
        Choice(
            id=copy.id,
            text=texts.get(
                "kopie.regel_tweede" if copy.second else "kopie.regel",
                wanneer=moment_text(copy.moment),
                dossiers=texts.dossiers(copy.dossiers),
                grootte=f"{copy.size / _MEGA:.1f}".replace(".", ","),
            ),
        )
        for copy in copies
    )


def outcome_problem(outcome: BackupOutcome, texts: WindowTexts) -> str:
    """What was not as it should be with a copy that was made; empty where all is well."""
    if outcome.log_deviates:
        return texts.get("kopie.logboek_wijkt_af")
    if outcome.second_problem:
        reason = texts.get_or(f"fout.{outcome.second_problem}.tekst", outcome.second_problem)
        return texts.get("kopie.tweede_mislukt", reden=reason)
    return ""


def moment_text(moment: datetime) -> str:
    """A moment by the clock on the wall."""
    return f"{moment.astimezone():%d-%m-%Y %H:%M}"
