"""Works out an objection: its terms, and whether outcome and grounds fit (Awb 6:7-6:9, 7:10-7:12)."""

from __future__ import annotations

from collections.abc import Iterator

from hardship_desk.plugin_api import AssessmentContext, Direction

from ..beslistermijn import days_left
from ..law import Law
from ..noticed import Noticed
from ..plain import Worked
from ..step import dutch_day
from .terms import read_objection, term_steps

REJECTED = "ongegrond"
ACCEPTED = ("gegrond_herroepen", "gegrond_ander_bedrag", "deels_gegrond")
INADMISSIBLE = "niet_ontvankelijk"


def work(context: AssessmentContext, law: Law) -> Worked:  # noqa: ARG001  # as every theme has it
    """The terms as lines without an amount, and what was noticed about terms and grounds."""
    return Worked(
        day=context.dates.besluit,
        steps=term_steps(read_objection(context)),
        noticed=(*_on_terms(context), *_on_grounds(context)),
    )


def _on_terms(context: AssessmentContext) -> Iterator[Noticed]:
    """Awb 6:7-6:9 and 7:10: was the objection in time, and is the decision."""
    objection, outcome = read_objection(context), context.choice("conclusie.uitkomst")
    line = ("02_op_tijd",)
    match objection.timeliness:
        case "te_laat":
            slots = {"dag": dutch_day(objection.last_day) or ""}
            yield Noticed(name="te_laat", step=1, basis="awb_6_7", lines=line, slots=slots)
        case "op_tijd" | "per_post_op_tijd":
            yield Noticed(name="op_tijd", step=1, basis="awb_6_7", lines=line)
            if outcome == INADMISSIBLE:
                yield Noticed(
                    name="op_tijd_niet_ontvankelijk",
                    step=1,
                    basis="awb_6_7",
                    direction=Direction.PLEADS_FOR,
                    lines=line,
                )
    deadline = objection.decision_deadline
    left = days_left(deadline, objection.decided)
    if left is not None:
        yield Noticed(
            name=f"beslistermijn_{left}",
            step=1,
            basis="awb_7_10",
            lines=("03_beslistermijn",),
            slots={"dag": dutch_day(deadline) or ""},
        )


def _on_grounds(context: AssessmentContext) -> Iterator[Noticed]:
    """Awb 7:11 and 7:12: each ground is answered, and the outcome follows from the answers."""
    rows, outcome = context.rows("bezwaar.gronden"), context.choice("conclusie.uitkomst")
    if not rows:
        return
    won = sum(row.cell("slaagt") in ("ja", "deels") for row in rows)
    cites = ("bezwaar.gronden",)
    yield Noticed(
        name="gronden",
        step=3,
        basis="awb_7_11",
        cites=cites,
        slots={"aantal": str(len(rows)), "slaagt": str(won)},
    )
    if won and outcome == REJECTED:
        yield Noticed(
            name="grond_slaagt_ongegrond",
            step=13,
            basis="awb_7_11",
            direction=Direction.PLEADS_FOR,
            cites=(*cites, "conclusie.uitkomst"),
        )
    if not won and outcome in ACCEPTED:
        yield Noticed(
            name="gegrond_zonder_grond",
            step=13,
            basis="awb_7_11",
            cites=(*cites, "conclusie.uitkomst"),
        )
