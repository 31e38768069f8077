"""Looks a Word template for letters over, or makes one to begin with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.errors import WriteError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.services.ports.files import FileWriter

FINE, INPUT, CANNOT_WRITE = 0, 2, 4
STEM = "brief"
"""How the name of a template begins."""


def template_name(gemeentecode: str = "") -> str:
    """The name of the template of a municipality; without a code of the one for all."""
    return f"{STEM}-{gemeentecode}.docx" if gemeentecode else f"{STEM}.docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTools:
    """What it takes: `problems` gives each mistake by code and place, `default` our own template.

    `folder` is where templates stand, `municipalities` gives the name of each code.
    """

    folder: Path
    municipalities: Mapping[Gemeentecode, str]
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


def list_templates(tools: TemplateTools) -> int:
    """Say which templates there are, for whom, and what is wrong with each."""
    say = tools.texts.get
    print(say("opdrachtregel.sjabloon.map", map=str(tools.folder)))
    found = sorted(tools.folder.glob("*.docx")) if tools.folder.is_dir() else []
    if not found:
        print(say("opdrachtregel.sjabloon.geen"))
    return max((_listed(tools, path) for path in found), default=FINE)


def _listed(tools: TemplateTools, path: Path) -> int:
    if path.name == template_name():
        whose = tools.texts.get("opdrachtregel.sjabloon.voor_alle")
    else:
        code = path.stem.removeprefix(f"{STEM}-")
        whose = tools.municipalities.get(Gemeentecode(code), "")
        if not whose or path.name != template_name(code):
            return _refuse(tools, path, "niet_gebruikt")
    print(tools.texts.get("opdrachtregel.sjabloon.voor", bestand=path.name, wie=whose))
    return check_template(tools, path)


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
