"""Rulings known by a summary only: they are cited after someone says to have read them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from hardship_desk.assessment.result import Assessment
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.legal_basis import LegalBasis
from hardship_desk.domain.ruling_reading import RulingReading
from hardship_desk.domain.text import cleaned
from hardship_desk.plugin_api.catalogue import ReadHow, Ruling
from hardship_desk.questionnaire.answer_parsing import parse_date
from hardship_desk.services.ports.organisation import OrganisationStore
from hardship_desk.services.problems import CaseProblem

_ECLI = re.compile(r"(?:[;,]\s*|\()?\bECLI:[A-Z]{2}:[A-Z0-9]+:\d{4}:[A-Z0-9]+\)?")
_BARE = re.compile(r"ECLI:[A-Z]{2}:[A-Z0-9]+:\d{4}:[A-Z0-9]+")


class RulingReadings:
    """Keeps who read which ruling, for the whole organisation."""

    def __init__(self, store: OrganisationStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def reading(self, ecli: str) -> RulingReading | None:
        """Who read the ruling, or None."""
        return next((item for item in self._store.readings() if item.ecli == ecli), None)

    def tick(self, ecli: str, on_raw: str, by: str) -> CaseProblem | None:
        """Keep that someone read it; a problem means that nothing was saved."""
        day = parse_date(on_raw)
        if day is None:
            return CaseProblem(field="dag", code="geen_datum")
        if day > self._clock.today():
            return CaseProblem(field="dag", code="dag_nog_niet_geweest")
        if not by.strip():
            return CaseProblem(field="wie", code="wie_ontbreekt")
        self._store.save_reading(RulingReading(ecli=ecli, on=day, by=cleaned(by)))
        return None

    def untick(self, ecli: str) -> None:
        """Take back that it was read."""
        self._store.remove_reading(ecli)


@dataclass(frozen=True, slots=True)
class Citable:
    """Leaves out of a motivation and a report every ruling that nobody read."""

    unread: frozenset[str]
    instead: str

    @classmethod
    def of(
        cls, rulings: Iterable[Ruling], readings: Iterable[RulingReading], instead: str
    ) -> Citable:
        """What may be cited; `instead` stands where only an unread ruling stood."""
        read = {item.ecli for item in readings}
        summaries = {item.ecli for item in rulings if item.read_how is ReadHow.SUMMARY}
        return cls(frozenset(summaries - read - {""}), instead)

    def basis(self, basis: LegalBasis) -> LegalBasis:
        """The basis without a ruling that nobody read."""
        if basis.ecli not in self.unread:
            return basis
        return replace(basis, ecli="", law=basis.law or self.instead)

    def text(self, text: str) -> str:
        """The drafted text without the numbers of rulings that nobody read."""

        def kept(match: re.Match[str]) -> str:
            found = _BARE.search(match.group(0))
            return "" if found is not None and found.group(0) in self.unread else match.group(0)

        return _ECLI.sub(kept, text)

    def assessment(self, assessment: Assessment) -> Assessment:
        """The assessment as it may be printed."""
        if not self.unread:
            return assessment
        return replace(
            assessment,
            findings=tuple(
                replace(item, basis=self.basis(item.basis), text=self.text(item.text))
                for item in assessment.findings
            ),
            computations=tuple(self._computation(item) for item in assessment.computations),
            considerations=tuple(
                replace(item, text=self.text(item.text)) for item in assessment.considerations
            ),
            letter_blocks=tuple(
                replace(item, text=self.text(item.text)) for item in assessment.letter_blocks
            ),
        )

    def _computation(self, computation: Computation) -> Computation:
        lines = (replace(line, basis=self.basis(line.basis)) for line in computation.lines)
        return replace(computation, lines=tuple(lines))
