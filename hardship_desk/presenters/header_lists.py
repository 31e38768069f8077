"""Reading a list of dossiers: look first, with every mistake; then all of them or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.errors import HardshipDeskError, PackageError
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.header_lists import HeaderList, HeaderListService, ListProblem, Watch

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage:
    """What the dialog shows of a list; `action` is empty where nothing can be taken over."""

    lines: tuple[str, ...]
    problems: tuple[str, ...]
    action: str


class ListView(Protocol):
    """The dialog."""

    def show_page(self, page: ListPage) -> None:
        """Show what the list holds."""
        ...

    def show_said(self, text: str, *, is_problem: bool) -> None:
        """What was done, or why not."""
        ...


class ListPresenter:
    """Keeps the list that was looked at until it is taken over."""

    def __init__(
        self, service: HeaderListService, view: ListView, texts: WindowTexts, run: Runner
    ) -> None:
        self._service = service
        self._view = view
        self._texts = texts
        self._run = run
        self._found = HeaderList(cases=())
        self.made = 0

    def look(self, path: Path) -> None:
        """Read the file and show what it holds."""

        def work() -> HeaderList:
            try:
                data = path.read_bytes()
            except OSError:
                raise PackageError("inlezen_onleesbaar") from None
            return self._service.look(data)

        self._run(work, self.show, self._on_failed)

    def take_in(self, watch: Watch) -> None:
        """Make the dossiers, beside the window."""
        found = self._found
        self._run(lambda: self._service.take_in(found, watch), self._on_made, self._on_failed)

    def show(self, found: HeaderList) -> None:
        """Show what was looked at."""
        self._found = found
        texts = self._texts
        dossiers = texts.dossiers(len(found.cases))
        lines = []
        if found.here:
            lines.append(texts.get("inlezen.staan_er", nummers=", ".join(found.here)))
        if found.problems:
            lines.append(texts.get("inlezen.fouten", aantal=str(len(found.problems))))
        elif found.cases:
            lines.append(texts.get("inlezen.in_orde", dossiers=dossiers))
        else:
            lines.append(texts.get("inlezen.niets"))
        may = bool(found.cases) and not found.problems
        self._view.show_page(
            ListPage(
                lines=tuple(lines),
                problems=tuple(self._line(item) for item in found.problems[:MOST_SHOWN]),
                action=texts.get("inlezen.neem_over", dossiers=dossiers) if may else "",
            )
        )

    def _line(self, problem: ListProblem) -> str:
        texts = self._texts
        what = texts.get(f"inlezen.fout.{problem.code}", tekst=problem.text, kolom=problem.column)
        if not problem.row:
            return texts.get("inlezen.fout_kop", wat=what)
        return texts.get(
            "inlezen.fout_regel", regel=str(problem.row), kolom=problem.column, wat=what
        )

    def _on_made(self, count: int) -> None:
        self.made = count
        self._found = HeaderList(cases=())
        self._view.show_page(ListPage(lines=(), problems=(), action=""))
        said = self._texts.get("inlezen.klaar", dossiers=self._texts.dossiers(count))
        self._view.show_said(said, is_problem=False)

    def _on_failed(self, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_said(f"{message.text} {message.advice}", is_problem=True)
