"""Writes `organisatie.toml` in the form in which it is read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.money import Money
from hardship_desk.domain.ruling_reading import RulingReading
from hardship_desk.plugin_api.catalogue import Parameter, ParameterValue
from hardship_desk.services.ports.organisation import LetterHeadEntry

_HEAD = (
    "# Wat deze organisatie zelf opzocht. Het programma schrijft dit bestand; met de hand mag ook."
)
LETTER_KEYS = {
    "afzender": "sender",
    "adres": "sender_address",
    "adres_bezwaar": "objection_address",
    "digitaal": "digital_channel",
    "telefoon": "phone",
    "contactpersoon": "contact_person",
    "ondertekenaar": "signatory",
}
"""Key in the file -> field of the letter head."""


def organisation_text(
    parameters: Iterable[Parameter],
    letters: Mapping[Gemeentecode, LetterHeadEntry],
    readings: Iterable[RulingReading] = (),
) -> str:
    """The whole file."""
    blocks = [_HEAD]
    blocks += [_reading(item) for item in readings]
    blocks += [_letter(code, entry) for code, entry in sorted(letters.items())]
    blocks += [_parameter(item) for item in parameters]
    return "\n\n".join(blocks) + "\n"


def _reading(item: RulingReading) -> str:
    lines = ("[[uitspraak_gelezen]]", f"ecli = {_quoted(item.ecli)}", f"op = {item.on.isoformat()}")
    return "\n".join((*lines, f"door = {_quoted(item.by)}"))


def _letter(code: Gemeentecode, entry: LetterHeadEntry) -> str:
    lines = ["[[brief]]", f"gemeente = {_quoted(code)}"]
    for key, field in LETTER_KEYS.items():
        text = getattr(entry.facts, field)
        if text:
            lines.append(f"{key} = {_quoted(text)}")
    if entry.source:
        lines.append(f"bron = {_quoted(entry.source)}")
    if entry.noted_on is not None:
        lines.append(f"ingevuld_op = {entry.noted_on.isoformat()}")
    return "\n".join(lines)


def _parameter(item: Parameter) -> str:
    basis = {
        name: getattr(item.basis, name)
        for name in ("law", "article", "paragraph", "item", "ecli")
        if getattr(item.basis, name)
    }
    source = {
        name: getattr(item.source, name)
        for name in ("title", "url", "note")
        if getattr(item.source, name)
    }
    lines = [
        "[[parameter]]",
        f"name = {_quoted(item.name)}",
        f"unit = {_quoted(item.unit)}",
        f"anchor = {_quoted(item.anchor.value)}",
        f"basis = {_table(basis)}",
        "",
        "[[parameter.value]]",
        f"valid_from = {item.valid.start.isoformat()}",
    ]
    if item.valid.end is not None:
        lines.append(f"valid_until = {item.valid.end.isoformat()}")
    lines += [
        f"value = {_value(item.value)}",
        f"certainty = {_quoted(item.certainty.value)}",
        f"source = {_table(source)}",
    ]
    return "\n".join(lines)


def _value(value: ParameterValue | None) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case Money():
            return f"{Decimal(value.cents) / 100:.2f}"
        case Fraction():
            return str(Decimal(value.numerator * 100) / Decimal(value.denominator))
        case int():
            return str(value)
        case tuple():
            return "[" + ", ".join(_quoted(part) for part in value) + "]"
        case _:
            return _quoted(value or "onbekend")


def _table(parts: Mapping[str, str]) -> str:
    return "{ " + ", ".join(f"{name} = {_quoted(text)}" for name, text in parts.items()) + " }"


def _quoted(text: str) -> str:
    """A basic string; what JSON escapes TOML reads back the same."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
