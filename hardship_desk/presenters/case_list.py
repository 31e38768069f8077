"""The list of dossiers: search as you type, open one, start a new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from hardship_desk.domain.ids import CaseId
from hardship_desk.presenters.shell import Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.desk import Desk
from hardship_desk.services.ports.cases import CaseSummary


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

    def matches(self, words: tuple[str, ...]) -> bool:
        """Whether every word stands somewhere in the row."""
        parts = (self.number, self.title, self.kind, self.municipality, self.state)
        line = " ".join(parts).casefold()
        return all(word in line for word in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseListPage:
    """What the list shows."""

    rows: tuple[CaseRow, ...]
    count: str
    empty: str = ""


class CaseListView(Protocol):
    """Shows the list."""

    def show_page(self, page: CaseListPage) -> None:
        """Show these rows; the chosen row stays chosen where it is still there."""
        ...


class CaseListPresenter:
    """Fills the list and filters it."""

    def __init__(self, desk: Desk, view: CaseListView, texts: WindowTexts, shell: Shell) -> None:
        self._desk = desk
        self._view = view
        self._texts = texts
        self._shell = shell
        self._rows: tuple[CaseRow, ...] = ()
        self._words: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Read the dossiers again."""
        with told(self._shell, self._texts):
            names = {str(item.code): item.name for item in self._desk.cases.municipalities()}
            self._rows = tuple(
                self._row(item, names.get(item.gemeentecode, item.gemeentecode))
                for item in self._desk.cases.list_cases()
            )
        self._show()

    def search(self, text: str) -> None:
        """Show only the dossiers that hold all these words."""
        self._words = tuple(text.casefold().split())
        self._show()

    def open(self, case_id: CaseId) -> None:
        """Open a dossier."""
        self._shell.show_case(case_id)

    def _row(self, item: CaseSummary, municipality: str) -> CaseRow:
        kinds = dict.fromkeys(item.decision_types)
        return CaseRow(
            id=item.id,
            number=item.number,
            title=item.title,
            kind=", ".join(self._texts.get_or(f"soort.{kind}", kind) for kind in kinds),
            municipality=municipality,
            state=self._texts.get_or(f"stand.{item.state}", item.state),
            changed=item.changed_at.astimezone().strftime("%d-%m-%Y %H:%M"),
        )

    def _show(self) -> None:
        rows = tuple(row for row in self._rows if row.matches(self._words))
        empty = "" if rows else self._texts.get("lijst.leeg" if not self._rows else "lijst.niets")
        key = "lijst.aantal_een" if len(rows) == 1 else "lijst.aantal"
        count = self._texts.get(key, aantal=str(len(rows)))
        self._view.show_page(CaseListPage(rows=rows, count=count, empty=empty))
