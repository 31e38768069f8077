"""The pages of one open dossier, each made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.drafts import Drafts
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.rules_waiting import RulesWaiting
from hardship_desk.presenters.saving import Saver
from hardship_desk.presenters.shell import Message, MessageKind, Page
from hardship_desk.presenters.today import TodayShell
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.ui.case_drafts import CaseDrafts
from hardship_desk.ui.dress.theme import Theme
from hardship_desk.ui.pages.case_part import Around, CasePart
from hardship_desk.ui.pages.decision_part import DecisionPart
from hardship_desk.ui.pages.entry_parts import EvidencePart, NotesPart, PersonsPart
from hardship_desk.ui.pages.for_reading import OverviewPart, ReviewPart
from hardship_desk.ui.pages.questions_part import QuestionsPart
from hardship_desk.ui.running.background import Task
from hardship_desk.ui.widgets.ready import settling
from hardship_desk.ui.widgets.stack import Stack

T = TypeVar("T")
PartT = TypeVar("PartT", bound=CasePart[Any])

_KINDS: dict[Page, type[CasePart[Any]]] = {
    Page.OVERZICHT: OverviewPart,
    Page.PERSONEN: PersonsPart,
    Page.BEWIJS: EvidencePart,
    Page.KLADBLOK: NotesPart,
    Page.MEELEZEN: ReviewPart,
    Page.BESLUIT: DecisionPart,
}
"""The pages that are made when they are wanted; that of the questions stands from the beginning."""
_AHEAD = (Page.BESLUIT, Page.MEELEZEN, Page.OVERZICHT, Page.BEWIJS, Page.PERSONEN, Page.KLADBLOK)
"""In which order they are made ahead, once every step is."""


class CasePages(Stack):
    """Shows one page of a dossier, and keeps what is typed on it."""

    provision_wanted = Signal(str)
    stock_text_wanted = Signal()

    def __init__(
        self, case: OpenCase, texts: WindowTexts, theme: Theme, shell: TodayShell, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.case, self._shell, self._told = case, shell, parent
        self._texts, self._warned = texts, False
        self._saver = Saver(case, shell, texts)
        drafts = Drafts(case, texts, shell)
        self._around = Around(
            stack=self,
            case=case,
            texts=texts,
            theme=theme,
            shell=shell,
            drafts=drafts,
            run=self._run_beside,
            flush=self.flush,
        )
        self.page = Page.VRAGEN
        self._typed = CaseDrafts(drafts)
        self._parts: dict[Page, CasePart[Any]] = {}
        questions = QuestionsPart(self._around)
        self.work, self.work_view, self.beside = questions.work, questions.view, questions.beside
        self.show_papers = questions.show_papers
        self._put_in(Page.VRAGEN, questions)
        self.work_view.kompas.provision_wanted.connect(self.provision_wanted)
        self.work_view.column.stock_text_wanted.connect(self.stock_text_wanted)
        self.work_view.ahead_wanted.connect(self._on_ahead_wanted)
        self._waiting = RulesWaiting(self._run_beside, self._on_rules_ready)
        case.when_pending = self._waiting.wait

    @property
    def persons(self) -> PersonsPart:
        """The page with dates, persons and the head of the decision."""
        return self._made(Page.PERSONEN, PersonsPart)

    @property
    def evidence(self) -> EvidencePart:
        """The page with the pieces of evidence."""
        return self._made(Page.BEWIJS, EvidencePart)

    @property
    def notes(self) -> NotesPart:
        """The kladblok."""
        return self._made(Page.KLADBLOK, NotesPart)

    @property
    def decision(self) -> DecisionPart:
        """The page of the decision."""
        return self._made(Page.BESLUIT, DecisionPart)

    @property
    def review(self) -> ReviewPart:
        """The page to read along."""
        return self._made(Page.MEELEZEN, ReviewPart)

    def show_page_of_case(self, page: Page) -> None:
        """Save what was typed, then show a page as the dossier stands now."""
        self.flush()
        part = self._part(page)
        self.page = page
        self.setCurrentWidget(part.view)
        part.refresh()
        part.focus()
        self._typed.put_back(page)

    def flush(self) -> None:
        """Save everything that was typed and not yet saved."""
        self._part(self.page).flush()
        self._keep_drafts()

    def leave(self) -> None:
        """Stop what still runs for this dossier: the pages are going."""
        for part in self._parts.values():
            part.leave()
        self._waiting.stop()

    def holds_back(self) -> bool:
        """Whether leaving would lose what is not saved; said once, then the user may go."""
        self._saver.retry()
        if not self.case.pending or self._warned:
            return False
        self._warned = True
        texts = self._texts
        self._shell.show_message(
            Message(
                kind=MessageKind.WARNING,
                text=texts.get("opslaan.niet_weg"),
                advice=texts.get("opslaan.niet_weg_advies"),
            )
        )
        return True

    def save_typed(self) -> None:
        """Save what was typed so far, and try again what could not be saved before."""
        self._part(self.page).save_typed()
        self._keep_drafts()
        self._saver.retry()

    def panels(self) -> tuple[QWidget, ...]:
        """The panels of the page that is shown."""
        return self._part(self.page).panels()

    def _part(self, page: Page) -> CasePart[Any]:
        return self._parts.get(page) or self._made(page, _KINDS[page])

    def _made(self, page: Page, kind: type[PartT]) -> PartT:
        """A page of the dossier; making it waits until it is wanted."""
        part = self._parts.get(page)
        return part if isinstance(part, kind) else self._put_in(page, kind(self._around))

    def _on_ahead_wanted(self) -> None:
        """Make the next page ahead, where every step is ready."""
        left = next((page for page in _AHEAD if page not in self._parts), None)
        if left is not None and not self.work.ahead.is_busy:
            self.work_view.idle.start(self._making_ahead(left))

    def _making_ahead(self, page: Page) -> Iterator[None]:
        """Make a page in pieces; where it is shown meanwhile it is whole already."""
        part = self._part(page)
        yield
        for _piece in part.prepare():
            yield
            if self.page is page:
                return
        yield from settling(part.view, self.size())

    def _put_in(self, page: Page, part: PartT) -> PartT:
        self._parts[page] = part
        part.view.resize(self.size())  # before Qt asks how high its words are: each width costs
        self.addWidget(part.view)
        self._typed.add(page, part.forms(), part.half_filled())
        return part

    def _keep_drafts(self) -> None:
        """Keep what was typed and is not saved as anything else."""
        self._typed.keep(self.page)
        if self.page is Page.VRAGEN and self.work.answering.keep_drafts():
            self.work.refresh()

    def _on_rules_ready(self) -> None:
        self._part(self.page).rules_ready()

    def _run_beside(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        """For the window: what comes of files that are made is told when the dossier was left too."""
        Task(self._told, work, on_done, on_failed).start()
