"""The work page: one step (or, in the kort route, all of them) with its questions and Kompas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from hardship_desk.domain.answers import Answer, StatementTag
from hardship_desk.domain.ids import EvidenceId, QuestionId
from hardship_desk.presenters.answer_past import AnswerPast
from hardship_desk.presenters.answering import Answering
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.drafts import Drafts
from hardship_desk.presenters.kompas import KompasPage, kompas_page
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.question_item import QuestionItem
from hardship_desk.presenters.rail import RailPage, rail_page
from hardship_desk.presenters.saving import Saver, saved_text
from hardship_desk.presenters.shell import Page, Shell, told
from hardship_desk.presenters.step_memory import StepMemory
from hardship_desk.presenters.steps_ahead import StepsAhead
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import RawAnswer
from hardship_desk.services.interview import FIRST_STEP_AFTER_ADOPTION


@dataclass(frozen=True, slots=True, kw_only=True)
class StepGroup:
    """A step with the questions that are asked in it now."""

    number: int
    title: str
    intro: str
    questions: tuple[QuestionItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPage:
    """What the work page shows."""

    heading: str
    phase: str
    groups: tuple[StepGroup, ...]
    rail: RailPage
    kompas: KompasPage
    saved: str
    unsaved: bool
    evidence: tuple[Choice, ...]
    can_go_back: bool
    next_text: str
    steps: tuple[int, ...] = ()
    """Which steps stand on the page: what tells one page from another."""
    locked: str = ""
    undo: str = ""
    """What undoing would take back, or empty."""


class WorkView(Protocol):
    """Shows the work page."""

    def show_page(self, page: WorkPage) -> None:
        """Show the page in place; what has the focus is left alone."""
        ...

    def prepare(self, page: WorkPage) -> None:
        """Build a page that is not shown yet, in moments when nothing happens."""
        ...

    def focus_question(self, question: str) -> None:
        """Put the focus at a question, or at the first one where the name is empty."""
        ...

    def show_anew(self, question: str) -> None:
        """Show the answer to a question as it is now, also where the user is in it."""
        ...

    def ask_to_save_step(self) -> None:
        """Call `memory.save` in a moment, and before the page is left."""
        ...

    def ask_for_refresh(self) -> None:
        """Call `reassess` in a moment; several calls in a row count as one."""
        ...


class WorkPresenter:
    """Turns what the caseworker does on the work page into saved answers."""

    def __init__(
        self, case: OpenCase, view: WorkView, texts: WindowTexts, shell: Shell, drafts: Drafts
    ) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self.answering = Answering(case, texts, drafts)
        self._saver = Saver(case, shell, texts, self.refresh)
        self.memory = StepMemory(case, texts, shell)
        self.past = AnswerPast(case, view, texts, shell, self._save_state)
        self._step = case.step_shown = self._valid(case.decision.current_step)
        self.ahead = StepsAhead(case, self._prepare)

    @property
    def step(self) -> int:
        """The step on screen."""
        return self._step

    def refresh(self) -> None:
        """Show the page as it stands."""
        self._view.show_page(self._page(self._step))
        self.ahead.begin(self._step)

    def reassess(self) -> None:
        """Run the rules and show what they say."""
        with told(self._shell, self._texts):
            self._case.assess()
            self.refresh()

    def go_to(self, step: int, question: str = "") -> None:
        """Show a step and put the focus at a question."""
        self._step = self._valid(step)
        self._case.step_shown = self._step
        self.memory.want(self._step)
        self.refresh()
        self._view.focus_question(question or self._first_question())
        self._view.ask_to_save_step()

    def move(self, by: int) -> None:
        """Go to the next or the previous step; after the last one comes the decision."""
        steps = self._case.route.steps
        if self._case.on_one_page and by > 0:
            self._shell.show_page_of_case(Page.BESLUIT)
            return
        place = steps.index(self._step) + by
        if place >= len(steps):
            self._shell.show_page_of_case(Page.BESLUIT)
        elif place >= 0:
            self.go_to(steps[place])

    def answer(self, question: str, raw: RawAnswer, *, final: bool) -> None:
        """Save what was filled in; `final` is false while the caseworker is still typing."""
        self._do(
            question,
            lambda: self.answering.answer(question, raw, final=final),
            partial(self.answer, question, raw, final=final),
            final=final,
        )

    def not_applicable(self, question: str, reason: str) -> None:
        """Save "n.v.t., omdat …"."""
        again = partial(self.not_applicable, question, reason)
        self._do(question, lambda: self.answering.not_applicable(question, reason), again)

    def to_investigate(self, question: str, actor: str, due: str) -> None:
        """Save "nog uit te zoeken": who, and before when."""
        again = partial(self.to_investigate, question, actor, due)
        self._do(question, lambda: self.answering.to_investigate(question, actor, due), again)

    def unknown(self, question: str) -> None:
        """Save that it is not known, and will not be."""
        again = partial(self.unknown, question)
        self._do(question, lambda: self.answering.unknown(question), again)

    def clear(self, question: str) -> None:
        """Make the question unanswered."""
        again = partial(self.clear, question)
        self._do(question, lambda: self.answering.clear(question), again)

    def set_tag(self, question: str, tag: str) -> None:
        """Say what kind of statement a text is."""
        self._do(
            question,
            lambda: self.answering.change(question, tag=StatementTag(tag)),
            partial(self.set_tag, question, tag),
            place=f"{question}/tag",
        )

    def link_evidence(self, question: str, evidence: tuple[str, ...]) -> None:
        """Say which pieces of evidence carry an answer."""
        ids = tuple(EvidenceId(item) for item in evidence)
        self._do(
            question,
            lambda: self.answering.change(question, evidence=ids),
            partial(self.link_evidence, question, evidence),
            place=f"{question}/bewijs",
        )

    def _save_state(self, question: str, state: Answer | None) -> bool:
        """Give a question an earlier state again; whether it is saved."""
        saved = False
        with self._saver.saving(question, partial(self._save_state, question, state)):
            saved = self.answering.restore(question, state)
            self._after(saved=saved)
        return saved

    def _do(
        self,
        question: str,
        save: Callable[[], bool],
        again: Callable[[], object],
        *,
        final: bool = True,
        place: str = "",
    ) -> None:
        """Save a change of an answer, remember how to undo it, and show the page."""
        before = self._case.answers.get(QuestionId(question))
        with self._saver.saving(place or question, again):
            saved = save()
            if saved:
                self.past.changes.note(question, before, final=final)
            elif final:
                self.past.changes.settle(question)
            self._after(saved=saved)

    def _after(self, *, saved: bool) -> None:
        self.refresh()
        if saved:
            self._view.ask_for_refresh()

    def _valid(self, step: int) -> int:
        steps = self._case.route.steps
        return step if step in steps else steps[0]

    def _first_question(self) -> str:
        questions = self._case.questions(self._step)
        return questions[0].id if questions else ""

    def _prepare(self, step: int) -> None:
        self._view.prepare(self._page(step))

    def _page(self, step: int) -> WorkPage:
        case, texts = self._case, self._texts
        steps = case.route.steps if case.on_one_page else (step,)
        groups = tuple(self._group(number) for number in steps)
        last = case.on_one_page or step == case.route.steps[-1]
        return WorkPage(
            heading=texts.get("werk.kort") if case.on_one_page else groups[0].title,
            phase=self._phase(step),
            groups=tuple(group for group in groups if group.questions or not case.on_one_page),
            rail=rail_page(case, step, texts),
            kompas=kompas_page(case, steps, texts),
            saved=self._saved(step),
            unsaved=self.answering.has_errors or bool(case.trouble),
            evidence=tuple(
                Choice(id=item.id, text=item.title, detail=item.location)
                for item in case.case.evidence
            ),
            can_go_back=not case.on_one_page and step != case.route.steps[0],
            next_text=texts.get("werk.naar_besluit" if last else "werk.volgende"),
            undo=self.past.what(),
            steps=steps,
            locked=texts.get("werk.vastgesteld") if case.decision.is_sealed else "",
        )

    def _group(self, number: int) -> StepGroup:
        step = self._case.desk.questionnaire.step(number)
        return StepGroup(
            number=number,
            title=step.title,
            intro=step.intro,
            questions=tuple(
                self.answering.item(question) for question in self._case.questions(number)
            ),
        )

    def _saved(self, step: int) -> str:
        """When the last was saved; on a page that can only be read that this is so."""
        if self._case.trouble:
            return saved_text(self._case, self._texts)
        note = self.answering.draft_note
        if self.answering.has_errors and not note:
            return self._texts.get("werk.niet_opgeslagen")
        if self._case.decision.is_sealed and step < FIRST_STEP_AFTER_ADOPTION:
            return note or self._texts.get("werk.op_slot")
        return note or saved_text(self._case, self._texts)

    def _phase(self, step: int) -> str:
        if self._case.on_one_page:
            return self._case.type.title
        phases = self._case.desk.questionnaire.phases
        title = next((item.title for item in phases if step in item.steps), "")
        return self._texts.get("werk.fase", fase=title, nummer=str(step))
