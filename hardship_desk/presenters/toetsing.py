"""Checking a motivation from elsewhere: mark passages, see what is missing, write the note."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from hardship_desk.documents.advice_note import state_text
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.domain.toets import ElementState, Passage, Toets, ToetsElement
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.toets_draft import ToetsDraft
from hardship_desk.presenters.toets_groups import ToetsGroups
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import parse_date
from hardship_desk.services.toetsing import ToetsService


@dataclass(frozen=True, slots=True, kw_only=True)
class ElementRow:
    """One element as shown: its number, question, why and state."""

    number: int
    id: str
    basis: str
    question: str
    why: str
    rulings: tuple[str, ...]
    state: ElementState
    state_text: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToetsPage:
    """What the window shows: the text with its marks, and the elements."""

    text: str
    passages: tuple[Passage, ...]
    rows: tuple[ElementRow, ...]
    count: str


class ToetsView(Protocol):
    """The dialog."""

    def show_page(self, page: ToetsPage) -> None:
        """Show text, marks and elements."""
        ...

    def show_said(self, text: str, *, is_problem: bool) -> None:
        """What was done, or why not."""
        ...


class ToetsPresenter:
    """Keeps the check of one text while the dialog is open, also through a crash."""

    def __init__(
        self,
        service: ToetsService,
        view: ToetsView,
        texts: WindowTexts,
        run: Runner,
        today: date,
    ) -> None:
        self._service = service
        self._view = view
        self._texts = texts
        self._run = run
        self._toets = Toets(title="", type=service.types()[0].id, day=today, text="")
        self._elements: tuple[ToetsElement, ...] = ()
        self._saved = self._toets
        self.types = tuple(
            Choice(id=item.id, text=texts.get_or(f"soort.{item.id}", item.title))
            for item in service.types()
        )
        """The kinds of decision to choose from."""
        self.groups = ToetsGroups(
            lambda: self._toets,
            lambda: self._elements,
            self._changed,
            view,
            texts,
        )
        self.draft = ToetsDraft(service.drafts, self._toets, lambda: self._toets, self._on_failed)

    def start(self) -> Toets:
        """Show what was not finished before, or an empty check; gives what is shown."""
        found = self.draft.found(frozenset(item.id for item in self.types))
        if found is not None:
            moment, self._toets = found
            when = f"{moment.astimezone():%d-%m-%Y %H:%M}"
            self._view.show_said(self._texts.get("toets.terug", wanneer=when), is_problem=False)
        self._show()
        return self._toets

    @property
    def is_unsaved(self) -> bool:
        """Whether something was marked that stands in no note."""
        marked = self._toets.passages or self._toets.not_applicable or self._toets.remarks
        return bool(marked) and self._toets != self._saved

    def set_title(self, text: str) -> None:
        """What the piece is called in the note."""
        self._toets = replace(self._toets, title=text.strip())

    def set_type(self, kind: str) -> None:
        """Another kind of decision asks other elements; marks of shared ones stay."""
        self._toets = replace(self._toets, type=DecisionTypeId(kind))
        self._show()

    def set_day(self, raw: str) -> None:
        """Check against the law of another day."""
        day = parse_date(raw)
        if day is None:
            self._problem("toets.geen_dag")
            return
        self._toets = replace(self._toets, day=day)
        self._show()

    def set_text(self, text: str) -> None:
        """Put a text in; marks in an earlier text go with it."""
        self._toets = replace(self._toets, text=text, passages=())
        self._show()

    def open(self, path: Path) -> None:
        """Read a file; its name is what the piece is called, until something else is typed."""
        self._run(lambda: self._service.read(path), self.set_text, self._on_failed)

    def mark(self, number: int, start: int, end: int, *, thin: bool) -> None:
        """Mark a passage for the element with that number."""
        element = self._element(number)
        if element is None:
            return
        if start == end:
            self._problem("toets.geen_selectie")
            return
        passage = Passage(element=element.id, start=min(start, end), end=max(start, end), thin=thin)
        self._toets = self._toets.marked(passage)
        self._show()

    def leave_out(self, number: int) -> None:
        """Say that the element does not apply here."""
        element = self._element(number)
        if element is not None:
            self._toets = self._toets.left_out(element.id)
            self._show()

    def clear(self, number: int) -> None:
        """Take the marks of an element away."""
        element = self._element(number)
        if element is not None:
            self._toets = self._toets.cleared(element.id)
            self._show()

    def remark(self, number: int, text: str) -> None:
        """Write something about an element."""
        element = self._element(number)
        if element is not None:
            self._toets = self._toets.remarked(element.id, text)
            self._show()

    def write(self, path: Path) -> None:
        """Write the note."""
        if not self._toets.text.strip():
            self._problem("toets.geen_tekst")
            return
        toets = self._toets
        self._run(
            lambda: self._service.write_note(toets, path),
            lambda _: self._on_written(toets, path.name),
            self._on_failed,
        )

    def _changed(self, toets: Toets) -> None:
        self._toets = toets
        self._show()

    def _on_written(self, toets: Toets, name: str) -> None:
        self._saved = toets
        self._view.show_said(self._texts.get("toets.nota_klaar", bestand=name), is_problem=False)

    def _on_failed(self, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_said(f"{message.text} {message.advice}", is_problem=True)

    def _problem(self, key: str, **slots: str) -> None:
        self._view.show_said(self._texts.get(key, **slots), is_problem=True)

    def _element(self, number: int) -> ToetsElement | None:
        if 1 <= number <= len(self._elements):
            return self._elements[number - 1]
        self._problem("toets.geen_onderdeel", nummer=str(number))
        return None

    def _show(self) -> None:
        toets = self._toets
        self._elements = self._service.elements(toets.type, toets.day)
        rows = tuple(self._row(number, item) for number, item in enumerate(self._elements, start=1))
        states = [row.state for row in rows]
        missing, thin = states.count(ElementState.ONTBREEKT), states.count(ElementState.DUN)
        count = self._texts.get(
            "toets.telling",
            klaar=str(len(rows) - missing),
            alle=str(len(rows)),
            ontbreekt=str(missing),
            dun=str(thin),
        )
        known = {item.id for item in self._elements}
        passages = tuple(item for item in toets.passages if item.element in known)
        self._view.show_page(ToetsPage(text=toets.text, passages=passages, rows=rows, count=count))

    def _row(self, number: int, element: ToetsElement) -> ElementRow:
        state = self._toets.state_of(element.id)
        return ElementRow(
            number=number,
            id=element.id,
            basis=element.basis,
            question=element.question,
            why=self._texts.get("toets.waarom", waarom=element.why) if element.why else "",
            rulings=tuple(
                self._texts.get(
                    f"toets.nota.{'uitspraak_ongelezen' if item.unread else 'uitspraak'}",
                    ecli=item.ecli,
                    kern=item.gist,
                )
                for item in element.rulings
            ),
            state=state,
            state_text=state_text(self._toets, element.id, self._texts),
            remark=self._toets.remark(element.id),
        )
