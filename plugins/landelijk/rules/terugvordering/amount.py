"""How much can be claimed back: paid too much, by the breach, with tax, less what is let go."""

from __future__ import annotations

from fractions import Fraction

from ..calendar_terms import add_years
from ..law import Law
from ..step import Input, Step, dutch_day, euros, percent
from .facts import KON_BEGRIJPEN, TerugvorderingFacts

HUNDRED = 100
LOCAL = "terugvordering_invordering"


def amount_steps(facts: TerugvorderingFacts, law: Law) -> tuple[Step, ...]:
    """The lines, in order; the last is what can be claimed."""
    paid, part = paid_too_much(facts), part_that_counts(facts)
    with_tax = add_tax(facts, part)
    let_go = let_go_of(facts, with_tax)
    return (
        paid,
        part,
        within_two_years(facts, law),
        with_tax,
        paid_after_signal(facts),
        let_go,
        claimable(with_tax, let_go),
    )


def paid_too_much(facts: TerugvorderingFacts) -> Step:
    """Participatiewet 58: what was paid too much over the period."""
    return Step(
        rule="01_te_veel",
        variant="onbekend" if facts.paid is None else "ingevoerd",
        basis=_duty_or_power(facts),
        amount=facts.paid.fraction if facts.paid is not None else None,
        inputs=(
            Input(name="van", value=dutch_day(facts.period.start if facts.period else None)),
            Input(name="tot", value=dutch_day(facts.period.last_day if facts.period else None)),
            Input(name="te_veel", value=euros(facts.paid)),
        ),
    )


def part_that_counts(facts: TerugvorderingFacts) -> Step:
    """Participatiewet 58 lid 1: on a breach only the part that came by it."""
    if not facts.is_breach:
        variant, amount = "geheel", facts.paid
    elif facts.by_breach is None or facts.paid is None:
        variant, amount = "onbekend", None
    else:
        variant, amount = "door_schending", min(facts.by_breach, facts.paid)
    return Step(
        rule="02_deel",
        variant="onbekend" if amount is None else variant,
        basis=_duty_or_power(facts),
        amount=amount.fraction if amount is not None else None,
        inputs=(Input(name="deel_schending", value=euros(facts.by_breach)),)
        if facts.is_breach
        else (),
    )


def within_two_years(facts: TerugvorderingFacts, law: Law) -> Step:
    """Participatiewet 58 lid 6: on ground e nothing from more than two years before sending."""
    if facts.ground != KON_BEGRIJPEN:
        return Step(rule="03_twee_jaar", variant="niet_van_toepassing", basis="pw_58_6")
    inputs = (
        Input(name="van", value=dutch_day(facts.period.start if facts.period else None)),
        Input(name="besluitdatum", value=dutch_day(facts.decided_on)),
    )
    term = law.on(facts.decided_on, "terugvordering.termijn_e") if facts.decided_on else None
    if facts.period is None or facts.decided_on is None or term is None or term.count is None:
        return Step(rule="03_twee_jaar", variant="onbekend", basis="pw_58_6", inputs=inputs)
    first = add_years(facts.decided_on, -term.count)
    return Step(
        rule="03_twee_jaar",
        variant="te_oud" if facts.period.start < first else "binnen",
        basis="pw_58_6",
        inputs=inputs,
        values=(term,),
        slots={"grens": f"{first:%d-%m-%Y}", "jaren": str(term.count)},
    )


def add_tax(facts: TerugvorderingFacts, part: Step) -> Step:
    """Awb 3:46: from net to gross, where tax and premiums are claimed too."""
    inputs = (Input(name="loonheffing", value=euros(facts.tax)),) if facts.gross else ()
    if part.amount is None or facts.gross is None or (facts.gross and facts.tax is None):
        return Step(rule="04_loonheffing", variant="onbekend", basis="awb_3_46", inputs=inputs)
    added = facts.tax.fraction if facts.gross and facts.tax is not None else Fraction(0)
    return Step(
        rule="04_loonheffing",
        variant="bruto" if facts.gross else "netto",
        basis="awb_3_46",
        amount=part.amount + added,
        inputs=inputs,
    )


def paid_after_signal(facts: TerugvorderingFacts) -> Step:
    """ECLI:NL:CRVB:2024:2193: what the municipality could have prevented itself."""
    known = facts.signal_on is not None and facts.after_signal is not None
    return Step(
        rule="05_na_signaal",
        variant="bedrag" if known else "geen",
        basis="crvb_2024_2193",
        amount=facts.after_signal.fraction if known and facts.after_signal else None,
        inputs=(
            Input(name="signaal_op", value=dutch_day(facts.signal_on)),
            Input(name="na_signaal", value=euros(facts.after_signal)),
        )
        if known
        else (),
        slots={"signaal": dutch_day(facts.signal_on) or ""},
    )


def let_go_of(facts: TerugvorderingFacts, with_tax: Step) -> Step:
    """Participatiewet 58 lid 8: the part the caseworker lets go of, never more than there is."""
    if with_tax.amount is None:
        return Step(rule="06_afzien", variant="onbekend", basis="pw_58_8")
    if facts.waived is not None:
        variant, part = "bedrag", facts.waived.fraction
    elif facts.waived_percent is not None:
        variant, part = "procent", with_tax.amount * facts.waived_percent / HUNDRED
    else:
        variant, part = "geen", Fraction(0)
    return Step(
        rule="06_afzien",
        variant=variant,
        basis="pw_58_8",
        amount=min(part, with_tax.amount),
        slots={"procent": percent(Fraction(facts.waived_percent or 0, HUNDRED))},
    )


def claimable(with_tax: Step, let_go: Step) -> Step:
    """Participatiewet 58: what is left to claim."""
    if with_tax.amount is None or let_go.amount is None:
        return Step(rule="07_terug_te_vorderen", variant="onbekend", basis="pw_58")
    return Step(
        rule="07_terug_te_vorderen",
        variant="bedrag",
        basis="pw_58",
        amount=with_tax.amount - let_go.amount,
    )


def _duty_or_power(facts: TerugvorderingFacts) -> str:
    return "pw_58_1" if facts.is_breach else "pw_58_2"
