"""What the decision means per month: what comes in, what goes off, what is left, and how long."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hardship_desk.documents.letters.material import LetterMaterial
from hardship_desk.documents.model import Bar, Block, Figure, Paragraph, Part, Table
from hardship_desk.domain.answers import AnswerState
from hardship_desk.domain.money import Money
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.questionnaire.answer_parsing import parse_date

ALL_AT_ONCE, WITHHELD = "ineens", "verrekening"
_COLLECTING = {
    "verrekenen": WITHHELD,
    "betalingsregeling": "termijnen",
    "ander_bedrag": "termijnen",
}
"""Outcomes of a decision about collecting a debt, by the way of paying that they set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Monthly:
    """The structured answers about paying; None is not known and is asked in the letter."""

    way: str
    here: Money | None
    elsewhere: Money | None
    income: Money | None
    first_day: date | None
    last_day: date | None
    last_time: Money | None

    @property
    def left(self) -> Money | None:
        """What the resident keeps each month; None where a part of the sum is not known."""
        if self.income is None or self.here is None or self.elsewhere is None:
            return None
        return self.income - self.here - self.elsewhere


def per_month(material: LetterMaterial) -> tuple[Block, ...]:
    """When and how much is paid, and where it takes months a table; nothing where nobody pays."""
    monthly = monthly_of(material.snapshot)
    if monthly is None:
        return ()
    if monthly.way == ALL_AT_ONCE:
        day = material.day(monthly.first_day, "eerste_dag")
        return (Paragraph(text=material.say("wat_doen.uiterlijk", eerste=day)),)
    told = material.snapshot.outcome in _COLLECTING
    said = () if told else _sentences(material, monthly)
    return (*said, *under_one_title(_figure(material, monthly), _table(material, monthly)))


def under_one_title(figure: tuple[Block, ...], table: Table) -> tuple[Block, ...]:
    """A figure and the table with the same figures, below the title of the table."""
    if not figure:
        return (table,)
    return (Paragraph(text="", label=table.title), *figure, replace(table, title=""))


def monthly_of(snapshot: DecisionSnapshot) -> Monthly | None:
    """What was answered about paying; None where the decision sets no payment."""
    way = _COLLECTING.get(snapshot.outcome or "", "")
    if not way and snapshot.amount is not None and snapshot.outcome_burdens:
        answer = snapshot.answer("bekend.betaalwijze")
        way = answer.choice if answer is not None and answer.state == AnswerState.GIVEN else ""
    if not way:
        return None
    here = money_in(snapshot, "bekend.per_maand", "invordering.per_maand")
    return Monthly(
        way=way,
        here=here,
        elsewhere=money_in(snapshot, "bekend.elders", "invordering.andere_inhoudingen"),
        income=money_in(snapshot, "bekend.inkomen", "draagkracht.inkomen"),
        first_day=day_in(snapshot, "bekend.eerste_dag", "invordering.eerste_maand"),
        last_day=day_in(snapshot, "bekend.laatste_dag"),
        last_time=_last_time(snapshot, here),
    )


def _sentences(material: LetterMaterial, monthly: Monthly) -> tuple[Block, ...]:
    key = "inhouden" if monthly.way == WITHHELD else "elke_maand"
    first = material.say(
        f"wat_doen.{key}",
        bedrag=_shown(material, monthly.here, "per_maand"),
        eerste=material.day(monthly.first_day, "eerste_dag"),
    )
    if monthly.last_time is None:
        return (Paragraph(text=first),)
    last = material.say("wat_doen.laatste_keer", bedrag=monthly.last_time.dutch())
    return (Paragraph(text=f"{first} {last}"),)


def _figure(material: LetterMaterial, monthly: Monthly) -> tuple[Block, ...]:
    """A bar of the income in its parts, where every amount of it is known."""
    income, here, elsewhere, left = monthly.income, monthly.here, monthly.elsewhere, monthly.left
    if income is None or here is None or elsewhere is None or left is None or left.cents < 0:
        return ()
    way = "hier_inhouden" if monthly.way == WITHHELD else "hier_betalen"
    say = material.say
    parts = tuple(
        Part(name=say(f"per_maand.{key}"), size=amount.cents, shown=amount.dutch())
        for key, amount in (("over", left), (way, here), ("elders", elsewhere))
    )
    sentences = [
        say(f"per_maand.beeld_{way}", inkomen=income.dutch(), hier=here.dutch()),
        *([say("per_maand.beeld_elders", elders=elsewhere.dutch())] if elsewhere.cents else []),
        say("per_maand.beeld_over", over=left.dutch()),
    ]
    return (Figure(alt=" ".join(sentences), bars=(Bar(parts=parts),)),)


def _table(material: LetterMaterial, monthly: Monthly) -> Table:
    here = "hier_inhouden" if monthly.way == WITHHELD else "hier_betalen"
    rows = [
        ("inkomen", _shown(material, monthly.income, "inkomen")),
        (here, _shown(material, monthly.here, "per_maand")),
        ("elders", _shown(material, monthly.elsewhere, "elders")),
        *([("over", monthly.left.dutch())] if monthly.left is not None else []),
        ("tot", material.day(monthly.last_day, "laatste_dag_betalen")),
    ]
    say = material.say
    return Table(
        title=say("per_maand.titel"),
        header=(say("per_maand.post"), say("per_maand.bedrag")),
        rows=tuple((say(f"per_maand.{key}"), value) for key, value in rows),
        widths=(60, 40),
        right=(1,),
    )


def _shown(material: LetterMaterial, amount: Money | None, gap: str) -> str:
    return amount.dutch() if amount is not None else material.gap(gap)


def _last_time(snapshot: DecisionSnapshot, here: Money | None) -> Money | None:
    """The last instalment where it is less than the others; None where it is not known to be."""
    months = text_in(snapshot, "bekend.betaaltermijn")
    if here is None or snapshot.amount is None or not months.isdigit() or months == "0":
        return None
    rest = Money(snapshot.amount.cents - here.cents * (int(months) - 1))
    return rest if 0 < rest.cents < here.cents else None


def money_in(snapshot: DecisionSnapshot, *names: str) -> Money | None:
    """The amount that was answered, by the first of these questions that has one."""
    for name in names:
        text = text_in(snapshot, name)
        if text:
            return Money.parse_dutch(text)
    return None


def day_in(snapshot: DecisionSnapshot, *names: str) -> date | None:
    """The day that was answered, by the first of these questions that has one."""
    return next((day for name in names if (day := parse_date(text_in(snapshot, name)))), None)


def text_in(snapshot: DecisionSnapshot, name: str) -> str:
    """The answer as shown; empty where none was given."""
    answer = snapshot.answer(name)
    return answer.shown if answer is not None and answer.state == AnswerState.GIVEN else ""
