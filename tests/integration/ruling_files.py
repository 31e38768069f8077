"""Ruling scenarios: what a ruling says, laid over a neutral complete case of its kind."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

FOLDER = Path(__file__).resolve().parents[1] / "rulings"
BASES = FOLDER / "basis"
SHARED = "gedeeld"

Table = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One file: the case as the authority handled it, and as it should have been handled.

    `expected` holds what stands under `verwacht`; `outcome` what the court did with the decision.
    """

    name: str
    outcome: str
    case: Table
    mended: Table | None
    expected: Table


def scenario_files() -> list[Path]:
    """Every ruling that is laid over a base."""
    return sorted(path for path in FOLDER.glob("*.toml") if "basis" in _read(path))


def read_scenario(path: Path) -> Scenario:
    """The scenario of a file that names its `basis`."""
    own = _read(path)
    base, mend, expected = own.pop("basis"), own.pop("herstel", None), own.pop("verwacht", {})
    outcome = own.pop("uitkomst", "")
    whole = laid_over(base_case(base), own)
    return Scenario(
        name=path.stem,
        outcome=outcome,
        case=whole,
        mended=laid_over(whole, mend) if mend is not None else None,
        expected=expected,
    )


def base_case(kind: str) -> Table:
    """The neutral complete case of a kind of decision."""
    return laid_over(_read(BASES / f"{SHARED}.toml"), _read(BASES / f"{kind}.toml"))


def base_kinds() -> list[str]:
    """The kinds of decision that have a neutral case."""
    return sorted(path.stem for path in BASES.glob("*.toml") if path.stem != SHARED)


def laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> Table:
    """Both tables together; what is above counts. `{ weg = true }` takes a key away."""
    found = dict(below)
    for name, value in above.items():
        if value == {"weg": True}:
            found.pop(name, None)
        elif (
            isinstance(value, dict) and isinstance(found.get(name), dict) and not _is_answer(value)
        ):
            found[name] = laid_over(found[name], value)
        elif isinstance(value, list) and _has_ids(value) and _has_ids(found.get(name)):
            kept = [item for item in found[name] if item["id"] not in _ids(value)]
            found[name] = [*kept, *value]
        else:
            found[name] = value
    return found


def write_case_file(case: Table, path: Path) -> Path:
    """The case as a case file: one decision with its answers, then any others it names."""
    table = dict(case)
    decision = {**table.pop("besluit"), "antwoorden": table.pop("antwoorden")}
    for part in ("weging", "vlag"):
        if part in table:
            decision[part] = table.pop(part)
    table["besluit"] = [*table.pop("ander_besluit", []), decision]
    path.write_text(tomlkit.dumps(table), encoding="utf-8")
    return path


def _read(path: Path) -> Table:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _is_answer(value: Mapping[str, Any]) -> bool:
    return not {"waarde", "onbekend", "nvt", "uitzoeken"}.isdisjoint(value)


def _has_ids(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(x, dict) and "id" in x for x in value)


def _ids(rows: list[Table]) -> set[str]:
    return {row["id"] for row in rows}
