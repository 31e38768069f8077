"""Works the four weeks out: the first day to apply, and what lid 11 allows (Participatiewet 41)."""

from __future__ import annotations

from datetime import date

from hardship_desk.plugin_api import AssessmentContext, Direction, LetterSection, LetterView

from .calendar_terms import add_weeks
from .law import Law
from .noticed import Noticed
from .plain import Worked
from .step import Input, Step, dutch_day
from .told import Told

YOUNG, OLD_ENOUGH = "onder_27", "vanaf_27"
SITUATION, AGE = "zoektermijn.situatie", "zoektermijn.leeftijd"
EXCEPTIONS = "zoektermijn.uitzondering"
NONE = "geen"
WAIT, BY_EXCEPTION, BY_SITUATION = "wachten", "meteen_uitzondering", "meteen_omstandigheden"


def work(context: AssessmentContext, law: Law) -> Worked:
    """Everything the rules on the zoektermijn make of a case."""
    reported = context.dates.melding
    if reported is None or context.choice(AGE) != YOUNG:
        return Worked(day=reported, noticed=(_on_exception(context),))
    return Worked(
        day=reported,
        steps=_steps(reported, law),
        noticed=(
            _on_first_day(reported, law, context),
            _on_situation(context, reported, law),
            _on_early(context, reported, law),
            _on_exception(context),
        ),
    )


def first_day(reported: date, law: Law) -> date | None:
    """Lid 4: four weeks after the melding."""
    weeks = law.on(reported, "zoektermijn.weken").count
    return add_weeks(reported, weeks) if weeks is not None else None


def _steps(reported: date, law: Law) -> tuple[Step, ...]:
    day = first_day(reported, law)
    step = Step(
        rule="01_eerste_dag",
        variant="onbekend" if day is None else "berekend",
        basis="pw_41_4",
        inputs=(Input(name="melding", value=dutch_day(reported)),),
        values=(law.on(reported, "zoektermijn.weken"),),
        slots={"dag": dutch_day(day) or ""},
    )
    return (step,)


def _may_be_early(reported: date, law: Law) -> bool:
    """Lid 11 is there since 2026."""
    parameter = law.on(reported, "zoektermijn.eerder_oppakken").parameter
    return parameter is not None and parameter.value is True


def _on_first_day(reported: date, law: Law, context: AssessmentContext) -> Noticed | None:
    """The day on which a young person who waits can apply."""
    day = first_day(reported, law)
    if day is None or context.choice("conclusie.uitkomst") != WAIT:
        return None
    slots = {"dag": dutch_day(day) or "", "melding": dutch_day(reported) or ""}
    return Noticed(
        name="eerste_dag",
        step=13,
        basis="pw_41_4",
        cites=(AGE,),
        lines=("01_eerste_dag",),
        slots=slots,
    )


def _on_situation(context: AssessmentContext, reported: date, law: Law) -> Noticed | None:
    """Lid 11: the college may take the request up earlier where the situation asks for it."""
    if not any(item != NONE for item in context.choices(SITUATION)):
        return None
    if not _may_be_early(reported, law):
        return Noticed(
            name="situatie_voor_2026",
            step=4,
            basis="pw_41_4",
            direction=Direction.PLEADS_FOR,
            cites=(SITUATION,),
        )
    waits = context.choice("conclusie.uitkomst") == WAIT
    return Noticed(
        name="situatie_en_wachten" if waits else "situatie",
        step=4,
        basis="pw_41_11",
        direction=Direction.PLEADS_FOR,
        cites=(SITUATION,),
    )


def _on_early(context: AssessmentContext, reported: date, law: Law) -> Noticed | None:
    """Before 2026 there was no general exception."""
    chosen = context.choice("conclusie.uitkomst") == BY_SITUATION
    if not chosen or _may_be_early(reported, law):
        return None
    return Noticed(name="lid_11_gold_niet", step=2, basis="pw_41_11", cites=(AGE,))


def _on_exception(context: AssessmentContext) -> Noticed | None:
    """Without exception and under 27 there is a term; lid 11 is the way around it."""
    exempt = any(item != NONE for item in context.choices(EXCEPTIONS))
    claims = context.choice("conclusie.uitkomst") == BY_EXCEPTION
    if not claims or context.choice(AGE) != YOUNG or exempt:
        return None
    return Noticed(name="uitzondering_ontbreekt", step=2, basis="pw_41_4", cites=(AGE, EXCEPTIONS))


def tell(worked: Worked, decision: LetterView) -> tuple[Told, ...]:
    """The first day to apply in the letter, for who waits."""
    found = next((item for item in worked.noticed if item and item.name == "eerste_dag"), None)
    if found is None or decision.outcome != WAIT:
        return ()
    told = Told(
        section=LetterSection.BETEKENIS, key="eerste_dag", slots=found.slots, lines=found.lines
    )
    return (told,)
