"""The page with the pieces of evidence: a list, and all fields of the chosen one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.evidence import Evidence, EvidenceKind, EvidenceStatus, Verification
from hardship_desk.domain.ids import EvidenceId, QuestionId
from hardship_desk.domain.period import Period
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.drafts import Drafts
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.saving import Saver
from hardship_desk.presenters.shell import Message, MessageKind, Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.evidence_files import EvidenceFilesService
from hardship_desk.services.new_ids import next_id
from hardship_desk.services.problems import CaseProblem
from hardship_desk.services.raw_dates import RawDates

TEXTS = ("title", "location", "verified_by")
DATES = ("dated", "verified_on", "covers_from", "covers_to")
YES, NO = "ja", "nee"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """One piece in the list."""

    id: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePage:
    """What the page shows; of the chosen piece `fields` as saved, `typed` before, `errors`, by name."""

    rows: tuple[EvidenceRow, ...]
    chosen: str
    fields: dict[str, str]
    typed: dict[str, str]
    errors: dict[str, str]
    choices: dict[str, tuple[Choice, ...]]
    supports: tuple[str, ...]
    supports_text: str
    questions: tuple[Choice, ...]
    has_copy: bool = False
    policy: str = ""


class EvidenceView(Protocol):
    """Shows the page."""

    def show_page(self, page: EvidencePage) -> None:
        """Show list and form; the form is filled again only for another piece."""
        ...


class EvidencePresenter:
    """Saves pieces of evidence."""

    def __init__(
        self, case: OpenCase, view: EvidenceView, texts: WindowTexts, shell: Shell, drafts: Drafts
    ) -> None:
        self._drafts = drafts
        self._case = case
        self._view = view
        self._texts = texts
        self._shell = shell
        self._saver = Saver(case, shell, texts)
        self._chosen = next(
            (item.id for item in case.case.evidence if drafts.of(draft_place(item.id))), ""
        )
        known = self._known()
        self._supports: tuple[str, ...] = known.supports if known else ()
        self._errors: dict[str, str] = {}

    def refresh(self) -> None:
        """Show the page as it stands."""
        self._view.show_page(self._page())

    def choose(self, evidence: str) -> None:
        """Show a piece; an empty name shows the form for a new one."""
        self._chosen = evidence
        known = self._known()
        self._supports = known.supports if known else ()
        self._errors = {}
        self.refresh()

    def set_supports(self, questions: tuple[str, ...]) -> None:
        """Say which questions the piece carries; a piece that exists is saved at once."""
        self._supports = questions
        known = self._known()
        if known is not None:
            self._save(replace(known, supports=tuple(QuestionId(item) for item in questions)))
        self.refresh()

    def save(self, fields: dict[str, str]) -> bool:
        """Save the form as a piece; tell whether that went well."""
        raw = RawDates()
        dated, checked = (
            raw.day("dated", fields["dated"]),
            raw.day("verified_on", fields["verified_on"]),
        )
        covers = raw.period("covers", fields["covers_from"], fields["covers_to"])
        problems = list(raw.problems())
        if not fields["title"].strip():
            problems.append(CaseProblem(field="title", code="leeg"))
        self._note(problems)
        place = draft_place(self._chosen)
        if not problems:
            self._save(self._piece(fields, (dated, checked, covers)))
            if not self._case.pending:
                self._drafts.keep(place, {})
        self.refresh()
        return not problems

    def _piece(
        self, fields: dict[str, str], days: tuple[date | None, date | None, Period | None]
    ) -> Evidence:
        """The form as a piece: the chosen one, or a new one that is chosen from now on."""
        known, (dated, checked, covers) = self._known(), days
        taken = (item.id for item in self._case.case.evidence)
        self._chosen = known.id if known else EvidenceId(next_id("bewijs", taken))
        return Evidence(
            id=EvidenceId(self._chosen),
            title=fields["title"].strip(),
            kind=EvidenceKind(fields["kind"] or EvidenceKind.STUK),
            dated=dated,
            location=fields["location"].strip(),
            sha256=known.sha256 if known else "",
            verification=Verification(fields["verification"] or Verification.NIET),
            verified_by=fields["verified_by"].strip(),
            verified_on=checked,
            contradicted=_yes_no(fields["contradicted"]),
            covers=covers,
            status=EvidenceStatus(fields["status"] or EvidenceStatus.ONBEKEND),
            supports=tuple(QuestionId(item) for item in self._supports),
            incriminating=_yes_no(fields["incriminating"]),
        )

    def drop(self, paths: tuple[str, ...]) -> None:
        """Take files as pieces: title, date and hash; a copy only where the policy keeps one."""
        files = self._case.desk.evidence_files
        if files is not None:
            for path in paths:
                with told(self._shell, self._texts):
                    self._take(files, Path(path))
        self.refresh()

    def _take(self, files: EvidenceFilesService, path: Path) -> None:
        found, case = files.look_at(path), self._case
        taken = EvidenceId(next_id("bewijs", (item.id for item in case.case.evidence)))
        self._chosen, self._supports = taken, ()
        self._save(
            Evidence(
                id=taken,
                title=found.title,
                kind=EvidenceKind.STUK,
                dated=found.dated,
                sha256=found.sha256,
                verification=Verification.NIET,
                status=EvidenceStatus.ONBEKEND,
            )
        )
        if any(item.id == taken for item in case.case.evidence):
            kept = files.keep(case.case_id, taken, path)
            key = "bewijs.met_kopie" if kept else "bewijs.zonder_kopie"
            text = self._texts.get(key, titel=found.title)
            self._shell.show_message(Message(kind=MessageKind.DONE, text=text))

    def copy_out(self, folder: str) -> None:
        """Write the copy of the chosen piece to a folder, and say that it is not encrypted there."""
        files, known = self._case.desk.evidence_files, self._known()
        with told(self._shell, self._texts):
            if known is not None:
                written = files.copy_out(self._case.case_id, known, Path(folder))
                if written is not None:
                    text = self._texts.get("bewijs.kopie_klaar", bestand=str(written))
                    advice = self._texts.get("bewijs.kopie_klaar_advies")
                    message = Message(kind=MessageKind.WARNING, text=text, advice=advice)
                    self._shell.show_message(message)

    def remove(self) -> None:
        """Take the chosen piece out."""
        case = self._case
        with told(self._shell, self._texts):
            if self._chosen:
                case.desk.cases.remove_evidence(case.case_id, EvidenceId(self._chosen))
                self._drafts.keep(draft_place(self._chosen), {})
                case.saved()
        self.choose("")

    def _save(self, evidence: Evidence) -> None:
        case = self._case
        again = partial(self._save, evidence)
        with self._saver.saving(f"bewijs/{evidence.id}", again):
            problem = case.desk.cases.save_evidence(case.case_id, evidence)
            self._note([problem] if problem else [])
            if problem is None:
                case.saved()
                text = self._texts.get("bewijs.opgeslagen")
                self._shell.show_message(Message(kind=MessageKind.DONE, text=text))

    def _note(self, problems: list[CaseProblem]) -> None:
        self._errors = {
            item.field: self._texts.problem(item.code, item.parameters) for item in problems
        }

    def _known(self) -> Evidence | None:
        return next((item for item in self._case.case.evidence if item.id == self._chosen), None)

    def _page(self) -> EvidencePage:
        known, texts = self._known(), self._texts
        count = len(self._supports)
        key = {0: "bewijs.vragen_geen", 1: "bewijs.vragen_een"}.get(count, "bewijs.vragen_aantal")
        return EvidencePage(
            rows=tuple(_row(item, texts) for item in self._case.case.evidence),
            chosen=known.id if known else "",
            fields=_fields(known),
            typed=self._drafts.texts_of(draft_place(known.id if known else "")),
            errors=dict(self._errors),
            choices={
                "kind": _choices(EvidenceKind, "bewijssoort", texts),
                "verification": _choices(Verification, "controle", texts),
                "status": _choices(EvidenceStatus, "bewijsstatus", texts),
            },
            supports=self._supports,
            supports_text=texts.get(key, aantal=str(count)),
            questions=tuple(self._case.asked_choices()),
            has_copy=self._has_copy(),
            policy=texts.get(f"bewijs.beleid_{'kopie' if self._keeps() else 'geen_kopie'}"),
        )

    def _has_copy(self) -> bool:
        files, known = self._case.desk.evidence_files, self._known()
        return known is not None and files.has_copy(self._case.case_id, known.id)

    def _keeps(self) -> bool:
        return self._case.desk.evidence_files.keeps_copies


def draft_place(evidence: str) -> str:
    """Where the draft of a piece is kept; an empty name is the form for a new one."""
    return f"bewijs/{evidence or 'nieuw'}"


def _choices(kinds: type[StrEnum], head: str, texts: WindowTexts) -> tuple[Choice, ...]:
    return tuple(Choice(id=item.value, text=texts.get(f"{head}.{item.value}")) for item in kinds)


def _row(item: Evidence, texts: WindowTexts) -> EvidenceRow:
    detail = texts.get(
        "bewijs.regel",
        soort=texts.get(f"bewijssoort.{item.kind.value}"),
        controle=texts.get(f"controle.{item.verification.value}"),
        status=texts.get(f"bewijsstatus.{item.status.value}"),
    )
    return EvidenceRow(id=item.id, title=item.title, detail=detail)


def _fields(known: Evidence | None) -> dict[str, str]:
    """The form as typed; empty for a new piece."""
    if known is None:
        names = (*TEXTS, *DATES, "kind", "verification", "status", "contradicted", "incriminating")
        return dict.fromkeys(names, "")
    return {
        "title": known.title,
        "location": known.location,
        "verified_by": known.verified_by,
        "dated": show_date(known.dated) if known.dated else "",
        "verified_on": show_date(known.verified_on) if known.verified_on else "",
        "covers_from": show_date(known.covers.start) if known.covers else "",
        "covers_to": show_date(known.covers.end) if known.covers and known.covers.end else "",
        "kind": known.kind.value,
        "verification": known.verification.value,
        "status": known.status.value,
        "contradicted": _as_text(known.contradicted),
        "incriminating": _as_text(known.incriminating),
    }


def _yes_no(text: str) -> bool | None:
    return {YES: True, NO: False}.get(text)


def _as_text(value: bool | None) -> str:
    return "" if value is None else (YES if value else NO)
