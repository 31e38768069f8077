"""What another municipality changes, in Dutch lines: for the window and for the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from hardship_desk.assessment.stated.values import in_words
from hardship_desk.domain.computation import CalculationLine
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag
from hardship_desk.domain.money import Money
from hardship_desk.plugin_api.catalogue import Parameter
from hardship_desk.presenters.calculation_item import source_line, source_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.comparing import Changed
from hardship_desk.services.municipality_switch import DecisionChanges, SwitchChanges

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchGroup:
    """A heading with its lines."""

    title: str
    lines: tuple[str, ...]


class SwitchWords:
    """Writes the changes down; `names` are those of municipalities, by their code."""

    def __init__(self, texts: WindowTexts, names: Mapping[str, str]) -> None:
        self._texts = texts
        self._names = names

    def name(self, code: str) -> str:
        """What a municipality is called."""
        return self._names.get(code, code)

    def head(self, found: SwitchChanges) -> str:
        """From where to where, and whether anything changes at all."""
        said = [self._say("kop", van=self.name(found.before), naar=self.name(found.after))]
        if not found.complete:
            said.append(self._say("gestopt"))
        elif not self.groups(found):
            said.append(self._say("niets"))
        failed = dict.fromkeys(name for item in found.decisions for name in item.failed)
        if failed:
            said.append(self._say("uitgevallen", plugins=", ".join(failed)))
        if any(pair.after is None for item in found.decisions for pair in item.questions):
            said.append(self._say("antwoorden"))
        return ". ".join(part.removesuffix(".") for part in said) + "."

    def groups(self, found: SwitchChanges) -> tuple[SwitchGroup, ...]:
        """Every change under its heading, what weighs most first."""
        made = [group for item in found.decisions for group in self._decision(item)]
        head = (
            f"{self._texts.get(f'organisatie.brief.{name}')}. {line}"
            for name, pair in found.head
            for line in self._pairs([pair], _plain)
        )
        made.append(SwitchGroup(title=self._say("briefhoofd"), lines=tuple(head)))
        return tuple(group for group in made if group.lines)

    def _decision(self, item: DecisionChanges) -> Iterator[SwitchGroup]:
        parts: tuple[tuple[str, Iterable[str]], ...] = (
            ("totaal", self._total(item.total)),
            ("bevindingen", self._pairs(item.findings, self._finding)),
            ("vlaggen", self._pairs(item.flags, _flag)),
            ("berekening", self._pairs(item.lines, self._line)),
            ("brief", self._pairs(item.letter, _plain)),
            ("vragen", self._pairs(item.questions, _plain)),
            ("waarden", self._pairs(item.values, self._value)),
        )
        kind = self._say("besluit", soort=item.title)
        for name, lines in parts:
            yield SwitchGroup(title=f"{kind} · {self._say(name)}", lines=tuple(lines))

    def _total(self, pair: Changed[Money]) -> Iterator[str]:
        if pair.before != pair.after:
            old, new = (
                item.dutch() if item is not None else self._say("geen_totaal")
                for item in (pair.before, pair.after)
            )
            yield self._say("anders", oud=old, nieuw=new)

    def _pairs(self, pairs: Iterable[Changed[T]], shown: Callable[[T], str]) -> Iterator[str]:
        for pair in pairs:
            old = shown(pair.before) if pair.before else ""
            new = shown(pair.after) if pair.after else ""
            if old and new:
                yield self._say("anders", oud=old, nieuw=new)
            elif old:
                yield self._say("vervalt", oud=old)
            elif new:
                yield self._say("erbij", nieuw=new)

    def _finding(self, item: Finding) -> str:
        return self._say("waarde", waarde=item.text, bron=source_of(item, self._texts))

    def _line(self, item: CalculationLine) -> str:
        return self._say(
            "waarde",
            waarde=f"{item.description}: {item.outcome}",
            bron=source_of(item, self._texts),
        )

    def _value(self, item: Parameter) -> str:
        value = self._texts.get("zekerheid.onbekend")
        if item.value is not None:
            known = item.value
            value = in_words(known, item.unit)
        source = source_line(item.basis, item.valid, item.certainty, self._texts)
        return self._say("waarde", waarde=f"{_readable(item.name)}: {value}", bron=source)

    def _say(self, key: str, **slots: str) -> str:
        return self._texts.get(f"wissel.{key}", **slots)


def _plain(text: str) -> str:
    return text


def _flag(flag: Flag) -> str:
    return flag.text


def _readable(name: str) -> str:
    """The name of a value without signs: it is Dutch already."""
    return name.replace(".", ", ").replace("_", " ")
