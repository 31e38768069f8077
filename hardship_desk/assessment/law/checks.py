"""Holds the contents of a wetspakket against the law that is shipped: what it changes must fit.

A value that no rule reads, in another unit, or a sentence with other slots would count for nothing or
break a rule halfway a dossier; so it is refused when it comes in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from string import Formatter

from hardship_desk.assessment.plugins.contents import Located, PluginContents, read_texts
from hardship_desk.assessment.plugins.files import PluginFiles
from hardship_desk.assessment.plugins.loader import ReadPlugin
from hardship_desk.domain.money import Money
from hardship_desk.plugin_api.catalogue import (
    Conflict,
    Parameter,
    ParameterValue,
    Provision,
    Ruling,
)
from hardship_desk.questionnaire.toml_reader import FileProblem, ProblemList


def law_problems(
    contents: PluginContents, files: PluginFiles, national: ReadPlugin
) -> Iterator[FileProblem]:
    """Everything in a package that does not fit the law it is to be joined to."""
    law = national.contents
    yield from _parameters(contents.parameters, [place.item for place in law.parameters])
    yield from _provisions(
        contents.provisions, {item.item.id: item.item for item in law.provisions}
    )
    known = {item.item.id for item in (*law.provisions, *contents.provisions)}
    yield from _conflicts(contents.conflicts, {item.id: item for item in law.conflicts}, known)
    yield from _rulings(contents.rulings, known)
    yield from _texts(files, national)


def ruling_key(ruling: Ruling) -> str:
    """What a ruling is known by: its ECLI, or what takes its place."""
    return ruling.ecli or ruling.reference


def _parameters(found: Iterable[Located[Parameter]], law: list[Parameter]) -> Iterator[FileProblem]:
    seen: list[Parameter] = []
    for place in found:
        value = place.item
        problem = _misfit(value, [item for item in law if item.name == value.name])
        if problem:
            yield FileProblem(place.file, place.key, problem)
        if any(value.name == other.name and value.valid.overlaps(other.valid) for other in seen):
            yield FileProblem(place.file, place.key, "two_values_on_one_day")
        seen.append(value)


def _misfit(value: Parameter, shipped: list[Parameter]) -> str:
    """Why a rule could not work with a value in the place of those that are shipped."""
    if not shipped:
        return "unknown_parameter"
    if value.unit != shipped[0].unit:
        return f"other_unit {shipped[0].unit}"
    if value.anchor is not shipped[0].anchor:
        return f"other_anchor {shipped[0].anchor.value}"
    known = {item.value for item in shipped if isinstance(item.value, str)}
    if isinstance(value.value, str) and value.value not in known:
        return f"unknown_choice {', '.join(sorted(known))}"
    return "negative_value" if _is_negative(value.value) else ""


def _is_negative(value: ParameterValue | None) -> bool:
    if isinstance(value, Money):
        return value.cents < 0
    return isinstance(value, int | Fraction) and value < 0


def _provisions(
    found: Iterable[Located[Provision]], law: dict[str, Provision]
) -> Iterator[FileProblem]:
    for place in found:
        shipped = law.get(place.item.id)
        if shipped is not None and place.item.anchor is not shipped.anchor:
            yield FileProblem(place.file, place.key, f"other_anchor {shipped.anchor.value}")


def _conflicts(
    found: tuple[Conflict, ...], law: dict[str, Conflict], known: set[str]
) -> Iterator[FileProblem]:
    for place, item in enumerate(found):
        key = f"conflict[{item.id}]"
        shipped = law.get(item.id)
        if shipped is not None and item.anchor is not shipped.anchor:
            yield FileProblem("conflicts", key, f"other_anchor {shipped.anchor.value}")
        if any(item.id == other.id and item.overlaps(other) for other in found[:place]):
            yield FileProblem("conflicts", key, "two_versions_on_one_day")
        yield from _unknown_provisions("conflicts", key, item.provisions, known)


def _rulings(found: tuple[Ruling, ...], known: set[str]) -> Iterator[FileProblem]:
    seen: set[str] = set()
    for item in found:
        key = f"ruling[{ruling_key(item)}]"
        if ruling_key(item) in seen:
            yield FileProblem("rulings", key, "id_twice")
        seen.add(ruling_key(item))
        yield from _unknown_provisions("rulings", key, item.provisions, known)


def _unknown_provisions(
    file: str, key: str, names: Iterable[str], known: set[str]
) -> Iterator[FileProblem]:
    for name in names:
        if name not in known:
            yield FileProblem(file, f"{key}.provisions", f"unknown_provision {name}")


def _texts(files: PluginFiles, national: ReadPlugin) -> Iterator[FileProblem]:
    """A sentence may be put otherwise; it keeps its key and the slots that a rule fills."""
    for table in files.tables("texts", ProblemList()):
        one = PluginFiles(
            name=files.name, place=files.place, contents={table.file: files.contents[table.file]}
        )
        for key, sentence in read_texts(one, ProblemList()).items():
            shipped = national.texts.get(key)
            if shipped is None:
                yield FileProblem(table.file, key, "unknown_text")
            elif _slots(sentence) != _slots(shipped):
                slots = ", ".join(sorted(_slots(shipped) or ()))
                yield FileProblem(table.file, key, f"other_slots {slots}")


def _slots(sentence: str) -> frozenset[str] | None:
    """The slots of a sentence; None where its braces make no sense."""
    try:
        found = [(name, spec, turn) for _, name, spec, turn in Formatter().parse(sentence)]
    except ValueError:
        return None
    if any(spec or turn for _, spec, turn in found):
        return None
    return frozenset(name for name, _, _ in found if name is not None)
