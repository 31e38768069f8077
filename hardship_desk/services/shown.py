"""Answers, steps and rules as they are shown on paper."""

from __future__ import annotations

import re
from collections.abc import Mapping

from hardship_desk.assessment.clauses import EVERY_DECISION
from hardship_desk.assessment.result import Assessment
from hardship_desk.assessment.stated.rules import version_of
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import Answer
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import CaseWeight, DecisionFile
from hardship_desk.domain.legal_basis import LegalBasis
from hardship_desk.domain.snapshot import ShownAnswer, ShownRule, ShownStep
from hardship_desk.plugin_api.catalogue import Provision
from hardship_desk.questionnaire.answer_showing import show_table, show_value
from hardship_desk.questionnaire.model import DecisionType, Question, Questionnaire
from hardship_desk.questionnaire.route import asked

SKIPPED = "overgeslagen"


def shown_steps(
    questionnaire: Questionnaire,
    kind: DecisionType,
    weight: CaseWeight,
    assessment: Assessment,
) -> tuple[ShownStep, ...]:
    """All sixteen steps: how far each is, or why the route leaves it out."""
    route = kind.route(weight)
    states = {item.step: item.state.value for item in assessment.steps}
    return tuple(
        ShownStep(
            number=step.number,
            title=step.title,
            state=states.get(step.number, SKIPPED),
            skipped_because="" if step.number in route.steps else route.skipped_because,
        )
        for step in questionnaire.steps
    )


def shown_answers(
    questionnaire: Questionnaire, texts: Texts, case: Case, decision: DecisionFile
) -> tuple[ShownAnswer, ...]:
    """Every answer on the route, in the order of the questions."""
    answers = case.answers_for(decision.id)
    words = texts.under("engine.woorden")
    titles = {item.id: item.title for item in case.evidence}
    found = []
    here = questionnaire.of(case.gemeentecode)
    for question in asked(here, decision.type, decision.weight, answers):
        answer = answers.get(question.id)
        if answer is not None:
            evidence = tuple(titles[item] for item in answer.evidence if item in titles)
            found.append(_shown(question, answer, words, evidence))
    return tuple(found)


def _shown(
    question: Question, answer: Answer, words: Mapping[str, str], evidence: tuple[str, ...]
) -> ShownAnswer:
    return ShownAnswer(
        question=question.id,
        step=question.step,
        text=question.text,
        shown=show_value(question, answer, words),
        state=answer.state.value,
        tag=answer.tag.value if answer.tag else "",
        explanation=answer.explanation,
        derived_from=answer.derived_from,
        printed=question.printed.value,
        basis=question.basis,
        evidence=evidence,
        table=show_table(question, answer, words),
        choice=answer.value if isinstance(answer.value, str) and question.options else "",
        sensitive=question.sensitive,
    )


def shown_rules(
    provisions: tuple[Provision, ...], kind: DecisionType, assessment: Assessment
) -> tuple[ShownRule, ...]:
    """The provisions of the type that this case touches, each as it stood on its day.

    A provision is touched where a finding or line rests on it; one of the Awb that holds for every
    decision always is. While nothing was found, all provisions of the type are shown.
    """
    bases = [item.basis for item in assessment.findings]
    bases += [line.basis for item in assessment.computations for line in item.lines]
    found = [
        version
        for name in kind.provisions
        if (version := version_of(provisions, name, assessment.context.dates)) is not None
    ]
    touched = [
        item
        for item in found
        if EVERY_DECISION in item.applies_to or any(_touches(basis, item.basis) for basis in bases)
    ]
    return tuple(_rule(item) for item in (touched if assessment.findings else found))


def _touches(basis: LegalBasis, of_rule: LegalBasis) -> bool:
    """Whether both name the same article, and share a paragraph where both name one."""
    if (basis.law, basis.article) != (of_rule.law, of_rule.article):
        return False
    named, ruled = _numbers(basis.paragraph), _numbers(of_rule.paragraph)
    return not named or not ruled or not named.isdisjoint(ruled)


def _numbers(paragraph: str) -> set[str]:
    return set(re.findall(r"\d+[a-z]*", paragraph))


def _rule(item: Provision) -> ShownRule:
    return ShownRule(
        id=item.id,
        basis=item.basis.dutch(),
        gist=item.gist,
        source=" ".join(part for part in (item.source.title, item.source.url) if part),
        seen_from=item.seen_from,
        certainty=item.certainty,
    )
