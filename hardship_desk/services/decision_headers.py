"""The header of a decision: person, weight, dates and where the work stopped."""

from __future__ import annotations

from dataclasses import replace

from hardship_desk.domain.decision import CaseWeight, DecisionFile
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.ids import CaseId, DecisionId, DecisionTypeId, PersonId
from hardship_desk.domain.text import cleaned
from hardship_desk.questionnaire.answer_parsing import parse_date
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.new_ids import next_id
from hardship_desk.services.objections import OBJECTION, answers_from_first_decision
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.problems import SEALED, CaseProblem


class DecisionHeaders:
    """Saves the headers of the decisions of a dossier."""

    def __init__(self, repository: CaseRepository, questionnaire: Questionnaire) -> None:
        self._repository = repository
        self._questionnaire = questionnaire

    def add_decision(
        self, case_id: CaseId, type_id: DecisionTypeId, person: PersonId | None
    ) -> DecisionId:
        """A further decision on the same facts; an objection begins with what it is about."""
        case = self._repository.load(case_id)
        decision = DecisionFile(
            id=DecisionId(next_id(type_id, (item.id for item in case.decisions))),
            type=type_id,
            person=person,
        )
        self._repository.save_decision_header(case_id, decision)
        if type_id == OBJECTION:
            for answer in answers_from_first_decision(case, self._questionnaire):
                self._repository.save_answer(case_id, decision.id, answer)
        return decision.id

    def set_weight(
        self, case_id: CaseId, decision_id: DecisionId, weight: str, reason: str
    ) -> CaseProblem | None:
        """Choose kort, gewoon or zwaar, with a reason."""
        decision = self._repository.load(case_id).decision(decision_id)
        if decision.is_sealed:
            return CaseProblem(field="weight", code=SEALED)
        if weight not in set(CaseWeight):
            return CaseProblem(field="weight", code="onbekend")
        if not reason.strip():
            return CaseProblem(field="weight_reason", code="leeg")
        changed = replace(decision, weight=CaseWeight(weight), weight_reason=cleaned(reason))
        self._repository.save_decision_header(case_id, changed)
        return None

    def set_decision_date(
        self, case_id: CaseId, decision_id: DecisionId, raw: str
    ) -> CaseProblem | None:
        """Set the day of the decision, or empty it."""
        decision = self._repository.load(case_id).decision(decision_id)
        if decision.is_sealed:
            return CaseProblem(field="decision_date", code=SEALED)
        day = parse_date(raw)
        if day is None and raw.strip():
            return CaseProblem(field="decision_date", code="geen_datum")
        self._repository.save_decision_header(case_id, replace(decision, decision_date=day))
        return None

    def set_sending_date(
        self, case_id: CaseId, decision_id: DecisionId, raw: str
    ) -> CaseProblem | None:
        """Set the day on which the decision is to be sent, until it has been announced."""
        decision = self._repository.load(case_id).decision(decision_id)
        if decision.state is DecisionState.BEKENDGEMAAKT:
            return CaseProblem(field="sending_date", code="besluit_bekendgemaakt")
        day = parse_date(raw)
        if day is None and raw.strip():
            return CaseProblem(field="sending_date", code="geen_datum")
        if day and decision.decision_date and day < decision.decision_date:
            return CaseProblem(field="sending_date", code="voor_besluit")
        self._repository.save_decision_header(case_id, replace(decision, sending_date=day))
        return None

    def set_current_step(self, case_id: CaseId, decision_id: DecisionId, step: int) -> None:
        """Remember where the work stopped."""
        decision = self._repository.load(case_id).decision(decision_id)
        self._repository.save_decision_header(case_id, replace(decision, current_step=step))
