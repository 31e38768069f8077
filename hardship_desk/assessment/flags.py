"""Which flags fire, and where each stands after what the caseworker did with it."""

from __future__ import annotations

from dataclasses import replace

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag, FlagResponse, FlagStatus, Moment, Severity
from hardship_desk.domain.ids import FlagId
from hardship_desk.plugin_api.manifest import PluginProblem
from hardship_desk.questionnaire.conditions import holds
from hardship_desk.questionnaire.model import FlagDefinition


def fired_flags(
    definitions: tuple[FlagDefinition, ...],
    decision: DecisionFile,
    answers: AnswerSet,
    findings: tuple[Finding, ...],
) -> tuple[Flag, ...]:
    """The flags of the questionnaire and plugins that fire on these answers and findings."""
    found = {finding.id for finding in findings}
    return tuple(
        _flag(item)
        for item in definitions
        if _belongs(item, decision)
        and (item.finding in found or (item.when is not None and holds(item.when, answers)))
    )


def plugin_flags(problems: tuple[PluginProblem, ...], texts: Texts) -> tuple[Flag, ...]:
    """A hard flag where a plugin failed: what it would have found is not known."""
    if not problems:
        return ()
    names = ", ".join(sorted({problem.plugin for problem in problems}))
    return (
        Flag(
            id=FlagId("s13.plugin_uitgevallen"),
            step=13,
            severity=Severity.BLOKKADE,
            moment=Moment.VASTSTELLEN,
            text=texts.get("engine.plugin_uitgevallen.tekst", plugins=names),
            advice=texts.get("engine.plugin_uitgevallen.advies"),
            basis=texts.get("engine.plugin_uitgevallen.grondslag"),
            hard=True,
        ),
    )


def each_once(flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """One cause gives one flag: of those with the same id the first."""
    return tuple({flag.id: flag for flag in reversed(flags)}.values())[::-1]


def with_responses(
    flags: tuple[Flag, ...], responses: tuple[FlagResponse, ...]
) -> tuple[Flag, ...]:
    """The flags with what was done: a warning answered, a soft block passed by two people."""
    by_flag = {response.flag: response for response in responses}
    return tuple(_responded(flag, by_flag.get(flag.id)) for flag in flags)


def _responded(flag: Flag, response: FlagResponse | None) -> Flag:
    if response is None:
        return flag
    return replace(flag, response=response, status=_status(flag, response))


def _status(flag: Flag, response: FlagResponse) -> FlagStatus:
    if not response.text.strip() or flag.hard:
        return FlagStatus.OPEN
    if flag.severity is not Severity.BLOKKADE:
        return FlagStatus.BEANTWOORD
    return FlagStatus.GEPASSEERD if response.second_reader.strip() else FlagStatus.OPEN


def _belongs(item: FlagDefinition, decision: DecisionFile) -> bool:
    return decision.weight in item.weights and (not item.types or decision.type in item.types)


def _flag(item: FlagDefinition) -> Flag:
    return Flag(
        id=item.id,
        step=item.step,
        severity=item.severity,
        moment=item.moment,
        text=item.text,
        advice=item.advice,
        basis=item.basis,
        hard=item.hard,
    )
