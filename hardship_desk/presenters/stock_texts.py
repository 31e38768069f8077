"""Texts to use again: found by a few letters while writing, and a user's own kept and mended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from hardship_desk.assessment.reference import fold
from hardship_desk.domain.stock_text import OwnText
from hardship_desk.presenters.calculation_item import source_line
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.shell import Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.stock_texts import OfferedText, StockTextService, title_of


@dataclass(frozen=True, slots=True, kw_only=True)
class StockLine:
    """One text to choose: its title, whose it is and what it rests on, and its words."""

    id: str
    title: str
    detail: str
    text: str


class StockTextFinder:
    """Finds a text for the open decision; own ones come first."""

    def __init__(self, case: OpenCase, texts: WindowTexts) -> None:
        desk = case.desk
        self._texts = texts
        dates = case.assessment.context.dates
        offered = desk.stock_texts.offered(case.case, case.decision, dates)
        self._lines = (
            *(self._own(item) for item in desk.stock_texts.own()),
            *(self._line(item) for item in offered),
        )

    def find(self, typed: str) -> tuple[StockLine, ...]:
        """The texts in which every word stands, those with them in the title first."""
        words = tuple(fold(typed).split())
        found = [item for item in self._lines if _has(item, words)]
        return tuple(sorted(found, key=lambda item: not _has_in_title(item, words)))

    def _own(self, item: OwnText) -> StockLine:
        detail = self._texts.get("tekstblok.eigen")
        return StockLine(id=item.id, title=item.title, detail=detail, text=item.text)

    def _line(self, item: OfferedText) -> StockLine:
        return StockLine(
            id=item.text.id,
            title=item.text.title,
            detail=" · ".join(self._details(item)),
            text=item.text.text,
        )

    def _details(self, item: OfferedText) -> Iterator[str]:
        own = self._texts.get("tekstblok.landelijk")
        yield own if item.text.is_national else item.text.publisher
        rests_on = item.provision
        if rests_on is not None:
            yield source_line(rests_on.basis, None, rests_on.certainty, self._texts)
            yield rests_on.source.title


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTextsPage:
    """A user's own texts, the one that is open, and what came of the last deed."""

    own: tuple[OwnText, ...]
    chosen: str = ""
    title: str = ""
    text: str = ""
    said: str = ""
    problem: str = ""


class OwnTextsView(Protocol):
    """Shows the texts of a user."""

    def show_page(self, page: OwnTextsPage) -> None:
        """Show the list, and the fields as they are to stand."""
        ...


class OwnTextsPresenter:
    """Keeps, mends and throws away a user's own texts."""

    def __init__(
        self, service: StockTextService, view: OwnTextsView, texts: WindowTexts, shell: Shell
    ) -> None:
        self._service = service
        self._view = view
        self._texts = texts
        self._shell = shell

    def start(self, text: str = "") -> None:
        """Show the list; with a text it is a new one that is not kept yet."""
        self._show("", title_of(text) if text else "", text)

    def choose(self, text_id: str) -> None:
        """Open a text of the list."""
        with told(self._shell, self._texts):
            found = {item.id: item for item in self._service.own()}.get(text_id)
            if found is not None:
                self._show(found.id, found.title, found.text)

    def keep(self, text_id: str, title: str, text: str) -> None:
        """Keep what stands in the fields; without an id it is a new text."""
        with told(self._shell, self._texts):
            before = {item.id for item in self._service.own()}
            problem = self._service.keep(title, text, text_id)
            if problem is not None:
                said = self._texts.problem(problem.code, problem.parameters)
                self._show(text_id, title, text, problem=said)
                return
            made = [item for item in self._service.own() if item.id not in before]
            kept = made[0].id if made else text_id
            named = next(item for item in self._service.own() if item.id == kept)
            said = self._texts.get("tekstblok.bewaard", titel=named.title)
            self._show(named.id, named.title, named.text, said=said)

    def remove(self, text_id: str, title: str, text: str) -> None:
        """Throw a text away; its words stay in the fields, so that it can be kept again."""
        with told(self._shell, self._texts):
            self._service.remove(text_id)
            said = self._texts.get("tekstblok.weggegooid", titel=title)
            self._show("", title, text, said=said)

    def _show(
        self, chosen: str, title: str, text: str, *, said: str = "", problem: str = ""
    ) -> None:
        with told(self._shell, self._texts):
            self._view.show_page(
                OwnTextsPage(
                    own=self._service.own(),
                    chosen=chosen,
                    title=title,
                    text=text,
                    said=said,
                    problem=problem,
                )
            )


def _has(item: StockLine, words: tuple[str, ...]) -> bool:
    line = fold(f"{item.title} {item.detail} {item.text}")
    return all(word in line for word in words)


def _has_in_title(item: StockLine, words: tuple[str, ...]) -> bool:
    title = fold(item.title)
    return all(word in title for word in words)
