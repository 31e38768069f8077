"""Works a maatregel out: the book, the amount, the review, and what was noticed."""

from __future__ import annotations

from hardship_desk.plugin_api import AssessmentContext, CaseWeight, LetterSection, LetterView

from ..law import Law
from ..plain import Worked
from ..step import Step
from ..told import Told
from .amount import amount_of
from .facts import LOWERING, NO_BLAME, MaatregelFacts, read_facts
from .findings import notice_all
from .review import review_step
from .standard import standard_of, standard_step


def work(context: AssessmentContext, law: Law) -> Worked:
    """Everything the rules on a maatregel make of a case."""
    facts = read_facts(context)
    standard, amount = standard_of(facts, law), amount_of(context, facts, law)
    review = review_step(facts, law)
    steps = (standard_step(standard, facts), *amount.steps, *((review,) if review else ()))
    return Worked(
        day=facts.conduct_until,
        steps=steps if _computes(facts) else (),
        noticed=notice_all(facts, standard, amount.total, law),
        total=amount.total,
    )


def _computes(facts: MaatregelFacts) -> bool:
    """Whether a lowering may follow: not in the short route, and not without blame."""
    return (
        facts.weight is not CaseWeight.KORT
        and facts.soort is not None
        and facts.blame not in (None, NO_BLAME)
    )


def tell(worked: Worked, decision: LetterView) -> tuple[Told, ...]:
    """Height, duration and amount in the letter, where the bijstand is lowered."""
    if decision.outcome not in LOWERING:
        return ()
    told = (_size(worked), _spread(worked))
    return tuple(item for item in told if item is not None)


def _size(worked: Worked) -> Told | None:
    total = _step(worked, "03_totaal")
    if total is None:
        return None
    slots = {item.name: item.value or "" for item in total.inputs}
    one_month = "_een_maand" if slots["maanden"] == "1" else ""
    unknown = "" if worked.total is not None else "_zonder_bedrag"
    return Told(
        section=LetterSection.BETEKENIS,
        key=f"omvang{one_month}{unknown}",
        slots={**slots, "bedrag": worked.total.dutch() if worked.total is not None else ""},
        lines=("03_totaal",),
    )


def _spread(worked: Worked) -> Told | None:
    spread = _step(worked, "04_verdeling")
    if spread is None or not spread.slots:
        return None
    return Told(
        section=LetterSection.BETEKENIS,
        key="verdeling",
        slots=spread.slots,
        lines=("04_verdeling",),
    )


def _step(worked: Worked, rule: str) -> Step | None:
    return next((step for step in worked.steps if step.rule == rule), None)
