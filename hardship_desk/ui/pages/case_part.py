"""What the pages of an open dossier have in common: a view with its presenters, made when first wanted."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from hardship_desk.presenters.drafts import Drafts
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.today import TodayShell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.case_drafts import HalfFilled
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.widgets.draft_form import DraftForm

ViewT = TypeVar("ViewT", bound=QWidget)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What every page of a dossier needs; `run` does work beside the window.

    `stack` holds the pages: to build a page in its place costs Qt less than to move it there.
    """

    stack: QWidget
    case: OpenCase
    texts: WindowTexts
    theme: Theme
    shell: TodayShell
    drafts: Drafts
    run: Runner
    flush: Callable[[], object]
    """Saves and keeps what is typed on the page that is shown."""


class CasePart(ABC, Generic[ViewT]):
    """Holds the view and the presenters of one page; Qt would let a loose presenter die."""

    view: ViewT
    """What stands in the window."""

    def __init__(self, around: Around) -> None:
        self.around = around

    @abstractmethod
    def refresh(self) -> None:
        """Show the page as the dossier stands now."""

    def prepare(self) -> Iterator[None]:
        """Fill the page in pieces before it is wanted; it is refreshed again when it is shown."""
        self.refresh()
        yield

    @abstractmethod
    def focus(self) -> None:
        """Put the focus where the work on the page begins."""

    def rules_ready(self) -> None:
        """Show what the rules said meanwhile, where the page shows such things."""
        self.around.case.assess()

    def flush(self) -> None:
        """Save everything that was typed and not yet saved; a page to read has nothing."""

    def save_typed(self) -> None:
        """Save what was typed so far; the user may go on typing."""

    def leave(self) -> None:
        """Stop what still runs for this page, where anything does: it is going."""

    def panels(self) -> tuple[QWidget, ...]:
        """The panels that F6 walks through."""
        return ()

    def forms(self) -> tuple[tuple[str, DraftForm], ...]:
        """The forms of the page, each with what stands before the place of its draft."""
        return ()

    def half_filled(self) -> tuple[str, HalfFilled] | None:
        """The cards that can be half filled, with the place of what is kept of them."""
        return None
