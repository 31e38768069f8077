"""The Kompas beside the questions: what the rules noticed, computed and ask, with sources."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.computation import CalculationLine, Computation
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag, FlagStatus, Severity
from hardship_desk.domain.period import Period
from hardship_desk.presenters.window_texts import WindowTexts

STEPS_WITH_CALCULATION = frozenset({6, 7, 11, 13})
DAY = "%d-%m-%Y"


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagItem:
    """One flag as shown; `needs_reader` where passing it takes a second reader."""

    id: str
    step: int
    severity: str
    label: str
    text: str
    advice: str
    basis: str
    status: str
    open: bool
    can_answer: bool
    needs_reader: bool
    response: str = ""
    reader: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingItem:
    """One finding as shown."""

    id: str
    text: str
    direction: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineItem:
    """One line of a calculation as shown."""

    description: str
    outcome: str
    formula: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculationItem:
    """A calculation as shown; `total` is the sentence under the line."""

    title: str
    lines: tuple[LineItem, ...]
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KompasPage:
    """What the Kompas shows; `summary` says it in a few words."""

    summary: str
    flags: tuple[FlagItem, ...] = ()
    findings: tuple[FindingItem, ...] = ()
    calculations: tuple[CalculationItem, ...] = ()
    problems: tuple[str, ...] = ()


def kompas_page(
    assessment: Assessment, steps: tuple[int, ...], texts: WindowTexts
) -> KompasPage:
    """The Kompas of these steps."""
    flags = tuple(
        flag_item(flag, texts) for flag in by_severity(assessment.flags) if flag.step in steps
    )
    findings = tuple(
        finding_item(item, texts) for item in assessment.findings if item.step in steps
    )
    calculations: tuple[CalculationItem, ...] = ()
    if STEPS_WITH_CALCULATION & set(steps):
        calculations = tuple(calculation_item(item, texts) for item in assessment.computations)
    open_flags = sum(1 for flag in flags if flag.open)
    key = {0: "kompas.geen_open", 1: "kompas.een_open"}.get(open_flags, "kompas.open")
    return KompasPage(
        summary=texts.get(key, aantal=str(open_flags)),
        flags=flags,
        findings=findings,
        calculations=calculations,
        problems=tuple(
            texts.get("kompas.plugin", plugin=item.plugin, code=item.code)
            for item in assessment.problems
        ),
    )


def by_severity(flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """Open flags first, then by severity."""
    order = {Severity.BLOKKADE: 0, Severity.WAARSCHUWING: 1, Severity.AANDACHTSPUNT: 2}
    return tuple(
        sorted(flags, key=lambda flag: (flag.status is not FlagStatus.OPEN, order[flag.severity]))
    )


def flag_item(flag: Flag, texts: WindowTexts) -> FlagItem:
    """A flag as shown."""
    soft_block = flag.severity is Severity.BLOKKADE and not flag.hard
    kind = "hard" if flag.hard else flag.severity.value
    return FlagItem(
        id=flag.id,
        step=flag.step,
        severity=flag.severity.value,
        label=texts.get(f"ernst.{kind}"),
        text=flag.text,
        advice=flag.advice,
        basis=flag.basis,
        status=texts.get(f"vlagstand.{flag.status.value}"),
        open=flag.blocks,
        can_answer=soft_block or flag.severity is Severity.WAARSCHUWING,
        needs_reader=soft_block,
        response=flag.response.text if flag.response else "",
        reader=flag.response.second_reader if flag.response else "",
    )


def finding_item(finding: Finding, texts: WindowTexts) -> FindingItem:
    """A finding as shown, with its source, period and certainty in one line."""
    certainty = texts.get(f"zekerheid.{finding.certainty.value}")
    return FindingItem(
        id=finding.id,
        text=finding.text,
        direction=texts.get(f"richting.{finding.direction.value}"),
        source=_joined(finding.basis.dutch(), shown_period(finding.valid, texts), certainty),
    )


def calculation_item(computation: Computation, texts: WindowTexts) -> CalculationItem:
    """A calculation as shown, line by line."""
    total = computation.total
    return CalculationItem(
        title=computation.title,
        lines=tuple(_line(line, texts) for line in computation.lines),
        total=texts.get("kompas.totaal", bedrag=total.dutch())
        if total
        else texts.get("kompas.geen_totaal"),
    )


def _line(line: CalculationLine, texts: WindowTexts) -> LineItem:
    certainty = texts.get(f"zekerheid.{line.certainty.value}")
    return LineItem(
        description=line.description,
        outcome=line.outcome,
        formula=line.formula,
        source=_joined(line.basis.dutch(), shown_period(line.valid, texts), certainty),
    )


def shown_period(period: Period | None, texts: WindowTexts) -> str:
    """A period in words, or empty."""
    if period is None:
        return ""
    start = period.start.strftime(DAY)
    if period.end is None:
        return texts.get("periode.vanaf", van=start)
    return texts.get("periode.van_tot", van=start, tot=period.end.strftime(DAY))


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
