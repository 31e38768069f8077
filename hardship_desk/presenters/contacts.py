"""The own contact card, the card of a colleague, and comparing digits by telephone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.contact import Contact, ContactCard
from hardship_desk.domain.errors import HardshipDeskError, PackageError
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.contacts import CardState, ContactService
from hardship_desk.services.ports.files import FileWriter

ENDING = ".hdkaart"
LARGEST = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsPage:
    """The own digits, and the contacts with what is known of the chosen one."""

    digits: str
    contacts: tuple[Choice, ...]
    chosen: str
    about: str
    may_compare: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPage:
    """What is on a card that was opened, and whether it can be kept."""

    lines: tuple[str, ...]
    warning: str
    may_add: bool


class ContactsView(Protocol):
    """The dialog."""

    def show_page(self, page: ContactsPage) -> None:
        """Show keys and contacts."""
        ...

    def show_card(self, page: CardPage) -> None:
        """Show what is on a card that was opened."""
        ...

    def show_said(self, text: str, *, is_problem: bool) -> None:
        """What was done, or why not."""
        ...


class ContactsPresenter:
    """Between the dialog and the keys and cards of the open store."""

    def __init__(
        self,
        contacts: ContactService,
        view: ContactsView,
        texts: WindowTexts,
        run: Runner,
        write: FileWriter,
    ) -> None:
        self._contacts = contacts
        self._view = view
        self._texts = texts
        self._run = run
        self._write = write
        self._chosen = ""
        self._card: ContactCard | None = None

    def start(self) -> None:
        """Show the first contact that waits for a telephone call, or else the first."""
        found = self._contacts.all()
        waiting = next((item for item in found if not item.is_checked), None)
        first = waiting or next(iter(found), None)
        self._chosen = first.id if first else ""
        self._show()

    def choose(self, contact_id: str) -> None:
        """Show another contact."""
        self._chosen = contact_id
        self._show()

    def write_card(self, name: str, path: Path) -> None:
        """Write the own card to a file."""
        try:
            card = self._contacts.own_card(name)
        except HardshipDeskError as error:
            self._failed(error)
            return
        self._run(
            lambda: self._write(path, card),
            lambda _none: self._done("kaart.gemaakt", bestand=path.name),
            self._failed,
        )

    def open_card(self, path: Path) -> None:
        """Look at the card of a colleague; nothing is kept."""
        self._card = None
        try:
            with path.open("rb") as file:
                card = self._contacts.read(file.read(LARGEST + 1))
        except HardshipDeskError as error:
            self._failed(error)
            return
        except OSError:
            self._failed(PackageError("kaart_onleesbaar"))
            return
        self.look_at(card)

    def look_at(self, card: ContactCard) -> None:
        """Show what is on a card, and what it is beside those that are here."""
        self._card = card
        self._view.show_card(self._card_page(card))

    def add(self) -> None:
        """Keep the card that was opened, as one that nobody checked."""
        card = self._card
        if card is None:
            return
        try:
            self._contacts.add(card)
        except HardshipDeskError as error:
            self._failed(error)
            return
        self._card = None
        self._chosen = card.keys.id
        self._view.show_card(CardPage(lines=(), warning="", may_add=False))
        self._show()
        self._done("kaart.toegevoegd", naam=card.name)

    def compare(self, heard: str) -> bool:
        """Compare what was read out with the chosen card; whether it is the same."""
        contact = self._contacts.get(self._chosen)
        if contact is None:
            return False
        name = contact.card.name
        if not heard.strip():
            self._problem("kaart.niets_gehoord")
            return False
        try:
            same = self._contacts.check(contact.id, heard)
        except HardshipDeskError as error:
            self._failed(error)
            return False
        if not same:
            self._problem("kaart.andere_cijfers", naam=name)
            return False
        self._show()
        older = self._contacts.others_named(name, contact.card.keys)
        self._done("kaart.gelijk_oude" if older else "kaart.gelijk", naam=name)
        return True

    def remove(self) -> None:
        """Remove the chosen contact."""
        contact = self._contacts.get(self._chosen)
        if contact is None:
            return
        try:
            self._contacts.remove(contact.id)
        except HardshipDeskError as error:
            self._failed(error)
            return
        self.start()
        self._done("kaart.verwijderd", naam=contact.card.name)

    def _show(self) -> None:
        try:
            digits = in_two_lines(self._contacts.own_keys().public.digits)
        except HardshipDeskError as error:
            digits = ""
            self._failed(error)
        chosen = self._contacts.get(self._chosen)
        self._view.show_page(
            ContactsPage(
                digits=digits,
                contacts=tuple(self._choice(item) for item in self._contacts.all()),
                chosen=self._chosen,
                about=self._about(chosen) if chosen else self._texts.get("kaart.geen_contacten"),
                may_compare=chosen is not None and not chosen.is_checked,
            )
        )

    def _choice(self, contact: Contact) -> Choice:
        state = "gecontroleerd" if contact.is_checked else "nog_niet"
        said = self._texts.get(
            f"kaart.regel.{state}",
            naam=contact.card.name,
            dag=f"{contact.added_at.astimezone():%d-%m-%Y}",
        )
        return Choice(id=contact.id, text=said)

    def _about(self, contact: Contact) -> str:
        if contact.checked_at is None:
            return self._texts.get("kaart.bel", naam=contact.card.name)
        digits = self._texts.get("kaart.cijfers", cijfers=contact.card.keys.digits)
        return f"{checked_text(contact, self._texts)} {digits}"

    def _card_page(self, card: ContactCard) -> CardPage:
        texts, state = self._texts, self._contacts.state_of(card)
        warning = texts.get(f"kaart.stand.{state.value}", naam=card.name)
        if state is CardState.OTHER_KEYS:
            warning = f"⚠ {warning}"
        return CardPage(
            lines=(texts.get("kaart.naam_op_kaart", naam=card.name),),
            warning=warning,
            may_add=state in (CardState.NEW, CardState.OTHER_KEYS),
        )

    def _done(self, key: str, **slots: str) -> None:
        self._view.show_said(self._texts.get(key, **slots), is_problem=False)

    def _problem(self, key: str, **slots: str) -> None:
        self._view.show_said(self._texts.get(key, **slots), is_problem=True)

    def _failed(self, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_said(f"{message.text} {message.advice}", is_problem=True)


def checked_text(contact: Contact, texts: WindowTexts) -> str:
    """By whom and when the digits of a card were compared."""
    moment = contact.checked_at
    return texts.get(
        "kaart.gecontroleerd_door" if contact.checked_by else "kaart.gecontroleerd_op",
        wie=contact.checked_by,
        dag=f"{moment.astimezone():%d-%m-%Y}" if moment else "",
    )


def in_two_lines(digits: str) -> str:
    """The groups of digits on two lines, so that one keeps one's place while reading them out."""
    groups = digits.split(" ")
    half = len(groups) // 2
    return f"{' '.join(groups[:half])}\n{' '.join(groups[half:])}"
