"""What would change this: started on demand, reckoned beside the window, and to be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.money import Money
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Message, MessageKind, Shell, message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.flag_needs import FlagNeeds, Need, needs_of_flags
from hardship_desk.services.what_if import AmountChanges, Change, DayChange

Work = Callable[[], AmountChanges]
RunBeside = Callable[
    [Work, Callable[[AmountChanges], object], Callable[[HardshipDeskError], object]], object
]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfGroup:
    """A heading with its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIfPage:
    """What the panel shows; `busy` while the rules still run."""

    busy: bool = False
    head: str = ""
    groups: tuple[WhatIfGroup, ...] = ()

    def plain(self) -> str:
        """The list as text for another program."""
        parts = (
            "\n".join((group.title, *(f"- {x}" for x in group.lines))) for group in self.groups
        )
        return "\n\n".join([part for part in (self.head, *parts) if part])


class WhatIfView(Protocol):
    """Shows the panel."""

    def show_page(self, page: WhatIfPage) -> None:
        """Show that it is busy, what came out, or only the button."""
        ...

    def put_on_clipboard(self, text: str) -> None:
        """Put plain text on the clipboard."""
        ...


class WhatIfPresenter:
    """Runs on a copy of the dossier; a change in the dossier drops what came out."""

    def __init__(
        self,
        case: OpenCase,
        view: WhatIfView,
        texts: WindowTexts,
        shell: Shell,
        run_beside: RunBeside,
    ) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self._run_beside = run_beside
        self._running: Cancellation | None = None
        self._page = WhatIfPage()

    def start(self) -> None:
        """Begin to reckon; what was running is stopped."""
        self.stop()
        running = self._running = Cancellation()
        case, decision = self._case.case, self._case.decision_id
        service = self._case.desk.what_if
        self._show(WhatIfPage(busy=True))
        self._run_beside(
            lambda: service.amounts(case, decision, running),
            lambda found: self._finish(running, found),
            lambda error: self._fail(running, error),
        )

    def stop(self) -> None:
        """Ask the work to stop; what it found so far is still shown."""
        if self._running is not None:
            self._running.cancel()

    def abandon(self) -> None:
        """Stop and show nothing any more: the page is going."""
        self.stop()
        self._running = None

    def drop(self) -> None:
        """Forget the work: the dossier changed, or another decision is shown."""
        self.abandon()
        if self._page != WhatIfPage():
            self._show(WhatIfPage())

    def copy(self) -> None:
        """Put the list on the clipboard."""
        self._view.put_on_clipboard(self._page.plain())
        text = self._texts.get("watals.gekopieerd")
        self._shell.show_message(Message(kind=MessageKind.DONE, text=text))

    def _finish(self, running: Cancellation, found: AmountChanges) -> None:
        if running is self._running:
            self._running = None
            self._show(self._made(found))

    def _fail(self, running: Cancellation, error: HardshipDeskError) -> None:
        if running is self._running:
            self.drop()
            self._shell.show_message(message_of(error, self._texts))

    def _show(self, page: WhatIfPage) -> None:
        self._page = page
        self._view.show_page(page)

    def _made(self, found: AmountChanges) -> WhatIfPage:
        texts = self._texts
        head = [texts.get("watals.nu", bedrag=self._amount(found.total))]
        if not found.complete:
            head.append(texts.get("watals.gestopt"))
        elif not (found.answers or found.amounts or found.days):
            head.append(texts.get("watals.geen"))
        groups = (
            *self._answers(found),
            WhatIfGroup(title=texts.get("watals.grenzen"), lines=self._thresholds(found)),
            WhatIfGroup(
                title=texts.get("watals.dagen"),
                lines=tuple(self._day(item, found.total) for item in found.days),
            ),
            *self._flags(),
        )
        return WhatIfPage(
            head=" ".join(head), groups=tuple(group for group in groups if group.lines)
        )

    def _answers(self, found: AmountChanges) -> tuple[WhatIfGroup, ...]:
        """One group for each question, so that a long list of options stays together."""
        by_question = groupby(found.answers, key=lambda change: change.question)
        return tuple(
            WhatIfGroup(
                title=question.text,
                lines=tuple(self._change(change, found.total) for change in changes),
            )
            for question, changes in by_question
        )

    def _change(self, change: Change, now: Money | None) -> str:
        shown = self._case.shown(change.answer)
        if change.total is None:
            return self._texts.get("watals.regel_geen", antwoord=shown)
        line = self._texts.get(
            "watals.regel",
            antwoord=shown,
            bedrag=change.total.dutch(),
            verschil=self._difference(change.total, now),
        )
        return f"{line}{self._without(change.without)}"

    def _day(self, change: DayChange, now: Money | None) -> str:
        day = show_date(change.day)
        if change.total is None:
            return self._texts.get("watals.dag_geen", dag=day)
        line = self._texts.get(
            "watals.dag",
            dag=day,
            bedrag=change.total.dutch(),
            verschil=self._difference(change.total, now),
        )
        return f"{line}{self._without(change.without)}"

    def _without(self, lines: tuple[str, ...]) -> str:
        return f". {self._texts.get('watals.zonder', regels=', '.join(lines))}" if lines else ""

    def _thresholds(self, found: AmountChanges) -> tuple[str, ...]:
        lines = []
        for item in found.amounts:
            threshold = item.threshold
            said = self._texts.get(
                f"watals.{threshold.effect.value}",
                grens=threshold.amount.dutch(),
                bedrag=self._amount(threshold.total),
            )
            lines.append(f"{item.question.text} {said}")
        return tuple(lines)

    def _difference(self, total: Money, now: Money | None) -> str:
        if now is None:
            return self._amount(None)
        key = "watals.meer" if total > now else "watals.minder"
        return self._texts.get(key, bedrag=Money(abs(total.cents - now.cents)).dutch())

    def _amount(self, total: Money | None) -> str:
        return total.dutch() if total is not None else self._texts.get("watals.geen_totaal")

    def _flags(self) -> tuple[WhatIfGroup, ...]:
        case = self._case
        found = needs_of_flags(
            case.desk.questionnaire, case.case, case.decision_id, case.assessment
        )
        title = self._texts.get("watals.vlaggen")
        return tuple(
            WhatIfGroup(title=f"{title}: {item.flag.text}", lines=self._needs(item))
            for item in found
        )

    def _needs(self, item: FlagNeeds) -> tuple[str, ...]:
        advice = self._texts.get("watals.vlag_advies", advies=item.flag.advice)
        return (*(self._need(need) for need in item.needs), advice)

    def _need(self, need: Need) -> str:
        return self._texts.get(
            f"watals.mist.{need.lack.value}", vraag=need.question.text, wie=need.actor
        )
