"""Reads the dated facts of a plugin: its parameters and its provisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hardship_desk.domain.legal_basis import Anchor, Certainty, LegalBasis, Source
from hardship_desk.domain.money import CENTS_PER_EURO, Money
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.catalogue import (
    CaseLaw,
    Element,
    Parameter,
    ParameterValue,
    Provision,
)
from hardship_desk.questionnaire.toml_reader import TableReader

UNKNOWN_VALUE = "onbekend"
LARGEST, DECIMALS = 10**12, 12
"""The largest number that is read, and how many decimals it may have."""


def read_parameters(table: TableReader, plugin: str) -> tuple[Parameter, ...]:
    """Every value of every parameter of the file."""
    found: list[Parameter] = []
    for item in table.tables("parameter"):
        found.extend(_read_parameter(item, plugin))
        item.finish()
    table.finish()
    return tuple(found)


def _read_parameter(table: TableReader, plugin: str) -> list[Parameter]:
    name, unit = table.text("name"), table.text("unit")
    anchor = table.choice("anchor", Anchor)
    basis, local = read_basis(table), table.flag("local", default=False)
    found = []
    for item in table.tables("value"):
        valid = _read_valid(item)
        value = _read_value(item, unit)
        source = read_source(item)
        certainty = item.choice("certainty", Certainty)
        if value is not None and not certainty.may_be_default:
            item.problem("certainty", "an_unsure_value_is_onbekend")
        seen_from, note = item.optional_day("seen_from"), item.text("note", "")
        item.finish()
        if valid is not None and basis is not None:
            found.append(
                Parameter(
                    name=name,
                    value=value,
                    unit=unit,
                    anchor=anchor,
                    valid=valid,
                    basis=basis,
                    source=source,
                    certainty=certainty if value is not None else Certainty.UNKNOWN,
                    seen_from=seen_from,
                    plugin=plugin,
                    note=note,
                    local=local,
                )
            )
    return found


def _read_valid(table: TableReader) -> Period | None:
    start, end = table.day("valid_from"), table.optional_day("valid_until")
    if start is None:
        return None
    if end is not None and end < start:
        table.problem("valid_until", "period_ends_before_it_starts")
        return None
    return Period(start, end)


def _read_value(table: TableReader, unit: str) -> ParameterValue | None:
    raw = table.raw("value")
    if raw is None:
        table.problem("value", "missing")
        return None
    if raw == UNKNOWN_VALUE:
        return None
    return value_in(table, unit, raw)


def value_in(table: TableReader, unit: str, raw: object) -> ParameterValue | None:
    """What stands at `value`, read in that unit; a mistake is noted."""
    value = _BY_UNIT.get(unit, _as_choice)(raw)
    if value is None:
        table.problem("value", f"not_a_value_in_{unit}")
    return value


def _as_money(raw: object) -> Money | None:
    number = _number(raw)
    if number is None or number * CENTS_PER_EURO % 1:
        return None
    return Money.from_euros(number)


def _as_percentage(raw: object) -> Fraction | None:
    number = _number(raw)
    return Fraction(number) / 100 if number is not None else None


def _number(raw: object) -> Decimal | None:
    """A number of a size that a law may hold; "inf" and numbers without end are none."""
    if not isinstance(raw, Decimal | int) or isinstance(raw, bool):
        return None
    number = Decimal(raw)
    fits = number.is_finite() and abs(number) <= LARGEST and number == round(number, DECIMALS)
    return number if fits else None


def _as_count(raw: object) -> int | None:
    number = _number(raw) if isinstance(raw, int) else None
    return int(number) if number is not None else None


def _as_yes_no(raw: object) -> bool | None:
    return raw if isinstance(raw, bool) else None


def _as_list(raw: object) -> tuple[str, ...] | None:
    return tuple(str(item) for item in raw) if isinstance(raw, list) else None


def _as_choice(raw: object) -> str | None:
    return raw if isinstance(raw, str) else None


_BY_UNIT: Mapping[str, Callable[[object], ParameterValue | None]] = {
    "euro": _as_money,
    "procent": _as_percentage,
    "maanden": _as_count,
    "dagen": _as_count,
    "weken": _as_count,
    "jaren": _as_count,
    "ja_nee": _as_yes_no,
    "lijst": _as_list,
    "keuze": _as_choice,
}


def read_provisions(*tables: TableReader) -> tuple[Provision, ...]:
    """Every provision of these files; two versions of one id may not hold on one day."""
    found: list[Provision] = []
    for table in tables:
        for item in table.each("provision", _read_provision):
            if item is None:
                continue
            if any(item.id == other.id and item.overlaps(other) for other in found):
                table.problem(f"provision[{item.id}]", "two_versions_on_one_day")
            found.append(item)
        table.finish()
    return tuple(found)


def _read_provision(table: TableReader) -> Provision | None:
    basis, seen_from = read_basis(table), table.day("seen_from")
    valid_from, valid_until = read_validity(table)
    provision = Provision(
        id=table.text("id"),
        basis=basis or LegalBasis(law="?"),
        kind=table.text("kind"),
        binding=table.text("binding"),
        applies_to=table.texts("applies_to"),
        gist=table.text("gist"),
        elements=table.each("element", _read_element),
        motivation=table.texts("motivation"),
        case_law=table.each("case_law", _read_case_law),
        anchor=table.choice("anchor", Anchor),
        seen_from=seen_from or date.max,
        valid_from=valid_from,
        valid_until=valid_until,
        source=read_source(table),
        certainty=table.choice("certainty", Certainty),
    )
    return provision if basis is not None and seen_from is not None else None


def read_validity(table: TableReader) -> tuple[date | None, date | None]:
    """The first and last day of a version; either may be absent."""
    start, end = table.optional_day("valid_from"), table.optional_day("valid_until")
    if start is not None and end is not None and end < start:
        table.problem("valid_until", "period_ends_before_it_starts")
    return start, end


def _read_element(table: TableReader) -> Element:
    return Element(
        element=table.text("element"), question=table.text("question"), why=table.text("why")
    )


def _read_case_law(table: TableReader) -> CaseLaw:
    return CaseLaw(
        ecli=table.text("ecli"),
        on=table.optional_day("on"),
        gist=table.text("gist"),
        source=read_source(table),
        certainty=table.choice("certainty", Certainty),
    )


def read_basis(table: TableReader) -> LegalBasis | None:
    """The article or ruling of an entry; one without is a mistake."""
    inner = table.table("basis")
    if inner is None:
        table.problem("basis", "missing")
        return None
    parts = {name: inner.text(name, "") for name in ("law", "article", "paragraph", "item", "ecli")}
    inner.finish()
    if not parts["law"] and not parts["ecli"]:
        inner.problem("law", "missing")
        return None
    return LegalBasis(**parts)


def read_source(table: TableReader) -> Source:
    """The source of an entry; one without is a mistake."""
    inner = table.table("source")
    if inner is None:
        table.problem("source", "missing")
        return Source(title="?")
    source = Source(
        title=inner.text("title"), url=inner.text("url", ""), note=inner.text("note", "")
    )
    inner.finish()
    return source
