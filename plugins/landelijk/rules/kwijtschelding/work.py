"""Works a kwijtschelding out: are the conditions of the chosen ground met, and what would lapse."""

from __future__ import annotations

from hardship_desk.plugin_api import AssessmentContext, Direction, LetterSection, LetterView, Money

from ..law import Law
from ..noticed import Noticed
from ..plain import Worked
from ..step import Step, percent
from ..told import Told
from .debt import AT_ONCE, BESIDE, TERM, WAITING, debt_steps, stricter_share, what_lapses
from .debt import RESULT as OF_DEBT
from .facts import REFUSING, WAIVING, KwijtscheldingFacts, read_facts
from .fine import BACK, YEAR, fine_steps, taking_back
from .fine import RESULT as OF_FINE
from .verdict import IMPOSSIBLE, LATER, NOT_YET, POSSIBLE, UNKNOWN

RESULTS = (OF_DEBT, OF_FINE)
TAKEN_BACK = ("binnen",)
CANNOT_BE_TAKEN_BACK = ("buiten", "andere_overtreding")


def work(context: AssessmentContext, law: Law) -> Worked:
    """The lines of the ground that was chosen; nothing to compute on the others."""
    facts = read_facts(context)
    steps = _steps(facts, law)
    result = next((step for step in steps if step.rule in RESULTS), None)
    return Worked(
        day=facts.decided_on,
        steps=steps,
        noticed=(
            _conditions(facts, result),
            _from_when(facts, steps, result),
            _beside_choice(facts, result),
            _other_local_years(steps),
            _unknown_local_years(facts, steps),
            _stricter_share(facts, law),
            _taking_back(facts, steps),
        ),
        total=_lapses(facts, result),
    )


def tell(worked: Worked, decision: LetterView) -> tuple[Told, ...]:
    """The day from which it may be asked again."""
    found = (item for item in worked.noticed if item is not None and item.name == "kan_vanaf")
    return tuple(
        Told(section=LetterSection.WAT_DOEN, key=item.name, slots=item.slots, lines=item.lines)
        for item in found
        if decision.outcome in REFUSING
    )


def _steps(facts: KwijtscheldingFacts, law: Law) -> tuple[Step, ...]:
    if facts.ground in WAITING or facts.ground == AT_ONCE:
        return debt_steps(facts, law)
    match facts.ground:
        case "pw_18a_13":
            return fine_steps(facts, law)
        case "pw_18a_14":
            return (taking_back(facts, law),)
        case _:
            return ()


def _lapses(facts: KwijtscheldingFacts, result: Step | None) -> Money | None:
    if result is None or result.variant != POSSIBLE:
        return None
    return what_lapses(facts)


def _conditions(facts: KwijtscheldingFacts, result: Step | None) -> Noticed | None:
    """Participatiewet 18a lid 13, 58 lid 7: whether the conditions are met."""
    if result is None or result.variant == UNKNOWN:
        return None
    direction = Direction.PLEADS_FOR if result.variant == POSSIBLE else Direction.PLEADS_AGAINST
    lapses = what_lapses(facts)
    return Noticed(
        name=f"voorwaarden_{result.variant}",
        step=7,
        basis=result.basis,
        direction=direction,
        lines=(result.rule,),
        slots={"bedrag": lapses.dutch() if lapses is not None else "de rest"},
    )


def _from_when(
    facts: KwijtscheldingFacts, steps: tuple[Step, ...], result: Step | None
) -> Noticed | None:
    """Awb 3:46: from which day it may be asked again."""
    if result is None or result.variant != LATER or facts.outcome in WAIVING:
        return None
    waiting = next(step for step in steps if step.variant == NOT_YET and step.rule in (TERM, YEAR))
    return Noticed(
        name="kan_vanaf",
        step=7,
        basis=waiting.basis,
        lines=(waiting.rule,),
        slots={"dag": waiting.slots["dag"]},
    )


def _beside_choice(facts: KwijtscheldingFacts, result: Step | None) -> Noticed | None:
    """Awb 3:4, 3:46: the choice beside what the conditions say."""
    if result is None:
        return None
    name = None
    if facts.outcome in WAIVING and result.variant in (IMPOSSIBLE, LATER):
        name = "voorwaarde_niet_vervuld"
    elif facts.outcome in WAIVING and result.variant == UNKNOWN:
        name = "voorwaarde_onbekend"
    elif facts.outcome in REFUSING and result.variant == POSSIBLE:
        name = "mogelijk_maar_afgewezen"
    if name is None:
        return None
    return Noticed(
        name=name, step=13, basis=result.basis, cites=("conclusie.uitkomst",), lines=(result.rule,)
    )


def _other_local_years(steps: tuple[Step, ...]) -> Noticed | None:
    """Awb 4:84: local policy names other years after a breach than the Act."""
    beside = next((step for step in steps if step.rule == BESIDE), None)
    if beside is None or beside.variant != "anders":
        return None
    return Noticed(
        name="lokale_termijn_anders",
        step=7,
        basis="pw_58_7",
        lines=(BESIDE,),
        slots=beside.slots,
        values=beside.values,
    )


def _unknown_local_years(facts: KwijtscheldingFacts, steps: tuple[Step, ...]) -> Noticed | None:
    """Awb 4:84: for a debt without breach only policy names years, and none is or was known."""
    term = next((step for step in steps if step.rule == TERM), None)
    dated = facts.began_on is not None and facts.decided_on is not None
    if facts.is_breach or facts.kind is None or not dated:
        return None
    if term is None or term.variant != UNKNOWN or any(value.ended for value in term.sought):
        return None
    return Noticed(name="lokale_termijn_onbekend", step=7, basis="awb_4_84", lines=(TERM,))


def _stricter_share(facts: KwijtscheldingFacts, law: Law) -> Noticed | None:
    """Awb 4:84: local policy asks more at once than half."""
    local = stricter_share(facts, law)
    if local is None or local.fraction is None:
        return None
    return Noticed(
        name="afkoop_strenger",
        step=7,
        basis="pw_58_7",
        direction=Direction.PLEADS_FOR,
        slots={"procent": percent(local.fraction)},
        values=(local,),
    )


def _taking_back(facts: KwijtscheldingFacts, steps: tuple[Step, ...]) -> Noticed | None:
    """Participatiewet 18a lid 14: whether an earlier waiver is taken back."""
    back = next((step for step in steps if step.rule == BACK), None)
    if back is None or back.variant == UNKNOWN:
        return None
    if back.variant in CANNOT_BE_TAKEN_BACK:
        chosen = facts.outcome == "terugdraaien"
        name, direction = (
            "terugdraaien_kan_niet" if chosen else "blijft_staan",
            Direction.PLEADS_FOR,
        )
    else:
        name, direction = "terugdraaien", Direction.PLEADS_AGAINST
    return Noticed(
        name=name,
        step=7,
        basis="pw_18a_14",
        direction=direction,
        lines=(BACK,),
        slots=back.slots,
    )
