"""Another municipality for the open dossier: shown first, then done or left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Message, MessageKind, Shell, message_of, told
from hardship_desk.presenters.switch_words import SwitchGroup, SwitchWords
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.municipality_switch import SwitchChanges

RunBeside = Callable[
    [
        Callable[[], SwitchChanges],
        Callable[[SwitchChanges], object],
        Callable[[HardshipDeskError], object],
    ],
    object,
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchPage:
    """What the card shows: where the dossier is now, and what another municipality would change.

    `switch_text` is on the button that switches; empty where there is nothing to do.
    """

    now: str
    choices: tuple[Choice, ...]
    locked: str = ""
    error: str = ""
    busy: bool = False
    head: str = ""
    groups: tuple[SwitchGroup, ...] = ()
    switch_text: str = ""


class SwitchView(Protocol):
    """The card."""

    def show_page(self, page: SwitchPage) -> None:
        """Show the card in place; what was chosen stays."""
        ...


class SwitchPresenter:
    """Compares on a copy beside the window; only `switch` changes the dossier."""

    def __init__(
        self,
        case: OpenCase,
        view: SwitchView,
        texts: WindowTexts,
        shell: Shell,
        run_beside: RunBeside,
    ) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self._run_beside = run_beside
        named = case.desk.cases.municipalities()
        self._choices = tuple(
            Choice(
                id=item.code,
                text=item.name,
                detail=texts.get("nieuw.eigen_regels") if item.has_plugin else "",
            )
            for item in named
        )
        self._words = SwitchWords(texts, {item.code: item.name for item in named})
        self._running: Cancellation | None = None
        self._seen: SwitchChanges | None = None

    def refresh(self) -> None:
        """Show where the dossier is; what was compared before it changed is dropped."""
        self.leave()

    def compare(self, code: str) -> None:
        """Show what would change."""
        self._abandon()
        if not any(choice.id == code for choice in self._choices):
            self._show(error=self._texts.get("wissel.onbekend"))
        elif code == self._case.case.gemeentecode:
            self._show(error=self._texts.get("wissel.zelfde"))
        else:
            self._start(Gemeentecode(code))

    def stop(self) -> None:
        """Ask the work to stop; what was found so far is shown."""
        if self._running is not None:
            self._running.cancel()

    def leave(self) -> None:
        """Do not switch: put the list away, and leave the dossier as it is."""
        self._abandon()
        self._show()

    def switch(self) -> None:
        """Switch to the municipality of which the changes are shown."""
        seen, case = self._seen, self._case
        if seen is None:
            return
        with told(self._shell, self._texts):
            case.desk.switching.switch(case.case_id, seen.after)
            case.saved()
            case.assess()
            text = self._texts.get("wissel.gewisseld", gemeente=self._words.name(seen.after))
            self._shell.show_message(Message(kind=MessageKind.DONE, text=text))
        self.refresh()

    def _start(self, code: Gemeentecode) -> None:
        running = self._running = Cancellation()
        case, service = self._case.case, self._case.desk.switching
        self._show(busy=True)
        self._run_beside(
            lambda: service.compare(case, code, running),
            lambda found: self._finish(running, found),
            lambda error: self._fail(running, error),
        )

    def _finish(self, running: Cancellation, found: SwitchChanges) -> None:
        if running is self._running:
            self._running, self._seen = None, found
            self._show()

    def _fail(self, running: Cancellation, error: HardshipDeskError) -> None:
        if running is self._running:
            self.leave()
            self._shell.show_message(message_of(error, self._texts))

    def _abandon(self) -> None:
        self.stop()
        self._running = self._seen = None

    def _show(self, *, error: str = "", busy: bool = False) -> None:
        here, seen = self._words.name(self._case.case.gemeentecode), self._seen
        fixed = any(decision.is_sealed for decision in self._case.case.decisions)
        there = self._words.name(seen.after) if seen is not None else ""
        self._view.show_page(
            SwitchPage(
                now=self._texts.get("wissel.nu", gemeente=here),
                choices=self._choices,
                locked=self._texts.get("wissel.ligt_vast", gemeente=here) if fixed else "",
                error=error,
                busy=busy,
                head=self._words.head(seen) if seen is not None else "",
                groups=self._words.groups(seen) if seen is not None else (),
                switch_text=self._texts.get("wissel.wisselen", gemeente=there)
                if seen is not None and seen.complete and not fixed
                else "",
            )
        )
