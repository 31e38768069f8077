"""Another municipality for a dossier: first what that changes, on a copy in memory, then the change."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.case import Case
from hardship_desk.domain.computation import CalculationLine
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag
from hardship_desk.domain.ids import CaseId, DecisionId, Gemeentecode, QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.plugin_api.catalogue import Parameter
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.comparing import (
    Changed,
    changed_items,
    itself,
    lines_of,
    of_finding,
    of_line,
    paragraphs_of,
    values_changed,
)
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.rules import RuleRunner


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionChanges:
    """What another municipality does to one decision. `questions` are their texts.

    `head` are the parts of the letter head, by field; `letter` the paragraphs. `values` are those
    that rules of this decision ask for. `failed` names plugins of there whose rules did not run.
    """

    decision: DecisionId
    title: str
    total: Changed[Money]
    findings: tuple[Changed[Finding], ...] = ()
    flags: tuple[Changed[Flag], ...] = ()
    lines: tuple[Changed[CalculationLine], ...] = ()
    values: tuple[Changed[Parameter], ...] = ()
    questions: tuple[Changed[str], ...] = ()
    letter: tuple[Changed[str], ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchChanges:
    """What another municipality does to a dossier. `complete` is false where it was cancelled."""

    before: Gemeentecode
    after: Gemeentecode
    head: tuple[tuple[str, Changed[str]], ...]
    decisions: tuple[DecisionChanges, ...]
    complete: bool = True


class MunicipalitySwitch:
    """Compares and switches. Comparing leaves the dossier as it is."""

    def __init__(self, repository: CaseRepository, comparison: SwitchComparison) -> None:
        self._repository = repository
        self._comparison = comparison

    def compare(
        self, case: Case, code: Gemeentecode, cancellation: Cancellation | None = None
    ) -> SwitchChanges:
        """What would change. Waits for rules in other processes: run it beside the window."""
        return self._comparison.changes(case, code, cancellation)

    def switch(self, case_id: CaseId, code: Gemeentecode) -> None:
        """Save the other municipality.

        HardshipDeskError `gemeente_ligt_vast` where a decision was adopted: that one names the old one.
        """
        case = self._repository.load(case_id)
        if any(decision.is_sealed for decision in case.decisions):
            raise HardshipDeskError("gemeente_ligt_vast")
        self._repository.save_header(replace(case, gemeentecode=code))


class SwitchComparison:
    """Runs the rules twice and keeps what differs; needs no store."""

    def __init__(
        self, questionnaire: Questionnaire, rules: RuleRunner, organisation: OrganisationFacts
    ) -> None:
        self._questionnaire = questionnaire
        self._rules = rules
        self._organisation = organisation

    def changes(
        self, case: Case, code: Gemeentecode, cancellation: Cancellation | None = None
    ) -> SwitchChanges:
        """What would change in every decision of the dossier."""
        asked = cancellation or Cancellation()
        moved = replace(case, gemeentecode=code)
        found = []
        for decision in case.decisions:
            if asked.is_cancelled:
                break
            found.append(self._decision(case, moved, decision.id))
        return SwitchChanges(
            before=case.gemeentecode,
            after=code,
            head=self._heads(case.gemeentecode, code),
            decisions=tuple(found),
            complete=not asked.is_cancelled,
        )

    def _decision(self, case: Case, moved: Case, decision: DecisionId) -> DecisionChanges:
        values = self._organisation.parameters()
        now, then = (self._rules.assess(item, decision, values) for item in (case, moved))
        kind = self._questionnaire.decision_type(case.decision(decision).type)
        return DecisionChanges(
            decision=decision,
            title=kind.title,
            total=Changed(before=now.total, after=then.total),
            findings=changed_items(now.findings, then.findings, of_finding),
            flags=changed_items(now.flags, then.flags, lambda flag: (flag.id, flag.text)),
            lines=changed_items(lines_of(now), lines_of(then), of_line),
            values=values_changed(now, then),
            questions=changed_items(self._questions(now), self._questions(then), itself),
            letter=changed_items(paragraphs_of(now), paragraphs_of(then), itself),
            failed=tuple(dict.fromkeys(problem.plugin for problem in then.problems)),
        )

    def _questions(self, assessment: Assessment) -> list[str]:
        asked: list[QuestionId] = [name for step in assessment.steps for name in step.asked]
        return [self._questionnaire.question(name).text for name in asked]

    def _heads(
        self, before: Gemeentecode, after: Gemeentecode
    ) -> tuple[tuple[str, Changed[str]], ...]:
        now, then = (self._organisation.letter_facts(code) for code in (before, after))
        texts = [item.name for item in fields(LetterFacts) if isinstance(item.default, str)]
        return tuple(
            (name, Changed(before=getattr(now, name), after=getattr(then, name)))
            for name in texts
            if getattr(now, name) != getattr(then, name)
        )
