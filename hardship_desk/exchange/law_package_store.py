"""Keeps the packages that were taken in, side by side, and by which steps the law in use changed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hardship_desk.assessment.law.history import LawStep, LawSteps, StepKind
from hardship_desk.domain.errors import PackageError
from hardship_desk.services.ports.files import FileWriter

STEPS = "stand.json"
"""The file with the steps. A package counts from the moment that it is named here."""


@dataclass(frozen=True, slots=True)
class LawPackageFiles:
    """Fulfils `LawPackageStore` with a folder of this user."""

    folder: Path
    write: FileWriter

    def steps(self) -> LawSteps:
        """Every step; PackageError `wetspakket_stand_onleesbaar` where that cannot be told."""
        file = self.folder / STEPS
        if not file.is_file():
            return LawSteps()
        try:
            table = json.loads(file.read_bytes())
            return LawSteps(tuple(_step(item) for item in table["stappen"]))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise PackageError("wetspakket_stand_onleesbaar") from None

    def file_of(self, name: str) -> Path:
        """Where a package lies."""
        return self.folder / name

    def names(self) -> tuple[str, ...]:
        """Every package that lies here, in use or not."""
        return tuple(sorted(path.name for path in self.folder.glob("*.zip")))

    def take_in(self, name: str, data: bytes, at: datetime) -> None:
        """Put a package beside the others and use it; raises WriteError, and then nothing changed."""
        steps = self.steps()
        self.write(self.folder / name, data)
        self._save(steps, LawStep(kind=StepKind.TAKEN_IN, package=name, at=at))

    def roll_back(self, at: datetime) -> str:
        """Use the package from before again; its name. Raises WriteError or PackageError."""
        steps = self.steps()
        if not steps.active:
            raise PackageError("wetspakket_niets_terug")
        self._save(steps, LawStep(kind=StepKind.ROLLED_BACK, package=steps.before, at=at))
        return steps.before

    def begin(self, at: datetime) -> LawSteps:
        """Note that the program started with what was chosen; raises WriteError or PackageError."""
        steps = self.steps()
        begun = steps.begin(at)
        if begun != steps:
            self._write(begun)
        return begun

    def _save(self, steps: LawSteps, step: LawStep) -> None:
        self._write(LawSteps((*steps.steps, step)))

    def _write(self, steps: LawSteps) -> None:
        table = {"stappen": [_fields(item) for item in steps.steps]}
        self.write(self.folder / STEPS, (json.dumps(table, indent=1) + "\n").encode())


def _step(item: dict[str, object]) -> LawStep:
    package, at = str(item["pakket"]), _moment(item["op"])
    begun = _moment(item["begonnen"]) if item.get("begonnen") else None
    if Path(package).name != package:
        raise ValueError("not_a_step")
    return LawStep(kind=StepKind(str(item["soort"])), package=package, at=at, begun=begun)


def _moment(raw: object) -> datetime:
    moment = datetime.fromisoformat(str(raw))
    if moment.tzinfo is None:
        raise ValueError("not_a_moment")
    return moment


def _fields(step: LawStep) -> dict[str, str]:
    fields = {"soort": step.kind.value, "pakket": step.package, "op": step.at.isoformat()}
    return {**fields, "begonnen": step.begun.isoformat()} if step.begun else fields
