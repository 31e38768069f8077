"""When a lowering has to be looked at again (Participatiewet 18 lid 3)."""

from __future__ import annotations

from datetime import date

from ..calendar_terms import add_months
from ..law import Law
from ..step import Input, Step, dutch_day
from .facts import OF_LID_2, MaatregelFacts


def review_before(facts: MaatregelFacts, law: Law) -> date | None:
    """The last day: three months after the decision, cut at the end of a month; lid 2 only.

    The term binds the college itself, so that the Algemene termijnenwet does not lengthen it.
    """
    if facts.soort not in OF_LID_2 or facts.decided_on is None:
        return None
    months = law.on(facts.decided_on, "maatregel.heroverweging").count
    return add_months(facts.decided_on, months) if months is not None else None


def review_step(facts: MaatregelFacts, law: Law) -> Step | None:
    """The last day as a line, or None where lid 3 asks for no new look."""
    last_day = review_before(facts, law)
    if last_day is None or facts.decided_on is None:
        return None
    return Step(
        rule="05_heroverweging",
        variant="berekend",
        basis="pw_18_3",
        inputs=(
            Input(name="besluitdatum", value=dutch_day(facts.decided_on)),
            Input(name="gekozen_dag", value=dutch_day(facts.review_on)),
        ),
        values=(law.on(facts.decided_on, "maatregel.heroverweging"),),
        slots={"dag": dutch_day(last_day) or ""},
    )
