"""Reads what a plugin holds as data; every part keeps its file and key, for messages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from hardship_desk.assessment.catalogue_reader import read_parameters, read_provisions
from hardship_desk.assessment.letter_head import LetterHead, read_letter_head
from hardship_desk.assessment.plugins.files import MANIFEST, RULES, PluginFiles
from hardship_desk.assessment.reference_reader import read_conflicts, read_rulings
from hardship_desk.assessment.retention_reader import read_retention
from hardship_desk.assessment.stated.letters import StatedLetter, read_letters
from hardship_desk.assessment.stated.reader import read_findings, read_paragraphs
from hardship_desk.assessment.stated.rules import StatedFinding, StatedParagraph
from hardship_desk.assessment.stock_text_reader import read_stock_texts
from hardship_desk.assessment.texts import flatten
from hardship_desk.domain.retention import RetentionRule
from hardship_desk.domain.stock_text import StockText
from hardship_desk.plugin_api.catalogue import Conflict, Parameter, Provision, Ruling
from hardship_desk.plugin_api.manifest import PluginManifest
from hardship_desk.questionnaire.model import FlagDefinition, Question
from hardship_desk.questionnaire.question_reader import read_flag, read_question
from hardship_desk.questionnaire.toml_reader import ProblemList, TableReader

T = TypeVar("T")
KINDS = frozenset(
    [
        "parameters",
        "provisions",
        "questions",
        "flags",
        "findings",
        "letters",
        "conflicts",
        "rulings",
        "texts",
        "blocks",
    ]
)
"""The files a plugin may have, each as `<kind>.toml` or as themes in a folder `<kind>`."""
LETTER_HEAD = "letter/head.toml"
GOLDEN = "tests"


@dataclass(frozen=True, slots=True)
class Located(Generic[T]):
    """Something a plugin says, with the file and key where it stands."""

    file: str
    key: str
    item: T


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginContents:
    """What one plugin says as data."""

    parameters: tuple[Located[Parameter], ...] = ()
    provisions: tuple[Located[Provision], ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    retention: tuple[RetentionRule, ...] = ()
    findings: tuple[Located[StatedFinding], ...] = ()
    paragraphs: tuple[Located[StatedParagraph], ...] = ()
    questions: tuple[Located[Question], ...] = ()
    flags: tuple[Located[FlagDefinition], ...] = ()
    letters: tuple[Located[StatedLetter], ...] = ()
    letter_head: LetterHead | None = None
    blocks: tuple[Located[StockText], ...] = ()


def read_contents(
    files: PluginFiles, manifest: PluginManifest, problems: ProblemList
) -> PluginContents:
    """The data of the plugin; mistakes are noted."""

    def part(name: str, read: Callable[[TableReader], Iterable[T]]) -> list[tuple[str, T]]:
        return [
            (table.file, item) for table in files.tables(name, problems) for item in read(table)
        ]

    # All files together: two versions of one provision may not hold on one day.
    provisions = files.tables("provisions", problems)
    read_provisions(*provisions)
    quiet = [(table.file, read_provisions(_again(table))) for table in provisions]
    return PluginContents(
        parameters=_by_name(part("parameters", lambda table: read_parameters(table, manifest.id))),
        provisions=tuple(
            Located(file, f"provision[{item.id}]", item) for file, found in quiet for item in found
        ),
        conflicts=tuple(item for _, item in part("conflicts", read_conflicts)),
        rulings=tuple(item for _, item in part("rulings", read_rulings)),
        retention=tuple(
            item for _, item in part("retention", lambda table: read_retention(table, manifest.id))
        ),
        findings=_findings(part("findings", lambda table: read_findings((table,)))),
        paragraphs=_counted(part("letters", lambda table: read_paragraphs((table,)))),
        questions=tuple(
            Located(file, f"question[{item.id}]", item)
            for file, item in part("questions", _questions)
        ),
        flags=tuple(
            Located(file, f"flag[{item.id}]", item) for file, item in part("flags", _flags)
        ),
        letters=_letters(part("letters", read_letters)),
        letter_head=read_letter_head(files.table(LETTER_HEAD, problems)),
        blocks=_blocks(part("blocks", read_stock_texts)),
    )


def read_texts(files: PluginFiles, problems: ProblemList) -> Mapping[str, str]:
    """The sentences of a plugin by key: `texts.toml`, and `texts/<theme>.toml` below its theme."""
    found: dict[str, str] = {}
    for table in files.tables("texts", problems):
        path = PurePosixPath(table.file)
        prefix = f"{path.stem}." if len(path.parts) > 1 else ""
        found.update(flatten(dict(table.data), prefix))
    return found


def unknown_files(files: PluginFiles) -> Iterator[str]:
    """The files that nobody would read; a mistake, for what stands there would count for nothing."""
    for name in files.contents:
        path = PurePosixPath(name)
        top = path.parts[0] if len(path.parts) > 1 else path.stem
        known = name in (MANIFEST, LETTER_HEAD) or top in (*KINDS, RULES)
        golden = top == GOLDEN and len(path.parts) == 2
        if path.suffix in (".toml", ".py") and not known and not golden:
            yield name


def _again(table: TableReader) -> TableReader:
    """The same table for a second reading, whose mistakes were noted before."""
    return TableReader(table.file, table.at, table.data, ProblemList())


def _by_name(found: list[tuple[str, Parameter]]) -> tuple[Located[Parameter], ...]:
    return tuple(Located(file, f"parameter[{item.name}]", item) for file, item in found)


def _findings(found: list[tuple[str, StatedFinding]]) -> tuple[Located[StatedFinding], ...]:
    return tuple(Located(file, f"finding[{item.id}]", item) for file, item in found)


def _blocks(found: list[tuple[str, StockText]]) -> tuple[Located[StockText], ...]:
    return tuple(Located(file, f"block[{item.id}]", item) for file, item in found)


def _letters(found: list[tuple[str, StatedLetter]]) -> tuple[Located[StatedLetter], ...]:
    return tuple(Located(file, f"letter[{item.id}]", item) for file, item in found)


def _counted(found: list[tuple[str, StatedParagraph]]) -> tuple[Located[StatedParagraph], ...]:
    """Paragraphs have no id: they are called by their place in the file."""
    made, count = [], dict.fromkeys((file for file, _ in found), 0)
    for file, item in found:
        count[file] += 1
        made.append(Located(file, f"paragraph[{count[file]}]", item))
    return tuple(made)


def _questions(table: TableReader) -> tuple[Question, ...]:
    found = table.each("question", read_question)
    table.finish()
    return found


def _flags(table: TableReader) -> tuple[FlagDefinition, ...]:
    found = table.each("flag", read_flag)
    table.finish()
    return found
