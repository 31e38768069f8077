"""Gives the settings of an organisation to its other laptops, without a window."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.cli.plugins import CANNOT_WRITE, FINE, INPUT
from hardship_desk.domain.errors import HardshipDeskError, WriteError
from hardship_desk.presenters.law_change_words import problem_line
from hardship_desk.presenters.settings import setting_lines
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.ports.files import FileWriter
from hardship_desk.services.settings_packages import SettingsPackages, SettingsPreview


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsTools:
    """What these commands take."""

    packages: SettingsPackages
    sign: Callable[[Path, Path, str], bytes]
    write: FileWriter
    texts: Texts
    ask: Callable[[str], str]


def run_organisatie(tools: SettingsTools, arguments: Namespace) -> int:
    """Do what was asked; the code with which the program ends."""
    commands: Mapping[str, Callable[[], int]] = {
        "export": lambda: _export(tools, arguments.path),
        "show": lambda: _show(tools, arguments.path),
        "import": lambda: _import(tools, arguments.path),
        "sign": lambda: _sign(tools, arguments),
    }
    try:
        return commands[arguments.organisatie]()
    except WriteError as error:
        return _refuse(tools, "map", "opdrachtregel." + error.code, CANNOT_WRITE)
    except HardshipDeskError as error:
        return _refuse(tools, "-", f"venster.fout.{error.code}.tekst", INPUT)


def _export(tools: SettingsTools, path: Path) -> int:
    if path.exists():
        return _refuse(tools, str(path), "plugins.gereedschap.bestaat", INPUT)
    tools.packages.export(path)
    print(tools.texts.get("organisatiepakket.gemaakt", plek=str(path)))
    return FINE


def _show(tools: SettingsTools, path: Path) -> int:
    return INPUT if _preview(tools, path).package is None else FINE


def _import(tools: SettingsTools, path: Path) -> int:
    preview = _preview(tools, path)
    if preview.package is None:
        return INPUT
    tools.packages.take_in(preview.package)
    print(tools.texts.get("organisatiepakket.ingevoerd"))
    return FINE


def _preview(tools: SettingsTools, path: Path) -> SettingsPreview:
    texts = WindowTexts(tools.texts)
    preview = tools.packages.preview(path)
    for problem in preview.problems:
        print(problem_line(problem, texts, nothing="-"), file=sys.stderr)
    if preview.problems:
        print(f"organisatie: -: {texts.get('wetspakket.niets_veranderd')}", file=sys.stderr)
    else:
        for line in setting_lines(preview, {}, texts):
            print(f"- {line}")
    return preview


def _sign(tools: SettingsTools, arguments: Namespace) -> int:
    passphrase = tools.ask(tools.texts.get("plugins.gereedschap.vraag_wachtzin"))
    tools.write(arguments.path, tools.sign(arguments.path, arguments.key, passphrase))
    print(tools.texts.get("wetspakket.gereedschap.ondertekend", pakket=arguments.path.name))
    return FINE


def _refuse(tools: SettingsTools, key: str, sentence: str, code: int) -> int:
    print(f"organisatie: {key}: {tools.texts.get(sentence)}", file=sys.stderr)
    return code
