"""The workshop of who writes a plugin: a new one, its mistakes, its golden cases, one file of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Protocol

from hardship_desk.assessment.engine import RuleEngine
from hardship_desk.assessment.plugins.contents import GOLDEN
from hardship_desk.assessment.plugins.loader import LoadedPlugins, ReadPlugin
from hardship_desk.assessment.plugins.own_code import PluginFailedError
from hardship_desk.assessment.plugins.shelf import Shelf
from hardship_desk.assessment.result import Assessment
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.questionnaire.toml_reader import FileProblem
from hardship_desk.services.ports.case_files import CaseFile, CaseFileProblem, ExpectedResult

_STEADY = (2020, 1, 1, 0, 0, 0)
CODE_ENDING = ".code"


class ReaderOfCases(Protocol):
    """Reads a golden case from its bytes."""

    def read_data(self, name: str, data: bytes) -> CaseFile | tuple[CaseFileProblem, ...]:
        """The dossier of the file, or every mistake in it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopParts:
    """What the workshop works with; `shelf_with` puts a plugin at hand on a fresh shelf."""

    shelf_with: Callable[[Path], Shelf]
    reader_for: Callable[[Shelf], ReaderOfCases]
    template: Path
    texts: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorProblem:
    """One mistake as its maker reads it: where, what, and how to mend it."""

    file: str
    key: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """One golden case and what did not come out as it should; nothing wrong is good."""

    name: str
    wrong: tuple[str, ...]


class PluginWorkshop:
    """Checks, tests and packs a plugin where it lies; nothing of it is installed."""

    def __init__(self, parts: WorkshopParts) -> None:
        self._parts = parts

    def check(self, path: Path) -> tuple[AuthorProblem, ...]:
        """Every mistake in the plugin, those of its code included."""
        shelf = self._parts.shelf_with(path)
        read = _at_hand(shelf, path)
        found = [self._told(problem) for problem in read.problems]
        if not found:
            found += self._code_mistakes(shelf.plugins, read)
        return tuple(found)

    def test(self, path: Path) -> tuple[Golden, ...]:
        """Every golden case of a plugin without mistakes, in the order of their names."""
        shelf = self._parts.shelf_with(path)
        read = _at_hand(shelf, path)
        engine = RuleEngine(shelf.questionnaire, shelf.plugins, self._parts.texts)
        reader = self._parts.reader_for(shelf)
        names = sorted(name for name in read.files.contents if name.startswith(f"{GOLDEN}/"))
        try:
            return tuple(
                self._golden(name, reader.read_data(name, read.files.contents[name]), engine)
                for name in names
            )
        finally:
            for plugin in shelf.plugins.plugins:
                if plugin.rules is not None:
                    plugin.rules.close()

    def packed(self, path: Path) -> bytes:
        """The plugin as a zip; the same files always give the same bytes."""
        read = _at_hand(self._parts.shelf_with(path), path)
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(read.files.contents):
                entry = zipfile.ZipInfo(f"{read.id}/{name}", _STEADY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, read.files.contents[name])
        return whole.getvalue()

    def read(self, path: Path) -> ReadPlugin:
        """The plugin as it was read."""
        return _at_hand(self._parts.shelf_with(path), path)

    def new_files(
        self, name: str, code: Gemeentecode, plugin: str, *, with_code: bool
    ) -> dict[str, bytes]:
        """The files of a new plugin, which has a rule, a value, a letter text and golden cases."""
        found = {}
        for path in sorted(self._parts.template.rglob("*")):
            place = path.relative_to(self._parts.template).as_posix()
            if path.is_dir() or (place.endswith(CODE_ENDING) and not with_code):
                continue
            text = Template(path.read_text(encoding="utf-8"))
            filled = text.substitute(id=plugin, naam=name, code=code)
            found[place.removesuffix(CODE_ENDING)] = filled.encode()
        return found

    def _golden(
        self, name: str, found: CaseFile | tuple[CaseFileProblem, ...], engine: RuleEngine
    ) -> Golden:
        if not isinstance(found, CaseFile):
            return Golden(name=name, wrong=tuple(f"{p.key}: {p.reason}" for p in found))
        expected = found.expected
        if expected is None:
            return Golden(name=name, wrong=(self._say("zonder_verwacht"),))
        wrong: list[str] = []
        for decision in found.case.decisions[-1:]:
            assessed = engine.assess(found.case, decision.id, ParameterTable())
            wrong += self._differences(expected, assessed)
        return Golden(name=name, wrong=tuple(wrong))

    def _differences(self, expected: ExpectedResult, found: Assessment) -> Iterator[str]:
        said = {str(item.id) for item in found.findings} | {str(item.id) for item in found.flags}
        letter = " ".join(block.text for block in found.letter_blocks)
        total = found.total.cents if found.total is not None else None
        wanted = (*expected.findings, *expected.flags)
        yield from (self._say("ontbreekt", wat=name) for name in wanted if name not in said)
        yield from (self._say("te_veel", wat=name) for name in expected.absent if name in said)
        yield from (
            self._say("niet_in_brief", wat=part) for part in expected.letter if part not in letter
        )
        if expected.amount_cents not in (None, total):
            yield self._say("ander_bedrag", wat=str(expected.amount_cents), is_nu=str(total))
        yield from (
            self._say("uitgevallen", wat=f"{problem.code} {problem.detail}")
            for problem in found.problems
        )

    def _code_mistakes(self, plugins: LoadedPlugins, read: ReadPlugin) -> Iterator[AuthorProblem]:
        """What shows only when the code is loaded, in its worker."""
        for plugin in plugins.plugins:
            if plugin.manifest.id == read.id and plugin.rules is not None:
                try:
                    plugin.rules.load()
                except PluginFailedError as error:
                    yield self._told(FileProblem("rules", "", f"not_loaded {error.kind}"))
                finally:
                    plugin.rules.close()

    def _told(self, problem: FileProblem) -> AuthorProblem:
        code, _, detail = problem.reason.partition(" ")
        sentence = self._parts.texts.find(f"plugins.fout.{code}") or self._parts.texts.get(
            "plugins.fout.anders", code=code
        )
        return AuthorProblem(
            file=problem.file or "plugin",
            key=problem.key or "-",
            sentence=sentence.format(wat=detail[:160] or problem.key),
        )

    def _say(self, key: str, **slots: str) -> str:
        return self._parts.texts.get(f"plugins.test.{key}", **slots)


def _at_hand(shelf: Shelf, path: Path) -> ReadPlugin:
    """The plugin that was put at hand: it is the first of the shelf."""
    entry = next(item for item in shelf.entries if item.plugin.files.place == path)
    return entry.plugin
