"""What a local value may not do, as data: the limits that the Act puts on municipalities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from fractions import Fraction
from pathlib import Path

from hardship_desk.assessment.catalogue_reader import read_basis, value_in
from hardship_desk.domain.legal_basis import LegalBasis
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.catalogue import Parameter, ParameterValue
from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader, read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalLimit:
    """One limit on the parameters whose name fits `parameter`; each of the other keys may be absent."""

    parameter: str
    unit: str
    basis: LegalBasis
    at_most: ParameterValue | None = None
    not_above: str = ""
    only_names: tuple[str, ...] = ()
    instrument: str = ""

    def is_for(self, value: Parameter) -> bool:
        """Whether the limit holds for this parameter."""
        fits = fnmatchcase(value.name, self.parameter)
        return fits and self.unit in ("", value.unit)

    def broken_by(self, value: Parameter, national: tuple[Parameter, ...]) -> str:
        """The code of what is wrong with the value, or an empty text."""
        if self.only_names and value.name not in self.only_names:
            return "distinction_not_allowed"
        if self.instrument and self.instrument not in value.basis.law.lower():
            return "not_in_such_a_regulation"
        if any(_above(value.value, most) for most in self._most(value, national)):
            return "over_the_limit_of_the_act"
        return ""

    def _most(
        self, value: Parameter, national: tuple[Parameter, ...]
    ) -> Iterator[ParameterValue | None]:
        yield self.at_most
        for item in national:
            if item.name == self.not_above and _overlap(item.valid, value.valid):
                yield item.value


def load_limits(path: Path) -> tuple[LocalLimit, ...]:
    """The limits of the file; raises ValueError where it is wrong, for it is part of the program."""
    problems = ProblemList()
    table = read_toml(path, problems)
    found = table.each("limit", _read_limit)
    table.finish()
    if problems.all():
        raise ValueError("; ".join(str(item) for item in problems.all()))
    return tuple(item for item in found if item is not None)


def _read_limit(table: TableReader) -> LocalLimit | None:
    basis, unit = read_basis(table), table.text("unit", "")
    raw = table.raw("at_most")
    limit = LocalLimit(
        parameter=table.text("parameter"),
        unit=unit,
        basis=basis or LegalBasis(law="?"),
        at_most=value_in(table, unit, raw) if raw is not None else None,
        not_above=table.text("not_above", ""),
        only_names=table.texts("only_names"),
        instrument=table.text("instrument", ""),
    )
    return limit if basis is not None else None


def _above(value: ParameterValue | None, most: ParameterValue | None) -> bool:
    """Whether one number is larger than another of its kind."""
    if isinstance(value, Money) and isinstance(most, Money):
        return value > most
    if isinstance(value, Fraction | int) and isinstance(most, Fraction | int):
        return value > most
    return False


def _overlap(one: Period, other: Period) -> bool:
    ends = [item.end for item in (one, other) if item.end is not None]
    return not ends or max(one.start, other.start) <= min(ends)
