"""The terms of an objection, as steps of a calculation (Awb 6:7-6:9 and 7:10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hardship_desk.plugin_api import AssessmentContext, last_day_for_bezwaar, objection_deadline

from ..step import Input, Step, dutch_day, yes_no

WEEK_AFTER = timedelta(weeks=1)
AGREED = "met_instemming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """The days of an objection; None means unknown or not answered, never "no"."""

    sent: date | None = None
    received: date | None = None
    posted: date | None = None
    committee: bool | None = None
    extended: str | None = None
    decided: date | None = None

    @property
    def last_day(self) -> date | None:
        """The last day to object (Awb 6:7 and 6:8)."""
        return last_day_for_bezwaar(self.sent) if self.sent is not None else None

    @property
    def timeliness(self) -> str:
        """Whether it was in time (Awb 6:9): `op_tijd`, `per_post_op_tijd`, `te_laat`, `onbekend`."""
        last = self.last_day
        if last is None or self.received is None:
            return "onbekend"
        if self.received <= last:
            return "op_tijd"
        in_the_post = self.posted is not None and self.posted <= last
        return (
            "per_post_op_tijd" if in_the_post and self.received <= last + WEEK_AFTER else "te_laat"
        )

    @property
    def decision_deadline(self) -> date | None:
        """The last day to decide (Awb 7:10); None while unknown, or where longer was agreed.

        While it is not known whether a committee advises, the longer term counts.
        """
        if self.sent is None or self.extended == AGREED:
            return None
        longer = self.extended == "zes_weken"
        return objection_deadline(self.sent, committee=self.committee, longer=longer)


def read_objection(context: AssessmentContext) -> Objection:
    """The days of the objection on its route."""
    return Objection(
        sent=context.day("bezwaar.primair_verzonden"),
        received=context.day("bezwaar.ontvangen"),
        posted=context.day("bezwaar.gepost"),
        committee=context.yes("bezwaar.commissie"),
        extended=context.choice("bezwaar.verlengd"),
        decided=context.dates.besluit,
    )


def term_steps(objection: Objection) -> tuple[Step, ...]:
    """The three terms, each said also where it is unknown."""
    last, deadline = objection.last_day, objection.decision_deadline
    return (
        Step(
            rule="01_laatste_dag",
            variant="bekend" if last else "onbekend",
            basis="awb_6_7",
            inputs=(Input(name="verzonden", value=dutch_day(objection.sent)),),
            slots={"dag": dutch_day(last) or ""},
        ),
        Step(
            rule="02_op_tijd",
            variant=objection.timeliness,
            basis="awb_6_9",
            inputs=(
                Input(name="ontvangen", value=dutch_day(objection.received)),
                Input(name="gepost", value=dutch_day(objection.posted)),
            ),
        ),
        Step(
            rule="03_beslistermijn",
            variant=_variant_of_deadline(objection),
            basis="awb_7_10",
            inputs=(
                Input(name="laatste_dag", value=dutch_day(last)),
                yes_no("commissie", objection.committee),
            ),
            slots={"dag": dutch_day(deadline) or ""},
        ),
    )


def _variant_of_deadline(objection: Objection) -> str:
    if objection.extended == AGREED:
        return AGREED
    return "bekend" if objection.decision_deadline else "onbekend"
