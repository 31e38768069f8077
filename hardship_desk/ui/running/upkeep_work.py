"""Keeps the vault whole while the window is open: warns, checks it, and copies it in time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.backups import outcome_problem
from hardship_desk.presenters.shell import Message, MessageKind, message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.ports.upkeep import BackupOutcome, VaultUpkeep
from hardship_desk.ui.running.background import Task

EVERY_MS = 60_000


class UpkeepWork(QObject):
    """Does one thing at a time, beside the window; tells `told` what the user should know."""

    told = Signal(object)

    def __init__(self, upkeep: VaultUpkeep, texts: WindowTexts, parent: QObject) -> None:
        super().__init__(parent)
        self._upkeep = upkeep
        self._texts = texts
        self._task: object = None
        self._last_problem = ""
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Warn of what is not as it should be, check what was not checked, and go on from there."""
        self._warn()
        self._begin(Task(self, self._upkeep.check, self._on_checked, self._on_failed))
        self._timer.start()

    def stop(self) -> None:
        """Begin nothing any more."""
        self._timer.stop()

    def look(self) -> None:
        """Make a copy where it is time for one."""
        if self._task is None:
            self._begin(Task(self, self._copy_when_due, self._on_copied, self._on_failed))

    def _copy_when_due(self) -> BackupOutcome | None:
        return self._upkeep.back_up() if self._upkeep.backup_is_due() else None

    def _warn(self) -> None:
        found = self._upkeep.warnings()
        texts = self._texts
        if found.read_only:
            key = f"alleen_lezen.{found.read_only}"
            self._tell(texts.get(f"{key}.tekst"), texts.get(f"{key}.advies"))
        elif found.erased_again:
            key = (
                "waarschuwing.vernietigd_een"
                if found.erased_again == 1
                else "waarschuwing.vernietigd"
            )
            text = texts.get(f"{key}.tekst", aantal=str(found.erased_again))
            self._tell(text, texts.get("waarschuwing.vernietigd.advies"))
        elif found.clock_behind:
            self._tell(texts.get("waarschuwing.klok.tekst"), texts.get("waarschuwing.klok.advies"))
        elif found.place:
            key = f"waarschuwing.{found.place}"
            self._tell(texts.get(f"{key}.tekst"), texts.get(f"{key}.advies"))

    def _on_checked(self, _kind: str) -> None:
        self._task = None
        self.look()

    def _on_copied(self, outcome: BackupOutcome | None) -> None:
        self._task = None
        problem = outcome_problem(outcome, self._texts) if outcome else ""
        if problem and problem != self._last_problem:
            self._tell(problem, "")
        if outcome is not None:
            self._last_problem = problem

    def _on_failed(self, error: HardshipDeskError) -> None:
        """Say it once; the next attempt follows in a minute."""
        self._task = None
        if error.code in ("kluis_gesloten", self._last_problem):
            return
        self._last_problem = error.code
        told = message_of(error, self._texts)
        text = told.text
        if error.code != "kluis_beschadigd":
            text = self._texts.get("kopie.niet_gelukt", reden=told.text)
        self.told.emit(Message(kind=told.kind, text=text, advice=told.advice, code=told.code))

    def _tell(self, text: str, advice: str) -> None:
        self.told.emit(Message(kind=MessageKind.WARNING, text=text, advice=advice))

    def _begin(self, task: Task[str] | Task[BackupOutcome | None]) -> None:
        self._task = task
        task.start()
