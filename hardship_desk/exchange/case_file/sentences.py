"""Says what is wrong with a case file in Dutch."""

from __future__ import annotations

import re

from hardship_desk.assessment.texts import Texts
from hardship_desk.questionnaire.answer_parsing import AnswerProblem
from hardship_desk.questionnaire.toml_reader import FileProblem
from hardship_desk.services.ports.case_files import CaseFileProblem

_PLACE = re.compile(r"at line (\d+), column (\d+)")
_LONGEST = 120


class Sentences:
    """Turns codes of mistakes into sentences; a code without a sentence is our mistake."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def of(self, problem: FileProblem) -> CaseFileProblem:
        """A mistake of the file, with what is wrong and what is expected."""
        code, _, detail = problem.reason.partition(" ")
        known = self._texts.find(f"casusbestand.{code}")
        reason = problem.reason if known is None else self._filled(known, detail)
        return CaseFileProblem(file=problem.file, key=problem.key or "-", reason=reason)

    def of_answer(self, problem: AnswerProblem) -> str:
        """Why an answer was not taken."""
        slots = {name: value[:_LONGEST] for name, value in problem.parameters}
        sentence = self._texts.get(f"casusbestand.antwoord.{problem.code}").format(**slots)
        if "row" not in slots:
            return sentence
        return self._texts.get("casusbestand.in_rij", zin=sentence, **slots)

    def _filled(self, sentence: str, detail: str) -> str:
        place = _PLACE.search(detail)
        line, column = place.groups() if place else ("?", "?")
        return sentence.format(detail=detail[:_LONGEST], regel=line, kolom=column)
