"""Desks on a store in a temporary folder, with a clock that stands still."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.domain.case import Case
from hardship_desk.domain.contact import PublicKeys
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.ids import CaseId, DecisionId, DecisionTypeId, QuestionId
from hardship_desk.domain.package import ByCode, OpenedPackage, Package, ToCard
from hardship_desk.services.cases import NewCase
from hardship_desk.services.desk import Desk
from hardship_desk.services.packages import PackageService

T = TypeVar("T")


@dataclass(frozen=True)
class FixedClock:
    moment: datetime = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()


class MovingClock:
    """Each look is a second later."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 25, 9, tzinfo=UTC)

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def today(self) -> date:
        return self.moment.date()


@dataclass(frozen=True)
class Work:
    """One dossier on a desk, with the ids that tests need."""

    desk: Desk
    case_id: CaseId
    decision_id: DecisionId

    @property
    def case(self) -> Case:
        return self.desk.cases.current(self.case_id)

    @property
    def decision(self) -> DecisionFile:
        return self.case.decision(self.decision_id)

    def answer(self, question: str, raw: str | tuple[str, ...]) -> None:
        problem = self.desk.interview.answer(
            self.case_id, self.decision_id, QuestionId(question), raw
        )
        assert problem is None, problem


def with_parts(whole: T, **parts: object) -> T:
    """The same desk or core, on which these parts are others."""
    other = copy(whole)
    vars(other).update(parts)
    return other


def open_desk_in(folder: Path) -> Desk:
    return open_practice_desk(folder / "oefening.db", FixedClock())


def example(desk: Desk, number: str = "VB-2026-001", kind: str = "boete") -> Work:
    """The shipped example with this number."""
    case_id = next(item.id for item in desk.cases.list_cases() if item.number == number)
    decisions = desk.cases.open_case(case_id).decisions
    return Work(desk, case_id, next(item.id for item in decisions if item.type == kind))


def new_form(**changes: str) -> NewCase:
    fields = {
        "number": "Z-2026-9",
        "gemeentecode": "GM0363",
        "weight": "gewoon",
        "weight_reason": "Gewone zaak.",
        "conduct_from": "01-01-2026",
        "conduct_to": "31-03-2026",
        "decision_date": "01-06-2026",
        **changes,
    }
    return NewCase(type=DecisionTypeId(fields.pop("type", "boete")), **fields)


def new_work(desk: Desk, **changes: str) -> Work:
    made = desk.cases.create_case(new_form(**changes))
    assert isinstance(made, Case), made
    return Work(desk, made.id, made.decisions[0].id)


def sealed_by(packages: PackageService, package: Package, code: str) -> bytes:
    """The package as a file that the code opens, signed with the keys of this store."""
    return packages.sealed(package, packages.contacts.own_keys(), ByCode(code=code))


def sealed_for(packages: PackageService, package: Package, keys: PublicKeys) -> bytes:
    """The package as a file for the owner of these keys."""
    return packages.sealed(package, packages.contacts.own_keys(), ToCard(keys=keys))


def opened_by(packages: PackageService, data: bytes, code: str) -> OpenedPackage:
    """What is in a file that the code opens."""
    return packages.open(data, ByCode(code=code))


def opened_with_keys(packages: PackageService, data: bytes) -> OpenedPackage:
    """What is in a file that was made for this store."""
    return packages.open(data, packages.contacts.own_keys())
