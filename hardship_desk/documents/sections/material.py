"""What every section is made from: the snapshot, the sentences, and short ways to both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from hardship_desk.documents.sections.dutch_time import dutch_time
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.decision import Consideration
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.ids import FindingId
from hardship_desk.domain.legal_basis import Certainty, Source
from hardship_desk.domain.period import Period
from hardship_desk.domain.snapshot import DecisionSnapshot, ShownAnswer, ShownStep
from hardship_desk.domain.weighing import WeighedFinding
from hardship_desk.questionnaire.answer_showing import show_period
from hardship_desk.questionnaire.date_showing import show_date


@dataclass(frozen=True, slots=True)
class Material:
    """The snapshot of one decision with the sentences of the report."""

    snapshot: DecisionSnapshot
    texts: TextSource

    def say(self, key: str, **slots: str) -> str:
        """A sentence of the report."""
        return self.texts.get(f"rapport.{key}", **slots)

    @property
    def municipality(self) -> str:
        """The name of the municipality; "onbekend" where only national rules were chosen."""
        return self.snapshot.municipality or self.say("onbekend")

    def line(self, label: str, value: str) -> str:
        """A label with its value on one line."""
        return self.say("punt", label=label, waarde=value)

    def day(self, day: date | None) -> str:
        """A date, or "onbekend"."""
        return show_date(day) if day else self.say("onbekend")

    def moment(self, moment: datetime) -> str:
        """A day with its time, on a Dutch clock."""
        shown = dutch_time(moment)
        return self.say("tijdstip", dag=show_date(shown.date()), tijd=f"{shown:%H:%M}")

    def period(self, period: Period | None) -> str:
        """A period, or "onbekend"."""
        if period is None:
            return self.say("onbekend")
        words = {
            "until": self.say("tot_en_met", start="{start}", end="{end}"),
            "from": self.say("vanaf", start="{start}"),
        }
        return show_period(period, words)

    def certainty(self, certainty: Certainty) -> str:
        """How sure a fact of law is, in words."""
        return self.say(f"zekerheid.{certainty.value}")

    def step(self, number: int) -> ShownStep | None:
        """The step, or None where the snapshot has none of that number."""
        for step in self.snapshot.steps:
            if step.number == number:
                return step
        return None

    def answers(self, step: int) -> tuple[ShownAnswer, ...]:
        """The answers of a step that may be printed in the report."""
        return tuple(
            answer
            for answer in self.snapshot.answers
            if answer.step == step and answer.printed != "niet"
        )

    def findings(self, step: int) -> tuple[Finding, ...]:
        """The findings that belong to a step."""
        return tuple(item for item in self.snapshot.findings if item.step == step)

    def considerations(self, step: int) -> tuple[Consideration, ...]:
        """The paragraphs of the motivation that belong to a step."""
        return tuple(
            item
            for item in self.snapshot.considerations
            if item.step == step and item.printed.strip()
        )

    def weighed(self, finding: FindingId) -> WeighedFinding | None:
        """How a finding was weighed, or None."""
        for item in self.snapshot.weighing:
            if item.finding == finding:
                return item
        return None


def without_money(computation: Computation) -> str:
    """The outcome of a calculation that is not about money, such as a last day; else empty."""
    if computation.total is not None or any(line.amount for line in computation.lines):
        return ""
    return computation.lines[-1].outcome.removesuffix(".") if computation.lines else ""


def source_text(source: Source) -> str:
    """A source with its note; where it can be found stands once, in the annex of rules."""
    return f"{source.title} ({source.note.removesuffix('.')})" if source.note else source.title
