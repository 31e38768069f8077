"""Dossiers: list, open, make, import, and their persons, evidence and dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from hardship_desk.domain.bsn import bsns_in
from hardship_desk.domain.case import Case, CaseDates, Person, PersonRole
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.decision import CaseWeight, DecisionFile
from hardship_desk.domain.ids import (
    LANDELIJK,
    CaseId,
    CaseNumber,
    DecisionId,
    DecisionTypeId,
    Gemeentecode,
    PersonId,
)
from hardship_desk.domain.text import cleaned
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.case_parts import CaseParts, refuse_bsn
from hardship_desk.services.decision_headers import DecisionHeaders
from hardship_desk.services.new_ids import new_case_id, next_id
from hardship_desk.services.ports.case_lists import (
    ANY_CASE,
    CaseFacets,
    CaseFilter,
    CaseSummary,
    FoundCases,
    SearchWord,
)
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.problems import CaseProblem
from hardship_desk.services.raw_dates import RawDates


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCase:
    """The form for a new dossier, as typed; dates are text."""

    number: str
    gemeentecode: str
    title: str = ""
    type: DecisionTypeId
    weight: str
    weight_reason: str = ""
    person_label: str = ""
    conduct_from: str = ""
    conduct_to: str = ""
    decision_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A municipality to choose; `has_plugin` says that its own rules are in the program."""

    code: Gemeentecode
    name: str
    has_plugin: bool = False


class CaseService(CaseParts, DecisionHeaders):
    """Everything a dossier holds besides answers, notes, weighing and adoption."""

    def __init__(
        self,
        repository: CaseRepository,
        questionnaire: Questionnaire,
        municipalities: tuple[Municipality, ...],
        clock: Clock,
        *,
        is_practice: bool = False,
    ) -> None:
        super().__init__(repository)
        self._questionnaire = questionnaire
        self._municipalities = municipalities
        self._clock = clock
        self._is_practice = is_practice

    def list_cases(self) -> tuple[CaseSummary, ...]:
        """All dossiers, the one changed last first."""
        return self._repository.list_cases()

    def find_cases(
        self, words: tuple[SearchWord, ...], newest: int, narrowed: CaseFilter = ANY_CASE
    ) -> FoundCases:
        """The newest of the dossiers that hold every word and fit, and how many there are."""
        return self._repository.find_cases(words, newest, narrowed)

    def facets(self) -> CaseFacets:
        """Which municipalities, kinds of decision and makers there are to filter by."""
        return self._repository.facets()

    def open_case(self, case_id: CaseId) -> Case:
        """The dossier, whole, for someone to look at, which is logged; KeyError where it is absent."""
        found = self._repository.load(case_id)
        self._repository.note(case_id, "dossier_ingezien")
        return found

    def current(self, case_id: CaseId) -> Case:
        """The dossier as it stands now, for a page that shows it already."""
        return self._repository.load(case_id)

    def municipalities(self) -> tuple[Municipality, ...]:
        """What can be chosen, by name; "landelijk" first."""
        return self._municipalities

    def create_case(self, form: NewCase) -> Case | tuple[CaseProblem, ...]:
        """A new dossier with one decision, saved; or what is wrong with the form."""
        made = self.prepared(form)
        if isinstance(made, Case):
            self._repository.add_case(made)
        return made

    def prepared(self, form: NewCase) -> Case | tuple[CaseProblem, ...]:
        """A new dossier with one decision, not saved yet; or what is wrong with the form."""
        dates = RawDates()
        conduct = dates.period("conduct", form.conduct_from, form.conduct_to)
        decided = dates.day("decision_date", form.decision_date)
        problems = (*_form_problems(form, self._known(form)), *dates.problems())
        if problems:
            return problems
        now = self._clock.now()
        person = Person(
            id=PersonId("inwoner"), role=PersonRole.INWONER, label=cleaned(form.person_label)
        )
        decision = DecisionFile(
            id=DecisionId(next_id(form.type, ())),
            type=form.type,
            person=person.id,
            weight=CaseWeight(form.weight),
            weight_reason=cleaned(form.weight_reason),
            decision_date=decided,
        )
        return Case(
            id=new_case_id(),
            number=CaseNumber(cleaned(form.number)),
            gemeentecode=Gemeentecode(form.gemeentecode),
            created_at=now,
            changed_at=now,
            title=cleaned(form.title),
            dates=CaseDates(gedraging=conduct),
            persons=(person,),
            decisions=(decision,),
            is_practice=self._is_practice,
        )

    def import_case(self, case: Case) -> Case:
        """A dossier from a file of the program itself; see `import_cases`."""
        imported = self._as_own(case)
        self._repository.add_case(imported)
        return imported

    def import_cases(self, cases: tuple[Case, ...], event: str, subject: str) -> tuple[Case, ...]:
        """Dossiers from a file, saved under new ids and marked as this store marks its own.

        All of them or none; `event` with `subject` says in the log where each came from.
        HardshipDeskError `bsn_in_tekst` where a BSN stands in what is shown in lists and titles.
        """
        imported = tuple(self._as_own(case) for case in cases)
        with self._repository.together():
            for case in imported:
                self._repository.add_case(case)
                self._repository.note(case.id, event, subject)
        return imported

    def _as_own(self, case: Case) -> Case:
        refuse_bsn(case)
        now = self._clock.now()
        return replace(
            case,
            id=new_case_id(),
            created_at=now,
            changed_at=now,
            is_practice=self._is_practice,
        )

    def _known(self, form: NewCase) -> Mapping[str, bool]:
        """Whether each choice of the form is one that exists."""
        codes = {LANDELIJK, *(item.code for item in self._municipalities)}
        return {
            "gemeentecode": form.gemeentecode in codes,
            "type": form.type in {item.id for item in self._questionnaire.types},
            "weight": form.weight in set(CaseWeight),
        }


def _form_problems(form: NewCase, known: Mapping[str, bool]) -> tuple[CaseProblem, ...]:
    required: Mapping[str, Callable[[], str]] = {
        "number": lambda: form.number,
        "gemeentecode": lambda: form.gemeentecode,
        "weight_reason": lambda: form.weight_reason,
    }
    empty = {name for name, read in required.items() if not read().strip()}
    found = [CaseProblem(field=name, code="leeg") for name in required if name in empty]
    for name, is_known in known.items():
        if not is_known and name not in empty:
            found.append(CaseProblem(field=name, code="onbekend"))
    shown = {"number": form.number, "title": form.title, "person_label": form.person_label}
    found += [
        CaseProblem(field=name, code="bsn") for name, text in shown.items() if any(bsns_in(text))
    ]
    return tuple(found)
