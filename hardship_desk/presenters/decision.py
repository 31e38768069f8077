"""The page of the decision: own text, second reader, adopting, announcing, following up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.flag import Flag
from hardship_desk.presenters.decision_page import DecisionPage, decision_page
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.plugin_words import plugin_sentence
from hardship_desk.presenters.saving import Saver
from hardship_desk.presenters.shell import Message, MessageKind, Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.judgement import Verdict
from hardship_desk.services.problems import DecisionProblem

_MOST_NAMED = 3
_WRONG: Mapping[str, Mapping[str, int]] = {
    "lezer": {"tweede_lezer_ontbreekt": 0, "oordeel_ontbreekt": 1, "reden_ontbreekt": 2},
    "vaststellen": {"wie_ontbreekt": 0, "mandaat_ontbreekt": 1, "besluitdatum_ontbreekt": 2},
    "bekendmaken": {"geen_datum": 0, "voor_besluit": 0, "nog_niet_verzonden": 0},
    "opvolging": {"soort_ontbreekt": 0, "geen_datum": 1, "tekst_ontbreekt": 2},
}
"""The place in its form of the field that a problem is about."""


class DecisionView(Protocol):
    """Shows the page of the decision."""

    def show_page(self, page: DecisionPage) -> None:
        """Show the page in place; what has the focus is left alone."""
        ...

    def show_problem(self, part: str, text: str, field: int | None = None) -> None:
        """Show what is wrong at a part of the page, or at a field of it; an empty text takes it away."""
        ...


class DecisionPresenter:
    """Turns what the caseworker does on the page into saved steps of the decision."""

    def __init__(
        self, case: OpenCase, view: DecisionView, texts: WindowTexts, shell: Shell
    ) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self._saver = Saver(case, shell, texts)

    def refresh(self) -> None:
        """Run the rules and show the page."""
        with told(self._shell, self._texts):
            self._case.reload()
            self._case.assess()
            self._view.show_page(decision_page(self._case, self._texts, self._last_day()))

    def set_own_text(self, consideration: str, text: str) -> None:
        """Put the caseworker's words in the place of a drafted paragraph."""
        case = self._case
        again = partial(self.set_own_text, consideration, text)
        with self._saver.saving(f"overweging/{consideration}", again):
            self._act(
                "overwegingen",
                lambda: case.desk.decisions.set_own_text(
                    case.case_id, case.decision_id, consideration, text
                ),
            )

    def set_decision_date(self, raw: str) -> None:
        """Set the day of the decision."""
        case = self._case
        with told(self._shell, self._texts):
            problem = case.desk.cases.set_decision_date(case.case_id, case.decision_id, raw)
            self._show("datum", problem.code if problem else "")
            if problem is None:
                self._saved()

    def review(self, reader: str, verdict: str, text: str) -> None:
        """Add the second reader's word."""
        case = self._case
        if not verdict:
            self._show("lezer", "oordeel_ontbreekt")
            return
        self._do(
            "lezer",
            lambda: case.desk.decisions.review(
                case.case_id,
                case.decision_id,
                Verdict(reader=reader, verdict=ReviewVerdict(verdict), text=text),
            ),
        )

    def adopt(self, by: str, mandaat: str) -> None:
        """Seal steps 1-14, or say what stands in the way."""
        case = self._case
        with told(self._shell, self._texts):
            result = case.desk.decisions.adopt(case.case_id, case.decision_id, by, mandaat)
            if result.problem is not None:
                problem = result.problem
                self._show("vaststellen", problem.code, dict(problem.parameters))
                return
            if result.pending:
                case.assess()
                names = ", ".join(result.pending)
                self._view.show_problem(
                    "vaststellen", self._texts.get("plugins.wacht_met_vaststellen", plugins=names)
                )
                return
            stops = [
                *self._named(result.blocking),
                *(plugin_sentence(item, self._texts) for item in result.plugin_problems),
            ]
            self._view.show_problem("vaststellen", self._stopped(stops))
            if result.version is not None:
                self._saved()
                self._done("besluit.vastgesteld", nummer=str(result.version.number))

    def announce(self, sent_on: str) -> None:
        """Record the day of sending; the last day for bezwaar follows from it."""
        case = self._case
        with told(self._shell, self._texts):
            result = case.desk.decisions.announce(case.case_id, case.decision_id, sent_on)
            if result.problem is not None:
                self._show("bekendmaken", result.problem.code)
                return
            self._view.show_problem("bekendmaken", self._stopped(self._named(result.blocking)))
            if result.version is not None:
                self._saved()
                self._done("besluit.bekendgemaakt")

    def new_version(self) -> None:
        """Open the decision again to mend it."""
        case = self._case
        self._do(
            "bekendmaken",
            lambda: case.desk.decisions.new_version(case.case_id, case.decision_id),
            "besluit.nieuwe_versie_klaar",
        )

    def add_follow_up(self, kind: str, text: str, on: str) -> None:
        """Add what happened after adoption."""
        case = self._case
        if not kind:
            self._show("opvolging", "soort_ontbreekt")
            return
        self._do(
            "opvolging",
            lambda: case.desk.decisions.add_follow_up(
                case.case_id, case.decision_id, kind, text, on
            ),
        )

    def _do(self, part: str, action: Callable[[], DecisionProblem | None], done: str = "") -> None:
        with told(self._shell, self._texts):
            self._act(part, action, done)

    def _act(self, part: str, action: Callable[[], DecisionProblem | None], done: str = "") -> None:
        problem = action()
        self._show(
            part, problem.code if problem else "", dict(problem.parameters) if problem else {}
        )
        if problem is None:
            self._saved()
            if done:
                self._done(done)

    def _saved(self) -> None:
        self._case.saved()
        self.refresh()

    def _show(self, part: str, code: str, slots: Mapping[str, str] | None = None) -> None:
        pairs = tuple((slots or {}).items())
        text = self._texts.problem(code, pairs) if code else ""
        self._view.show_problem(part, text, _WRONG.get(part, {}).get(code))

    def _done(self, key: str, **slots: str) -> None:
        self._shell.show_message(Message(kind=MessageKind.DONE, text=self._texts.get(key, **slots)))

    def _named(self, flags: tuple[Flag, ...]) -> list[str]:
        return [flag.text for flag in flags]

    def _stopped(self, stops: list[str]) -> str:
        if not stops:
            return ""
        more = len(stops) - _MOST_NAMED
        named = [f"• {text}" for text in stops[:_MOST_NAMED]]
        if more > 0:
            named.append(f"• + {more}")
        return "\n".join((self._texts.get("besluit.houdt_tegen"), *named))

    def _last_day(self) -> str:
        case = self._case
        if case.decision.state is not DecisionState.BEKENDGEMAAKT:
            return ""
        snapshot = case.desk.reporting.snapshot(case.case_id, case.decision_id)
        day = snapshot.letter.last_day_for_bezwaar
        last = self._texts.get("besluit.laatste_dag", dag=show_date(day)) if day else ""
        sent = case.decision.sending_date
        said = self._texts.get("besluit.verzonden_op", dag=show_date(sent)) if sent else ""
        return " ".join(part for part in (said, last) if part)
