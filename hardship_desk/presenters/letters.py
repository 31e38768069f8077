"""Letters one by one: which, to whom, sent when, and a look at it before the file is made."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Protocol

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.letter_draft import Addressee, AskedField, LetterDraft, LetterRequest
from hardship_desk.domain.stock_text import open_slots
from hardship_desk.domain.text import cleaned
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Message, MessageKind, Shell, message_of, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import parse_date
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.letters import COMBINED, DECISION, LetterForm


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersPage:
    """The letters that fit, the chosen one with a word about it, and what it asks."""

    letters: tuple[Choice, ...]
    chosen: str
    help: str
    asked: tuple[AskedField, ...]
    sent_on: str = ""
    """The day of sending, where the decision has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLetter:
    """The form as typed."""

    name: str
    address: str
    sent_on: str
    given: tuple[tuple[str, str], ...]


class LettersView(Protocol):
    """Shows the form of a letter."""

    def show_letters(self, page: LettersPage) -> None:
        """Show which letters there are, and the fields of the chosen one."""
        ...

    def show_problem(self, text: str) -> None:
        """Show what is wrong; an empty text takes it away."""
        ...

    def show_preview(self, html: str) -> None:
        """Show the letter as it will be."""
        ...

    def clear_sheet(self) -> None:
        """Empty the field with what the resident wrote."""
        ...


class LettersPresenter:
    """Makes letters. What is typed about the addressee is forgotten with the form."""

    def __init__(
        self, case: OpenCase, view: LettersView, texts: WindowTexts, shell: Shell, run: Runner
    ) -> None:
        self._run = run
        self._making = Lock()
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self._drafts: tuple[LetterDraft, ...] = ()
        self._chosen = DECISION

    def refresh(self) -> None:
        """Look again which letters fit the decision as it stands."""
        with told(self._shell, self._texts):
            case = self._case
            self._drafts = case.desk.letters.available(case.case_id, case.decision_id)
            self.choose(self._chosen)

    def choose(self, letter: str) -> None:
        """Take this letter; the one on the decision where it does not fit."""
        known = (*self._own(), *(item.id for item in self._drafts))
        self._chosen = letter if letter in known else DECISION
        self._view.show_problem("")
        self._show()

    def preview(self, typed: TypedLetter) -> None:
        """Show the letter before it is made."""
        request = self._request(typed)
        if request is None:
            return
        with told(self._shell, self._texts):
            case = self._case
            html = case.desk.letters.preview(case.case_id, case.decision_id, self._chosen, request)
            self._view.show_preview(html)

    def save(self, typed: TypedLetter, folder: Path, form: LetterForm) -> None:
        """Write the letter below this folder, beside the window: Word takes most of a second.

        Not while a slot is open in what was typed, nor while another letter is being made.
        """
        request = self._request(typed)
        if request is None:
            return
        still_open = self._open_slots(request)
        if still_open:
            self._view.show_problem(still_open)
            return
        letters, chosen, making = self._case.desk.letters, self._chosen, self._making
        case, decision = self._case.case_id, self._case.decision_id
        if not making.acquire(blocking=False):
            return

        def make() -> Path:
            try:
                return letters.save(case, decision, chosen, request, (folder, form))
            finally:
                making.release()  # Also after a mistake of ours, which no callback is told.

        self._run(make, self._on_saved, self._on_not_saved)

    def _on_saved(self, path: Path) -> None:
        text = self._texts.get("brieven.klaar", bestand=str(path))
        self._shell.show_message(Message(kind=MessageKind.DONE, text=text))

    def _on_not_saved(self, error: HardshipDeskError) -> None:
        self._shell.show_message(message_of(error, self._texts))

    def take_back(self, on: str, text: str) -> None:
        """Put what the resident wrote on the fact sheet with his view."""
        with told(self._shell, self._texts):
            case = self._case
            problem = case.desk.fact_sheets.take_back(case.case_id, case.decision_id, on, text)
            if problem is not None:
                self._view.show_problem(self._texts.problem(problem.code, problem.parameters))
                return
            self._view.show_problem("")
            self._view.clear_sheet()
            done = self._texts.get("brieven.feitenblad_klaar")
            self._shell.show_message(Message(kind=MessageKind.DONE, text=done))

    def _request(self, typed: TypedLetter) -> LetterRequest | None:
        """What was typed; None where a day is none, which is then said."""
        draft = self._draft()
        days = {item.id for item in draft.asked if item.kind == "datum"} if draft else set()
        given = tuple((name, cleaned(text)) for name, text in typed.given)
        wrong = [text for name, text in given if name in days and text and parse_date(text) is None]
        sent = parse_date(typed.sent_on)
        if typed.sent_on.strip() and sent is None:
            wrong.append(typed.sent_on.strip())
        self._view.show_problem(
            self._texts.get("brieven.geen_datum", datum=wrong[0]) if wrong else ""
        )
        if wrong:
            return None
        addressee = Addressee(name=cleaned(typed.name), address=cleaned(typed.address))
        return LetterRequest(addressee=addressee, sent_on=sent, given=given)

    def _open_slots(self, request: LetterRequest) -> str:
        """What is still to be filled in in the text that was typed; empty where nothing is."""
        slots = [slot.what for _, text in request.given for slot in open_slots(text)]
        return self._texts.get("brieven.open_plek", wat="; ".join(slots)) if slots else ""

    def _draft(self) -> LetterDraft | None:
        return next((item for item in self._drafts if item.id == self._chosen), None)

    def _show(self) -> None:
        own = [Choice(id=name, text=self._texts.get(f"brieven.{name}")) for name in self._own()]
        drafts = [Choice(id=item.id, text=item.title) for item in self._drafts]
        draft = self._draft()
        about = draft.help if draft else self._texts.get(f"brieven.{self._chosen}_uitleg")
        page = LettersPage(
            letters=(*own, *drafts),
            chosen=self._chosen,
            help=about,
            asked=draft.asked if draft else (),
            sent_on=show_date(sent) if (sent := self._case.decision.sending_date) else "",
        )
        self._view.show_letters(page)

    def _own(self) -> tuple[str, ...]:
        """The letter on this decision, and one on all where there are more."""
        several = len(self._case.desk.cases.current(self._case.case_id).decisions) > 1
        return (DECISION, COMBINED) if several else (DECISION,)
