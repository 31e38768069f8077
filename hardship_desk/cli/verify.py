"""Checks the receipts in a package with the rules of this laptop; a vault is opened only on request."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.contact import OwnKeys
from hardship_desk.domain.errors import HardshipDeskError, PackageError
from hardship_desk.domain.package import ByCode, OpenedPackage
from hardship_desk.presenters.receiving import package_bytes
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.signer_words import signer_line
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.contacts import ContactService, who_signed
from hardship_desk.services.ports.packages import PackageFormat
from hardship_desk.services.receipts import Difference, ReceiptCheck, ReceiptResult

EQUAL, INPUT, DIFFERS = 0, 2, 3
LARGEST = 60_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyTools:
    """What checking a package takes; `contacts` opens the own vault with a passphrase, where asked."""

    format: PackageFormat
    check: ReceiptCheck
    texts: Texts
    close: Callable[[], None]
    contacts: Callable[[str], ContactService] | None = None


def verify_package(tools: VerifyTools, path: Path, ask: Callable[[str], str]) -> int:
    """Say who signed, and of each decision in the package whether the same comes out; the end code.

    `ask` gives the code of the package, or the passphrase of the vault, for a question.
    """
    texts = tools.texts
    try:
        contacts = _contacts(tools, ask)
        data = package_bytes(path)
        opened = tools.format.read(data, _way_in(tools, data, contacts, ask))
        results = tools.check.check(opened.package)
    except HardshipDeskError as error:
        said = message_of(error, WindowTexts(texts))
        print(f"{path.name}: pakket: {said.text} {said.advice} ({said.code})", file=sys.stderr)
        return INPUT
    print(_signed(tools, opened, contacts))
    for result in results:
        _tell(texts, result)
    return EQUAL if all(item.is_equal for item in results) else DIFFERS


def _contacts(tools: VerifyTools, ask: Callable[[str], str]) -> ContactService | None:
    if tools.contacts is None:
        return None
    return tools.contacts(ask(tools.texts.get("pakket.nakijken.wachtzin")))


def _way_in(
    tools: VerifyTools, data: bytes, contacts: ContactService | None, ask: Callable[[str], str]
) -> ByCode | OwnKeys:
    if tools.format.needs_code(data):
        return ByCode(code=ask(tools.texts.get("pakket.nakijken.code")))
    if contacts is None:
        raise PackageError("pakket_zonder_kluis")
    keys = contacts.kept_keys()
    if keys is None:
        raise PackageError("pakket_andere_ontvanger")
    return keys


def _signed(tools: VerifyTools, opened: OpenedPackage, contacts: ContactService | None) -> str:
    """Who signed: by name where the vault is open, and by digits otherwise."""
    texts, claimed = WindowTexts(tools.texts), opened.package.head.made_by
    if contacts is None and opened.signer is not None:
        return texts.get("pakket.nakijken.zonder_kluis", cijfers=opened.signer.digits)
    if contacts is None:
        return texts.get("ondertekening.niet_ondertekend", naam=claimed)
    return signer_line(who_signed(contacts, opened.signer, claimed), claimed, texts)


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
