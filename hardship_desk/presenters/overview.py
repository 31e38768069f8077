"""A whole dossier on one page: what is complete, what blocks, what is open, amounts and dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Protocol

from hardship_desk.assessment.open_slot_flags import question_of
from hardship_desk.assessment.result import StepProgress, StepState
from hardship_desk.domain.answers import AnswerState
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.flag import Flag, Moment, Severity
from hardship_desk.domain.ids import DecisionId, QuestionId
from hardship_desk.presenters.day_words import distance, tone_of
from hardship_desk.presenters.decision_names import decision_names
from hardship_desk.presenters.decision_page import head_facts
from hardship_desk.presenters.kompas import by_severity, flag_label, waits_for_answers
from hardship_desk.presenters.line_item import LineGroup, LineItem
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.open_slots import open_fields
from hardship_desk.presenters.overview_facts import (
    SEPARATOR,
    AmountBar,
    DatePoint,
    amounts_of,
    dates_of,
    gaps_of,
    line_key,
)
from hardship_desk.presenters.rail import is_only_warned
from hardship_desk.presenters.remarks import remarks_of_case
from hardship_desk.presenters.shell import Page, told
from hardship_desk.presenters.today import TodayShell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date

MOST_GAPS = 6
_TONES = {
    StepState.COMPLEET: "good",
    StepState.VLAG: "error",
    StepState.BEZIG: "warning",
    StepState.LEEG: "",
}
_FLAG_TONES = {Severity.BLOKKADE: "error", Severity.WAARSCHUWING: "warning"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewPage:
    """What the page shows; the keys of lines are read by `OverviewPresenter.open`.

    `blocks_tone` is that of the worst flag that holds the adoption, "" where only questions are open.
    """

    heading: str
    facts: tuple[tuple[str, str], ...]
    done: str
    done_share: Fraction
    blocks: str
    blocks_tone: str
    next: LineItem
    steps: tuple[LineGroup, ...]
    skipped: str
    flags: tuple[LineItem, ...]
    to_find_out: tuple[LineItem, ...]
    gaps: tuple[LineItem, ...]
    gaps_more: str
    gaps_empty: str
    decisions: tuple[LineItem, ...]
    amounts: tuple[AmountBar, ...]
    dates: tuple[DatePoint, ...]
    dates_spoken: str
    today: date


class OverviewView(Protocol):
    """Shows the page."""

    def show_page(self, page: OverviewPage) -> None:
        """Show the page in place."""
        ...


class OverviewPresenter:
    """Reads the open dossier and says how it stands."""

    def __init__(
        self, case: OpenCase, view: OverviewView, texts: WindowTexts, shell: TodayShell
    ) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell

    def refresh(self) -> None:
        """Run the rules and show the page."""
        with told(self._shell, self._texts):
            self._case.reload()
            self._case.assess()
            self._view.show_page(self._page())

    def open(self, key: str) -> None:
        """Go where a line leads."""
        kind, name, step = key.split(SEPARATOR)
        if kind == "besluit":
            self._shell.show_place(self._case.case_id, DecisionId(name), 0, "")
        elif kind == "bladzijde":
            self._shell.show_page_of_case(Page(name))
        else:
            self._shell.show_question(int(step), name)

    def _page(self) -> OverviewPage:
        case, texts = self._case, self._texts
        steps = case.assessment.steps
        done = sum(1 for item in steps if item.state is StepState.COMPLEET)
        blocking = case.assessment.blocking(Moment.VASTSTELLEN)
        title = case.case.title
        gaps = tuple(gaps_of(case, texts))
        return OverviewPage(
            heading=" · ".join(part for part in (case.case.number, title) if part),
            facts=head_facts(case, texts),
            done=texts.get("overzicht.klaar", klaar=str(done), totaal=str(len(steps))),
            done_share=Fraction(done, max(len(steps), 1)),
            blocks=_sealed(case.decision, texts) or _blocks(blocking, texts),
            blocks_tone=_blocks_tone(blocking),
            next=self._next(),
            steps=tuple(self._phases()),
            skipped=self._skipped(),
            flags=tuple(
                _flag(flag, texts)
                for flag in by_severity(case.assessment.flags)
                if flag.blocks and not waits_for_answers(flag)
            ),
            to_find_out=tuple(self._to_find_out()),
            gaps=gaps[:MOST_GAPS],
            gaps_more=texts.get("overzicht.bewijs.meer", aantal=str(len(gaps) - MOST_GAPS))
            if len(gaps) > MOST_GAPS
            else "",
            gaps_empty=texts.get(
                "overzicht.bewijs.leeg" if case.case.evidence else "overzicht.bewijs.zonder_feiten"
            ),
            decisions=tuple(self._decisions()),
            amounts=amounts_of(case, texts),
            today=case.desk.clock.today(),
            dates=(points := tuple(dates_of(case, texts))),
            dates_spoken=texts.get(
                "overzicht.datums.lijn",
                wat=", ".join(f"{item.name} {item.shown}" for item in points),
            ),
        )

    def _next(self) -> LineItem:
        """Where to go on: the first step that is not done, then what blocks, then the decision."""
        case, texts = self._case, self._texts
        open_step = next(
            (item for item in case.assessment.steps if item.state is not StepState.COMPLEET), None
        )
        if open_step is not None and not case.decision.is_sealed:
            question = open_step.missing[0] if open_step.missing else ""
            return LineItem(
                key=line_key("vraag", question, open_step.step),
                text=texts.get("overzicht.verder_stap", stap=str(open_step.step)),
            )
        page = line_key("bladzijde", Page.BESLUIT.value)
        return LineItem(key=page, text=texts.get("overzicht.verder_besluit"))

    def _phases(self) -> Iterator[LineGroup]:
        case = self._case
        progress = {item.step: item for item in case.assessment.steps}
        for phase in case.desk.questionnaire.phases:
            lines = tuple(self._step(progress[step]) for step in phase.steps if step in progress)
            if lines:
                yield LineGroup(title=phase.title, lines=lines)

    def _step(self, item: StepProgress) -> LineItem:
        texts = self._texts
        flags = sum(
            1
            for flag in self._case.assessment.flags
            if flag.step == item.step and flag.blocks and not waits_for_answers(flag)
        )
        parts = [
            _counted("overzicht.stappen.open", len(item.missing), texts),
            _counted("overzicht.stappen.vlag", flags, texts),
        ]
        detail = ", ".join(part for part in parts if part)
        title = f"{item.step}. {self._case.desk.questionnaire.step(item.step).title}"
        state = texts.get(f"stapstand_kort.{item.state.value}")
        return LineItem(
            key=line_key("vraag", item.missing[0] if item.missing else "", item.step),
            lead=state,
            tone=self._tone(item),
            text=title,
            detail=detail,
            spoken=", ".join(part for part in (title, state, detail) if part),
        )

    def _tone(self, item: StepProgress) -> str:
        warned = item.state is StepState.VLAG and is_only_warned(self._case.assessment, item.step)
        return "warning" if warned else _TONES[item.state]

    def _skipped(self) -> str:
        case = self._case
        route = case.route
        off = [
            str(step)
            for phase in case.desk.questionnaire.phases
            for step in phase.steps
            if step not in route.steps
        ]
        if not off:
            return ""
        return self._texts.get(
            "overzicht.stappen.overgeslagen", stappen=", ".join(off), reden=route.skipped_because
        )

    def _to_find_out(self) -> Iterator[LineItem]:
        case, texts = self._case, self._texts
        today = case.desk.clock.today()
        for step in case.route.steps:
            for question in case.questions(step):
                answer = case.answers.get(question.id)
                if answer is None or answer.state is not AnswerState.TO_INVESTIGATE:
                    continue
                who = texts.get("vandaag.uitzoeken.wie", wie=answer.actor) if answer.actor else ""
                left = distance(answer.due, today, texts) if answer.due else ""
                yield LineItem(
                    key=line_key("vraag", question.id, step),
                    lead=show_date(answer.due) if answer.due else "",
                    tone=tone_of(answer.due, today) if answer.due else "",
                    text=question.text,
                    detail=" · ".join(part for part in (left, who) if part),
                )

        for field in open_fields(case):
            yield LineItem(
                key=line_key("vraag", field.question, field.step),
                lead=texts.get("overzicht.open_plek"),
                tone="warning",
                text=field.text,
                detail="; ".join(field.slots),
            )

        yield from self._remarks()

    def _remarks(self) -> Iterator[LineItem]:
        """The remarks of second readers that wait for an answer."""
        texts = self._texts
        for item in remarks_of_case(self._case, texts):
            if item.open:
                key = line_key("vraag", item.question, item.step)
                yield LineItem(
                    key=key if item.question else line_key("bladzijde", Page.BESLUIT.value),
                    lead=texts.get("opmerking.in_lijst"),
                    tone="warning",
                    text=item.where,
                    detail=item.text,
                )

    def _decisions(self) -> Iterator[LineItem]:
        case, texts = self._case, self._texts
        names = decision_names(case.case, texts)
        for item in case.case.decisions:
            here = item.id == case.decision_id
            state = texts.get(f"stand.{item.state.value}")
            outcome = _outcome(case, item.id)
            detail = (outcome, texts.get("overzicht.besluiten.hier") if here else "")
            yield LineItem(
                key=line_key("besluit", item.id),
                lead=state,
                tone="good" if item.is_sealed else "",
                text=names[item.id],
                detail=" · ".join(part for part in detail if part),
            )


def _sealed(decision: DecisionFile, texts: WindowTexts) -> str:
    """When it was adopted, and sent; empty for a concept."""
    if not decision.is_sealed:
        return ""
    version = decision.versions[-1]
    said = [
        texts.get("overzicht.vastgesteld_op", dag=show_date(version.adopted_at.astimezone().date()))
    ]
    if version.announced_on is not None:
        said.append(texts.get("besluit.verzonden_op", dag=show_date(version.announced_on)))
    return " ".join(said)


def _blocks(blocking: tuple[Flag, ...], texts: WindowTexts) -> str:
    """What holds the adoption; that questions are open is said calmly, and by step."""
    flags = sum(1 for flag in blocking if not waits_for_answers(flag))
    if blocking and not flags:
        return _counted("overzicht.nog_vragen", len(blocking), texts)
    return _counted("overzicht.houdt_tegen", flags, texts) or texts.get("overzicht.niets_open")


def _blocks_tone(blocking: tuple[Flag, ...]) -> str:
    if not blocking:
        return "good"
    tones = {_FLAG_TONES.get(flag.severity, "") for flag in blocking if not waits_for_answers(flag)}
    return next((tone for tone in ("error", "warning") if tone in tones), "")


def _counted(key: str, count: int, texts: WindowTexts) -> str:
    if not count:
        return ""
    return texts.get(f"{key}_een") if count == 1 else texts.get(key, aantal=str(count))


def _flag(flag: Flag, texts: WindowTexts) -> LineItem:
    label = flag_label(flag, texts)
    step = texts.get("overzicht.blokkades.stap", stap=str(flag.step))
    return LineItem(
        key=line_key("vraag", question_of(flag.id), flag.step),
        lead=step,
        tone=_FLAG_TONES.get(flag.severity, ""),
        text=flag.text,
        detail=f"{label} · {flag.advice}",
        spoken=f"{step}, {label}: {flag.text} {flag.advice}",
    )


def _outcome(case: OpenCase, decision: DecisionId) -> str:
    answer = case.case.answers_for(decision).get(QuestionId("conclusie.uitkomst"))
    kind = case.desk.questionnaire.decision_type(case.case.decision(decision).type)
    chosen = answer.value if answer else None
    return next((item.title for item in kind.outcomes if item.id == chosen), "")
