"""What differs between two assessments: one thing as it is and as it would be."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.computation import CalculationLine
from hardship_desk.domain.finding import Finding
from hardship_desk.plugin_api.catalogue import Parameter

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed(Generic[T]):
    """One thing as it is and as it would be; None where it is absent."""

    before: T | None
    after: T | None


def changed_items(
    before: Iterable[T], after: Iterable[T], key: Callable[[T], tuple[Hashable, Hashable]]
) -> tuple[Changed[T], ...]:
    """The pairs that differ; `key` gives the name of a thing and what it says."""
    old, new = ({key(item)[0]: item for item in items} for items in (before, after))
    found = []
    for name in dict.fromkeys((*old, *new)):
        was, becomes = old.get(name), new.get(name)
        if was is None or becomes is None or key(was) != key(becomes):
            found.append(Changed(before=was, after=becomes))
    return tuple(found)


def itself(text: str) -> tuple[str, str]:
    """A text by itself."""
    return text, text


def of_finding(finding: Finding) -> tuple[Hashable, Hashable]:
    """A finding by its id."""
    return finding.id, (finding.text, finding.basis)


def of_line(line: CalculationLine) -> tuple[Hashable, Hashable]:
    """A line of a calculation by its id."""
    return line.id, (line.outcome, line.basis)


def lines_of(assessment: Assessment) -> list[CalculationLine]:
    """Every line of every calculation."""
    return [line for item in assessment.computations for line in item.lines]


def paragraphs_of(assessment: Assessment) -> list[str]:
    """What the letter would say."""
    return [block.text for block in assessment.letter_blocks]


def values_changed(now: Assessment, then: Assessment) -> tuple[Changed[Parameter], ...]:
    """The values that the rules asked for in one of the two, as they hold on the dates of the case."""
    names = sorted(now.values_asked | then.values_asked)
    pairs = (Changed(before=_value(now, name), after=_value(then, name)) for name in names)
    return tuple(pair for pair in pairs if pair.before != pair.after)


def _value(assessment: Assessment, name: str) -> Parameter | None:
    """The value on the day its anchor names; the day of the decision while that one is open."""
    table, dates = assessment.context.parameters, assessment.context.dates
    anchors = {item.anchor for item in table.parameters if item.name == name}
    days = [dates.anchor(anchor) or dates.besluit for anchor in anchors]
    held = (table.lookup(name, day) for day in days if day is not None)
    return next((item for item in held if item is not None), None)
