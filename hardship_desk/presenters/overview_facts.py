"""What the overview shows besides steps: gaps in the evidence, amounts, and dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hardship_desk.domain.answers import AnswerState, StatementTag
from hardship_desk.domain.evidence import Evidence, EvidenceStatus, Verification
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.presenters.calculation_item import shown_period
from hardship_desk.presenters.line_item import LineItem
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Page
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.terms import terms_of

SEPARATOR = "|"
"""Stands between the parts of the key of a line: kind, name, step."""
_ENTERED = QuestionId("conclusie.bedrag")
_HEARD = QuestionId("horen.datum")


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountBar:
    """An amount with its name; `share` is its part of the largest, for a bar."""

    name: str
    shown: str
    share: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePoint:
    """A day or period on the time line of the dossier."""

    name: str
    start: date
    end: date
    shown: str


def gaps_of(case: OpenCase, texts: WindowTexts) -> Iterator[LineItem]:
    """Facts that no piece carries, and pieces that nobody checked or that are disputed."""
    carried = {name for piece in case.case.evidence for name in piece.supports}
    for step in case.route.steps:
        for question in case.questions(step):
            answer = case.answers.get(question.id)
            if answer is None or answer.tag is not StatementTag.FEIT:
                continue
            if (
                answer.state is AnswerState.GIVEN
                and not answer.evidence
                and question.id not in carried
            ):
                yield LineItem(
                    key=line_key("vraag", question.id, step),
                    lead=texts.get("overzicht.bewijs.zonder"),
                    tone="warning",
                    text=question.text,
                )
    for piece in case.case.evidence:
        said = _doubt(piece)
        if said:
            yield LineItem(
                key=line_key("bladzijde", Page.BEWIJS.value),
                lead=texts.get(f"overzicht.bewijs.{said}"),
                tone="warning",
                text=piece.title,
                detail=piece.location,
            )


def _doubt(piece: Evidence) -> str:
    if piece.status is EvidenceStatus.BETWIST or piece.contradicted:
        return "betwist"
    match piece.verification:
        case Verification.NIET:
            return "niet_gecontroleerd"
        case Verification.ALLEEN_VERKLARING:
            return "alleen_verklaring"
        case _:
            return ""


def amounts_of(case: OpenCase, texts: WindowTexts) -> tuple[AmountBar, ...]:
    """What the rules reckon, and what the decision says, beside each other."""
    found: list[tuple[str, Money | None]] = [
        (item.title, item.total) for item in case.assessment.computations if item.lines
    ]
    entered = case.answers.get(_ENTERED)
    if entered is not None and isinstance(entered.value, Money):
        found.append((texts.get("overzicht.bedragen.besluit"), entered.value))
    known = [amount for _, amount in found if amount is not None]
    if not known:
        return ()
    largest = max(1, *(abs(amount.cents) for amount in known))
    unknown = texts.get("overzicht.bedragen.onbekend")
    return tuple(
        AmountBar(
            name=name,
            shown=amount.dutch() if amount is not None else unknown,
            share=Fraction(abs(amount.cents), largest) if amount is not None else Fraction(0),
        )
        for name, amount in found
    )


def dates_of(case: OpenCase, texts: WindowTexts) -> Iterator[DatePoint]:
    """The days of dossier and decision, and the terms that follow from them."""
    dates, decision = case.case.dates, case.decision
    heard = case.answers.get(_HEARD)
    days: tuple[tuple[str, date | Period | None], ...] = (
        ("gedraging", dates.gedraging),
        ("rechtperiode", dates.rechtperiode),
        ("melding", dates.melding),
        ("horen", heard.value if heard is not None and isinstance(heard.value, date) else None),
        ("besluit", decision.decision_date),
        ("verzonden", decision.sending_date),
    )
    for name, day in days:
        if day is not None:
            yield _point(texts.get(f"overzicht.datums.{name}"), day, texts)
    for term in terms_of(case.case, case.desk.questionnaire):
        if term.day is not None and term.decision_id == decision.id and not term.who:
            yield _point(texts.get(f"vandaag.termijn.{term.kind.value}"), term.day, texts)


def _point(name: str, day: date | Period, texts: WindowTexts) -> DatePoint:
    if isinstance(day, Period):
        return DatePoint(
            name=name, start=day.start, end=day.end or day.start, shown=shown_period(day, texts)
        )
    return DatePoint(name=name, start=day, end=day, shown=show_date(day))


def line_key(kind: str, name: str, step: int = 0) -> str:
    """Where a line leads: `vraag`, `bladzijde` or `besluit`, by name, in a step."""
    return SEPARATOR.join((kind, name, str(step)))
