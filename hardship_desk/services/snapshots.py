"""Gathers everything a decision rests on into one frozen object, as it was shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from hardship_desk.assessment.result import Assessment
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.bsn import without_bsns_in
from hardship_desk.domain.case import Case, Person
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.decision import OWN_TEXT_PREFIX, Consideration, DecisionFile
from hardship_desk.domain.ids import LANDELIJK, DecisionId, Gemeentecode, PersonId, QuestionId
from hardship_desk.domain.snapshot import (
    Adoption,
    DecisionSnapshot,
    LetterFacts,
    LetterParagraph,
    ShownCriterion,
    ShownPerson,
    UsedPlugin,
)
from hardship_desk.plugin_api.termijnen import last_day_for_bezwaar
from hardship_desk.questionnaire.model import DecisionType, Questionnaire
from hardship_desk.questionnaire.outcome import chosen_amount, chosen_outcome
from hardship_desk.services.cases import Municipality
from hardship_desk.services.ports.organisation import OrganisationFacts
from hardship_desk.services.ports.rules import RuleBook
from hardship_desk.services.ruling_readings import Citable
from hardship_desk.services.shown import shown_answers, shown_rules, shown_steps

SCHEMA = 1
CONDUCT_TRAITS = frozenset({"gedraging", "inlichtingenplicht"})
"""Traits of decisions about what somebody did or left undone; their letter names the period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotSources:
    """What a snapshot is read from besides the dossier."""

    questionnaire: Questionnaire
    rule_book: RuleBook
    organisation: OrganisationFacts
    municipalities: tuple[Municipality, ...]
    texts: Texts
    clock: Clock
    program_version: str


class SnapshotBuilder:
    """Makes snapshots. Reads no rules: what they said stands in the assessment."""

    def __init__(self, sources: SnapshotSources) -> None:
        self._sources = sources

    def build(
        self,
        case: Case,
        decision_id: DecisionId,
        assessment: Assessment,
        *,
        adoption: Adoption | None = None,
    ) -> DecisionSnapshot:
        """The decision as it stands now, or as it is sealed where `adoption` is given.

        It holds no BSN, whatever was typed in a free text.
        """
        return without_bsns_in(self._whole(case, decision_id, assessment, adoption))

    def _whole(
        self,
        case: Case,
        decision_id: DecisionId,
        assessment: Assessment,
        adoption: Adoption | None,
    ) -> DecisionSnapshot:
        sources = self._sources
        assessment = self._citable().assessment(assessment)
        decision = case.decision(decision_id)
        answers = case.answers_for(decision_id)
        kind = sources.questionnaire.decision_type(decision.type)
        outcome = chosen_outcome(kind, answers)
        return DecisionSnapshot(
            schema=SCHEMA,
            program_version=sources.program_version,
            made_at=adoption.at if adoption else sources.clock.now(),
            case_number=case.number,
            case_title=case.title,
            gemeentecode=case.gemeentecode,
            municipality=self._municipality(case.gemeentecode),
            is_practice=case.is_practice,
            decision_id=decision.id,
            type=kind.id,
            type_title=kind.title,
            letter_title=kind.letter_title,
            person=_person(case, decision.person),
            persons=tuple(_shown_person(person) for person in case.persons),
            weight=decision.weight,
            weight_reason=decision.weight_reason,
            conduct=case.dates.gedraging,
            entitlement=case.dates.rechtperiode,
            reported_on=case.dates.melding,
            decision_date=decision.decision_date,
            sending_date=decision.sending_date,
            outcome=outcome.id if outcome else None,
            outcome_title=outcome.title if outcome else "",
            outcome_letter=outcome.letter if outcome else "",
            outcome_burdens=outcome.burdens if outcome else True,
            amount=chosen_amount(kind, outcome, answers),
            steps=shown_steps(sources.questionnaire, kind, decision.weight, assessment),
            answers=shown_answers(sources.questionnaire, sources.texts, case, decision),
            evidence=case.evidence,
            findings=assessment.findings,
            computations=assessment.computations,
            weighing=decision.weighing,
            considerations=_considerations(assessment, decision),
            flags=assessment.flags,
            criteria=tuple(
                ShownCriterion(id=item.id, text=item.text, where=item.where)
                for item in assessment.criteria
            ),
            reviews=decision.reviews,
            remark_answers=decision.remark_answers,
            rules=shown_rules(sources.rule_book.provisions(), kind, assessment),
            letter=self._letter(case.gemeentecode, kind, decision, answers),
            letter_paragraphs=tuple(
                LetterParagraph(section=item.section.value, text=item.text, cites=item.cites)
                for item in assessment.letter_blocks
            ),
            questionnaire_version=sources.questionnaire.version,
            questionnaire_sha256=sources.questionnaire.sha256,
            plugins=tuple(
                UsedPlugin(
                    id=use.manifest.id,
                    title=use.manifest.title,
                    version=use.manifest.version,
                    sha256=use.sha256,
                )
                for use in assessment.plugins
            ),
            adoption=adoption,
        )

    def _citable(self) -> Citable:
        """What may be printed: no ruling that the program knows by a summary and nobody read."""
        sources = self._sources
        return Citable.of(
            sources.rule_book.rulings(),
            sources.organisation.readings(),
            sources.texts.get("naslag.ongelezen"),
        )

    def announced(self, snapshot: DecisionSnapshot, sent_on: date) -> DecisionSnapshot:
        """A sealed snapshot with the day of sending, from which the term for bezwaar runs."""
        letter = replace(snapshot.letter, last_day_for_bezwaar=last_day_for_bezwaar(sent_on))
        return replace(snapshot, sending_date=sent_on, letter=letter)

    def _municipality(self, gemeentecode: str) -> str:
        """The name; empty where only national rules were chosen."""
        if gemeentecode == LANDELIJK:
            return ""
        named = {item.code: item.name for item in self._sources.municipalities}
        return named.get(Gemeentecode(gemeentecode), gemeentecode)

    def _letter(
        self,
        gemeentecode: Gemeentecode,
        kind: DecisionType,
        decision: DecisionFile,
        answers: AnswerSet,
    ) -> LetterFacts:
        known = self._sources.organisation.letter_facts(gemeentecode)
        sent = decision.sending_date
        planned = answers.get(QuestionId("opvolging.datum"))
        planned_day = planned.value if planned else None
        return replace(
            known,
            last_day_for_bezwaar=last_day_for_bezwaar(sent) if sent else None,
            review_date=planned_day if isinstance(planned_day, date) else None,
            names_conduct=not CONDUCT_TRAITS.isdisjoint(kind.traits),
        )


def _person(case: Case, person_id: PersonId | None) -> ShownPerson | None:
    for person in case.persons:
        if person.id == person_id:
            return _shown_person(person)
    return None


def _shown_person(person: Person) -> ShownPerson:
    return ShownPerson(role=person.role.value, label=person.label, period=person.period)


def _considerations(assessment: Assessment, decision: DecisionFile) -> tuple[Consideration, ...]:
    """The drafted paragraphs, each with the caseworker's own text where there is one."""
    found = []
    for item in assessment.considerations:
        own = decision.answers.get(QuestionId(f"{OWN_TEXT_PREFIX}{item.id}"))
        text = own.value if own else None
        found.append(replace(item, own_text=text) if isinstance(text, str) else item)
    return tuple(found)
