"""Tells a dossier that was begun under other law what became different for it since."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from hardship_desk.assessment.flags import with_responses
from hardship_desk.assessment.law.changes import ChangeKind, LawChange
from hardship_desk.assessment.result import Assessment
from hardship_desk.assessment.stated.values import in_words
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.case import Case
from hardship_desk.domain.computation import CalculationLine
from hardship_desk.domain.flag import Flag, Moment, Severity
from hardship_desk.domain.ids import DecisionId, FlagId
from hardship_desk.domain.money import Money
from hardship_desk.plugin_api.catalogue import Parameter, ParameterTable
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.comparing import (
    Changed,
    changed_items,
    lines_of,
    of_finding,
    of_line,
    paragraphs_of,
    values_changed,
)
from hardship_desk.services.ports.rules import RuleRunner

LAW_CHANGED = FlagId("s01.wet_gewijzigd")


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLaw:
    """Rules with another state of the law, and how the law differs between that and now.

    `since` is the moment of the last change: an answer from before it says nothing about it.
    """

    rules: RuleRunner
    changes: tuple[LawChange, ...]
    since: datetime


EarlierLaw = Callable[[datetime], OtherLaw | None]
"""Given a moment, the law of then; None where it is the law of now."""


class LawComparison:
    """Says of a decision under two states of the law what reads otherwise."""

    def __init__(self, questionnaire: Questionnaire, texts: Texts) -> None:
        self._questionnaire = questionnaire
        self._texts = texts

    def may_matter(self, changes: tuple[LawChange, ...], assessment: Assessment) -> bool:
        """Whether it is worth looking: a value that was asked for, a text of its days, a sentence."""
        return any(self._may_matter(change, assessment) for change in changes)

    def differences(
        self, before: Assessment, after: Assessment, changes: tuple[LawChange, ...]
    ) -> tuple[str, ...]:
        """A sentence each: values the rules asked for, what comes out, and texts of law."""
        return (*self._outcome(before, after), *self._law_texts(after, changes))

    def _may_matter(self, change: LawChange, assessment: Assessment) -> bool:
        match change.kind:
            case ChangeKind.TEXT:
                return True
            case ChangeKind.VALUE:
                # A rule may ask for the value of another day than that of the anchor.
                return change.key in assessment.values_asked
            case ChangeKind.PROVISION:
                return self._is_text_of(change, assessment)
            case ChangeKind.CONFLICT | ChangeKind.RULING:
                return False

    def _is_text_of(self, change: LawChange, assessment: Assessment) -> bool:
        kind = self._questionnaire.decision_type(assessment.context.decision_type)
        return change.key in kind.provisions and change.holds_on(assessment.context.dates)

    def _outcome(self, before: Assessment, after: Assessment) -> Iterator[str]:
        said = False
        for value in values_changed(before, after):
            if _known(value.before) != _known(value.after):
                said = True
                yield self._value_sentence(value)
        if before.total != after.total:
            said = True
            old, new = (self._amount(item.total) for item in (before, after))
            yield self._say("bedrag", oud=old, nieuw=new)
        if not said and _says(before, after):
            yield self._say("anders")

    def _law_texts(self, after: Assessment, changes: tuple[LawChange, ...]) -> Iterator[str]:
        for change in changes:
            if change.kind is ChangeKind.PROVISION and self._is_text_of(change, after):
                yield self._say("bepaling", naam=change.article or change.key)

    def _value_sentence(self, value: Changed[Parameter]) -> str:
        some = value.after or value.before
        name = some.name if some is not None else ""
        called = self._texts.find(f"venster.organisatie.waarde.{name}") or name
        old, new = self._shown(value.before), self._shown(value.after)
        return self._say("waarde", naam=called, oud=old, nieuw=new)

    def _shown(self, value: Parameter | None) -> str:
        if value is None or value.value is None:
            return self._say("onbekend")
        return in_words(value.value, value.unit)

    def _amount(self, amount: Money | None) -> str:
        return amount.dutch() if amount is not None else self._say("onbekend")

    def _say(self, key: str, **slots: str) -> str:
        return self._texts.get(f"engine.wet_gewijzigd.{key}", **slots)


class LawWatch:
    """Fulfils `RuleRunner`: the rules of now, and a warning where the law became other since the start.

    A decision that was adopted stays as it is. A dossier of a case file has no beginning here.
    """

    def __init__(
        self, rules: RuleRunner, earlier: EarlierLaw, comparison: LawComparison, texts: Texts
    ) -> None:
        self._rules = rules
        self._earlier = earlier
        self._comparison = comparison
        self._texts = texts

    def assess(
        self,
        case: Case,
        decision_id: DecisionId,
        organisation: ParameterTable,
        *,
        patient: bool = True,
    ) -> Assessment:
        """What the rules say, with that warning where it belongs."""
        now = self._rules.assess(case, decision_id, organisation, patient=patient)
        decision = case.decision(decision_id)
        if decision.is_sealed or case.created_at is None:
            return now
        other = self._earlier(case.created_at)
        if other is None or not self._comparison.may_matter(other.changes, now):
            return now
        then = other.rules.assess(case, decision_id, organisation, patient=patient)
        lines = self._comparison.differences(then, now, other.changes)
        if not lines:
            return now
        answers = (item for item in decision.flag_responses if item.at and item.at >= other.since)
        flags = with_responses((self._flag(lines),), tuple(answers))
        found = sorted((*now.flags, *flags), key=lambda flag: flag.step)
        return replace(now, flags=tuple(found))

    def _flag(self, lines: tuple[str, ...]) -> Flag:
        return Flag(
            id=LAW_CHANGED,
            step=1,
            severity=Severity.WAARSCHUWING,
            moment=Moment.VASTSTELLEN,
            text=self._texts.get("engine.wet_gewijzigd.tekst", wat=" ".join(lines)),
            advice=self._texts.get("engine.wet_gewijzigd.advies"),
            basis=self._texts.get("engine.wet_gewijzigd.grondslag"),
        )


def _known(value: Parameter | None) -> object:
    return None if value is None else (value.value, value.certainty, value.source)


def _says(before: Assessment, after: Assessment) -> bool:
    """Whether findings, lines, motivation or letter read otherwise."""
    lines: tuple[Changed[CalculationLine], ...] = changed_items(
        lines_of(before), lines_of(after), of_line
    )
    findings = changed_items(before.findings, after.findings, of_finding)
    reads = [
        (paragraphs_of(item), [part.text for part in item.considerations])
        for item in (before, after)
    ]
    return bool(lines or findings) or reads[0] != reads[1]
