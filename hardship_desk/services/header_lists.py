"""Dossiers from a list: all mistakes shown at once, and then all of them or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from hardship_desk.domain.bsn import bsns_in
from hardship_desk.domain.case import Case
from hardship_desk.domain.errors import PackageError
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.questionnaire.model import DecisionType
from hardship_desk.services.cases import CaseService, Municipality, NewCase
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.header_lists import RowReader

FIELDS: Mapping[str, str] = {
    "zaaknummer": "number",
    "soort": "type",
    "gemeente": "gemeentecode",
    "gewicht": "weight",
    "reden": "weight_reason",
    "aanduiding": "title",
    "inwoner": "person_label",
    "gedraging_van": "conduct_from",
    "gedraging_tot": "conduct_to",
    "besluitdatum": "decision_date",
}
NEEDED = ("zaaknummer", "soort", "gemeente", "gewicht", "reden")
_COLUMNS = {field: column for column, field in FIELDS.items()}
Watch = Callable[[int, int], bool]
"""Hears how many of how many are done; says whether to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListProblem:
    """What is wrong in one cell; row 0 is the head of the list."""

    row: int
    column: str
    code: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderList:
    """What a list holds: the dossiers to be made, the numbers that are here, and every mistake."""

    cases: tuple[Case, ...]
    here: tuple[str, ...] = ()
    problems: tuple[ListProblem, ...] = ()


class HeaderListService:
    """Reads lists and makes dossiers of them."""

    def __init__(
        self,
        cases: CaseService,
        repository: CaseRepository,
        types: tuple[DecisionType, ...],
        read: RowReader,
    ) -> None:
        self._cases = cases
        self._repository = repository
        self._read = read
        self._types = {name.casefold(): kind.id for kind in types for name in (kind.id, kind.title)}

    def look(self, data: bytes) -> HeaderList:
        """What the file holds; changes nothing. Raises PackageError where it is no list."""
        rows = self._read(data)
        problems = [*_columns_of(rows), *_doubles(rows)]
        here = {str(item.number) for item in self._cases.list_cases()}
        towns = _towns(self._cases.municipalities())
        made: list[Case] = []
        for number, row in rows:
            if row.get("zaaknummer", "") in here:
                continue
            bsns = _bsns(number, row)
            found = self._cases.prepared(self._form(row, towns)) if not bsns else ()
            if isinstance(found, Case):
                made.append(found)
                continue
            problems += bsns
            for problem in found:
                column = _COLUMNS[problem.field]
                problems.append(_problem(number, column, problem.code, row))
        numbers = tuple(row["zaaknummer"] for _, row in rows if row.get("zaaknummer", "") in here)
        problems.sort(
            key=lambda item: (
                item.row,
                list(FIELDS).index(item.column) if item.column in FIELDS else -1,
            )
        )
        return HeaderList(cases=tuple(made), here=numbers, problems=tuple(problems))

    def take_in(self, found: HeaderList, watch: Watch) -> int:
        """Make all dossiers of the list, or none: how many.

        Raises PackageError `inlezen_met_fouten`, or `inlezen_gestopt` where `watch` says so.
        """
        if found.problems:
            raise PackageError("inlezen_met_fouten")
        with self._repository.together():
            for number, case in enumerate(found.cases, start=1):
                self._cases.import_cases((case,), "lijst_ingelezen", f"{number}/{len(found.cases)}")
                if not watch(number, len(found.cases)):
                    raise PackageError("inlezen_gestopt")
        return len(found.cases)

    def _form(self, row: Mapping[str, str], towns: Mapping[str, str]) -> NewCase:
        town = row.get("gemeente", "")
        kind = row.get("soort", "")
        return NewCase(
            number=row.get("zaaknummer", ""),
            type=DecisionTypeId(self._types.get(kind.casefold(), kind)),
            gemeentecode=towns.get(town.casefold(), town),
            weight=row.get("gewicht", "").casefold(),
            weight_reason=row.get("reden", ""),
            title=row.get("aanduiding", ""),
            person_label=row.get("inwoner", ""),
            conduct_from=row.get("gedraging_van", ""),
            conduct_to=row.get("gedraging_tot", ""),
            decision_date=row.get("besluitdatum", ""),
        )


def _towns(municipalities: tuple[Municipality, ...]) -> dict[str, str]:
    """The code by everything that a list may call a municipality."""
    found = {}
    for item in municipalities:
        digits = item.code.removeprefix("GM")
        for name in (item.code, item.name, digits, digits.lstrip("0")):
            found[name.casefold()] = str(item.code)
    return found


def _columns_of(rows: tuple[tuple[int, Mapping[str, str]], ...]) -> list[ListProblem]:
    """Columns that the list lacks, and those that mean nothing here."""
    names = {name: None for _, row in rows for name in row}
    if not rows:
        return [ListProblem(row=0, column="", code="leeg_bestand")]
    missing = [name for name in NEEDED if name not in names]
    strange = [name for name in names if name not in FIELDS]
    return [
        *(ListProblem(row=0, column=name, code="kolom_ontbreekt") for name in missing),
        *(ListProblem(row=0, column=name, code="kolom_onbekend") for name in strange),
    ]


def _doubles(rows: tuple[tuple[int, Mapping[str, str]], ...]) -> list[ListProblem]:
    numbers = Counter(row.get("zaaknummer", "") for _, row in rows)
    return [
        _problem(number, "zaaknummer", "dubbel", row)
        for number, row in rows
        if row.get("zaaknummer") and numbers[row["zaaknummer"]] > 1
    ]


def _bsns(number: int, row: Mapping[str, str]) -> list[ListProblem]:
    """Every cell with a BSN; the number itself is not repeated."""
    return [
        ListProblem(row=number, column=column, code="bsn")
        for column, text in row.items()
        if any(bsns_in(text))
    ]


def _problem(number: int, column: str, code: str, row: Mapping[str, str]) -> ListProblem:
    text = row.get(column, "")
    code = "leeg" if code == "onbekend" and not text else code
    return ListProblem(row=number, column=column, code=code, text=text[:40])
