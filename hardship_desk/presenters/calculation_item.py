"""Calculations as shown: line by line, with formula, article, period and certainty."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.domain.computation import CalculationLine, Computation
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.legal_basis import Certainty, LegalBasis
from hardship_desk.domain.period import Period
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date


@dataclass(frozen=True, slots=True, kw_only=True)
class LineItem:
    """One line of a calculation as shown."""

    description: str
    outcome: str
    formula: str
    source: str
    inputs: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculationItem:
    """A calculation as shown; `total` is the sentence with the amount, or that there is none.

    It is empty where nothing is about money: the last line says what comes out.
    """

    title: str
    lines: tuple[LineItem, ...]
    total: str
    is_amount: bool = True


def calculation_item(computation: Computation, texts: WindowTexts) -> CalculationItem:
    """A calculation as shown, line by line."""
    return CalculationItem(
        title=computation.title,
        lines=tuple(_line(line, texts) for line in computation.lines),
        total=_total(computation, texts),
        is_amount=computation.total is not None,
    )


def _total(computation: Computation, texts: WindowTexts) -> str:
    if computation.total is not None:
        return texts.get("kompas.totaal", bedrag=computation.total.dutch())
    has_money = any(line.amount is not None for line in computation.lines)
    return texts.get("kompas.geen_totaal") if has_money else ""


def source_line(
    basis: LegalBasis, valid: Period | None, certainty: Certainty, texts: WindowTexts
) -> str:
    """Article, period and certainty in one line."""
    sure = texts.get(f"zekerheid.{certainty.value}")
    return " · ".join(part for part in (basis.dutch(), shown_period(valid, texts), sure) if part)


def source_of(item: CalculationLine | Finding, texts: WindowTexts) -> str:
    """Article, period and certainty, and before them what was read besides the law itself."""
    line = source_line(item.basis, item.valid, item.certainty, texts)
    return " · ".join(part for part in (other_texts(item), line) if part)


def other_texts(item: CalculationLine | Finding) -> str:
    """The texts that were read besides the law itself, such as the article of a verordening."""
    texts = item.source.title.split("; ")
    return "; ".join(text for text in texts if not text.startswith(item.basis.law))


def shown_period(period: Period | None, texts: WindowTexts) -> str:
    """A period in words, or empty."""
    if period is None:
        return ""
    start = show_date(period.start)
    if period.end is None:
        return texts.get("periode.vanaf", van=start)
    return texts.get("periode.van_tot", van=start, tot=show_date(period.end))


def _line(line: CalculationLine, texts: WindowTexts) -> LineItem:
    inputs = "; ".join(f"{item.name}: {item.value}" for item in line.inputs)
    origin = " ".join(part for part in (line.source.title, line.source.url) if part)
    return LineItem(
        description=line.description,
        outcome=line.outcome,
        formula=line.formula,
        source=source_of(line, texts),
        inputs=texts.get("rekenhulp.wijzigt", invoer=inputs) if inputs else "",
        origin=texts.get("rekenhulp.bron", bron=origin) if origin else "",
    )


def plain_calculation(item: CalculationItem, texts: WindowTexts) -> str:
    """A calculation as text for another program, each line with all that carries it."""
    return "\n\n".join(
        (
            item.title,
            *(_plain_line(line, texts) for line in item.lines),
            *filter(None, [item.total]),
        )
    )


def _plain_line(line: LineItem, texts: WindowTexts) -> str:
    parts = (
        line.description,
        line.outcome,
        texts.get("rekenhulp.formule", formule=line.formula) if line.formula else "",
        line.inputs,
        line.source,
        line.origin,
    )
    return "\n".join(part for part in parts if part)
