"""What is done with the vault as a whole for the people in it: access, terms, destroying, the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

from hardship_desk.domain.destruction import Declaration, DestructionList, ListedCase
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.retention import RetentionRule, RetentionState
from hardship_desk.domain.users import VaultUser
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.desk import PrivacyDesk
from hardship_desk.services.ports.writers import OfficeForm
from hardship_desk.services.retention import RetentionLine

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyPage:
    """What the dialog shows."""

    terms: tuple[Choice, ...]
    lists: tuple[Choice, ...]
    declarations: tuple[Choice, ...]


class PrivacyView(Protocol):
    """The dialog."""

    def show_page(self, page: PrivacyPage) -> None:
        """Show terms, lists and declarations."""
        ...

    def show_found(self, dossiers: tuple[Choice, ...]) -> None:
        """Show the dossiers of a person, all chosen."""
        ...

    def show_to_check(self, list_id: str, dossiers: tuple[Choice, ...]) -> None:
        """Ask to tick each zaaknummer of a list before its dossiers are destroyed."""
        ...

    def show_said(self, text: str, *, is_problem: bool) -> None:
        """What was done, or why not."""
        ...


class PrivacyPresenter:
    """Between the dialog and the use cases."""

    def __init__(
        self,
        privacy: PrivacyDesk,
        user: VaultUser,
        view: PrivacyView,
        texts: WindowTexts,
        run: Runner,
    ) -> None:
        self._privacy = privacy
        self._user = user
        self._view = view
        self._texts = texts
        self._run = run

    def refresh(self) -> None:
        """Show the page as it stands."""
        self._do(self._page, self._view.show_page, "")

    def find(self, words: str) -> None:
        """Show in which dossiers someone stands."""

        def show(found: tuple[Choice, ...]) -> None:
            self._view.show_found(found)
            if not found:
                self._view.show_said(self._texts.get("privacy.niets_gevonden"), is_problem=True)

        self._do(
            lambda: tuple(
                Choice(id=item.id, text=f"{item.number}  {item.title}".strip())
                for item in self._privacy.access.find(words)
            ),
            show,
            "",
        )

    def export_person(self, case_ids: tuple[str, ...], folder: str) -> None:
        """Write all that is kept of someone to a folder."""
        if not case_ids:
            self._view.show_said(self._texts.get("privacy.kies_dossier"), is_problem=True)
            return
        ids = tuple(CaseId(item) for item in case_ids)
        self._do(
            lambda: self._privacy.access.export(ids, Path(folder)),
            lambda _files: None,
            self._texts.get("privacy.inzage_klaar", map=folder),
        )

    def export_numbers(self, folder: str) -> None:
        """Write the list of zaaknummers to a folder."""
        self._do(
            lambda: self._privacy.case_numbers.export(Path(folder)),
            lambda _file: None,
            self._texts.get("privacy.nummers_klaar", map=folder),
        )

    def export_counts(self, folder: str) -> None:
        """Write how many decisions of each sort were taken to a folder."""
        self._do(
            lambda: self._privacy.case_numbers.export_counts(Path(folder)),
            lambda _file: None,
            self._texts.get("telling.klaar", map=folder),
        )

    def propose(self, case_ids: tuple[str, ...]) -> None:
        """Put dossiers on a list for another user."""
        ids = tuple(CaseId(item) for item in case_ids)
        self._change(
            lambda: self._privacy.retention.propose(ids, self._user), "privacy.lijst_klaar"
        )

    def hold(self, case_ids: tuple[str, ...], reason: str) -> None:
        """Keep dossiers, whatever their term says."""

        def work() -> None:
            for item in case_ids:
                self._privacy.retention.place_hold(CaseId(item), reason)

        self._change(work, "privacy.vastgehouden_klaar")

    def release(self, case_ids: tuple[str, ...]) -> None:
        """Let the term of dossiers count again."""

        def work() -> None:
            for item in case_ids:
                self._privacy.retention.lift_hold(CaseId(item))

        self._change(work, "privacy.vrijgegeven_klaar")

    def ask_to_check(self, list_id: str) -> None:
        """Show the zaaknummers of a list, for who agrees to look at each of them."""
        self._do(
            lambda: tuple(
                self._to_check(item) for item in self._privacy.retention.to_check(list_id)
            ),
            lambda dossiers: self._view.show_to_check(list_id, dossiers),
            "",
        )

    def approve(self, list_id: str, checked: tuple[str, ...]) -> None:
        """Destroy the dossiers of a list, each of which was looked at."""
        self._change(
            lambda: self._privacy.retention.approve(list_id, self._user, checked),
            "privacy.vernietigd",
        )

    def export_declaration(self, list_id: str, folder: str, form: OfficeForm) -> None:
        """Write a declaration to a folder."""
        if not list_id:
            self._view.show_said(self._texts.get("privacy.geen_verklaringen"), is_problem=True)
            return
        self._do(
            lambda: self._privacy.retention.export_declaration(list_id, Path(folder), form),
            lambda _file: None,
            self._texts.get("privacy.verklaring_klaar", map=folder),
        )

    def withdraw(self, list_id: str) -> None:
        """Take a list back."""
        self._change(lambda: self._privacy.retention.withdraw(list_id), "privacy.teruggenomen")

    def _page(self) -> PrivacyPage:
        retention = self._privacy.retention
        return PrivacyPage(
            terms=tuple(self._term(line) for line in retention.overview()),
            lists=tuple(self._list(item) for item in retention.lists()),
            declarations=tuple(self._declaration(item) for item in retention.declarations()),
        )

    def _term(self, line: RetentionLine) -> Choice:
        verdict, texts = line.verdict, self._texts
        words = texts.get(f"privacy.stand.{verdict.state.value}")
        if verdict.due is not None and verdict.state is not RetentionState.TE_VERNIETIGEN:
            words = f"{words} {texts.get('privacy.vanaf', datum=show_date(verdict.due))}"
        if line.hold is not None:
            words = f"{words}: {line.hold.reason}"
        sources = "; ".join(_source_of(rule) for rule in verdict.rules)
        return Choice(id=line.case_id, text=f"{line.number}  {words}", detail=sources)

    def _list(self, item: DestructionList) -> Choice:
        text = self._texts.get(
            "privacy.lijst",
            dossiers=self._texts.dossiers(len(item.cases)),
            naam=item.proposed_by,
            datum=show_date(item.proposed_at.date()),
        )
        return Choice(id=item.id, text=text)

    def _to_check(self, item: ListedCase) -> Choice:
        due = show_date(date.fromisoformat(item.due)) if item.due else ""
        parts = [
            item.ground or item.term,
            self._texts.get("privacy.vanaf", datum=due) if due else "",
        ]
        return Choice(
            id=item.number, text=item.number, detail=" ".join(part for part in parts if part)
        )

    def _declaration(self, item: Declaration) -> Choice:
        text = self._texts.get(
            "privacy.verklaring",
            dossiers=self._texts.dossiers(item.count),
            datum=show_date(item.destroyed_at.date()),
            voorsteller=item.proposed_by,
            instemmer=item.approved_by,
            termijnen=", ".join(item.grounds),
        )
        return Choice(id=item.list_id, text=text)

    def _change(self, work: Callable[[], object], done: str) -> None:
        self._do(work, lambda _result: self.refresh(), self._texts.get(done))

    def _do(self, work: Callable[[], T], then: Callable[[T], object], done: str) -> None:
        def on_done(result: T) -> None:
            if done:
                self._view.show_said(done, is_problem=False)
            then(result)

        def on_failed(error: HardshipDeskError) -> None:
            message = message_of(error, self._texts)
            self._view.show_said(f"{message.text} {message.advice}", is_problem=True)

        self._run(work, on_done, on_failed)


def _source_of(rule: RetentionRule) -> str:
    return (
        f"{rule.title}: {rule.unit.counted(rule.length)}. {rule.source.title} ({rule.source.note})"
    )
