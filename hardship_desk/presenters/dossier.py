"""The page with what the whole dossier shares: dates, persons, and the head of the decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from hardship_desk.domain.case import Person, PersonRole
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.ids import PersonId
from hardship_desk.domain.period import Period
from hardship_desk.presenters.calculation_item import shown_period
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.drafts import Drafts
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.saving import Saver, saved_text
from hardship_desk.presenters.shell import Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.case_parts import DatesForm
from hardship_desk.services.new_ids import next_id
from hardship_desk.services.problems import CaseProblem
from hardship_desk.services.raw_dates import RawDates

DATES = ("conduct_from", "conduct_to", "entitlement_from", "entitlement_to", "reported_on")
HEAD = ("decision_date", "weight", "weight_reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonItem:
    """A person as shown."""

    id: str
    role: str
    label: str
    period: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierPage:
    """What the page shows; `fields` as typed, `stored` as saved, `errors`, by the name of the field."""

    fields: dict[str, str]
    stored: dict[str, str]
    errors: dict[str, str]
    persons: tuple[PersonItem, ...]
    roles: tuple[Choice, ...]
    weights: tuple[Choice, ...]
    saved: str
    locked: bool


class DossierView(Protocol):
    """Shows the page."""

    def show_page(self, page: DossierPage) -> None:
        """Show the page in place; what has the focus is left alone."""
        ...


class DossierPresenter:
    """Saves dates, persons and the head of the decision; a wrong date stays as it was typed."""

    def __init__(
        self, case: OpenCase, view: DossierView, texts: WindowTexts, shell: Shell, drafts: Drafts
    ) -> None:
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self._saver = Saver(case, shell, texts)
        self._typed = drafts.texts_of("gegevens")
        self._errors = dict.fromkeys(self._typed, texts.get("concept.vraag"))

    def refresh(self) -> None:
        """Show the page as it stands."""
        self._view.show_page(self._page())

    def set_field(self, name: str, text: str) -> None:
        """Save one of the dates, or the weight with its reason."""
        self._typed[name] = text
        with self._saver.saving(f"dossier/{name}", partial(self.set_field, name, text)):
            if name in DATES:
                self._save(DATES, self._save_dates)
            elif name == "decision_date":
                self._save((name,), self._save_decision_date)
            else:
                self._save(("weight", "weight_reason"), self._save_weight)
        self.refresh()

    def add_person(self, role: str, label: str, start: str, end: str) -> bool:
        """Add a person; tell whether that went well."""
        raw = RawDates()
        period = raw.period("person", start, end)
        problems = list(raw.problems())
        if not role:
            problems.append(CaseProblem(field="role", code="onbekend"))
        with told(self._shell, self._texts):
            if not problems:
                self._save_person(PersonRole(role), label.strip(), period)
        self._note(("role", "person_from", "person_to"), tuple(problems))
        self.refresh()
        return not problems

    def remove_person(self, person: str) -> None:
        """Take a person out, unless a decision is about them."""
        case = self._case
        with told(self._shell, self._texts):
            problem = case.desk.cases.remove_person(case.case_id, PersonId(person))
            self._note(("person",), (problem,) if problem else ())
            case.saved()
        self.refresh()

    def _save_person(self, role: PersonRole, label: str, period: Period | None) -> None:
        case = self._case
        taken = (person.id for person in case.case.persons)
        person = Person(
            id=PersonId(next_id(role.value, taken)), role=role, label=label, period=period
        )
        case.desk.cases.save_person(case.case_id, person)
        case.saved()

    def _save(self, names: tuple[str, ...], save: Callable[[], tuple[CaseProblem, ...]]) -> None:
        problems = save()
        self._note(names, problems)
        if not problems:
            for name in names:
                self._typed.pop(name, None)
            self._case.saved()

    def _save_dates(self) -> tuple[CaseProblem, ...]:
        now = self._fields()
        form = DatesForm(
            conduct_from=now["conduct_from"],
            conduct_to=now["conduct_to"],
            entitlement_from=now["entitlement_from"],
            entitlement_to=now["entitlement_to"],
            reported_on=now["reported_on"],
        )
        return self._case.desk.cases.save_dates(self._case.case_id, form)

    def _save_decision_date(self) -> tuple[CaseProblem, ...]:
        case, raw = self._case, self._fields()["decision_date"]
        problem = case.desk.cases.set_decision_date(case.case_id, case.decision_id, raw)
        return (problem,) if problem else ()

    def _save_weight(self) -> tuple[CaseProblem, ...]:
        case, now = self._case, self._fields()
        problem = case.desk.cases.set_weight(
            case.case_id, case.decision_id, now["weight"], now["weight_reason"]
        )
        return (problem,) if problem else ()

    def _note(self, names: tuple[str, ...], problems: tuple[CaseProblem, ...]) -> None:
        for name in names:
            self._errors.pop(name, None)
        for item in problems:
            self._errors[item.field] = self._texts.problem(item.code, item.parameters)

    def _fields(self) -> dict[str, str]:
        """Every field as typed, or as saved where nothing is typed."""
        return {**self._stored(), **self._typed}

    def _stored(self) -> dict[str, str]:
        dates, decision = self._case.case.dates, self._case.decision
        day = decision.decision_date
        return {
            **_both("conduct", dates.gedraging),
            **_both("entitlement", dates.rechtperiode),
            "reported_on": show_date(dates.melding) if dates.melding else "",
            "decision_date": show_date(day) if day else "",
            "weight": decision.weight.value,
            "weight_reason": decision.weight_reason,
        }

    def _page(self) -> DossierPage:
        case, texts = self._case, self._texts
        return DossierPage(
            fields=self._fields(),
            stored=self._stored(),
            errors=dict(self._errors),
            persons=tuple(
                PersonItem(
                    id=item.id,
                    role=texts.get(f"rol.{item.role.value}"),
                    label=item.label,
                    period=shown_period(item.period, texts),
                )
                for item in case.case.persons
            ),
            roles=tuple(
                Choice(id=role.value, text=texts.get(f"rol.{role.value}")) for role in PersonRole
            ),
            weights=tuple(
                Choice(
                    id=weight.value,
                    text=texts.get(f"gewicht.{weight.value}"),
                    detail=texts.get(f"gewicht_uitleg.{weight.value}"),
                )
                for weight in CaseWeight
            ),
            saved=saved_text(case, texts),
            locked=case.decision.is_sealed,
        )


def _both(name: str, period: Period | None) -> dict[str, str]:
    start = show_date(period.start) if period else ""
    end = show_date(period.end) if period and period.end else ""
    return {f"{name}_from": start, f"{name}_to": end}
