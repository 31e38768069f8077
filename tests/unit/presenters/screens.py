"""Views and a shell that only remember what they were shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.drafts import Drafts
from hardship_desk.presenters.exporting import CopyPage
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Message, Page
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.desk import Desk
from tests.integration.desks import Work, open_desk_in

PageT = TypeVar("PageT")
T = TypeVar("T")


def at_once(
    work: Callable[[], T],
    on_done: Callable[[T], object],
    on_failed: Callable[[HardshipDeskError], object],
) -> None:
    """Does in the test itself what runs beside the window."""
    try:
        found = work()
    except HardshipDeskError as error:
        on_failed(error)
    else:
        on_done(found)


class Screen(Generic[PageT]):
    """A view of any page."""

    def __init__(self) -> None:
        self.pages: list[PageT] = []
        self.prepared: list[PageT] = []
        self.problems: dict[str, str] = {}
        self.focused: list[str] = []
        self.anew: list[str] = []
        self.steps_to_save = 0
        self.refreshes = 0
        self.wrong_field: int | None = None

    @property
    def page(self) -> PageT:
        return self.pages[-1]

    def show_page(self, page: PageT) -> None:
        self.pages.append(page)

    def prepare(self, page: PageT) -> None:
        self.prepared.append(page)

    def show_problem(self, part: str, text: str, field: int | None = None) -> None:
        self.problems[part] = text
        self.wrong_field = field

    def focus_question(self, question: str) -> None:
        self.focused.append(question)

    def show_anew(self, question: str) -> None:
        self.anew.append(question)

    def ask_to_save_step(self) -> None:
        self.steps_to_save += 1

    def ask_for_refresh(self) -> None:
        self.refreshes += 1


class ExportScreen:
    """A view of export and copying."""

    def __init__(self) -> None:
        self.copying: CopyPage | None = None
        self.clipboard: list[str] = []
        self.folder = ""
        self.letter_notes = ""
        self.busy: list[bool] = []
        self.stops = False

    def show_letter_notes(self, text: str) -> None:
        self.letter_notes = text

    def show_copying(self, page: CopyPage) -> None:
        self.copying = page

    def put_on_clipboard(self, text: str) -> None:
        self.clipboard.append(text)

    def show_busy(self, cancelled: Cancellation | None) -> None:
        self.busy.append(cancelled is not None)
        if cancelled is not None and self.stops:
            cancelled.cancel()

    def show_exported(self, folder: str) -> None:
        self.folder = folder


class Frame:
    """The window around a page."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.went_to: list[str] = []
        self.unassigned = -1

    def show_message(self, message: Message) -> None:
        self.messages.append(message)

    def show_list(self) -> None:
        self.went_to.append("list")

    def show_case(self, case_id: CaseId) -> None:
        self.went_to.append(f"case {case_id}")

    def show_question(self, step: int, question: str = "") -> None:
        self.went_to.append(f"step {step} {question}")

    def show_unassigned(self, count: int) -> None:
        self.unassigned = count

    def show_page_of_case(self, page: Page) -> None:
        self.went_to.append(page.value)


def window_texts(desk: Desk) -> WindowTexts:
    return WindowTexts(desk.texts)


def open_example(folder: Path, number: str = "VB-2026-001") -> OpenCase:
    desk = open_desk_in(folder)
    found = next(item.id for item in desk.cases.list_cases() if item.number == number)
    return OpenCase(desk, found)


def open_work(work: Work) -> OpenCase:
    return OpenCase(work.desk, work.case_id)


def drafts_of(case: OpenCase) -> Drafts:
    """The drafts of a dossier that is open."""
    return Drafts(case, window_texts(case.desk), Frame())
