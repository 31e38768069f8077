"""Reads the answers of a dossier (`[feiten]`) or a decision (`[besluit.antwoorden]`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState, StatementTag
from hardship_desk.domain.ids import EvidenceId, QuestionId
from hardship_desk.exchange.case_file.raw_values import WrongKindError, as_typed
from hardship_desk.exchange.case_file.sentences import Sentences
from hardship_desk.questionnaire.answer_parsing import (
    MAX_CHARACTERS,
    AnswerProblem,
    parse_answer,
)
from hardship_desk.questionnaire.model import Question, Scope
from hardship_desk.questionnaire.toml_reader import TableReader

OWN_TEXT = "overweging"
_SPECIAL = frozenset({"waarde", "nvt", "uitzoeken", "onbekend"})


@dataclass(frozen=True, slots=True)
class AnswerReader:
    """Reads one table of answers; `scope` says which questions belong in it."""

    questions: Mapping[QuestionId, Question]
    evidence: frozenset[EvidenceId]
    scope: Scope
    sentences: Sentences

    def read(self, table: TableReader | None) -> AnswerSet:
        """All answers; each mistake is noted at its question."""
        if table is None:
            return AnswerSet()
        return AnswerSet.of(tuple(self._read_group(table, "")))

    def _read_group(self, table: TableReader, prefix: str) -> list[Answer]:
        """Dotted keys are nested tables: a table is a group until its path is a question."""
        found: list[Answer] = []
        for name, value in table.data.items():
            path = QuestionId(f"{prefix}{name}")
            question = self.questions.get(path)
            if question is not None:
                found += self._read_known(question, table, name)
            elif _is_own_text(path) and isinstance(value, str):
                table.raw(name)
                found.append(Answer(question=path, value=value))
            elif isinstance(value, Mapping):
                inner = table.table(name)
                if inner is not None:
                    found += self._read_group(inner, f"{path}.")
            else:
                table.raw(name)
                table.problem(name, f"unknown_question {path}")
        return found

    def _read_known(self, question: Question, table: TableReader, name: str) -> list[Answer]:
        value = table.raw(name)
        if question.scope is not self.scope:
            place = "feiten" if question.scope is Scope.DOSSIER else "antwoorden"
            table.problem(name, f"belongs_in_{place}")
            return []
        answer = self._read_value(question, table, name, value)
        return [answer] if answer is not None else []

    def _read_value(
        self, question: Question, table: TableReader, name: str, value: object
    ) -> Answer | None:
        if isinstance(value, Mapping) and _SPECIAL & set(value):
            inner = table.table(name)
            return self._read_special(question, inner) if inner is not None else None
        return self._parse(question, table, name, value)

    def _read_special(self, question: Question, table: TableReader) -> Answer | None:
        if "waarde" in table.data:
            answer = self._with_details(question, table)
        elif "nvt" in table.data:
            answer = _not_applicable(question, table)
        elif "uitzoeken" in table.data:
            answer = _to_investigate(question, table)
        else:
            table.flag("onbekend", default=True)
            answer = Answer(question=question.id, state=AnswerState.UNKNOWN)
        table.finish()
        return answer

    def _with_details(self, question: Question, table: TableReader) -> Answer | None:
        answer = self._parse(question, table, "waarde", table.raw("waarde"))
        tag = table.choice("soort", StatementTag) if "soort" in table.data else None
        derived, note = table.text("herleid", ""), table.text("toelichting", "")
        evidence = tuple(EvidenceId(item) for item in table.texts("bewijs"))
        for item in evidence:
            if item not in self.evidence:
                table.problem("bewijs", f"unknown_evidence {item}")
        if answer is None:
            return None
        return replace(answer, tag=tag, derived_from=derived, explanation=note, evidence=evidence)

    def _parse(
        self, question: Question, table: TableReader, name: str, value: object
    ) -> Answer | None:
        try:
            parsed = parse_answer(question, as_typed(question, value))
        except WrongKindError as error:
            table.problem(name, str(error))
            return None
        if isinstance(parsed, AnswerProblem):
            table.problem(name, self.sentences.of_answer(parsed))
            return None
        return parsed


def _is_own_text(path: str) -> bool:
    return path.startswith(f"{OWN_TEXT}.")


def _not_applicable(question: Question, table: TableReader) -> Answer | None:
    reason = table.text("nvt")
    if not reason.strip() or len(reason) > MAX_CHARACTERS:
        table.problem("nvt", "reason_expected")
        return None
    return Answer(question=question.id, state=AnswerState.NOT_APPLICABLE, explanation=reason)


def _to_investigate(question: Question, table: TableReader) -> Answer | None:
    inner = table.table("uitzoeken")
    if inner is None:
        return None
    actor = inner.text("wie")
    due: date | None = inner.optional_day("wanneer")
    inner.finish()
    return Answer(question=question.id, state=AnswerState.TO_INVESTIGATE, actor=actor, due=due)
