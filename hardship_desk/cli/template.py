"""Looks a Word template for letters over, or makes one to begin with."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.errors import WriteError
from hardship_desk.services.ports.files import FileWriter

FINE, INPUT, CANNOT_WRITE = 0, 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTools:
    """What it takes: `problems` gives each mistake by code and place, `default` our own template."""

    problems: Callable[[bytes], tuple[tuple[str, str], ...]]
    default: Callable[[], bytes]
    write: FileWriter
    texts: Texts


def check_template(tools: TemplateTools, path: Path) -> int:
    """Say what is wrong with a template, a line each; the code with which the program ends."""
    try:
        data = path.read_bytes()
    except OSError:
        return _refuse(tools, path, "lezen")
    found = tools.problems(data)
    for code, about in found:
        _refuse(tools, path, code, about)
    if not found:
        print(tools.texts.get("opdrachtregel.sjabloon.goed"))
    return INPUT if found else FINE


def new_template(tools: TemplateTools, path: Path) -> int:
    """Write our template, to edit in Word; never over a file that is there."""
    if path.exists():
        return _refuse(tools, path, "bestaat")
    try:
        tools.write(path, tools.default())
    except WriteError as error:
        reason = tools.texts.get(f"opdrachtregel.{error.code}")
        print(f"{path}: sjabloon: {reason}", file=sys.stderr)
        return CANNOT_WRITE
    print(tools.texts.get("opdrachtregel.sjabloon.nieuw", bestand=str(path)))
    return FINE


def _refuse(tools: TemplateTools, path: Path, code: str, about: str = "") -> int:
    reason = tools.texts.get(f"opdrachtregel.sjabloon.{code}", waarover=about)
    print(f"{path}: sjabloon: {reason}", file=sys.stderr)
    return INPUT
