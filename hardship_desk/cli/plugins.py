"""What an author and an administrator do with plugins: list, check, new, test, pack, sign."""

from __future__ import annotations

import re
import sys
import unicodedata
from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.plugins.gate import ListedPlugin, PluginList
from hardship_desk.assessment.plugins.loader import Origin
from hardship_desk.assessment.plugins.manifest import is_plugin_id
from hardship_desk.assessment.plugins.shelf import ShelfEntry
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.errors import HardshipDeskError, WriteError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.services.plugin_workshop import AuthorProblem, PluginWorkshop
from hardship_desk.services.ports.files import FileWriter

FINE, INPUT, CANNOT_WRITE = 0, 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSigner:
    """Signs lists with a key that a passphrase opens."""

    make_key: Callable[[Path, str], bytes]
    sign: Callable[[Path, str, PluginList], bytes]
    read: Callable[[bytes, Path, str], PluginList]


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginTools:
    """What these commands take."""

    workshop: PluginWorkshop
    entries: Callable[[], tuple[ShelfEntry, ...]]
    municipalities: Mapping[Gemeentecode, str]
    signer: ListSigner
    write: FileWriter
    texts: Texts
    ask: Callable[[str], str]


def run_plugins(tools: PluginTools, arguments: Namespace) -> int:
    """Do what was asked; the code with which the program ends."""
    commands: Mapping[str, Callable[[], int]] = {
        "list": lambda: _list(tools),
        "check": lambda: _check(tools, arguments.path),
        "new": lambda: _new(tools, arguments),
        "test": lambda: _test(tools, arguments.path),
        "pack": lambda: _pack(tools, arguments.path, arguments.out),
        "sign": lambda: _sign(tools, arguments),
    }
    try:
        return commands[arguments.plugins]()
    except WriteError as error:
        return _refuse(tools, "--out", "opdrachtregel." + error.code, CANNOT_WRITE)
    except HardshipDeskError as error:
        return _refuse(tools, "lijst", f"venster.fout.{error.code}.tekst", INPUT)


def _list(tools: PluginTools) -> int:
    for entry in tools.entries():
        manifest = entry.plugin.manifest
        state = tools.texts.get("plugins.stand.gebruikt")
        if entry.problems:
            code = entry.problems[0].code
            state = tools.texts.get(f"plugins.probleem.{code}", plugin=entry.plugin.id)
        version = manifest.version if manifest else "?"
        sha256 = entry.plugin.files.sha256
        print(f"{entry.plugin.id} {version} {sha256[:12]} {entry.plugin.origin.value}: {state}")
    return FINE


def _check(tools: PluginTools, path: Path) -> int:
    if not path.exists():
        return _refuse(tools, str(path), "plugins.gereedschap.niet_gevonden", INPUT)
    problems = tools.workshop.check(path)
    _print(problems)
    if not problems:
        print(tools.texts.get("plugins.gereedschap.in_orde", plugin=path.resolve().name))
    return INPUT if problems else FINE


def _test(tools: PluginTools, path: Path) -> int:
    code = _check(tools, path)
    if code != FINE:
        return code
    results = tools.workshop.test(path)
    if not results:
        return _refuse(tools, "tests", "plugins.gereedschap.geen_tests", INPUT)
    for golden in results:
        print(f"{'goed' if not golden.wrong else 'FOUT'}  {golden.name}")
        for wrong in golden.wrong:
            print(f"{golden.name}: verwacht: {wrong}", file=sys.stderr)
    return INPUT if any(golden.wrong for golden in results) else FINE


def _new(tools: PluginTools, arguments: Namespace) -> int:
    found = _municipality(tools, arguments.gemeente)
    if found is None:
        return _refuse(tools, arguments.gemeente, "plugins.gereedschap.geen_gemeente", INPUT)
    code, name = found
    plugin, taken = arguments.id or plugin_id_of(name), _shipped_for(tools, code)
    if not is_plugin_id(plugin):
        return _refuse(tools, plugin, "plugins.fout.not_an_id", INPUT)
    if taken and arguments.id in (None, *taken):
        _print_shipped(tools, name, taken)
        return INPUT
    place = arguments.out / plugin
    if place.exists():
        return _refuse(tools, str(place), "plugins.gereedschap.bestaat", INPUT)
    files = tools.workshop.new_files(name, code, plugin, with_code=arguments.code)
    for path, data in files.items():
        tools.write(place / path, data)
    print(tools.texts.get("plugins.gereedschap.gemaakt", plek=str(place)))
    return FINE


def _shipped_for(tools: PluginTools, code: Gemeentecode) -> tuple[str, ...]:
    """The plugins of the program that are for this municipality already."""
    return tuple(
        entry.plugin.id
        for entry in tools.entries()
        if entry.plugin.origin is Origin.SHIPPED
        and entry.plugin.manifest is not None
        and code in entry.plugin.manifest.gemeentecodes
    )


def _print_shipped(tools: PluginTools, name: str, taken: tuple[str, ...]) -> None:
    """Say that the program brings this municipality, and how to add rules beside that plugin."""
    said = tools.texts.get(
        "plugins.gereedschap.meegeleverd", gemeente=name, plugin=taken[0], eigen=f"{taken[0]}_eigen"
    )
    print(f"plugins: {taken[0]}: {said}", file=sys.stderr)


def _pack(tools: PluginTools, path: Path, out: Path | None) -> int:
    code = _test(tools, path)
    if code != FINE:
        return code
    read = tools.workshop.read(path)
    version = read.manifest.version if read.manifest else "0.0.0"
    place = (out or Path()) / f"{read.id}-{version}.zip"
    tools.write(place, tools.workshop.packed(path))
    print(f"{place}  {read.files.sha256}")
    return FINE


def _sign(tools: PluginTools, arguments: Namespace) -> int:
    if arguments.new_key:
        if arguments.key.exists():
            return _refuse(tools, str(arguments.key), "plugins.gereedschap.bestaat", INPUT)
        passphrase = tools.ask(tools.texts.get("opdrachtregel.functionaris.vraag"))
        if len(passphrase) < 12 or passphrase != tools.ask(
            tools.texts.get("opdrachtregel.functionaris.nog_eens")
        ):
            return _refuse(tools, str(arguments.key), "plugins.gereedschap.wachtzin", INPUT)
        public = tools.signer.make_key(arguments.key, passphrase)
        print(tools.texts.get("plugins.gereedschap.sleutel", sleutel=public.hex()))
        return FINE
    return _sign_list(tools, arguments)


def _sign_list(tools: PluginTools, arguments: Namespace) -> int:
    added = []
    for path in arguments.path:
        read = tools.workshop.read(path)
        if read.problems or read.manifest is None:
            return _check(tools, path)
        added.append(
            ListedPlugin(id=read.id, version=read.manifest.version, sha256=read.files.sha256)
        )
    passphrase = tools.ask(tools.texts.get("plugins.gereedschap.vraag_wachtzin"))
    earlier = PluginList(publisher=arguments.publisher)
    if arguments.list.exists():
        earlier = tools.signer.read(arguments.list.read_bytes(), arguments.key, passphrase)
    plugins = _next_list(earlier, tuple(added), withdrawn=arguments.withdraw)
    tools.write(arguments.list, tools.signer.sign(arguments.key, passphrase, plugins))
    print(tools.texts.get("plugins.gereedschap.ondertekend", nummer=str(plugins.number)))
    return FINE


def _next_list(
    earlier: PluginList, added: tuple[ListedPlugin, ...], *, withdrawn: bool
) -> PluginList:
    """The list with the next number; what is withdrawn is allowed no more, and the other way round."""
    hashes = {item.sha256 for item in added}
    allowed = tuple(item for item in earlier.allowed if item.sha256 not in hashes)
    revoked = tuple(item for item in earlier.revoked if item.sha256 not in hashes)
    return PluginList(
        number=earlier.number + 1,
        publisher=earlier.publisher,
        allowed=allowed if withdrawn else (*allowed, *added),
        revoked=(*revoked, *added) if withdrawn else revoked,
    )


def plugin_id_of(name: str) -> str:
    """The id for a municipality of that name: lower case, without accents and signs."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def _municipality(tools: PluginTools, typed: str) -> tuple[Gemeentecode, str] | None:
    for code, name in tools.municipalities.items():
        if typed.casefold() in (code.casefold(), name.casefold()):
            return code, name
    return None


def _print(problems: tuple[AuthorProblem, ...]) -> None:
    for item in problems:
        print(f"{item.file}: {item.key}: {item.sentence}", file=sys.stderr)


def _refuse(tools: PluginTools, key: str, sentence: str, code: int) -> int:
    print(f"plugins: {key}: {tools.texts.get(sentence)}", file=sys.stderr)
    return code
