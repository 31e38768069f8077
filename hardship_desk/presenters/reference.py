"""The reference page: search as you type, choose a day, read and copy one entry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from hardship_desk.plugin_api.catalogue import Provision, Ruling
from hardship_desk.plugin_api.context import ContextDates
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.reference_days import ReferenceDays
from hardship_desk.presenters.reference_entry import EntryPage, EntryWriter
from hardship_desk.presenters.shell import Message, MessageKind, Shell, told
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.answer_parsing import parse_date
from hardship_desk.services.desk import Desk
from hardship_desk.services.reference import Entry, EntryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRow:
    """One entry in the list; `state` says why it is not the law of the day."""

    key: str
    title: str
    kind: str
    gist: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePage:
    """What the list shows."""

    words: str
    kind: str
    rows: tuple[ReferenceRow, ...]
    chosen: str
    count: str
    empty: str
    warning: str
    day_hint: str


class ReferenceView(Protocol):
    """Shows the reference."""

    def show_page(self, page: ReferencePage) -> None:
        """Show the list; the chosen row is marked."""
        ...

    def show_entry(self, page: EntryPage | None) -> None:
        """Show one entry, or none."""
        ...

    def show_day_problem(self, text: str) -> None:
        """Say what is wrong with the typed day; an empty text takes it away."""
        ...

    def show_reading_problem(self, text: str) -> None:
        """Say what is wrong with the day or the name of who read a ruling."""
        ...

    def put_on_clipboard(self, text: str) -> None:
        """Put plain text on the clipboard."""
        ...


class ReferencePresenter:
    """Searches and shows; without a dossier the day is today, with one each anchor has its own."""

    def __init__(self, desk: Desk, view: ReferenceView, texts: WindowTexts, shell: Shell) -> None:
        self._desk = desk
        self._view = view
        self._texts = texts
        self._shell = shell
        self._writer = EntryWriter(desk.reference, texts, desk.readings)
        self._words = ""
        self._kind: EntryKind | None = None
        self._chosen = ""
        self._days = ReferenceDays(today=desk.clock.today())
        self._page: EntryPage | None = None

    def start(self, dates: ContextDates | None = None, kind: str = "") -> None:
        """Show everything again, for the days and kind of decision of a dossier that is open."""
        self._days = ReferenceDays(
            today=self._desk.clock.today(), typed=self._days.typed, dates=dates, kind=kind
        )
        self.refresh()

    def open(self, key: str) -> None:
        """Show one entry and all that can be searched."""
        self._words, self._kind, self._chosen = "", None, key
        self.refresh()

    def choose(self, key: str) -> None:
        """Show one entry of the list."""
        self._chosen = key
        self._show_entry()

    def open_provision(self, name: str) -> None:
        """Show the version of a provision that counts for the dossier."""
        found = self._desk.reference.provision_for(name, self._days.day_of)
        if found is not None:
            self.open(found.key)
            return
        text = self._texts.get("naslag.onbekend_soort")
        self._shell.show_message(Message(kind=MessageKind.WARNING, text=text))

    def search(self, words: str) -> None:
        """Show only the entries that hold all these words."""
        self._words = words
        self._chosen = ""
        self.refresh()

    def choose_kind(self, kind: str) -> None:
        """Show provisions, conflicts or rulings only; an empty text shows all."""
        self._kind = EntryKind(kind) if kind else None
        self.refresh()

    def set_day(self, raw: str) -> None:
        """Show the law of this day; an empty text goes back to the days of the dossier or today."""
        day = parse_date(raw)
        wrong = day is None and raw.strip() != ""
        self._view.show_day_problem(self._texts.get("naslag.dag_onjuist") if wrong else "")
        if not wrong:
            self._days = replace(self._days, typed=day)
            self._chosen = self._of_day(self._chosen)
            self.refresh()

    def copy(self, part: int = -1) -> None:
        """Put one part of the entry on the clipboard, or the whole entry."""
        if self._page is None:
            return
        whole = part < 0
        self._view.put_on_clipboard(self._page.plain() if whole else self._page.parts[part].plain())
        text = self._texts.get("naslag.gekopieerd")
        self._shell.show_message(Message(kind=MessageKind.DONE, text=text))

    def tick(self, day: str, who: str) -> None:
        """Keep that someone read the ruling that is shown; from then on it may be cited."""
        ecli = self._ecli()
        if not ecli:
            return
        with told(self._shell, self._texts):
            problem = self._desk.readings.tick(ecli, day, who)
            text = self._texts.problem(problem.code, problem.parameters) if problem else ""
            self._view.show_reading_problem(text)
            if problem is None:
                self._after_reading("naslag.gelezen_bewaard")

    def untick(self) -> None:
        """Take back that the ruling was read."""
        with told(self._shell, self._texts):
            self._desk.readings.untick(self._ecli())
            self._after_reading("naslag.gelezen_weg")

    def _after_reading(self, key: str) -> None:
        self._show_entry()
        self._shell.show_message(Message(kind=MessageKind.DONE, text=self._texts.get(key)))

    def _ecli(self) -> str:
        """The ECLI of the ruling that is shown, or empty."""
        entry = self._desk.reference.entry(self._chosen)
        return entry.item.ecli if entry is not None and isinstance(entry.item, Ruling) else ""

    def kinds(self) -> tuple[Choice, ...]:
        """What can be searched, to choose from."""
        return (
            Choice(id="", text=self._texts.get("naslag.alles")),
            *(
                Choice(id=kind.value, text=self._texts.get(f"naslag.soorten_meer.{kind.value}"))
                for kind in EntryKind
            ),
        )

    def refresh(self) -> None:
        """Show list and entry as they stand."""
        found = self._desk.reference.find(self._words, self._kind)
        shown = sorted(found, key=lambda entry: bool(self._state(entry)))
        keys = [entry.key for entry in shown]
        if not self._chosen or (self._chosen not in keys and self._words):
            self._chosen = keys[0] if keys else ""
        count = "naslag.aantal_een" if len(shown) == 1 else "naslag.aantal"
        hint = "naslag.dag_zaak" if self._days.has_case else "naslag.dag_vandaag"
        self._view.show_page(
            ReferencePage(
                words=self._words,
                kind=self._kind.value if self._kind else "",
                rows=tuple(self._row(entry) for entry in shown),
                chosen=self._chosen,
                count=self._texts.get(count, aantal=str(len(shown))),
                empty="" if shown else self._texts.get("naslag.leeg"),
                warning=self._warning(),
                day_hint=self._texts.get(hint),
            )
        )
        self._show_entry()

    def _of_day(self, key: str) -> str:
        """The version that counts of the provision that is shown; another entry stays."""
        entry = self._desk.reference.entry(key)
        if entry is None or not isinstance(entry.item, Provision):
            return key
        found = self._desk.reference.provision_for(entry.item.id, self._days.day_of)
        return found.key if found is not None else key

    def _show_entry(self) -> None:
        entry = self._desk.reference.entry(self._chosen) if self._chosen else None
        self._page = self._writer.page(entry, self._days) if entry is not None else None
        self._view.show_entry(self._page)

    def _warning(self) -> str:
        typed: date | None = self._days.typed
        if typed is None or not self._desk.reference.is_beyond_known(typed):
            return ""
        return self._writer.beyond_known()

    def _state(self, entry: Entry) -> str:
        return self._writer.state(entry, self._days.day_of(entry.item))

    def _row(self, entry: Entry) -> ReferenceRow:
        return ReferenceRow(
            key=entry.key,
            title=self._writer.title(entry),
            kind=self._texts.get(f"naslag.soorten.{entry.kind.value}"),
            gist=self._writer.summary(entry),
            state=self._state(entry),
        )
