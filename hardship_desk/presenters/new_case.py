"""The form for a new dossier: one page, everything needed to start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from hardship_desk.domain.case import Case
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.domain.text import cleaned
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.shell import Message, MessageKind, Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.cases import NewCase
from hardship_desk.services.desk import Desk
from hardship_desk.services.ports.case_lists import SearchWord
from hardship_desk.services.problems import CaseProblem

_MOST_ALIKE = 500
"""So many dossiers that hold the number are looked at: most often there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCaseForm:
    """What was typed, as it stands in the fields."""

    number: str
    municipality: str
    title: str
    type: str
    weight: str
    weight_reason: str
    person: str
    conduct_from: str
    conduct_to: str
    decision_date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCasePage:
    """What the form shows; `errors` by the name of the field, `known` what to begin with."""

    municipalities: tuple[Choice, ...]
    types: tuple[Choice, ...]
    weights: tuple[Choice, ...]
    errors: Mapping[str, str]
    known: NewCaseForm | None = None
    about: str = ""
    municipality: str = ""
    """The one to begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownCase:
    """What is known of a dossier to be made; `keep` puts its answers in, if they fit.

    `said` is what to tell when they did.
    """

    form: NewCaseForm
    keep: Callable[[Case], bool]
    said: str
    before: str = ""
    """What comes along, said above the form."""


class NewCaseView(Protocol):
    """Shows the form."""

    def show_page(self, page: NewCasePage) -> None:
        """Show choices and errors; what was typed stays."""
        ...


class NewCasePresenter:
    """Makes a dossier from the form, or says at each field what is wrong."""

    def __init__(self, desk: Desk, view: NewCaseView, texts: WindowTexts, shell: Shell) -> None:
        self._desk = desk
        self._view = view
        self._texts = texts
        self._shell = shell
        self._known: KnownCase | None = None
        self._asked = ""

    def start(self, known: KnownCase | None = None) -> None:
        """Show the empty form, or one that begins with what is known already."""
        self._known = known
        page = replace(self._page({}), municipality=self._own_municipality())
        if known is not None:
            page = replace(page, known=known.form, about=known.before)
        self._view.show_page(page)

    def create(self, form: NewCaseForm) -> None:
        """Make the dossier and open it; the first time not where another has that zaaknummer."""
        with told(self._shell, self._texts):
            new = _new_case(form)
            in_use = self._said_of_number(new)
            made = self._desk.cases.prepared(new) if in_use else self._desk.cases.create_case(new)
            errors = self._errors(made) if isinstance(made, tuple) else {}
            if isinstance(made, tuple) or in_use:
                self._view.show_page(self._page({"number": in_use, **errors}))
            else:
                kept = self._known is not None and self._known.keep(made)
                self._shell.show_case(made.id)
                if kept and self._known is not None:
                    said = Message(kind=MessageKind.DONE, text=self._known.said)
                    self._shell.show_message(said)

    def _own_municipality(self) -> str:
        """The only one with a letter head, or the one of the dossier that was worked on last."""
        own = self._desk.organisation.municipalities()
        if len(own) == 1:
            return own[0]
        if self._desk.is_practice:
            return ""
        last = self._desk.cases.find_cases((), 1).newest
        return last[0].gemeentecode if last else ""

    def _said_of_number(self, new: NewCase) -> str:
        """That another dossier has this zaaknummer, once for each number: it may be meant so."""
        wanted = cleaned(new.number).casefold()
        if not wanted or wanted == self._asked:
            return ""
        found = self._desk.cases.find_cases((SearchWord(text=wanted),), _MOST_ALIKE).newest
        same = next((item for item in found if item.number.casefold() == wanted), None)
        if same is None:
            return ""
        self._asked = wanted
        return self._texts.get("nieuw.nummer_in_gebruik", titel=same.title or same.number)

    def _errors(self, problems: tuple[CaseProblem, ...]) -> dict[str, str]:
        return {
            item.field: self._texts.get_or(
                f"probleem.{item.field}.{item.code}",
                self._texts.problem(item.code, item.parameters),
            )
            for item in problems
        }

    def _page(self, errors: Mapping[str, str]) -> NewCasePage:
        municipalities = tuple(
            Choice(
                id=item.code,
                text=item.name,
                detail=self._texts.get("nieuw.eigen_regels") if item.has_plugin else "",
            )
            for item in self._desk.cases.municipalities()
        )
        types = tuple(
            Choice(id=item.id, text=item.title) for item in self._desk.questionnaire.types
        )
        weights = tuple(
            Choice(
                id=weight.value,
                text=self._texts.get(f"gewicht.{weight.value}"),
                detail=self._texts.get(f"gewicht_uitleg.{weight.value}"),
            )
            for weight in CaseWeight
        )
        return NewCasePage(
            municipalities=municipalities, types=types, weights=weights, errors=errors
        )


def _new_case(form: NewCaseForm) -> NewCase:
    return NewCase(
        number=form.number.strip(),
        gemeentecode=form.municipality,
        title=form.title.strip(),
        type=DecisionTypeId(form.type),
        weight=form.weight,
        weight_reason=form.weight_reason.strip(),
        person_label=form.person.strip(),
        conduct_from=form.conduct_from,
        conduct_to=form.conduct_to,
        decision_date=form.decision_date,
    )
