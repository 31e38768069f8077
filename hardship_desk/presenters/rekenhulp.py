"""The rekenhulp: choose a calculation, fill in few fields, read and copy the lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from hardship_desk.assessment.rekenhulp import HelpDay
from hardship_desk.assessment.term_lines import TERMS
from hardship_desk.domain.case import Case
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.ids import LANDELIJK
from hardship_desk.presenters.calculation_item import (
    CalculationItem,
    calculation_item,
    plain_calculation,
)
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.new_case import KnownCase, NewCaseForm
from hardship_desk.presenters.plugin_words import plugin_sentence
from hardship_desk.presenters.question_item import QuestionItem, QuestionState, question_item
from hardship_desk.presenters.shell import Message, MessageKind, Shell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.questionnaire.answer_showing import show_value
from hardship_desk.services.desk import Desk
from hardship_desk.services.problems import CaseProblem
from hardship_desk.services.rekenhulpen import Calculated, Filled, keep_answers


@dataclass(frozen=True, slots=True, kw_only=True)
class DayItem:
    """One day that is asked; `error` is empty while nothing is wrong."""

    id: str
    text: str
    raw: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RekenhulpPage:
    """What the rekenhulp shows. `municipalities` is empty where none is asked."""

    chosen: str
    intro: str
    days: tuple[DayItem, ...]
    questions: tuple[QuestionItem, ...]
    assumed: tuple[str, ...]
    calculations: tuple[CalculationItem, ...]
    problems: tuple[str, ...]
    municipalities: tuple[Choice, ...]
    municipality: str
    can_start_case: bool


class RekenhulpView(Protocol):
    """Shows the rekenhulp."""

    def show_page(self, page: RekenhulpPage) -> None:
        """Show the page in place; the field that is being typed in is left alone."""
        ...

    def put_on_clipboard(self, text: str) -> None:
        """Put plain text on the clipboard."""
        ...


class RekenhulpPresenter:
    """Runs the rules while the user types. Each rekenhulp keeps what was typed until the end."""

    def __init__(self, desk: Desk, view: RekenhulpView, texts: WindowTexts, shell: Shell) -> None:
        self._desk = desk
        self._view = view
        self._texts = texts
        self._shell = shell
        self._chosen = desk.rekenhulpen.all()[0]
        self._filled: dict[str, Filled] = {}
        self._page: RekenhulpPage | None = None

    @property
    def filled(self) -> Filled:
        """What was typed for it."""
        return self._filled.get(self._chosen.id, Filled())

    def choices(self) -> tuple[Choice, ...]:
        """Every calculation, to choose from."""
        return tuple(
            Choice(id=item.id, text=item.title, detail=item.intro)
            for item in self._desk.rekenhulpen.all()
        )

    def choose(self, name: str) -> None:
        """Show another calculation."""
        self._chosen = next(item for item in self._desk.rekenhulpen.all() if item.id == name)
        self.refresh()

    def show_example(self, name: str) -> None:
        """Show a calculation filled in with its worked example."""
        self.choose(name)
        example = self._chosen.example
        self._note(Filled(days=example.days, answers=example.answers))

    def set_day(self, name: str, raw: str) -> None:
        """Note a day as it is typed."""
        self._note(replace(self.filled, days={**self.filled.days, name: raw}))

    def answer(self, question: str, raw: RawAnswer) -> None:
        """Note an answer as it is typed."""
        self._note(replace(self.filled, answers={**self.filled.answers, question: raw}))

    def choose_municipality(self, code: str) -> None:
        """Reckon with the values of this municipality."""
        self._note(replace(self.filled, gemeentecode=code or LANDELIJK))

    def clear(self) -> None:
        """Forget what was typed for this calculation."""
        self._note(Filled())

    def copy(self, place: int = -1) -> None:
        """Put one calculation on the clipboard, or all that are shown."""
        if self._page is None or not self._page.calculations:
            return
        items = self._page.calculations if place < 0 else self._page.calculations[place : place + 1]
        shown = [plain_calculation(item, self._texts) for item in items]
        self._view.put_on_clipboard("\n\n".join([*shown, *self._page.assumed]))
        text = self._texts.get("rekenhulp.gekopieerd")
        self._shell.show_message(Message(kind=MessageKind.DONE, text=text))

    def known_case(self) -> KnownCase:
        """What a new dossier can begin with."""
        used, filled = self._chosen, self.filled

        def keep(case: Case) -> bool:
            decision = case.decisions[0]
            if decision.type != used.type:
                return False
            keep_answers(self._desk.interview, case.id, decision.id, used, filled)
            return True

        said = self._texts.get("rekenhulp.dossier_gemaakt")
        return KnownCase(form=self._case_form(), keep=keep, said=said)

    def _case_form(self) -> NewCaseForm:
        days = self.filled.days
        code = self.filled.gemeentecode
        return NewCaseForm(
            number="",
            municipality=code if code != LANDELIJK else "",
            title="",
            type=self._chosen.type or "",
            weight="",
            weight_reason="",
            person="",
            conduct_from=days.get(HelpDay.GEDRAGING_VAN.value, ""),
            conduct_to=days.get(HelpDay.GEDRAGING_TOT.value, ""),
            decision_date=days.get(HelpDay.BESLUIT.value, ""),
        )

    def refresh(self) -> None:
        """Reckon and show."""
        found = self._desk.rekenhulpen.calculate(self._chosen, self.filled)
        self._page = self._made(found)
        self._view.show_page(self._page)

    def _note(self, filled: Filled) -> None:
        self._filled[self._chosen.id] = filled
        self.refresh()

    def _made(self, found: Calculated) -> RekenhulpPage:
        errors = {
            item.question: self._texts.problem(item.code, item.parameters)
            for item in found.answer_problems
        }
        return RekenhulpPage(
            chosen=self._chosen.id,
            intro=self._chosen.intro,
            days=self._days(found.day_problems),
            questions=tuple(
                question_item(
                    question,
                    QuestionState(
                        answer=None,
                        draft=self.filled.answers.get(question.id, ""),
                        error=errors.get(question.id, ""),
                    ),
                    (),
                    self._texts,
                )
                for question in found.questions
            ),
            assumed=self._assumed(),
            calculations=tuple(self._calculation(item) for item in found.computations),
            problems=tuple(plugin_sentence(item, self._texts) for item in found.plugin_problems),
            municipalities=self._municipalities(),
            municipality=self.filled.gemeentecode,
            can_start_case=self._chosen.type is not None,
        )

    def _days(self, problems: tuple[CaseProblem, ...]) -> tuple[DayItem, ...]:
        wrong: Mapping[str, CaseProblem] = {item.field: item for item in problems}
        return tuple(
            DayItem(
                id=day.value,
                text=self._texts.get(f"rekenhulp.dag.{day.value}"),
                raw=self.filled.days.get(day.value, ""),
                error=self._texts.problem(wrong[day.value].code) if day.value in wrong else "",
            )
            for day in self._chosen.days
        )

    def _assumed(self) -> tuple[str, ...]:
        words = self._desk.texts.under("engine.woorden")
        found = []
        for answer in self._chosen.assumed:
            question = self._desk.questionnaire.question(answer.question)
            shown = show_value(question, answer, words)
            found.append(self._texts.get("rekenhulp.aanname", vraag=question.text, antwoord=shown))
        return tuple(found)

    def _calculation(self, computation: Computation) -> CalculationItem:
        """A calculation as shown; a term and a part of a calculation have no total."""
        item = calculation_item(computation, self._texts)
        parts = {shown.id for shown in self._chosen.shown if shown.lines} | set(TERMS)
        return replace(item, total="") if computation.id in parts else item

    def _municipalities(self) -> tuple[Choice, ...]:
        if not self._chosen.asks_municipality:
            return ()
        return tuple(
            Choice(id=item.code, text=item.name) for item in self._desk.cases.municipalities()
        )
