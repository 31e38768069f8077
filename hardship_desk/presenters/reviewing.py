"""The page of the second reader: facts first, the proposed decision last, remarks at each part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.remark import Remark
from hardship_desk.presenters.decision_page import DecisionPage, decision_page
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.read_parts import ReadPart, read_parts
from hardship_desk.presenters.remarks import remarks_of_case
from hardship_desk.presenters.shell import Message, MessageKind, Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.judgement import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """What the page shows; `form` is what the form of the verdict needs."""

    parts: tuple[ReadPart, ...]
    form: DecisionPage
    note: str = ""


class ReviewView(Protocol):
    """Shows the page."""

    def show_page(self, page: ReviewPage) -> None:
        """Show the page in place; remarks that were typed stay."""
        ...

    def show_problem(self, text: str) -> None:
        """Say what is wrong with the verdict; empty where nothing is."""
        ...

    def clear_remarks(self) -> None:
        """Empty the remarks: they were sent."""
        ...


class ReviewPresenter:
    """Lets someone read and judge; nothing of the dossier changes but their word."""

    def __init__(self, case: OpenCase, view: ReviewView, texts: WindowTexts, shell: Shell) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self._asked: dict[QuestionId, str] = {}

    def refresh(self) -> None:
        """Show the dossier as it stands now."""
        case = self._case
        with told(self._shell, self._texts):
            case.reload()
            case.assess()
            blocks = case.desk.reporting.reading(case.case_id, case.decision_id)
            sealed = case.decision.is_sealed
            remarks = remarks_of_case(case, self._texts)
            self._view.show_page(
                ReviewPage(
                    parts=read_parts(blocks, self._name_of, remarks, self._texts),
                    form=decision_page(case, self._texts, ""),
                    note=self._texts.get("meelezen.vastgesteld") if sealed else "",
                )
            )

    def send(
        self, reader: str, verdict: str, text: str, remarks: tuple[tuple[str, str], ...]
    ) -> None:
        """Add the verdict, with each remark at the question or part it was made at."""
        case, texts = self._case, self._texts
        if not verdict:
            self._view.show_problem(texts.problem("oordeel_ontbreekt"))
            return
        said = tuple(Remark(place=place, text=words) for place, words in remarks if words.strip())
        with told(self._shell, texts):
            problem = case.desk.decisions.review(
                case.case_id,
                case.decision_id,
                Verdict(
                    reader=reader,
                    verdict=ReviewVerdict(verdict),
                    text=text,
                    remarks=said,
                ),
            )
            if problem is not None:
                self._view.show_problem(texts.problem(problem.code, problem.parameters))
                return
            self._view.show_problem("")
            self._view.clear_remarks()
            case.saved()
            self.refresh()
            key = {0: "meelezen.bewaard", 1: "meelezen.bewaard_een"}
            done = texts.get(key.get(len(said), "meelezen.bewaard_meer"), aantal=str(len(said)))
            self._shell.show_message(Message(kind=MessageKind.DONE, text=done))

    def _name_of(self, place: str) -> str:
        """The words of a question on the route; empty for any other place."""
        if QuestionId(place) not in self._asked:
            self._asked.update(
                (question.id, question.text)
                for step in self._case.route.steps
                for question in self._case.questions(step)
            )
        return self._asked.get(QuestionId(place), "")
