"""Which flags fire, and where each stands after what the caseworker did with it."""

from __future__ import annotations

from dataclasses import replace

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag, FlagResponse, FlagStatus, Moment, Severity
from hardship_desk.domain.ids import FlagId
from hardship_desk.plugin_api.manifest import PluginProblem, ProblemEffect
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
    """What a plugin would have said is not known: a failing one stops adopting.

    One that is off, or could not be loaded, asks of who goes on without it a reason and a second
    reader; one of which nobody knows for whom it is, only an answer.
    """
    failing = {item.plugin for item in problems if item.effect is ProblemEffect.STOPS}
    missing = {item.plugin for item in problems if item.effect is ProblemEffect.ASKS_REASON}
    unread = {item.plugin for item in problems if item.effect is ProblemEffect.TELLS}
    hard = [_about("s13.plugin_uitgevallen", Severity.BLOKKADE, failing, texts)] if failing else []
    return (
        *(replace(flag, hard=True) for flag in hard),
        *(
            _about(f"s13.{name}_niet_toegepast", Severity.BLOKKADE, {name}, texts, "niet_toegepast")
            for name in sorted(missing - failing)
        ),
        *(
            _about(f"s13.{name}_onleesbaar", Severity.WAARSCHUWING, {name}, texts, "onleesbaar")
            for name in sorted(unread - failing - missing)
        ),
    )


def busy_flag(busy: tuple[str, ...], texts: Texts) -> tuple[Flag, ...]:
    """A hard flag while rules are still at work: adopting waits for them."""
    if not busy:
        return ()
    return (
        replace(
            _about("s13.regels_lopen_nog", Severity.BLOKKADE, set(busy), texts, "lopen_nog"),
            hard=True,
        ),
    )


def _about(
    name: str, severity: Severity, plugins: set[str], texts: Texts, key: str = "uitgevallen"
) -> Flag:
    return Flag(
        id=FlagId(name),
        step=13,
        severity=severity,
        moment=Moment.VASTSTELLEN,
        text=texts.get(f"engine.plugin_{key}.tekst", plugins=", ".join(sorted(plugins))),
        advice=texts.get(f"engine.plugin_{key}.advies"),
        basis=texts.get(f"engine.plugin_{key}.grondslag"),
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
