"""The Kompas beside the questions: what the rules noticed, computed and ask, with sources."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hardship_desk.assessment.completeness import UNANSWERED, needs_weighing
from hardship_desk.assessment.open_slot_flags import question_of
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag, FlagStatus, Moment, Severity
from hardship_desk.domain.weighing import WeighedFinding, Weight
from hardship_desk.plugin_api.catalogue import Provision
from hardship_desk.presenters.articles import article
from hardship_desk.presenters.calculation_item import (
    CalculationItem,
    calculation_item,
    source_of,
)
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.plugin_words import plugin_sentence
from hardship_desk.presenters.reference_days import ReferenceDays
from hardship_desk.presenters.reference_entry import EntryWriter
from hardship_desk.presenters.window_texts import WindowTexts

STEPS_WITH_CALCULATION = frozenset({6, 7, 11, 13})
WEIGHING_STEP = 13
_CALM = Severity.AANDACHTSPUNT.value
"""The look of what only waits for the user: red is for what the law forbids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagItem:
    """One flag as shown; `needs_reader` where passing it takes a second reader."""

    id: str
    step: int
    severity: str
    label: str
    text: str
    advice: str
    basis: str
    status: str
    open: bool
    can_answer: bool
    needs_reader: bool
    response: str = ""
    reader: str = ""
    question: str = ""
    """The one field the flag is about, where there is one."""
    unanswered: bool = False
    """Whether it says no more than that questions are open."""
    locked: bool = False
    """Whether what was answered is there to read only: the decision was adopted with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingItem:
    """One finding as shown; `weight` and `reason` are empty until it is weighed."""

    id: str
    step: int
    text: str
    direction: str
    source: str
    can_weigh: bool = False
    weight: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KompasPage:
    """What the Kompas shows; `summary` says it in a few words."""

    summary: str
    steps: tuple[int, ...] = ()
    open_flags: int = 0
    flags: tuple[FlagItem, ...] = ()
    findings: tuple[FindingItem, ...] = ()
    weighed: str = ""
    weights: tuple[Choice, ...] = ()
    calculations: tuple[CalculationItem, ...] = ()
    problems: tuple[str, ...] = ()
    provisions: tuple[Choice, ...] = ()
    misfits: tuple[str, ...] = ()


def kompas_page(case: OpenCase, steps: tuple[int, ...], texts: WindowTexts) -> KompasPage:
    """The Kompas of these steps; where the conclusion is drawn it shows every finding."""
    assessment, decision = case.assessment, case.decision
    weighing = WEIGHING_STEP in steps
    flags = tuple(
        flag_item(flag, texts, sealed=decision.is_sealed)
        for flag in by_severity(assessment.flags)
        if flag.step in steps
    )
    weighed = {item.finding: item for item in decision.weighing}
    can_weigh = weighing and not decision.is_sealed and decision.weight is not CaseWeight.KORT
    findings = tuple(
        finding_item(item, weighed.get(item.id), texts, can_weigh=can_weigh)
        for item in assessment.findings
        if weighing or item.step in steps
    )
    calculations: tuple[CalculationItem, ...] = ()
    if STEPS_WITH_CALCULATION & set(steps):
        calculations = tuple(calculation_item(item, texts) for item in assessment.computations)
    open_flags = sum(1 for flag in flags if flag.open and not flag.unanswered)
    return KompasPage(
        summary=_summary(open_flags, texts),
        steps=steps,
        open_flags=open_flags,
        flags=_gathered(flags),
        findings=findings,
        weighed=_weighed(findings, texts),
        weights=weights(texts),
        calculations=calculations,
        problems=(
            *(texts.get("plugins.lopen_nog", plugin=name) for name in assessment.pending),
            *dict.fromkeys(plugin_sentence(item, texts) for item in assessment.problems),
        ),
        provisions=provisions_of(case, steps),
        misfits=misfits_of(case, steps, texts),
    )


def _gathered(flags: tuple[FlagItem, ...]) -> tuple[FlagItem, ...]:
    """What only waits for answers in one card, below what asks for thought."""
    waiting = [item for item in flags if item.unanswered]
    if len(waiting) < 2:
        return flags
    lines = "\n".join(item.text for item in waiting)
    others = [item for item in flags if not item.unanswered]
    asking = [item for item in others if item.open]
    rest = [item for item in others if not item.open]
    return (*asking, replace(waiting[0], text=lines), *rest)


def provisions_of(case: OpenCase, steps: tuple[int, ...]) -> tuple[Choice, ...]:
    """The provisions that the questions and flags of these steps lean on, in the version that counts."""
    reference, dates = case.desk.reference, case.assessment.context.dates
    days = ReferenceDays(today=case.desk.clock.today(), dates=dates)
    names = [question.basis for step in steps for question in case.questions(step)]
    names += [flag.basis for flag in case.assessment.flags if flag.step in steps]
    found = []
    for name in dict.fromkeys(names):
        entry = reference.provision_for(name, days.day_of)
        if entry is not None and isinstance(entry.item, Provision):
            found.append(Choice(id=name, text=article(name), detail=entry.item.gist))
    return tuple(found)


def misfits_of(case: OpenCase, steps: tuple[int, ...], texts: WindowTexts) -> tuple[str, ...]:
    """Why each clause that can be chosen in these steps does not fit this kind of decision."""
    desk, kind = case.desk, case.decision.type
    writer = EntryWriter(desk.reference, texts, desk.readings)
    days = ReferenceDays(today=desk.clock.today(), dates=case.assessment.context.dates)
    names = dict.fromkeys(
        option.provision
        for step in steps
        for question in case.questions(step)
        for option in question.options
        if option.provision
    )
    entries = (desk.reference.provision_for(name, days.day_of) for name in names)
    reasons = (writer.misfit(entry, kind) for entry in entries if entry is not None)
    return tuple(reason for reason in reasons if reason)


def weights(texts: WindowTexts) -> tuple[Choice, ...]:
    """How heavy a finding can count."""
    return tuple(
        Choice(id=weight.value, text=texts.get(f"weging.{weight.value}")) for weight in Weight
    )


def by_severity(flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """Open flags first, then by severity."""
    order = {Severity.BLOKKADE: 0, Severity.WAARSCHUWING: 1, Severity.AANDACHTSPUNT: 2}
    return tuple(
        sorted(flags, key=lambda flag: (flag.status is not FlagStatus.OPEN, order[flag.severity]))
    )


def flag_label(flag: Flag, texts: WindowTexts) -> str:
    """How serious a flag is, in words."""
    if waits_for_answers(flag):
        return texts.get("ernst.onaf")
    return texts.get(f"ernst.{'hard' if flag.hard else flag.severity.value}")


def waits_for_answers(flag: Flag) -> bool:
    """Whether it says no more than that questions are open: no flag to who reads it."""
    return flag.blocks and flag.id.endswith(UNANSWERED)


def flag_item(flag: Flag, texts: WindowTexts, *, sealed: bool = False) -> FlagItem:
    """A flag as shown; what was answered before the decision was `sealed` stays as it is."""
    soft_block = flag.severity is Severity.BLOKKADE and not flag.hard
    unanswered = waits_for_answers(flag)
    is_note = flag.severity is Severity.AANDACHTSPUNT and flag.status is FlagStatus.OPEN
    return FlagItem(
        id=flag.id,
        step=flag.step,
        unanswered=unanswered,
        severity=_CALM if unanswered else flag.severity.value,
        label=flag_label(flag, texts),
        text=flag.text,
        advice=flag.advice,
        basis=article(flag.basis),
        status="" if is_note else texts.get(f"vlagstand.{flag.status.value}"),
        open=flag.blocks,
        can_answer=soft_block or flag.severity is Severity.WAARSCHUWING,
        needs_reader=soft_block,
        response=flag.response.text if flag.response else "",
        reader=flag.response.second_reader if flag.response else "",
        question=question_of(flag.id),
        locked=sealed and flag.moment is Moment.VASTSTELLEN,
    )


def finding_item(
    finding: Finding, weighed: WeighedFinding | None, texts: WindowTexts, *, can_weigh: bool
) -> FindingItem:
    """A finding as shown, with its source, period and certainty in one line."""
    return FindingItem(
        id=finding.id,
        step=finding.step,
        text=finding.text,
        direction=texts.get(f"richting.{finding.direction.value}"),
        source=source_of(finding, texts),
        can_weigh=can_weigh and needs_weighing(finding),
        weight=weighed.weight.value if weighed else "",
        reason=weighed.reason if weighed else "",
    )


def _summary(open_flags: int, texts: WindowTexts) -> str:
    key = {0: "kompas.geen_open", 1: "kompas.een_open"}.get(open_flags, "kompas.open")
    return texts.get(key, aantal=str(open_flags))


def _weighed(findings: tuple[FindingItem, ...], texts: WindowTexts) -> str:
    """How many of the findings that ask for a weight have one; empty where none asks."""
    asking = [item for item in findings if item.can_weigh]
    if not asking:
        return ""
    done = sum(1 for item in asking if item.weight)
    return texts.get("kompas.gewogen", klaar=str(done), totaal=str(len(asking)))
