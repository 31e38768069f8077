"""Checks the receipts in a package with the rules of this laptop; opens no vault."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.errors import PackageError
from hardship_desk.services.ports.packages import PackageFormat
from hardship_desk.services.receipts import Difference, ReceiptCheck, ReceiptResult

EQUAL, INPUT, DIFFERS = 0, 2, 3
LARGEST = 60_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyTools:
    """What checking a package takes."""

    format: PackageFormat
    check: ReceiptCheck
    texts: Texts
    close: Callable[[], None]


def verify_package(tools: VerifyTools, path: Path, ask: Callable[[str], str]) -> int:
    """Say of each decision in the package whether the same comes out; the code to end with.

    `ask` gives the code of the package for a question.
    """
    texts = tools.texts
    try:
        data = _bytes_of(path)
        results = tools.check.check(tools.format.read(data, ask(texts.get("pakket.nakijken.code"))))
    except PackageError as error:
        reason = texts.get(f"venster.fout.{error.code}.tekst")
        print(f"{path.name}: pakket: {reason}", file=sys.stderr)
        return INPUT
    for result in results:
        _tell(texts, result)
    return EQUAL if all(item.is_equal for item in results) else DIFFERS


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        raise PackageError("pakket_onleesbaar") from None
    if len(data) > LARGEST:
        raise PackageError("pakket_te_groot")
    return data


def _tell(texts: Texts, result: ReceiptResult) -> None:
    key = "gelijk" if result.is_equal else "anders"
    state = texts.get("pakket.nakijken.vastgesteld" if result.sealed else "pakket.nakijken.concept")
    print(texts.get(f"pakket.nakijken.{key}", besluit=result.decision, stand=state))
    for difference in (*result.tools, *result.results):
        print(f"  {_line(texts, difference)}")


def _line(texts: Texts, difference: Difference) -> str:
    absent = texts.get("pakket.nakijken.afwezig")
    return texts.get(
        f"pakket.nakijken.{difference.kind}",
        wat=difference.what,
        toen=difference.then or absent,
        nu=difference.now or absent,
    )
