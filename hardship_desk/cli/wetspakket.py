"""What the legal editor and an administrator do with packages of law, without a window."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.cli.plugins import CANNOT_WRITE, FINE, INPUT
from hardship_desk.domain.errors import HardshipDeskError, WriteError
from hardship_desk.presenters.law_change_words import change_line, problem_line, touched_line
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.questionnaire.toml_reader import FileProblem
from hardship_desk.services.law_packages import LawPackageService, PackagePreview
from hardship_desk.services.law_work import LawWork
from hardship_desk.services.ports.files import FileWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageSigner:
    """Packs and signs; the key is opened by a passphrase."""

    make_key: Callable[[Path, str], bytes]
    packed: Callable[[Path], bytes]
    signed: Callable[[Path, Path, str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageTools:
    """What these commands take. `work` opens the own vault with a passphrase."""

    service: LawPackageService
    signer: PackageSigner
    write: FileWriter
    texts: Texts
    ask: Callable[[str], str]
    work: Callable[[str], LawWork]


def run_wetspakket(tools: PackageTools, arguments: Namespace) -> int:
    """Do what was asked; the code with which the program ends."""
    commands: Mapping[str, Callable[[], int]] = {
        "check": lambda: _check(tools, arguments.path),
        "show": lambda: _show(tools, arguments),
        "import": lambda: _import(tools, arguments),
        "rollback": lambda: _rollback(tools),
        "list": lambda: _list(tools),
        "pack": lambda: _pack(tools, arguments),
        "sign": lambda: _sign(tools, arguments),
    }
    try:
        return commands[arguments.wetspakket]()
    except WriteError as error:
        return _refuse(tools, "map", "opdrachtregel." + error.code, CANNOT_WRITE)
    except HardshipDeskError as error:
        return _refuse(tools, "-", f"venster.fout.{error.code}.tekst", INPUT)


def _check(tools: PackageTools, path: Path) -> int:
    if not path.exists():
        return _refuse(tools, str(path), "plugins.gereedschap.niet_gevonden", INPUT)
    problems = tools.service.check(path)
    if problems:
        return _print_problems(tools, problems)
    print(tools.texts.get("wetspakket.gereedschap.in_orde", pakket=path.name))
    return FINE


def _show(tools: PackageTools, arguments: Namespace) -> int:
    preview = _preview(tools, arguments.path)
    if isinstance(preview, int):
        return preview
    if arguments.kluis:
        _print_touched(tools, _opened(tools), preview)
    return FINE


def _import(tools: PackageTools, arguments: Namespace) -> int:
    """With the vault open, the dossiers that are touched are named and its log is added to."""
    preview = _preview(tools, arguments.path)
    if isinstance(preview, int) or preview.package is None:
        return INPUT
    if arguments.kluis:
        work = _opened(tools)
        _print_touched(tools, work, preview)
        work.take_in(preview.package)
    else:
        tools.service.take_in(preview.package)
    print(tools.texts.get("wetspakket.ingevoerd", versie=preview.package.manifest.version))
    return FINE


def _opened(tools: PackageTools) -> LawWork:
    return tools.work(tools.ask(tools.texts.get("wetspakket.gereedschap.vraag_kluis")))


def _print_touched(tools: PackageTools, work: LawWork, preview: PackagePreview) -> None:
    texts = WindowTexts(tools.texts)
    touched = work.touched(preview)
    key = "dossiers" if touched else "geen_dossiers"
    print(texts.get(f"wetspakket.venster.{key}"))
    for item in touched:
        print(f"- {touched_line(item, texts)}")


def _preview(tools: PackageTools, path: Path) -> PackagePreview | int:
    if not path.exists():
        return _refuse(tools, str(path), "plugins.gereedschap.niet_gevonden", INPUT)
    preview = tools.service.preview(path)
    package = preview.package
    if package is None:
        return _print_problems(tools, preview.problems)
    known_until = show_date(package.manifest.texts_known_until)
    print(
        tools.texts.get(
            "wetspakket.kop",
            titel=package.manifest.title,
            versie=package.manifest.version,
            dag=known_until,
        )
    )
    _print_changes(tools, preview)
    return preview


def _rollback(tools: PackageTools) -> int:
    preview = tools.service.preview_rollback()
    tools.service.roll_back()
    _print_changes(tools, preview)
    now = preview.package
    key = "wetspakket.terug" if now is not None else "wetspakket.terug_programma"
    print(tools.texts.get(key, versie=now.manifest.version if now is not None else ""))
    return FINE


def _list(tools: PackageTools) -> int:
    known_until = tools.service.known_until()
    day = show_date(known_until) if known_until is not None else "?"
    print(tools.texts.get("wetspakket.gegevens_tot", dag=day))
    problem = tools.service.in_use.problem
    if problem:
        print(tools.texts.get(f"plugins.probleem.{problem}"), file=sys.stderr)
    for item in tools.service.stored():
        state = "gebruikt" if item.is_active else "bewaard"
        key = f"wetspakket.stand.{state if item.is_whole else 'beschadigd'}"
        print(f"{item.name}  {item.version} {item.title}: {tools.texts.get(key)}")
    return FINE


def _pack(tools: PackageTools, arguments: Namespace) -> int:
    code = _check(tools, arguments.path)
    if code != FINE:
        return code
    place = (arguments.out or Path()) / f"{arguments.path.resolve().stem}.zip"
    tools.write(place, tools.signer.packed(arguments.path))
    print(place)
    return FINE


def _sign(tools: PackageTools, arguments: Namespace) -> int:
    if arguments.new_key:
        return _new_key(tools, arguments.key)
    if arguments.path is None:
        return _refuse(tools, "sign", "wetspakket.gereedschap.welk_pakket", INPUT)
    code = _check(tools, arguments.path)
    if code != FINE:
        return code
    passphrase = tools.ask(tools.texts.get("plugins.gereedschap.vraag_wachtzin"))
    tools.write(arguments.path, tools.signer.signed(arguments.path, arguments.key, passphrase))
    print(tools.texts.get("wetspakket.gereedschap.ondertekend", pakket=arguments.path.name))
    return FINE


def _new_key(tools: PackageTools, key: Path) -> int:
    if key.exists():
        return _refuse(tools, str(key), "plugins.gereedschap.bestaat", INPUT)
    passphrase = tools.ask(tools.texts.get("opdrachtregel.functionaris.vraag"))
    again = tools.ask(tools.texts.get("opdrachtregel.functionaris.nog_eens"))
    if len(passphrase) < 12 or passphrase != again:
        return _refuse(tools, str(key), "plugins.gereedschap.wachtzin", INPUT)
    public = tools.signer.make_key(key, passphrase)
    print(tools.texts.get("wetspakket.gereedschap.sleutel", sleutel=public.hex()))
    return FINE


def _print_changes(tools: PackageTools, preview: PackagePreview) -> None:
    texts = WindowTexts(tools.texts)
    if not preview.changes:
        print(texts.get("wetspakket.niets_anders"))
    for change in preview.changes:
        print(f"- {change_line(change, texts).text()}")


def _print_problems(tools: PackageTools, problems: tuple[FileProblem, ...]) -> int:
    texts = WindowTexts(tools.texts)
    for problem in problems:
        print(problem_line(problem, texts, nothing="-"), file=sys.stderr)
    print(f"wetspakket: -: {texts.get('wetspakket.niets_veranderd')}", file=sys.stderr)
    return INPUT


def _refuse(tools: PackageTools, key: str, sentence: str, code: int) -> int:
    print(f"wetspakket: {key}: {tools.texts.get(sentence)}", file=sys.stderr)
    return code
