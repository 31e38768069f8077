"""What every presenter may ask of the window around its page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.window_texts import WindowTexts


class Page(StrEnum):
    """The pages of an open dossier; a new page is one more name here and one in main_window."""

    OVERZICHT = "overzicht"
    VRAGEN = "vragen"
    PERSONEN = "personen"
    BEWIJS = "bewijs"
    KLADBLOK = "kladblok"
    MEELEZEN = "meelezen"
    BESLUIT = "besluit"


class MessageKind(StrEnum):
    """How a message looks and is read out."""

    DONE = "done"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One sentence for the bar at the top of the window.

    `code` is for who helps the user; it stands in no sentence, and goes along when a message is copied.
    """

    kind: MessageKind
    text: str
    advice: str = ""
    code: str = ""


class Shell(Protocol):
    """The window around the pages."""

    def show_message(self, message: Message) -> None:
        """Show a message until the next one, or until it is closed."""
        ...

    def show_list(self) -> None:
        """Leave the dossier and show the list."""
        ...

    def show_case(self, case_id: CaseId) -> None:
        """Open a dossier at the step where the work stopped."""
        ...

    def show_question(self, step: int, question: str = "") -> None:
        """Show a step of the open dossier, with the focus at a question where one is named."""
        ...

    def show_unassigned(self, count: int) -> None:
        """Show how many sentences of the kladblok have no question yet."""
        ...

    def show_page_of_case(self, page: Page) -> None:
        """Show another page of the open dossier."""
        ...


def message_of(error: HardshipDeskError, texts: WindowTexts) -> Message:
    """What happened, its cause, what is safe and what to do now, with its code beside it."""
    placed = f"fout.{error.code}_op_plek"
    key = f"fout.{error.code}" if f"fout.{error.code}.tekst" in texts else "fout.anders"
    if "plek" in error.parameters and f"{placed}.tekst" in texts:
        key = placed
    return Message(
        kind=MessageKind.ERROR,
        text=texts.get(f"{key}.tekst", **error.parameters),
        advice=advice_of(error.code, texts.get(f"{key}.advies", **error.parameters), texts),
        code=error.code,
    )


def advice_of(code: str, next_step: str, texts: WindowTexts) -> str:
    """Cause, what is safe and the next step in one paragraph."""
    about = texts.about_failure(code) or texts.about_failure("anders")
    return f"{about} {next_step}"


@contextmanager
def told(shell: Shell, texts: WindowTexts) -> Iterator[None]:
    """Show a failure of the surroundings in the message bar instead of passing it on."""
    try:
        yield
    except HardshipDeskError as error:
        shell.show_message(message_of(error, texts))
