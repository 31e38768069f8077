"""One decision: judged, adopted, announced, mended and followed up."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.case import Case
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.codec import canonical_json, decode
from hardship_desk.domain.decision import (
    DecisionFile,
    DecisionVersion,
    FollowUp,
    folded,
    same_name,
    unconfirmed_readers,
)
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.digest import sha256_of
from hardship_desk.domain.flag import Flag, Moment
from hardship_desk.domain.ids import CaseId, DecisionId, QuestionId
from hardship_desk.domain.snapshot import Adoption, DecisionSnapshot
from hardship_desk.domain.text import cleaned
from hardship_desk.plugin_api.manifest import PluginProblem, ProblemEffect
from hardship_desk.questionnaire.answer_parsing import parse_date
from hardship_desk.services.assessments import AssessmentService
from hardship_desk.services.judgement import Judgement
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.problems import SEALED, DecisionProblem
from hardship_desk.services.snapshots import SnapshotBuilder
from hardship_desk.services.staff import Staff

FIRST_DECIDER = QuestionId("bezwaar.primair_beslisser")


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionResult:
    """The sealed version, or why there is none: a problem, open flags or failing plugins.

    While rules are still at work they are named as `pending`: it is tried again when they are done.
    """

    version: DecisionVersion | None = None
    problem: DecisionProblem | None = None
    blocking: tuple[Flag, ...] = ()
    plugin_problems: tuple[PluginProblem, ...] = ()
    pending: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnouncementResult:
    """The announced version with the last day for bezwaar, or why there is none."""

    version: DecisionVersion | None = None
    last_day_for_bezwaar: date | None = None
    problem: DecisionProblem | None = None
    blocking: tuple[Flag, ...] = ()


class DecisionService(Judgement):
    """Keeps what the caseworker decides. A problem means that nothing was saved."""

    def __init__(
        self,
        repository: CaseRepository,
        assessments: AssessmentService,
        snapshots: SnapshotBuilder,
        clock: Clock,
        staff: Staff | None = None,
    ) -> None:
        super().__init__(repository, assessments, clock, staff)
        self._snapshots = snapshots

    def adopt(
        self, case_id: CaseId, decision_id: DecisionId, by: str, mandaat: str
    ) -> AdoptionResult:
        """Seal steps 1-14, unless something stands in the way."""
        case = self._repository.load(case_id)
        decision = case.decision(decision_id)
        problem = _adoption_refusal(decision, by, mandaat, self.staff)
        if problem is not None:
            return AdoptionResult(problem=problem)
        assessment = self._assessments.assess(case_id, decision_id)
        if assessment.pending:
            return AdoptionResult(pending=assessment.pending)
        blocking = assessment.blocking(Moment.VASTSTELLEN)
        failing = tuple(item for item in assessment.problems if item.effect is ProblemEffect.STOPS)
        if blocking or failing:
            return AdoptionResult(blocking=blocking, plugin_problems=failing)
        version = self._sealed(case, decision_id, assessment, (cleaned(by), cleaned(mandaat)))
        self._repository.seal_version(case_id, decision_id, version)
        return AdoptionResult(version=version)

    def why_not_announced(
        self, case_id: CaseId, decision_id: DecisionId, sent_on: str
    ) -> DecisionProblem | None:
        """What is wrong with this day of sending; nothing is recorded."""
        return self._announcement_refusal(self._decision(case_id, decision_id), parse_date(sent_on))

    def announce(
        self, case_id: CaseId, decision_id: DecisionId, sent_on: str
    ) -> AnnouncementResult:
        """Record that the adopted decision was sent; the term for bezwaar starts the next day."""
        decision = self._decision(case_id, decision_id)
        day = parse_date(sent_on)
        problem = self._announcement_refusal(decision, day)
        if problem is not None or day is None:
            return AnnouncementResult(problem=problem)
        assessment = self._assessments.assess(case_id, decision_id)
        blocking = assessment.blocking(Moment.BEKENDMAKEN)
        if blocking:
            return AnnouncementResult(blocking=blocking)
        snapshot = self._snapshots.announced(sealed_snapshot(decision), day)
        text = canonical_json(snapshot)
        version = replace(
            decision.versions[-1],
            snapshot=text,
            sha256=sha256_of(text),
            state=DecisionState.BEKENDGEMAAKT,
            announced_on=day,
        )
        self._repository.seal_version(case_id, decision_id, version)
        self._repository.save_decision_header(
            case_id, replace(self._decision(case_id, decision_id), sending_date=day)
        )
        return AnnouncementResult(
            version=version, last_day_for_bezwaar=snapshot.letter.last_day_for_bezwaar
        )

    def new_version(self, case_id: CaseId, decision_id: DecisionId) -> DecisionProblem | None:
        """Open the decision again to mend it; only before it has been announced."""
        match self._decision(case_id, decision_id).state:
            case DecisionState.CONCEPT:
                return DecisionProblem(code="besluit_niet_vastgesteld")
            case DecisionState.BEKENDGEMAAKT:
                return DecisionProblem(code="besluit_bekendgemaakt")
            case DecisionState.VASTGESTELD:
                self._repository.reopen_decision(case_id, decision_id)
                return None

    def add_follow_up(
        self, case_id: CaseId, decision_id: DecisionId, kind: str, text: str, on: str
    ) -> DecisionProblem | None:
        """Add what happened after adoption; it can only be added to."""
        if not self._decision(case_id, decision_id).is_sealed:
            return DecisionProblem(code="besluit_niet_vastgesteld")
        day = parse_date(on)
        if day is None:
            return DecisionProblem(code="geen_datum")
        if not kind.strip() or not text.strip():
            return DecisionProblem(code="tekst_ontbreekt")
        follow_up = FollowUp(kind=cleaned(kind), text=cleaned(text), on=day, at=self._clock.now())
        self._repository.add_follow_up(case_id, decision_id, follow_up)
        return None

    def _announcement_refusal(
        self, decision: DecisionFile, day: date | None
    ) -> DecisionProblem | None:
        if decision.state is DecisionState.CONCEPT:
            return DecisionProblem(code="besluit_niet_vastgesteld")
        if decision.state is DecisionState.BEKENDGEMAAKT:
            return DecisionProblem(code="besluit_bekendgemaakt")
        if day is None:
            return DecisionProblem(code="geen_datum")
        if decision.decision_date is not None and day < decision.decision_date:
            return DecisionProblem(code="voor_besluit")
        if day > self._clock.today():
            return DecisionProblem(code="nog_niet_verzonden")
        return None

    def _sealed(
        self,
        case: Case,
        decision_id: DecisionId,
        assessment: Assessment,
        by_and_mandaat: tuple[str, str],
    ) -> DecisionVersion:
        by, mandaat = by_and_mandaat
        earlier = case.decision(decision_id).versions
        adoption = Adoption(
            number=max((item.number for item in earlier), default=0) + 1,
            at=self._clock.now(),
            by=by,
            mandaat=mandaat,
        )
        text = canonical_json(
            self._snapshots.build(case, decision_id, assessment, adoption=adoption)
        )
        return DecisionVersion(
            number=adoption.number,
            adopted_at=adoption.at,
            adopted_by=by,
            mandaat=mandaat,
            snapshot=text,
            sha256=sha256_of(text),
        )


def sealed_snapshot(decision: DecisionFile) -> DecisionSnapshot:
    """What the last sealed version of a decision was sealed with."""
    return decode(DecisionSnapshot, json.loads(decision.versions[-1].snapshot))


def _adoption_refusal(
    decision: DecisionFile, by: str, mandaat: str, staff: Staff
) -> DecisionProblem | None:
    if decision.is_sealed:
        return DecisionProblem(code=SEALED)
    if not by.strip():
        return DecisionProblem(code="wie_ontbreekt")
    if not mandaat.strip():
        return DecisionProblem(code="mandaat_ontbreekt")
    if decision.decision_date is None:
        return DecisionProblem(code="besluitdatum_ontbreekt")
    if _is_first_decider(decision, by):
        return DecisionProblem(code="zelfde_beslisser_in_bezwaar")
    return _second_reader_refusal(decision, by, staff)


def _is_first_decider(decision: DecisionFile, by: str) -> bool:
    """Awb 10:3 lid 3: who took the first decision does not decide on the objection."""
    first = decision.answers.get(FIRST_DECIDER)
    return first is not None and isinstance(first.value, str) and same_name(first.value, by)


def _second_reader_refusal(decision: DecisionFile, by: str, staff: Staff) -> DecisionProblem | None:
    """The four eyes belong to two people: by account where there are accounts, and by name."""
    readers = [item.reader for item in decision.reviews]
    readers += [item.second_reader for item in decision.flag_responses]
    accounts = {item.account for item in decision.reviews if item.account}
    if folded(by) in {folded(reader) for reader in readers} or accounts & staff.deciders(by):
        return DecisionProblem(code="tweede_lezer_is_beslisser")
    unconfirmed = unconfirmed_readers(decision) if staff.has_accounts else ()
    if unconfirmed:
        names = ", ".join(dict.fromkeys(unconfirmed))
        return DecisionProblem(code="tweede_lezer_niet_bevestigd", parameters=(("namen", names),))
    return None
