"""Report and letter as files in a folder, and the report block by block for the clipboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hardship_desk.documents.plain_text import TextBlock
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Message, MessageKind, Shell, message_of, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.ports.writers import OfficeForm
from hardship_desk.services.reporting import ExportResult

LONGEST_START = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyPage:
    """The blocks of the report by title, which one is next, and a sentence about that."""

    titles: tuple[str, ...]
    next: int
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """The blocks of the report, and what to look at in the letter."""

    blocks: tuple[TextBlock, ...]
    notes: str


class ExportView(Protocol):
    """Shows export and copying."""

    def show_copying(self, page: CopyPage) -> None:
        """Show the blocks and which one is next."""
        ...

    def put_on_clipboard(self, text: str) -> None:
        """Put plain text on the clipboard."""
        ...

    def show_letter_notes(self, text: str) -> None:
        """Show what to look at in the letter; an empty text takes it away."""
        ...

    def show_busy(self, cancelled: Cancellation | None) -> None:
        """Show that files are made, with a way to stop; None when they are done."""
        ...

    def show_exported(self, folder: str) -> None:
        """Show where the files are."""
        ...


class ExportPresenter:
    """Writes the files and hands out the blocks of the report one after the other."""

    def __init__(
        self, case: OpenCase, view: ExportView, texts: WindowTexts, shell: Shell, run: Runner
    ) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self._run = run
        self._busy = self._left = self._making = self._stale = False
        self._blocks: tuple[TextBlock, ...] = ()
        self._next = 0

    def refresh(self) -> None:
        """Make the blocks again beside the window; copying goes on where the text stayed the same."""
        if self._making:
            self._stale = True
            return
        self._making = True
        self._run(self._work(), self._show_made, self._not_made)

    def export(self, folder: Path, also: tuple[OfficeForm, ...] = ()) -> None:
        """Write the files below this folder, and the report once more in these forms.

        They are made beside the window. Where it is stopped meanwhile, nothing is written.
        """
        if self._busy:
            return
        cancelled = Cancellation()
        case, decision = self._case.case_id, self._case.decision_id
        reporting = self._case.desk.reporting

        def work() -> ExportResult | None:
            made = reporting.made(case, decision, also)
            return None if cancelled.is_cancelled else reporting.write(made, folder)

        self._busy = True
        self._view.show_busy(cancelled)
        self._run(work, self._exported, self._not_exported)

    def leave(self) -> None:
        """The page is going: what comes of an export is told in the window alone."""
        self._view.show_busy(None)
        self._left = True

    def copy_next(self) -> None:
        """Copy the next block; after the last one nothing changes."""
        if self._making or not self._blocks:
            self._make_now()
        if self._next < len(self._blocks):
            self.copy(self._next)

    def copy(self, place: int) -> None:
        """Copy one block; the one after it is next. Nothing where that block stands there no more."""
        before = [block.title for block in self._blocks]
        if self._making:
            self._make_now()  # never words that were overtaken
        if [block.title for block in self._blocks] == before:
            self._view.put_on_clipboard(self._blocks[place].text)
            self._next = place + 1
            self._show()

    def start_again(self) -> None:
        """Begin at the first block."""
        self._next = 0
        self._show()

    def _exported(self, result: ExportResult | None) -> None:
        self._done()
        if result is None:
            text = self._texts.get("besluit.uitvoer_gestopt")
            self._shell.show_message(Message(kind=MessageKind.DONE, text=text))
            return
        if not self._left:
            self._view.show_exported(str(result.folder))
        text = self._texts.get("besluit.uitvoer_klaar", map=str(result.folder))
        if result.kept is not None:
            left = self._texts.get("besluit.uitvoer_ernaast", map=str(result.kept))
            text = f"{text}. {left}"
        self._shell.show_message(Message(kind=MessageKind.DONE, text=text))

    def _not_exported(self, error: HardshipDeskError) -> None:
        self._done()
        self._shell.show_message(message_of(error, self._texts))

    def _done(self) -> None:
        self._busy = False
        if not self._left:
            self._view.show_busy(None)

    def _work(self) -> Callable[[], _Made]:
        """Makes the blocks, and what to look at in the letter; any thread may do it."""
        case, decision = self._case.case_id, self._case.decision_id
        reporting, texts = self._case.desk.reporting, self._texts

        def work() -> _Made:
            notes = reporting.letter_notes(case, decision)
            lines = (texts.get("besluit.brief_nakijken"), *(f"• {note}" for note in notes))
            blocks = reporting.copy_blocks(case, decision)
            return _Made(blocks=blocks, notes="\n".join(lines) if notes else "")

        return work

    def _make_now(self) -> None:
        with told(self._shell, self._texts):
            self._show_blocks(self._work()())

    def _show_made(self, made: _Made) -> None:
        self._making = False
        if not self._left:
            self._show_blocks(made)
            self._again()

    def _not_made(self, error: HardshipDeskError) -> None:
        self._making = False
        if not self._left:
            self._shell.show_message(message_of(error, self._texts))
            self._again()

    def _again(self) -> None:
        """The decision changed while this was made."""
        if self._stale:
            self._stale = False
            self.refresh()

    def _show_blocks(self, made: _Made) -> None:
        if [block.title for block in made.blocks] != [block.title for block in self._blocks]:
            self._next = 0
        self._blocks = made.blocks
        self._show()
        self._view.show_letter_notes(made.notes)

    def _show(self) -> None:
        titles = tuple(_title(block) for block in self._blocks)
        self._view.show_copying(CopyPage(titles=titles, next=self._next, status=self._status()))

    def _status(self) -> str:
        total = str(len(self._blocks))
        if self._next == 0:
            return self._texts.get("besluit.kopieren_begin", totaal=total)
        if self._next >= len(self._blocks):
            return self._texts.get("besluit.kopieren_klaar", totaal=total)
        title = _title(self._blocks[self._next - 1])
        return self._texts.get(
            "besluit.kopieren_stand", nummer=str(self._next), totaal=total, titel=title
        )


def _title(block: TextBlock) -> str:
    """The block in a few words: its heading and how it begins."""
    first = " ".join(block.text.removeprefix(block.title).split())
    if len(first) > LONGEST_START:
        first = f"{first[:LONGEST_START].rpartition(' ')[0]} …"
    return f"{block.title} · {first}" if first else block.title
