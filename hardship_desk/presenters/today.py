"""The start page: which terms run out, what is still to find out, and where the work stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.term import TermKind
from hardship_desk.presenters.articles import article
from hardship_desk.presenters.day_words import (
    WEEK,
    distance,
    group_of,
    long_day,
    short_day,
    tone_of,
)
from hardship_desk.presenters.line_item import LineGroup, LineItem
from hardship_desk.presenters.shell import Message, MessageKind, Page, Shell, message_of, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.desk import Desk

if TYPE_CHECKING:
    from hardship_desk.services.agenda import Agenda, Due, Place
    from hardship_desk.services.ports.case_lists import CaseSummary

RECENT = 3
WEEKS_ON_LINE = 8
_SEPARATOR = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """A day on the time line: how far away, how many terms, and the heaviest tone."""

    days: int
    count: int
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """What the page shows; the keys of lines are read by `TodayPresenter.open`."""

    day: str
    places: tuple[LineItem, ...]
    terms: tuple[LineGroup, ...] = ()
    marks: tuple[DayMark, ...] = ()
    line: str = ""
    first_monday: int = 0
    weeks: tuple[str, ...] = ()
    to_find_out: tuple[LineItem, ...] = ()
    note: str = ""
    busy: bool = False
    welcome: str = ""


class TodayView(Protocol):
    """Shows the page."""

    def show_page(self, page: TodayPage) -> None:
        """Show the page in place."""
        ...


class TodayShell(Shell, Protocol):
    """The window, where it can open a dossier at a place."""

    def show_place(self, case_id: CaseId, decision: DecisionId, step: int, question: str) -> None:
        """Open a dossier at a decision, step and question."""
        ...


Beside = Callable[
    [
        Callable[[], "Agenda"],
        Callable[["Agenda"], object],
        Callable[[HardshipDeskError], object],
    ],
    None,
]
"""Does work beside the window, and calls the second or the third when it is done."""


class TodayPresenter:
    """Shows at once what is quick to read; the terms follow."""

    def __init__(
        self,
        desk: Desk,
        view: TodayView,
        texts: WindowTexts,
        shell: TodayShell,
        beside: Beside,
    ) -> None:
        self._desk = desk
        self._view = view
        self._texts = texts
        self._shell = shell
        self._beside = beside
        self._page = TodayPage(day="", places=())
        self._agenda: Agenda | None = None
        self._waiting = "vandaag.verder.opzoeken"
        self.is_known = False
        """Whether who practises here was welcomed before."""

    @property
    def is_busy(self) -> bool:
        """Whether the terms are still being read."""
        return self._page.busy

    def look_up(self) -> tuple[Place, ...]:
        """Where the work stopped; for a thread beside the window."""
        return self._desk.agenda.places(RECENT, begun=self._desk.is_practice)

    def refresh(self, found: tuple[Place, ...] | None = None) -> None:
        """Show where the work stopped, and read the terms again.

        While questions and rules are still to be read the dossiers stand there by name alone, and the
        terms wait: then this is to be called again, with what was looked up.
        """
        with told(self._shell, self._texts):
            places = self._places(found)
            self._page = replace(
                self._page,
                day=long_day(self._desk.clock.today(), self._texts),
                places=places,
                busy=self._agenda is None,
                welcome=self._welcome(is_empty=not places),
            )
            self._view.show_page(self._page)
            if self._desk.is_read:
                self._beside(self._desk.agenda.agenda, self._show_agenda, self._on_failed)

    def give_up(self) -> None:
        """Say that where the work stopped and the terms could not be read."""
        self._waiting = "vandaag.verder.mislukt"
        note = self._texts.get("vandaag.termijnen.mislukt")
        self._page = replace(self._page, busy=False, note=note)
        with told(self._shell, self._texts):
            self._page = replace(self._page, places=self._named())
        self._view.show_page(self._page)

    def hide_welcome(self) -> None:
        """Show no welcome in the practice store from now on."""
        self.is_known = True
        self._page = replace(self._page, welcome="")
        self._view.show_page(self._page)

    def open_example(self) -> None:
        """Open the example with most in it, at its overview."""
        cases = self._desk.cases.list_cases()
        if cases:
            self._shell.show_case(max(cases, key=lambda item: len(item.decision_types)).id)
            self._shell.show_page_of_case(Page.OVERZICHT)

    def open(self, key: str) -> None:
        """Go where a line leads."""
        case_id, decision, place, question = key.split(_SEPARATOR)
        if place == Page.BESLUIT.value:
            self._shell.show_place(CaseId(case_id), DecisionId(decision), 0, "")
            self._shell.show_page_of_case(Page.BESLUIT)
        elif decision:
            self._shell.show_place(CaseId(case_id), DecisionId(decision), int(place), question)
        else:
            self._shell.show_case(CaseId(case_id))

    def calendar(self) -> bytes:
        """The terms as a calendar file, with the zaaknummer and not a word about anybody."""
        from hardship_desk.documents.calendar import CalendarDay, calendar_file

        days = tuple(
            CalendarDay(
                uid=_uid(item),
                day=item.term.day,
                words=self._texts.get(
                    "vandaag.agenda_regel",
                    zaak=item.case.number,
                    wat=self._texts.get(f"vandaag.termijn.{item.term.kind.value}"),
                ),
            )
            for item in (self._agenda.due if self._agenda is not None else ())
            if item.term.day is not None
        )
        return calendar_file(days, self._desk.clock.now())

    def save_calendar(self, path: Path, write: Callable[[Path, bytes], object]) -> None:
        """Write the calendar file, and say so."""
        with told(self._shell, self._texts):
            write(path, self.calendar())
            text = self._texts.get("vandaag.agenda_bewaard", plek=str(path))
            self._shell.show_message(Message(kind=MessageKind.DONE, text=text))

    def _welcome(self, *, is_empty: bool) -> str:
        """Which welcome fits: to who practises, or to who has a vault with nothing in it."""
        if self._desk.is_practice:
            return "" if self.is_known else "oefening"
        if not is_empty:
            return ""
        return "kluis_ingevuld" if self._desk.organisation.municipalities() else "kluis"

    def _show_agenda(self, agenda: Agenda) -> None:
        self._agenda = agenda
        terms = tuple(item for item in agenda.due if item.term.kind is not TermKind.UITZOEKEN)
        today = self._desk.clock.today()
        monday = -today.weekday() % WEEK
        marks = day_marks(terms, today)
        self._page = replace(
            self._page,
            terms=self._groups(terms, today),
            marks=marks,
            line=self._time_line(marks, today),
            first_monday=monday,
            weeks=tuple(
                short_day(today + timedelta(days=monday + WEEK * week), self._texts)
                for week in range(WEEKS_ON_LINE)
            ),
            to_find_out=tuple(
                self._to_find_out(item, today)
                for item in agenda.due
                if item.term.kind is TermKind.UITZOEKEN
            ),
            note=self._texts.get("vandaag.termijnen.afgekapt") if agenda.is_cut else "",
            busy=False,
        )
        self._view.show_page(self._page)

    def _on_failed(self, error: HardshipDeskError) -> None:
        self._page = replace(
            self._page, busy=False, note=self._texts.get("vandaag.termijnen.mislukt")
        )
        self._view.show_page(self._page)
        self._shell.show_message(message_of(error, self._texts))

    def _places(self, found: tuple[Place, ...] | None) -> tuple[LineItem, ...]:
        if self._desk.is_read:
            return tuple(map(self._place, self.look_up() if found is None else found))
        return self._named()

    def _named(self) -> tuple[LineItem, ...]:
        """The dossiers that changed last, without where the work on them stopped.

        Examples that nobody touched yet are no work: the list has them.
        """
        newest = self._desk.lists.worked_on(RECENT, begun=self._desk.is_practice)
        waiting = self._texts.get(self._waiting)
        return tuple(self._line(item, waiting) for item in newest)

    def _place(self, item: Place) -> LineItem:
        texts, stop = self._texts, item.stop
        step = self._desk.questionnaire.step(stop.step)
        where = texts.get("vandaag.verder.plek", stap=str(step.number), titel=step.title)
        question = self._desk.questionnaire.question(stop.question).text if stop.question else ""
        return self._line(item.case, where, question)

    def _line(self, summary: CaseSummary, where: str, question: str = "") -> LineItem:
        """A dossier that opens where the work on it stopped; always two lines, so that nothing moves."""
        case = " · ".join(part for part in (summary.number, summary.title) if part)
        plek = f"{where}. {question}" if question else where
        return LineItem(
            key=_key(summary.id, "", 0, ""),
            text=case,
            detail=f"{where}\n{question}",
            spoken=self._texts.get("vandaag.verder.spreek", zaak=case, plek=plek),
        )

    def _groups(self, terms: tuple[Due, ...], today: date) -> tuple[LineGroup, ...]:
        grouped: dict[str, list[LineItem]] = {}
        for item in terms:
            if item.term.day is not None:
                name = group_of(item.term.day, today)
                grouped.setdefault(name, []).append(self._term(item, item.term.day, today))
        return tuple(
            LineGroup(title=self._texts.get(f"vandaag.groep.{name}"), lines=tuple(lines))
            for name, lines in grouped.items()
        )

    def _term(self, item: Due, day: date, today: date) -> LineItem:
        texts, term = self._texts, item.term
        what = texts.get(f"vandaag.termijn.{term.kind.value}")
        law = f" ({article(term.basis)})" if term.basis else ""
        detail = f"{distance(day, today, texts)} · {_case(item)}"
        lead = short_day(day, texts)
        return LineItem(
            key=self._key_of(item),
            lead=lead,
            tone=tone_of(day, today),
            text=f"{what}{law}",
            detail=detail,
            spoken=f"{show_date(day)}, {what}{law}, {detail}",
        )

    def _to_find_out(self, item: Due, today: date) -> LineItem:
        texts, term = self._texts, item.term
        question = self._desk.questionnaire.question(term.question).text if term.question else ""
        who = texts.get("vandaag.uitzoeken.wie", wie=term.who) if term.who else ""
        left = distance(term.day, today, texts) if term.day else ""
        detail = " · ".join(part for part in (left, who, _case(item)) if part)
        return LineItem(
            key=self._key_of(item),
            lead=short_day(term.day, texts) if term.day else "",
            tone=tone_of(term.day, today) if term.day else "",
            text=question,
            detail=detail,
            spoken=f"{question} {detail}",
        )

    def _key_of(self, item: Due) -> str:
        term = item.term
        if term.kind is TermKind.VERZENDEN:
            return _key(item.case.id, term.decision_id, Page.BESLUIT.value, "")
        step = self._desk.questionnaire.question(term.question).step if term.question else 0
        return _key(item.case.id, term.decision_id, step, term.question or "")

    def _time_line(self, marks: tuple[DayMark, ...], today: date) -> str:
        """The time line in words."""
        texts = self._texts
        words = ", ".join(
            texts.get(
                "vandaag.lijn.dag",
                dag=short_day(today + timedelta(days=mark.days), texts),
                aantal=f"({mark.count})",
            )
            for mark in marks
        )
        return texts.get("vandaag.lijn.naam", wat=words or texts.get("vandaag.lijn.leeg"))


def day_marks(terms: tuple[Due, ...], today: date) -> tuple[DayMark, ...]:
    """The days of the coming weeks on which a term ends; what is late stands at today."""
    found: dict[int, list[str]] = {}
    for item in terms:
        if item.term.day is not None:
            days = max((item.term.day - today).days, 0)
            if days < WEEKS_ON_LINE * WEEK:
                found.setdefault(days, []).append(tone_of(item.term.day, today))
    heaviest = ("error", "warning", "")
    return tuple(
        DayMark(
            days=days,
            count=len(tones),
            tone=next(tone for tone in heaviest if tone in tones),
        )
        for days, tones in sorted(found.items())
    )


def _uid(item: Due) -> str:
    """The same term gets the same name each time, so that a calendar replaces it."""
    from hardship_desk.domain.digest import sha256_of

    term = item.term
    parts = (item.case.id, term.decision_id, term.kind.value, term.question or "")
    return f"{sha256_of('|'.join(parts))[:32]}@hardship-desk"


def _case(item: Due) -> str:
    return " · ".join(part for part in (item.case.number, item.case.title) if part)


def _key(case_id: str, decision: str, place: int | str, question: str) -> str:
    """`place` is a step, or the name of a page."""
    return _SEPARATOR.join((case_id, decision, str(place), question))
