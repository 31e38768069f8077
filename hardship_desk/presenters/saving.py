"""Saves what the caseworker did, keeps what could not be saved, and says honestly how it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Message, MessageKind, Shell, message_of
from hardship_desk.presenters.window_texts import WindowTexts


@dataclass(frozen=True, slots=True)
class Saver:
    """Saves for the presenters of one open dossier."""

    case: OpenCase
    shell: Shell
    texts: WindowTexts
    refresh: Callable[[], object] = lambda: None

    @contextmanager
    def saving(self, place: str, again: Callable[[], object]) -> Iterator[None]:
        """A block that saves what belongs at a place; where it fails, `again` does it later.

        The failure is told once, and so is that everything is saved again.
        """
        case = self.case
        try:
            yield
        except HardshipDeskError as error:
            case.pending[place] = again
            if error.code != case.trouble:
                case.trouble = error.code
                self.shell.show_message(message_of(error, self.texts))
                self.refresh()
            return
        case.pending.pop(place, None)
        if case.trouble and not case.pending:
            case.trouble = ""
            text = self.texts.get("opslaan.weer")
            self.shell.show_message(Message(kind=MessageKind.DONE, text=text))
            self.refresh()

    def retry(self) -> None:
        """Try again to save what could not be saved."""
        for again in tuple(self.case.pending.values()):
            again()


def saved_text(case: OpenCase, texts: WindowTexts) -> str:
    """When the last was saved, or that it is not and why; empty where nothing was saved yet."""
    if case.trouble:
        reason = texts.get_or(f"opslaan.reden.{case.trouble}", texts.get("opslaan.reden.anders"))
        return texts.get("opslaan.nog_niet", reden=reason)
    if case.saved_at is None:
        return ""
    return texts.get("opslaan.opgeslagen", tijd=f"{case.saved_at.astimezone():%H:%M:%S}")
