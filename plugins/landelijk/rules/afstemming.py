"""Works an afstemming out: the norm, what differs for this person, and what that makes together.

Participatiewet 18 lid 1: the amount follows from costs and income that lastingly differ.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hardship_desk.plugin_api import (
    AssessmentContext,
    CaseWeight,
    Direction,
    LetterSection,
    LetterView,
    Money,
    Period,
)

from .law import Law
from .norm import Norm, norm_on, norm_step
from .noticed import Noticed
from .plain import Worked
from .step import Input, Step, euros
from .told import Told

POSTS = "afstemming.posten"
MORE, LESS = ("extra_kosten", "gemis"), ("minder_kosten", "voordeel")
HIGHER, LOWER = "afgestemd_hoger", "afgestemd_lager"
NOTHING = Money(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a month costs this person more and less than the norm takes into account."""

    more: Money
    less: Money
    passing: int

    @property
    def size(self) -> Money:
        """How large the difference is; the line says which way it goes."""
        return Money(abs(self.together.cents))

    @property
    def together(self) -> Money:
        """More minus less; negative where the person needs less."""
        return self.more - self.less


def work(context: AssessmentContext, law: Law) -> Worked:
    """Everything the rules on afstemming make of a case."""
    day = _day(context)
    if day is None or context.weight is CaseWeight.KORT or not context.rows(POSTS):
        return Worked(day=day)
    norm, difference = norm_on(context, law, day), difference_of(context)
    return Worked(
        day=day,
        steps=_steps(norm, difference, day),
        noticed=(_on_passing(difference), _on_outcome(context, norm, difference)),
        total=difference.size,
    )


def _day(context: AssessmentContext) -> date | None:
    period = context.dates.rechtperiode
    return period.last_day if period is not None else context.dates.besluit


def difference_of(context: AssessmentContext) -> Difference:
    """The posts added up; what does not last is left out."""
    rows = context.rows(POSTS)
    lasting = [row for row in rows if row.cell("blijvend") is not False]
    sums = dict.fromkeys((*MORE, *LESS), 0)
    for row in lasting:
        kind, amount = row.cell("soort"), row.cell("per_maand")
        if isinstance(kind, str) and isinstance(amount, Money):
            sums[kind] += amount.cents
    return Difference(
        more=Money(sum(sums[kind] for kind in MORE)),
        less=Money(sum(sums[kind] for kind in LESS)),
        passing=len(rows) - len(lasting),
    )


def _steps(norm: Norm, difference: Difference, day: date) -> tuple[Step, ...]:
    together = difference.together
    shown = Step(
        rule="01_verschil",
        variant=_sign(together),
        basis="pw_18_1",
        amount=difference.size.fraction,
        inputs=(
            Input(name="meer", value=euros(difference.more)),
            Input(name="minder", value=euros(difference.less)),
            Input(name="niet_blijvend", value=str(difference.passing)),
        ),
    )
    result = bijstand_of(norm, difference)
    paid = Step(
        rule="02_bijstand",
        variant="berekend" if result is not None else "onbekend",
        basis="pw_18_1",
        amount=result.fraction if result is not None else None,
        inputs=(
            Input(name="norm", value=euros(norm.amount)),
            Input(name="verschil", value=euros(together)),
        ),
        values=norm.values,
    )
    return (norm_step(norm, Period(day, day)), shown, paid)


def bijstand_of(norm: Norm, difference: Difference) -> Money | None:
    """The norm with the difference, never below nothing; None while the norm is unknown."""
    if norm.amount is None:
        return None
    return max(norm.amount + difference.together, NOTHING)


def _sign(amount: Money) -> str:
    if amount == NOTHING:
        return "gelijk"
    return "hoger" if amount > NOTHING else "lager"


def _on_passing(difference: Difference) -> Noticed | None:
    """What does not last is for bijzondere bijstand, not for afstemming."""
    if not difference.passing:
        return None
    slots = {"aantal": str(difference.passing)}
    return Noticed(name="niet_blijvend", step=7, basis="pw_18_1", cites=(POSTS,), slots=slots)


def _on_outcome(context: AssessmentContext, norm: Norm, difference: Difference) -> Noticed:
    """The outcome has to fit the sum; the sum itself is for the motivation."""
    outcome, together = context.choice("conclusie.uitkomst"), difference.together
    sign = _sign(together)
    result = bijstand_of(norm, difference)
    slots = {
        "verschil": difference.size.dutch(),
        "bijstand": result.dutch() if result is not None else "",
    }
    lines = ("01_verschil", "02_bijstand")
    if (outcome == HIGHER and sign != "hoger") or (outcome == LOWER and sign != "lager"):
        return Noticed(
            name="past_niet_bij_posten",
            step=13,
            basis="pw_18_1",
            cites=(POSTS,),
            lines=lines,
            slots=slots,
        )
    known = "" if result is not None else "_zonder_norm"
    return Noticed(
        name=f"som_{sign}{known}",
        step=7,
        basis="pw_18_1",
        direction=Direction.NEUTRAL,
        cites=(POSTS,),
        lines=lines,
        slots=slots,
    )


def tell(worked: Worked, decision: LetterView) -> tuple[Told, ...]:
    """The amount in the letter, where it changes."""
    found = next((item for item in worked.noticed if item and item.name.startswith("som_")), None)
    if found is None or decision.outcome not in (HIGHER, LOWER):
        return ()
    told = Told(
        section=LetterSection.BETEKENIS, key=found.name, slots=found.slots, lines=found.lines
    )
    return (told,)
