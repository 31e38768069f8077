"""How far each step is, and the flags on what is still open."""

from __future__ import annotations

from hardship_desk.assessment.result import StepProgress, StepState
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.decision import CaseWeight, DecisionFile
from hardship_desk.domain.finding import Direction, Finding
from hardship_desk.domain.flag import Flag, Moment, Severity
from hardship_desk.domain.ids import FlagId, QuestionId
from hardship_desk.domain.placed_remark import placed_remarks
from hardship_desk.questionnaire.model import Question

_MOMENTS = {15: Moment.BEKENDMAKEN, 16: Moment.OPVOLGEN}

UNANSWERED = ".stap_onvolledig"
"""How the id of the flag of a step with open questions ends."""


def step_progress(
    step: int,
    questions: tuple[Question, ...],
    answers: AnswerSet,
    flags: tuple[Flag, ...],
) -> StepProgress:
    """What one step asks and what is missing; a blocking flag shows on a step that was begun."""
    missing = tuple(
        item.id for item in questions if item.required and not _settled(item.id, answers)
    )
    return StepProgress(
        step=step,
        asked=tuple(item.id for item in questions),
        missing=missing,
        state=_state(questions, missing, answers, _is_flagged(step, flags)),
    )


def moment_of(step: int) -> Moment:
    """Before what the work on a step has to be done."""
    return _MOMENTS.get(step, Moment.VASTSTELLEN)


def _settled(question: QuestionId, answers: AnswerSet) -> bool:
    answer = answers.get(question)
    return answer is not None and answer.settles


def _is_flagged(step: int, flags: tuple[Flag, ...]) -> bool:
    return any(flag.step == step and flag.blocks for flag in flags)


def _state(
    questions: tuple[Question, ...],
    missing: tuple[QuestionId, ...],
    answers: AnswerSet,
    flagged: bool,  # a fact, named where it is passed
) -> StepState:
    begun = any(answers.get(item.id) is not None for item in questions)
    if questions and not begun:
        return StepState.LEEG
    if flagged:
        return StepState.VLAG
    return StepState.BEZIG if missing else StepState.COMPLEET


def open_step_flags(progress: tuple[StepProgress, ...], texts: Texts) -> tuple[Flag, ...]:
    """One flag for each step with open questions. It is hard: "n.v.t., omdat" closes a question."""
    return tuple(
        Flag(
            id=FlagId(f"s{item.step:02}{UNANSWERED}"),
            step=item.step,
            severity=Severity.BLOKKADE,
            moment=moment_of(item.step),
            text=_counted(texts, "engine.stap_onvolledig", len(item.missing), stap=str(item.step)),
            advice=texts.get("engine.stap_onvolledig.advies"),
            basis=texts.get("engine.stap_onvolledig.grondslag"),
            hard=True,
        )
        for item in progress
        if item.missing
    )


def unweighed_flag(
    decision: DecisionFile, findings: tuple[Finding, ...], texts: Texts
) -> tuple[Flag, ...]:
    """A flag while a finding that pleads or asks for judgement was not weighed; not on kort."""
    if decision.weight is CaseWeight.KORT:
        return ()
    weighed = {item.finding for item in decision.weighing}
    open_ones = [item for item in findings if needs_weighing(item) and item.id not in weighed]
    if not open_ones:
        return ()
    return (
        Flag(
            id=FlagId("s13.bevinding_niet_gewogen"),
            step=13,
            severity=Severity.BLOKKADE,
            moment=Moment.VASTSTELLEN,
            text=_counted(texts, "engine.bevinding_niet_gewogen", len(open_ones)),
            advice=texts.get("engine.bevinding_niet_gewogen.advies"),
            basis=texts.get("engine.bevinding_niet_gewogen.grondslag"),
        ),
    )


def second_reader_flag(
    decision: DecisionFile, answers: AnswerSet, texts: Texts
) -> tuple[Flag, ...]:
    """A warning while a second reader was asked for and has not read."""
    asked = answers.get(QuestionId("toets.nodig"))
    if asked is None or asked.value is not True or decision.reviews:
        return ()
    return (
        Flag(
            id=FlagId("s14.tweede_lezer_ontbreekt"),
            step=14,
            severity=Severity.WAARSCHUWING,
            moment=Moment.VASTSTELLEN,
            text=texts.get("engine.tweede_lezer_ontbreekt.tekst"),
            advice=texts.get("engine.tweede_lezer_ontbreekt.advies"),
            basis=texts.get("engine.tweede_lezer_ontbreekt.grondslag"),
        ),
    )


def open_remark_flags(decision: DecisionFile, texts: Texts) -> tuple[Flag, ...]:
    """A warning for each review of which a remark still waits for an answer."""
    waiting = [
        item.id.partition(".")[0]
        for item in placed_remarks(decision.reviews, decision.remark_answers)
        if item.is_open
    ]
    return tuple(
        Flag(
            id=FlagId(f"s14.opmerking_open_{number}"),
            step=14,
            severity=Severity.WAARSCHUWING,
            moment=Moment.VASTSTELLEN,
            text=_counted(
                texts,
                "engine.opmerking_open",
                waiting.count(number),
                lezer=decision.reviews[int(number) - 1].reader,
            ),
            advice=texts.get("engine.opmerking_open.advies"),
            basis=texts.get("engine.opmerking_open.grondslag"),
        )
        for number in dict.fromkeys(waiting)
    )


def needs_weighing(finding: Finding) -> bool:
    """Whether a finding asks for a weight: one that only informs does not."""
    return finding.direction is not Direction.NEUTRAL


def _counted(texts: Texts, key: str, count: int, **slots: str) -> str:
    form = "een" if count == 1 else "meer"
    return texts.get(f"{key}.{form}", aantal=str(count), **slots)
