"""Runs all rules on one decision of a dossier. Chooses no outcome and fills in no blame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain

from hardship_desk.assessment.answer_checks import answer_flags
from hardship_desk.assessment.branding_words import BrandingWords
from hardship_desk.assessment.clauses import misfit_flags, misfits
from hardship_desk.assessment.completeness import (
    open_remark_flags,
    open_step_flags,
    second_reader_flag,
    step_progress,
    unweighed_flag,
)
from hardship_desk.assessment.context_builder import build_context
from hardship_desk.assessment.criteria import criteria_treatment
from hardship_desk.assessment.flags import (
    busy_flag,
    each_once,
    fired_flags,
    plugin_flags,
    with_responses,
)
from hardship_desk.assessment.law.dates import dated_law, law_flags
from hardship_desk.assessment.links import changed_link_flags
from hardship_desk.assessment.noted_values import NotedValues
from hardship_desk.assessment.open_slot_flags import open_slot_flags
from hardship_desk.assessment.plugins.loader import LoadedPlugin, LoadedPlugins
from hardship_desk.assessment.result import Assessment, StepProgress
from hardship_desk.assessment.rule_run import RuleRun, Said
from hardship_desk.assessment.stated.letters import drafts
from hardship_desk.assessment.stated.rules import StatedCase, stated_case
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.flag import Flag
from hardship_desk.domain.ids import DecisionId, Gemeentecode
from hardship_desk.domain.letter_draft import LetterDraft
from hardship_desk.domain.retention import RetentionRule
from hardship_desk.domain.stock_text import StockText
from hardship_desk.plugin_api.catalogue import (
    Conflict,
    Parameter,
    ParameterTable,
    Provision,
    Ruling,
)
from hardship_desk.plugin_api.context import AssessmentContext
from hardship_desk.plugin_api.letter import LetterView
from hardship_desk.questionnaire.model import FlagDefinition, Question, Questionnaire, Route
from hardship_desk.questionnaire.outcome import (
    amounts_of_others,
    chosen_amount,
    chosen_outcome,
    with_outcome_facts,
)
from hardship_desk.questionnaire.route import answers_on_route, asked, questions_of_step


class RuleEngine:
    """The rules as loaded at the start; the same dossier always gives the same result."""

    def __init__(self, questionnaire: Questionnaire, plugins: LoadedPlugins, texts: Texts) -> None:
        self._questionnaire = questionnaire
        self._plugins = plugins
        self._texts = texts
        self._words = texts.under("engine.woorden")
        self._branding = BrandingWords(texts)

    def provisions(self) -> tuple[Provision, ...]:
        """Every provision of every plugin, national ones first."""
        return tuple(item for plugin in self._plugins.plugins for item in plugin.provisions)

    def conflicts(self) -> tuple[Conflict, ...]:
        """Every conflict of law of every plugin, national ones first."""
        return tuple(item for plugin in self._plugins.plugins for item in plugin.conflicts)

    def rulings(self) -> tuple[Ruling, ...]:
        """Every ruling of every plugin, national ones first."""
        return tuple(item for plugin in self._plugins.plugins for item in plugin.rulings)

    def retention_rules(self, gemeentecode: Gemeentecode) -> tuple[RetentionRule, ...]:
        """The terms for which a municipality keeps dossiers, its own before the national ones."""
        plugins = reversed(self._plugins.of(gemeentecode))
        return tuple(rule for plugin in plugins for rule in plugin.retention)

    def stock_texts(self, gemeentecode: Gemeentecode) -> tuple[StockText, ...]:
        """The texts to use again in a municipality, national ones first, each with who gives it."""
        return tuple(
            replace(item, publisher=plugin.manifest.title)
            for plugin in self._plugins.of(gemeentecode)
            for item in plugin.blocks
        )

    def known_until(self) -> date | None:
        """The last day for which national law was known; None where no plugin says so."""
        national = (
            item.manifest for item in self._plugins.plugins if not item.manifest.gemeentecodes
        )
        days = (manifest.texts_known_until for manifest in national)
        return min((day for day in days if day is not None), default=None)

    def open_parameters(self) -> tuple[Parameter, ...]:
        """The values that no source gives, each for its period; the organisation fills them in."""
        every = (item for plugin in self._plugins.plugins for item in plugin.parameters)
        return tuple(item for item in every if item.value is None)

    def municipalities_with_rules(self) -> frozenset[Gemeentecode]:
        """The municipalities for which a plugin with local values is loaded."""
        return frozenset(
            code for plugin in self._plugins.plugins for code in plugin.manifest.gemeentecodes
        )

    def assess(
        self,
        case: Case,
        decision_id: DecisionId,
        organisation: ParameterTable,
        *,
        patient: bool = True,
    ) -> Assessment:
        """What the rules say about one decision; KeyError where the dossier has no such one.

        Who is not patient does not wait for rules in other processes: they are named as `pending`.
        """
        decision = case.decision(decision_id)
        questions, every = self._asked(case, decision)
        answers = answers_on_route(questions, every)
        values = _table(self._plugins.of(case.gemeentecode), organisation)
        run = self._run(case, decision, questions, values)
        run.patient = patient
        said = run.everything(self._letter_view(decision, answers))
        flags = self._flags(decision, questions, run, said)
        steps = self._steps(case, decision, answers, flags)
        route = self._route(decision)
        return Assessment(
            context=run.context,
            steps=steps,
            findings=said.findings,
            computations=said.computations,
            considerations=said.considerations,
            letter_blocks=said.letter_blocks,
            flags=_in_order((*flags, *open_step_flags(steps, self._texts))),
            criteria=criteria_treatment(self._questionnaire, route, steps, self._texts),
            plugins=tuple(plugin.use for plugin in run.plugins),
            problems=tuple(run.problems),
            pending=run.busy_plugins,
            values_asked=frozenset(values.names),
            unknown_parameters=_unknown(run.context),
        )

    def letters(
        self, case: Case, decision_id: DecisionId, organisation: ParameterTable
    ) -> tuple[LetterDraft, ...]:
        """The letters besides the decision that fit it, filled with its answers."""
        decision = case.decision(decision_id)
        questions, every = self._asked(case, decision)
        run = self._run(case, decision, questions, organisation)
        view = self._letter_view(decision, answers_on_route(questions, every))
        found = [
            draft
            for plugin in run.plugins
            for draft in drafts(
                plugin.letters,
                run.case,
                view.outcome if view is not None else None,
                self.provisions(),
                self._gap,
            )
        ]
        return tuple({item.id: item for item in found}.values())

    def _gap(self, question: str) -> str:
        return self._texts.get("brief.in_te_vullen", wat=question or self._words["unknown"])

    def _run(
        self,
        case: Case,
        decision: DecisionFile,
        questions: tuple[Question, ...],
        values: ParameterTable,
    ) -> RuleRun:
        plugins = self._plugins.of(case.gemeentecode)
        linked = amounts_of_others(self._questionnaire, case.decisions, decision.id)
        context = build_context(case, decision, questions, values, linked)
        answers = answers_on_route(questions, case.answers_for(decision.id))
        return RuleRun(
            plugins=plugins,
            context=context,
            case=self._stated(context, answers, questions),
            problems=list(self._plugins.problems_of(case.gemeentecode)),
        )

    def _flags(
        self, decision: DecisionFile, questions: tuple[Question, ...], run: RuleRun, said: Said
    ) -> tuple[Flag, ...]:
        """Every flag that fires; of two with one id the engine's own counts, not a plugin's."""
        fired = (
            *plugin_flags(tuple(run.problems), self._texts),
            *busy_flag(run.busy_plugins, self._texts),
            *self._own_flags(decision, questions, run.case, said.findings),
            *open_slot_flags(
                questions, run.case.answers, decision.answers, said.considerations, self._texts
            ),
            *changed_link_flags(
                self._questionnaire, decision, run.context.linked_amounts, self._texts
            ),
            *fired_flags(self._flags_of(run.plugins), decision, run.case.answers, said.findings),
        )
        return with_responses(each_once(fired), decision.flag_responses)

    def _flags_of(self, plugins: tuple[LoadedPlugin, ...]) -> tuple[FlagDefinition, ...]:
        """The flags of the core and of the plugins that hold here."""
        holding = {plugin.manifest.id for plugin in plugins}
        elsewhere = {
            flag.id
            for plugin in self._plugins.plugins
            if plugin.manifest.id not in holding
            for flag in plugin.parts.flags
        }
        return tuple(flag for flag in self._questionnaire.flags if flag.id not in elsewhere)

    def _steps(
        self, case: Case, decision: DecisionFile, answers: AnswerSet, flags: tuple[Flag, ...]
    ) -> tuple[StepProgress, ...]:
        here = self._questionnaire.of(case.gemeentecode)
        return tuple(
            step_progress(
                step,
                questions_of_step(here, step, decision.type, decision.weight, answers),
                answers,
                flags,
            )
            for step in self._route(decision).steps
        )

    def _route(self, decision: DecisionFile) -> Route:
        return self._questionnaire.decision_type(decision.type).route(decision.weight)

    def _asked(self, case: Case, decision: DecisionFile) -> tuple[tuple[Question, ...], AnswerSet]:
        every = case.answers_for(decision.id)
        here = self._questionnaire.of(case.gemeentecode)
        return asked(here, decision.type, decision.weight, every), every

    def _own_flags(
        self,
        decision: DecisionFile,
        questions: tuple[Question, ...],
        stated: StatedCase,
        findings: tuple[Finding, ...],
    ) -> tuple[Flag, ...]:
        """The flags that no data can state."""
        known, kind = self.provisions(), self._questionnaire.decision_type(decision.type)
        misfitting = misfits(self._questionnaire, known, decision.type, questions, stated.answers)
        law = dated_law(kind.provisions, known, stated.dates, self.known_until())
        return (
            *misfit_flags(misfitting, self._texts),
            *law_flags(law, self._texts, self.known_until()),
            *second_reader_flag(decision, stated.answers, self._texts),
            *open_remark_flags(decision, self._texts),
            *unweighed_flag(decision, findings, self._texts),
            *answer_flags(stated.answers, stated.dates.besluit, self._texts),
            *self._branding.flags(questions, stated.answers, decision.answers),
        )

    def _stated(
        self, context: AssessmentContext, answers: AnswerSet, questions: tuple[Question, ...]
    ) -> StatedCase:
        kind = self._questionnaire.decision_type(context.decision_type)
        known = with_outcome_facts(answers, chosen_outcome(kind, answers))
        return stated_case(context, kind.traits, known, questions, self._words)

    def _letter_view(self, decision: DecisionFile, answers: AnswerSet) -> LetterView | None:
        kind = self._questionnaire.decision_type(decision.type)
        outcome = chosen_outcome(kind, answers)
        if outcome is None:
            return None
        return LetterView(
            outcome=outcome.id,
            amount=chosen_amount(kind, outcome, answers),
            decision_date=decision.decision_date,
        )


def _table(plugins: tuple[LoadedPlugin, ...], organisation: ParameterTable) -> NotedValues:
    """National values, what the organisation found, then local ones: a later one wins.

    What an organisation fills in holds for all its municipalities, so a known value of a
    municipality's own comes after it.
    """
    national = [item.parameters for item in plugins if not item.manifest.gemeentecodes]
    local = [item.parameters for item in plugins if item.manifest.gemeentecodes]
    return NotedValues(tuple(chain(*national, organisation.parameters, *local)))


def _in_order(flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    return tuple(sorted(flags, key=lambda flag: flag.step))


def _unknown(context: AssessmentContext) -> tuple[Parameter, ...]:
    """The values that hold on the dates of the case and that no source gives."""
    found = {}
    for item in context.parameters.parameters:
        day = context.dates.anchor(item.anchor)
        if day is None or item.name in found:
            continue
        held = context.parameters.lookup(item.name, day)
        if held is not None and held.value is None:
            found[item.name] = held
    return tuple(found.values())
