"""What a resident wrote on the fact sheet "Klopt dit?", put with his own view of the matter."""

from __future__ import annotations

from hardship_desk.domain.ids import CaseId, DecisionId, QuestionId
from hardship_desk.domain.text import cleaned
from hardship_desk.services.notes import NotesService
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.problems import CaseProblem, DecisionProblem

VIEW = QuestionId("horen.zienswijze")


class FactSheetService:
    """Takes the sheet as a conversation of its own, so that each sentence keeps its origin."""

    def __init__(self, repository: CaseRepository, notes: NotesService, channel: str) -> None:
        self._repository = repository
        self._notes = notes
        self._channel = channel

    def take_back(
        self, case_id: CaseId, decision_id: DecisionId, on: str, text: str
    ) -> CaseProblem | DecisionProblem | None:
        """Keep what was written, and put every sentence with the resident's view."""
        if not cleaned(text):
            return CaseProblem(field="text", code="leeg")
        made = self._notes.add_conversation(case_id, on, self._channel, "")
        if isinstance(made, CaseProblem):
            return made
        problem = self._notes.write(case_id, made, text)
        if problem is not None:
            return problem
        case = self._repository.load(case_id)
        sheet = next(item for item in case.conversations if item.id == made)
        for sentence in sheet.sentences:
            refused = self._notes.assign(case_id, decision_id, made, sentence.id, VIEW)
            if refused is not None:
                return refused
        return None
