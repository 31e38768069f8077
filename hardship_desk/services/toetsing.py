"""Checks a motivation from anywhere against what the law of its day asks. Needs no case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hardship_desk.assessment.clauses import EVERY_DECISION
from hardship_desk.documents.model import ReportDocument
from hardship_desk.domain.clock import Clock
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.domain.toets import ElementRuling, Toets, ToetsElement
from hardship_desk.plugin_api.catalogue import CaseLaw, Provision, ReadHow
from hardship_desk.questionnaire.model import DecisionType, Questionnaire
from hardship_desk.services.ports.rules import RuleBook
from hardship_desk.services.ports.toetsing import OutsidePapers
from hardship_desk.services.toets_drafts import ToetsDrafts


class ToetsService:
    """Knows the elements, reads texts, and lays out and writes the note."""

    def __init__(
        self,
        book: RuleBook,
        questionnaire: Questionnaire,
        papers: OutsidePapers,
        clock: Clock,
        drafts: ToetsDrafts,
    ) -> None:
        self.drafts = drafts
        """Keeps the check that is going on."""
        self._book = book
        self._questionnaire = questionnaire
        self._papers = papers
        self._clock = clock

    def types(self) -> tuple[DecisionType, ...]:
        """The kinds of decision."""
        return self._questionnaire.types

    def elements(self, kind: DecisionTypeId, day: date) -> tuple[ToetsElement, ...]:
        """What a motivation of that kind and day must establish: its own provisions, then the general."""
        named = self._questionnaire.decision_type(kind).provisions
        on_day = [item for item in self._book.provisions() if item.holds_on(day)]
        own = [item for item in on_day if item.id in named]
        general = [
            item for item in on_day if EVERY_DECISION in item.applies_to and item.id not in named
        ]
        unread = {item.ecli for item in self._book.rulings() if item.read_how is ReadHow.SUMMARY}
        return tuple(element for item in (*own, *general) for element in _elements(item, unread))

    def read(self, path: Path) -> str:
        """The text of a DOCX or text file; raises PackageError `tekst_onleesbaar`."""
        return self._papers.read(path)

    def note(self, toets: Toets) -> ReportDocument:
        """The advice: per element what was found, and the ruling that shows why it counts."""
        elements = self.elements(toets.type, toets.day)
        kind = self._questionnaire.decision_type(toets.type).title
        return self._papers.note(toets, elements, kind, self._clock.now())

    def write_note(self, toets: Toets, path: Path) -> None:
        """Write the note as PDF, or as DOCX where the name asks for it; raises WriteError."""
        self._papers.write(self.note(toets), path)


def _elements(provision: Provision, unread: set[str]) -> list[ToetsElement]:
    return [
        ToetsElement(
            id=f"{provision.id}/{item.element}",
            provision=provision.id,
            basis=provision.basis.dutch(),
            source=provision.source.title,
            name=item.element,
            question=item.question,
            why=item.why,
            rulings=tuple(_ruling(found, unread) for found in provision.case_law),
            must_hold=provision.motivation,
        )
        for item in provision.elements
    ]


def _ruling(found: CaseLaw, unread: set[str]) -> ElementRuling:
    return ElementRuling(ecli=found.ecli, gist=found.gist, unread=found.ecli in unread)
