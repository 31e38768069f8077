"""Findings, paragraphs and letter texts that stand in TOML and follow from answers alone.

A rule in Python is for what must be computed or compared. What follows from given answers is data
that a jurist reads and changes: a condition, a provision and the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from hardship_desk.assessment.stated.values import ValueThen, in_words, value_then
from hardship_desk.domain.answers import AnswerSet, AnswerState
from hardship_desk.domain.decision import CaseWeight, Consideration
from hardship_desk.domain.finding import Direction, Finding
from hardship_desk.domain.ids import DecisionTypeId, FindingId, OutcomeId, QuestionId
from hardship_desk.domain.legal_basis import Anchor
from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.catalogue import (
    Parameter,
    ParameterTable,
    Provision,
    provision_on,
)
from hardship_desk.plugin_api.context import AssessmentContext, ContextDates
from hardship_desk.plugin_api.letter import LetterBlock, LetterSection
from hardship_desk.questionnaire.answer_showing import show_value
from hardship_desk.questionnaire.conditions import holds, questions_in
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.questionnaire.model import Condition, Question

SLOT = re.compile(r"\{([a-z0-9_]+\.[a-z0-9_]+)\}")
"""A place in a sentence for the answer to a question: {draagkracht.inkomen}."""
VALUE_SLOT = re.compile(r"\{waarde ([a-z0-9_.]+)\}")
"""A place for a value of the municipality or the law: {waarde giften.vrij_per_jaar}."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedSentence:
    """A sentence that a paragraph adds only on these routes, and where its condition holds.

    A paragraph claims nothing that was not asked: the kort route weighs no finding apart.
    """

    text: str
    weights: frozenset[CaseWeight]
    when: Condition | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedFinding:
    """A finding as data. `basis` is the id of a provision; its version is chosen by its anchor.

    `value` is the name of a value on which it rests instead: its article, source, period and certainty
    are then those of the finding.
    `not_types` takes out types that say the same in rules of their own.
    `consideration` is the sentence of the motivation, and `also` what it adds where that was asked;
    sentences of one `topic` make a paragraph.
    """

    id: FindingId
    step: int
    types: tuple[DecisionTypeId, ...]
    traits: tuple[str, ...]
    not_types: tuple[DecisionTypeId, ...]
    weights: frozenset[CaseWeight]
    when: Condition
    direction: Direction
    basis: str
    text: str
    topic: str
    consideration: str
    also: tuple[StatedSentence, ...] = ()
    value: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything it may say, on the screen and in the motivation."""
        return (self.text, self.consideration, *(item.text for item in self.also))


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedParagraph:
    """A paragraph of a letter as data, for these types and outcomes (all if empty)."""

    section: LetterSection
    types: tuple[DecisionTypeId, ...]
    traits: tuple[str, ...]
    outcomes: tuple[OutcomeId, ...]
    when: Condition | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedRules:
    """What one plugin states in TOML."""

    findings: tuple[StatedFinding, ...] = ()
    paragraphs: tuple[StatedParagraph, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedCase:
    """One decision as stated rules see it: its kind, its dates and the answers on its route."""

    type: DecisionTypeId
    traits: tuple[str, ...]
    weight: CaseWeight
    dates: ContextDates
    answers: AnswerSet
    questions: Mapping[QuestionId, Question]
    words: Mapping[str, str]
    values: ParameterTable = field(default_factory=ParameterTable)

    def is_for(self, types: tuple[DecisionTypeId, ...], traits: tuple[str, ...]) -> bool:
        """Whether something for these types and traits is for this decision."""
        everywhere = not types and not traits
        return everywhere or self.type in types or not set(self.traits).isdisjoint(traits)

    def fill(self, text: str) -> str:
        """The sentence with the answers and values it names; an unknown one is called so."""
        told = VALUE_SLOT.sub(lambda found: self._told(found.group(1)), text)
        return SLOT.sub(lambda found: self._shown(QuestionId(found.group(1))), told)

    def knows_values_of(self, *texts: str, but: str = "") -> bool:
        """Whether each value that these sentences name is known on its day; `but` may have ended."""
        named = {name for text in texts for name in VALUE_SLOT.findall(text)} - {but}
        return all(self.value_then(name).held is not None for name in named)

    def value_then(self, name: str) -> ValueThen:
        """The value of that name on the day its anchor names."""
        return value_then(self.values, self.dates, name)

    def _told(self, name: str) -> str:
        held = self.value_then(name).held
        if held is None or held.value is None:
            return self.words["unknown"]
        return in_words(held.value, held.unit)

    def _shown(self, name: QuestionId) -> str:
        answer, question = self.answers.get(name), self.questions.get(name)
        if answer is None or question is None or answer.state is not AnswerState.GIVEN:
            return self.words["unknown"]
        return show_value(question, answer, self.words)


def stated_case(
    context: AssessmentContext,
    traits: tuple[str, ...],
    answers: AnswerSet,
    questions: tuple[Question, ...],
    words: Mapping[str, str],
) -> StatedCase:
    """The decision as stated rules see it; `answers` are those on the route."""
    return StatedCase(
        type=context.decision_type,
        traits=traits,
        weight=context.weight,
        dates=context.dates,
        answers=answers,
        questions={question.id: question for question in questions},
        words=words,
        values=context.parameters,
    )


def stated_findings(
    rules: StatedRules, provisions: tuple[Provision, ...], case: StatedCase
) -> tuple[Finding, ...]:
    """The findings whose condition holds, each under the provision as it stood on its day."""
    made = (_finding(item, provisions, case) for item in _fired(rules, case))
    return tuple(finding for finding in made if finding is not None)


def stated_considerations(
    rules: StatedRules, found: Iterable[FindingId], case: StatedCase
) -> tuple[Consideration, ...]:
    """One paragraph a topic, from the findings that are there, in the order of the file."""
    present = set(found)
    by_topic: dict[str, list[StatedFinding]] = {}
    for item in _fired(rules, case):
        says = not item.value or case.value_then(item.value).held is not None
        if item.consideration and says and item.id in present:
            by_topic.setdefault(item.topic, []).append(item)
    return tuple(
        Consideration(
            id=f"{case.type}.{topic}",
            step=items[0].step,
            text=" ".join(case.fill(text) for item in items for text in _said(item, case)),
            findings=tuple(item.id for item in items),
        )
        for topic, items in by_topic.items()
    )


def _said(item: StatedFinding, case: StatedCase) -> Iterator[str]:
    """What a finding adds to its paragraph: its sentence, and what was asked besides."""
    yield item.consideration
    for more in item.also:
        if case.weight in more.weights and (more.when is None or holds(more.when, case.answers)):
            yield more.text


def stated_letter(
    rules: StatedRules, outcome: OutcomeId, case: StatedCase
) -> tuple[LetterBlock, ...]:
    """The paragraphs of the letter for an outcome."""
    return tuple(
        LetterBlock(section=item.section, text=case.fill(item.text))
        for item in rules.paragraphs
        if case.is_for(item.types, item.traits)
        and (not item.outcomes or outcome in item.outcomes)
        and (item.when is None or holds(item.when, case.answers))
        and case.knows_values_of(item.text)
    )


def _fired(rules: StatedRules, case: StatedCase) -> list[StatedFinding]:
    return [
        item
        for item in rules.findings
        if case.is_for(item.types, item.traits)
        and case.type not in item.not_types
        and case.weight in item.weights
        and holds(item.when, case.answers)
        and case.knows_values_of(*item.sentences, but=item.value)
    ]


def _finding(
    item: StatedFinding, provisions: tuple[Provision, ...], case: StatedCase
) -> Finding | None:
    if item.value:
        return _on_value(item, case)
    version = version_of(provisions, item.basis, case.dates)
    if version is None:
        return None
    day = case.dates.anchor(version.anchor) or case.dates.besluit
    return Finding(
        id=item.id,
        step=item.step,
        text=case.fill(item.text),
        direction=item.direction,
        basis=version.basis,
        source=version.source,
        certainty=version.certainty_on(day) if day is not None else version.certainty,
        valid=Period(version.valid_from or version.seen_from, version.valid_until),
        cites=tuple(sorted(questions_in(item.when) & case.questions.keys())),
    )


def _on_value(item: StatedFinding, case: StatedCase) -> Finding | None:
    """A finding that rests on a value; of a value that ended it says only that, and pleads nothing."""
    then = case.value_then(item.value)
    held = then.held or then.ended
    if held is None or then.day is None:
        return None
    ended = "" if then.held is not None else _ended(held, case)
    return Finding(
        id=item.id,
        step=item.step,
        text=ended or case.fill(item.text),
        direction=Direction.NEUTRAL if ended else item.direction,
        basis=held.basis,
        source=held.source,
        certainty=held.certainty_on(held.valid.last_day if ended else then.day),
        valid=held.valid,
        cites=tuple(sorted(questions_in(item.when) & case.questions.keys())),
    )


def _ended(value: Parameter, case: StatedCase) -> str:
    """That a value ended, and of which text: the regulation that was read, with its article."""
    day, title = show_date(value.valid.last_day), value.source.title
    rules = value.basis.dutch() if value.basis.law == title else title
    return case.words["value_ended"].format(day=day, rules=rules)


def version_of(
    provisions: tuple[Provision, ...], name: str, dates: ContextDates
) -> Provision | None:
    """The version of a provision for these dates; the newest one while its anchor date is open."""
    versions = [item for item in provisions if item.id == name]
    if not versions:
        return None
    day = dates.anchor(versions[0].anchor) or (
        dates.besluit if versions[0].anchor is not Anchor.BESLUIT else None
    )
    if day is not None:
        return provision_on(versions, name, day)
    return max(versions, key=lambda item: item.valid_from or item.seen_from)
