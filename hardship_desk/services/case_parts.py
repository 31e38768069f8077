"""The parts of a dossier that its decisions share: dates, persons, evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hardship_desk.domain.bsn import bsns_in
from hardship_desk.domain.case import Case, CaseDates, Person
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.ids import CaseId, EvidenceId, PersonId
from hardship_desk.domain.text import cleaned
from hardship_desk.services.ports.cases import CaseRepository
from hardship_desk.services.problems import CaseProblem
from hardship_desk.services.raw_dates import RawDates


@dataclass(frozen=True, slots=True, kw_only=True)
class DatesForm:
    """The dates of the dossier, as typed."""

    conduct_from: str = ""
    conduct_to: str = ""
    entitlement_from: str = ""
    entitlement_to: str = ""
    reported_on: str = ""


class CaseParts:
    """Saves what belongs to the whole dossier."""

    def __init__(self, repository: CaseRepository) -> None:
        self._repository = repository

    def save_dates(self, case_id: CaseId, form: DatesForm) -> tuple[CaseProblem, ...]:
        """Save the dates; where one is wrong, save none and say which."""
        raw = RawDates()
        dates = CaseDates(
            gedraging=raw.period("conduct", form.conduct_from, form.conduct_to),
            rechtperiode=raw.period("entitlement", form.entitlement_from, form.entitlement_to),
            melding=raw.day("reported_on", form.reported_on),
        )
        if not raw.problems():
            case = self._repository.load(case_id)
            self._repository.save_header(replace(case, dates=dates))
        return raw.problems()

    def save_person(self, case_id: CaseId, person: Person) -> None:
        """Add or replace a person; HardshipDeskError `bsn_in_tekst` where the label holds a BSN."""
        person = replace(person, label=cleaned(person.label))
        if any(bsns_in(person.label)):
            raise HardshipDeskError("bsn_in_tekst")
        self._repository.save_person(case_id, person)

    def remove_person(self, case_id: CaseId, person_id: PersonId) -> CaseProblem | None:
        """Take a person out, unless a decision is about them."""
        case = self._repository.load(case_id)
        if any(decision.person == person_id for decision in case.decisions):
            return CaseProblem(field="person", code="persoon_heeft_besluit")
        self._repository.remove_person(case_id, person_id)
        return None

    def save_evidence(self, case_id: CaseId, evidence: Evidence) -> CaseProblem | None:
        """Add or replace a piece of evidence; it needs a title."""
        evidence = replace(
            evidence, title=cleaned(evidence.title), location=cleaned(evidence.location)
        )
        if not evidence.title:
            return CaseProblem(field="title", code="leeg")
        if any(bsns_in(f"{evidence.title} {evidence.location} {evidence.verified_by}")):
            return CaseProblem(field="title", code="bsn")
        self._repository.save_evidence(case_id, evidence)
        return None

    def remove_evidence(self, case_id: CaseId, evidence_id: EvidenceId) -> None:
        """Take a piece of evidence out."""
        self._repository.remove_evidence(case_id, evidence_id)


def refuse_bsn(case: Case) -> None:
    """HardshipDeskError `bsn_in_tekst` where one stands in what lists, titles and file names show."""
    shown = [case.number, case.title, *(item.label for item in case.persons)]
    shown += [f"{item.title} {item.location} {item.verified_by}" for item in case.evidence]
    shown += [f"{item.channel} {item.with_whom}" for item in case.conversations]
    if any(any(bsns_in(text)) for text in shown):
        raise HardshipDeskError("bsn_in_tekst")
