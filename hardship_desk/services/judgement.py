"""The caseworker's judgement before adoption: weighing, flags, own words, the second reader."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hardship_desk.assessment.links import RECHECK
from hardship_desk.domain.answers import Answer
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.decision import (
    OWN_TEXT_PREFIX,
    DecisionFile,
    FollowUp,
    LinkedAmount,
    Review,
    ReviewVerdict,
    same_name,
)
from hardship_desk.domain.flag import FlagResponse, Severity
from hardship_desk.domain.ids import CaseId, DecisionId, FindingId, FlagId, QuestionId
from hardship_desk.domain.placed_remark import placed_remarks
from hardship_desk.domain.remark import Remark, RemarkAnswer
from hardship_desk.domain.stock_text import open_slots
from hardship_desk.domain.text import cleaned
from hardship_desk.domain.weighing import WeighedFinding, Weight
from hardship_desk.questionnaire.answer_parsing import MAX_CHARACTERS
from hardship_desk.services.assessments import AssessmentService
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.problems import SEALED, DecisionProblem
from hardship_desk.services.staff import Staff

RECHECKED = "opnieuw_beoordeeld"
"""The kind of note that says that a decision was judged again after a change elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a second reader fills in: a name, agree or not, why, and remarks at questions.

    `card` is the checked contact who signed it, where it came from another laptop.
    """

    reader: str
    verdict: ReviewVerdict
    text: str
    remarks: tuple[Remark, ...] = ()
    card: str = ""


class Judgement:
    """Keeps what the caseworker thinks of findings, flags and drafted paragraphs."""

    def __init__(
        self,
        repository: CaseRepository,
        assessments: AssessmentService,
        clock: Clock,
        staff: Staff | None = None,
    ) -> None:
        self.staff = staff or Staff()
        self._repository = repository
        self._assessments = assessments
        self._clock = clock

    def weigh(
        self,
        case_id: CaseId,
        decision_id: DecisionId,
        finding_id: FindingId,
        weight: Weight,
        reason: str,
    ) -> DecisionProblem | None:
        """Weigh one finding; the reason is required."""
        problem = self._refusal(case_id, decision_id, reason, "reden_ontbreekt")
        if problem is None:
            weighed = WeighedFinding(
                finding=finding_id, weight=Weight(weight), reason=cleaned(reason)
            )
            self._repository.save_weighing(case_id, decision_id, weighed)
        return problem

    def respond_to_flag(
        self,
        case_id: CaseId,
        decision_id: DecisionId,
        flag_id: FlagId,
        text: str,
        second_reader: str = "",
    ) -> DecisionProblem | None:
        """Answer a W, or override a soft B with a second reader; a hard B knows no override."""
        problem = self._refusal(case_id, decision_id, text, "antwoord_ontbreekt")
        problem = problem or self._flag_refusal(case_id, decision_id, flag_id, second_reader)
        if problem is None and open_slots(text):
            problem = DecisionProblem(code="open_plek")
        if problem is None and flag_id == RECHECK:
            self._note_recheck(case_id, decision_id, text)
        elif problem is None:
            response = FlagResponse(
                flag=flag_id,
                text=cleaned(text),
                second_reader=cleaned(second_reader),
                at=self._clock.now(),
            )
            self._repository.save_flag_response(case_id, decision_id, response)
        return problem

    def review(
        self, case_id: CaseId, decision_id: DecisionId, word: Verdict
    ) -> DecisionProblem | None:
        """Add the second reader's word; a "niet akkoord" or "mits" says why.

        Where the vault has accounts the reader is who has it open, whatever name is given.
        """
        staff = self.staff
        if not staff.has_accounts:
            return self.review_elsewhere(case_id, decision_id, word)
        if not staff.has_own_account:
            return DecisionProblem(code="lezer_zonder_account")
        review = replace(self._review(word), reader=staff.user.name, account=staff.user.id)
        return self._add_review(case_id, decision_id, review)

    def review_elsewhere(
        self, case_id: CaseId, decision_id: DecisionId, word: Verdict
    ) -> DecisionProblem | None:
        """Add the word of who read on paper or on another laptop: typed, or signed there."""
        if not word.reader.strip():
            return DecisionProblem(code="tweede_lezer_ontbreekt")
        review = replace(self._review(word), card=word.card)
        return self._add_review(case_id, decision_id, review)

    def answer_remark(
        self, case_id: CaseId, decision_id: DecisionId, remark: str, text: str
    ) -> DecisionProblem | None:
        """Say what was done with a remark; what was answered before stays readable."""
        problem = self._refusal(case_id, decision_id, text, "antwoord_ontbreekt")
        if problem is not None:
            return problem
        decision = self._decision(case_id, decision_id)
        known = {item.id for item in placed_remarks(decision.reviews, ())}
        if remark not in known:
            return DecisionProblem(code="opmerking_weg")
        answer = RemarkAnswer(
            remark=remark, text=cleaned(text), at=self._clock.now(), by=self.staff.user.name
        )
        self._repository.add_remark_answer(case_id, decision_id, answer)
        return None

    def _review(self, word: Verdict) -> Review:
        made = (Remark(place=item.place, text=cleaned(item.text)) for item in word.remarks)
        return Review(
            reader=cleaned(word.reader),
            verdict=ReviewVerdict(word.verdict),
            text=cleaned(word.text),
            at=self._clock.now(),
            remarks=tuple(item for item in made if item.text),
        )

    def _add_review(
        self, case_id: CaseId, decision_id: DecisionId, review: Review
    ) -> DecisionProblem | None:
        said = "\n".join((review.text, *(item.text for item in review.remarks)))
        needed = review.reader if review.verdict is ReviewVerdict.AKKOORD else said
        problem = self._refusal(case_id, decision_id, needed, "reden_ontbreekt")
        if problem is None:
            self._repository.add_review(case_id, decision_id, review)
        return problem

    def set_own_text(
        self, case_id: CaseId, decision_id: DecisionId, consideration_id: str, text: str
    ) -> DecisionProblem | None:
        """Put the caseworker's words in the place of a drafted paragraph; empty brings it back."""
        problem = self._refusal(case_id, decision_id, text or "-", "")
        if problem is not None:
            return problem
        question = QuestionId(f"{OWN_TEXT_PREFIX}{consideration_id}")
        if text.strip():
            answer = Answer(question=question, value=cleaned(text))
            self._repository.save_answer(case_id, decision_id, answer)
        elif self._decision(case_id, decision_id).answers.get(question) is not None:
            self._repository.remove_answer(case_id, decision_id, question)
        return None

    def _decision(self, case_id: CaseId, decision_id: DecisionId) -> DecisionFile:
        return self._repository.load(case_id).decision(decision_id)

    def _refusal(
        self, case_id: CaseId, decision_id: DecisionId, text: str, code_when_empty: str
    ) -> DecisionProblem | None:
        if self._decision(case_id, decision_id).is_sealed:
            return DecisionProblem(code=SEALED)
        if not text.strip():
            return DecisionProblem(code=code_when_empty)
        if len(text) > MAX_CHARACTERS:
            return DecisionProblem(code="too_long", parameters=(("maximum", str(MAX_CHARACTERS)),))
        return None

    def _note_recheck(self, case_id: CaseId, decision_id: DecisionId, text: str) -> None:
        """The decision was judged again with the amounts of now; the flag comes back on a change."""
        decision = self._repository.load(case_id).decision(decision_id)
        linked = self._assessments.assess(case_id, decision_id).context.linked_amounts
        seen = tuple(LinkedAmount(type=kind, amount=amount) for kind, amount in linked.items())
        self._repository.save_decision_header(case_id, replace(decision, linked_seen=seen))
        now = self._clock.now()
        note = FollowUp(kind=RECHECKED, text=cleaned(text), on=now.date(), at=now)
        self._repository.add_follow_up(case_id, decision_id, note)

    def _flag_refusal(
        self, case_id: CaseId, decision_id: DecisionId, flag_id: FlagId, second_reader: str
    ) -> DecisionProblem | None:
        flags = self._assessments.assess(case_id, decision_id).flags
        flag = next((item for item in flags if item.id == flag_id), None)
        if flag is None:
            return DecisionProblem(code="vlag_niet_aan")
        if flag.hard:
            return DecisionProblem(code="vlag_hard")
        if flag.severity is Severity.BLOKKADE and not second_reader.strip():
            return DecisionProblem(code="tweede_lezer_ontbreekt")
        if second_reader.strip() and self.staff.has_accounts:
            return self._reader_refusal(second_reader)
        return None

    def _reader_refusal(self, second_reader: str) -> DecisionProblem | None:
        """Only who can open the vault as someone else can confirm it there."""
        readers = self.staff.readers()
        if any(same_name(item.name, second_reader) for item in readers):
            return None
        if not readers:
            return DecisionProblem(code="tweede_lezer_niemand")
        names = ", ".join(item.name for item in readers)
        return DecisionProblem(code="tweede_lezer_geen_gebruiker", parameters=(("namen", names),))
