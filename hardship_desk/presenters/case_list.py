"""The list of dossiers: search as you type, open one, start a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol

from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.shell import Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.services.ports.case_lists import (
    CaseFacets,
    CaseFilter,
    CaseSummary,
    FoundCases,
    SearchWord,
)

AT_ONCE = 100
SINCE = {"vandaag": 0, "week": 7, "maand": 31, "jaar": 365}
"""How many days ago a dossier changed at most, by the name of the choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One dossier as shown in the list."""

    id: CaseId
    number: str
    title: str
    kind: str
    municipality: str
    state: str
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterItem:
    """A filter with its choices, the first of which lets everything through."""

    name: str
    choices: tuple[Choice, ...]
    chosen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseListPage:
    """What the list shows; `has_more` says that there are more dossiers than these rows."""

    rows: tuple[CaseRow, ...]
    count: str
    filters: tuple[FilterItem, ...] = ()
    is_filtered: bool = False
    empty: str = ""
    has_more: bool = False


class CaseListView(Protocol):
    """Shows the list."""

    def show_page(self, page: CaseListPage) -> None:
        """Show these rows; the chosen row stays chosen where it is still there."""
        ...


class CaseListPresenter:
    """Fills the list a part at a time, and searches it in the vault."""

    def __init__(self, desk: Desk, view: CaseListView, texts: WindowTexts, shell: Shell) -> None:
        self._desk = desk
        self._view = view
        self._texts = texts
        self._shell = shell
        self._words: tuple[str, ...] = ()
        self._wanted = AT_ONCE
        self._names: Mapping[str, str] = {}
        self._facets = CaseFacets(gemeentecodes=(), types=(), makers=())
        self._chosen: dict[str, str] = {}

    def refresh(self) -> None:
        """Read the newest dossiers again."""
        self._wanted = AT_ONCE
        self._names = self._desk.lists.municipality_names()
        with told(self._shell, self._texts):
            self._facets = self._desk.lists.facets()
        self._show()

    def search(self, text: str) -> None:
        """Show only the dossiers that hold all these words."""
        self._words = tuple(text.casefold().split())
        self._wanted = AT_ONCE
        self._show()

    def narrow(self, name: str, choice: str) -> None:
        """Show only what fits a filter; an empty choice lets everything through."""
        self._chosen[name] = choice
        self._wanted = AT_ONCE
        self._show()

    def widen(self) -> None:
        """Take all filters off."""
        self._chosen = {}
        self._wanted = AT_ONCE
        self._show()

    def more(self) -> None:
        """Show more of the same list: the user came to the end of what is there."""
        self._wanted += AT_ONCE
        self._show()

    def open(self, case_id: CaseId) -> None:
        """Open a dossier."""
        self._shell.show_case(case_id)

    def _show(self) -> None:
        with told(self._shell, self._texts):
            words = tuple(self._word(text) for text in self._words)
            self._view.show_page(
                self._page(self._desk.lists.find_cases(words, self._wanted, self._filter()))
            )

    def _filter(self) -> CaseFilter:
        chosen = self._chosen
        return CaseFilter(
            gemeentecode=chosen.get("gemeente", ""),
            type=chosen.get("soort", ""),
            state=chosen.get("stand", ""),
            changed_since=self._since(chosen.get("sinds", "")),
            made_by=chosen.get("maker", ""),
        )

    def _since(self, name: str) -> datetime | None:
        if name not in SINCE:
            return None
        day = self._desk.clock.today() - timedelta(days=SINCE[name])
        return datetime.combine(day, time()).astimezone()

    def _filters(self) -> tuple[FilterItem, ...]:
        """Each filter with what there is to choose; who made it only where several did."""
        texts, facets = self._texts, self._facets
        choices = {
            "soort": tuple(Choice(id=kind, text=self._kind(kind)) for kind in facets.types),
            "gemeente": tuple(
                Choice(id=code, text=self._names.get(code, code)) for code in facets.gemeentecodes
            ),
            "stand": tuple(
                Choice(id=state.value, text=texts.get(f"stand.{state.value}"))
                for state in DecisionState
            ),
            "sinds": tuple(
                Choice(id=name, text=texts.get(f"lijst.sinds.{name}")) for name in SINCE
            ),
            "maker": tuple(Choice(id=name, text=name) for name in facets.makers),
        }
        return tuple(
            FilterItem(
                name=name,
                choices=(Choice(id="", text=texts.get("lijst.filter.alles")), *known),
                chosen=self._chosen.get(name, ""),
            )
            for name, known in choices.items()
            if name in ("stand", "sinds") or len(known) > 1
        )

    def _word(self, text: str) -> SearchWord:
        """The word, with what has it in its name."""
        texts = self._texts
        return SearchWord(
            text=text,
            gemeentecodes=tuple(
                code for code, name in self._names.items() if text in name.casefold()
            ),
            types=tuple(kind for kind in self._facets.types if text in self._kind(kind).casefold()),
            states=tuple(
                state.value
                for state in DecisionState
                if text in texts.get_or(f"stand.{state.value}", state.value).casefold()
            ),
        )

    def _kind(self, kind: str) -> str:
        """What a decision may come to: a fine may have become a warning."""
        short = self._texts.get_or(f"soort.{kind}", kind)
        return self._texts.get_or(f"lijst.soort.{kind}", short)

    def _row(self, item: CaseSummary) -> CaseRow:
        kinds = dict.fromkeys(item.decision_types)
        return CaseRow(
            id=item.id,
            number=item.number,
            title=item.title,
            kind=", ".join(self._kind(kind) for kind in kinds),
            municipality=self._names.get(item.gemeentecode, item.gemeentecode),
            state=self._texts.get_or(f"stand.{item.state}", item.state),
            changed=item.changed_at.astimezone().strftime("%d-%m-%Y %H:%M"),
        )

    def _page(self, found: FoundCases) -> CaseListPage:
        narrowed = any(self._chosen.values())
        none = "lijst.niets" if self._words else "lijst.leeg"
        if narrowed:
            none = "lijst.niets_met_filters"
        empty = "" if found.count else self._texts.get(none)
        return CaseListPage(
            rows=tuple(self._row(item) for item in found.newest),
            count=self._texts.dossiers(found.count),
            filters=self._filters(),
            is_filtered=narrowed,
            empty=empty,
            has_more=len(found.newest) < found.count,
        )
