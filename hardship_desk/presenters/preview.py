"""What can be looked at and printed beside the work: report, letter, a step, a conversation aid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from hardship_desk.documents.coverage_map import build_coverage_map
from hardship_desk.documents.model import Heading, Paragraph, ReportDocument
from hardship_desk.documents.working_papers import (
    Asked,
    PaperHead,
    build_conversation_aid,
    build_step,
)
from hardship_desk.domain.answers import AnswerState
from hardship_desk.domain.ids import QuestionId
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_showing import show_table
from hardship_desk.questionnaire.model import AnswerType, Question

TOLD_BY_RESIDENT = (1, 3, 4, 5, 9)
"""The steps with what a resident can tell; the others are about the rule and the judgement."""
WORDS = 8
"""Enough to find a sentence back on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPlace:
    """A place on a paper: what it is called, and with which words it begins there."""

    title: str
    words: str
    question: str = ""
    heading: bool = False


class Paper(StrEnum):
    """The papers that can be looked at."""

    REPORT = "rapport"
    LETTER = "brief"
    STEP = "stap"
    AID = "gesprek"
    COVERAGE = "dekking"


class PreviewPresenter:
    """Makes the papers of the open decision as it is saved now."""

    def __init__(self, case: OpenCase, texts: WindowTexts, step: Callable[[], int]) -> None:
        self._case = case
        self._texts = texts
        self._step = step

    def choices(self) -> tuple[Choice, ...]:
        """The papers to choose from."""
        return tuple(Choice(id=paper, text=self._texts.get(f"papieren.{paper}")) for paper in Paper)

    def state(self, paper: Paper) -> tuple[object, ...]:
        """What the paper depends on: while it is the same the paper is."""
        case = self._case
        return (paper, case.decision_id, case.case, self._step() if paper is Paper.STEP else 0)

    def document(self, paper: Paper) -> ReportDocument:
        """The paper; reads the store, so it is asked for in the thread of the window."""
        case = self._case
        match paper:
            case Paper.REPORT:
                return case.desk.reporting.report(case.case_id, case.decision_id)
            case Paper.LETTER:
                return case.desk.reporting.letter(case.case_id, case.decision_id)
            case Paper.STEP:
                return self._of_step()
            case Paper.AID:
                return self._aid()
            case Paper.COVERAGE:
                snapshot = case.desk.reporting.snapshot(case.case_id, case.decision_id)
                return build_coverage_map(self._head(), snapshot, case.desk.texts)

    def pdf(self, document: ReportDocument) -> bytes:
        """The paper as PDF; may be asked for in any thread."""
        return self._case.desk.reporting.pdf(document)

    def file_name(self, paper: Paper) -> str:
        """How the file is called where it is saved."""
        number = self._case.case.number.replace("/", "-")
        return f"{number} {self._texts.get(f'papieren.{paper}').lower()}.pdf"

    def places(self, document: ReportDocument) -> tuple[PaperPlace, ...]:
        """The headings and answers of a paper in their order, each with the question it leads to.

        A heading leads to the first answer below it.
        """
        found: list[PaperPlace] = []
        for block in document.blocks:
            if isinstance(block, Heading) and block.text.strip():
                found.append(PaperPlace(title=block.text, words=_begin(block.text), heading=True))
            elif isinstance(block, Paragraph) and block.question:
                name = self._name_of(block.question)
                words = _begin(block.text or block.label)
                if name and words:
                    found.append(PaperPlace(title=name, words=words, question=block.question))
        below = ""
        for number in range(len(found) - 1, -1, -1):
            if found[number].heading:
                found[number] = replace(found[number], question=below)
            below = found[number].question
        return tuple(found)

    def step_of(self, question: str) -> int:
        """The step in which a question is asked."""
        return self._case.desk.questionnaire.question(QuestionId(question)).step

    def _name_of(self, question: str) -> str:
        """The words of a question on the route; empty for another, which nothing leads to."""
        asked = (item for step in self._case.route.steps for item in self._case.questions(step))
        return next((f"{item.step}. {item.text}" for item in asked if item.id == question), "")

    def words_of(self, document: ReportDocument, question: str) -> str:
        """The first words with which the document prints an answer; empty where it does not."""
        for block in document.blocks:
            if isinstance(block, Paragraph) and block.question == question and block.text.strip():
                return _begin(block.text)
        return ""

    def _of_step(self) -> ReportDocument:
        case, number = self._case, self._step()
        title = f"{number}. {case.desk.questionnaire.step(number).title}"
        asked = tuple(self._asked(question) for question in case.questions(number))
        return build_step(self._head(), title, asked, case.desk.texts)

    def _aid(self) -> ReportDocument:
        case = self._case
        asked, looked_up = [], []
        for number in case.route.steps:
            for question in case.questions(number):
                answer = case.answers.get(question.id)
                if answer is not None and answer.state is AnswerState.TO_INVESTIGATE:
                    looked_up.append(f"{question.text} {case.shown(answer)}")
                elif answer is None and _is_for_conversation(question):
                    asked.append(Asked(text=question.text))
        return build_conversation_aid(self._head(), tuple(asked), tuple(looked_up), case.desk.texts)

    def _asked(self, question: Question) -> Asked:
        answer = self._case.answers.get(question.id)
        if answer is None:
            return Asked(text=question.text, question=question.id)
        words = self._case.desk.texts.under("engine.woorden")
        return Asked(
            text=question.text,
            answer=self._case.shown(answer),
            question=question.id,
            table=show_table(question, answer, words),
        )

    def _head(self) -> PaperHead:
        case = self._case
        return PaperHead(
            number=case.case.number,
            kind=case.type.title,
            author=case.desk.user.name,
            created=case.desk.clock.now(),
            is_practice=case.desk.is_practice,
        )


def _begin(text: str) -> str:
    return " ".join(text.split()[:WORDS])


def _is_for_conversation(question: Question) -> bool:
    """Whether it is an open question about what the resident can tell."""
    return question.step in TOLD_BY_RESIDENT and question.type is AnswerType.LONG_TEXT
