"""One's own keys and card, and the cards of colleagues: who signed, and for whom a package may be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hardship_desk.domain.contact import Contact, ContactCard, ContactId, OwnKeys, PublicKeys
from hardship_desk.domain.decision import same_name
from hardship_desk.domain.errors import PackageError
from hardship_desk.services.ports.contacts import CardFormat, ContactStore


class CardState(StrEnum):
    """What a card is beside those that are here."""

    NEW = "nieuw"
    KNOWN = "bekend"
    OTHER_KEYS = "andere_sleutels"
    """The name is known with other keys: the colleague has a new laptop, or this is somebody else."""
    OWN = "eigen"


class SignerState(StrEnum):
    """What is known of who signed."""

    OWN = "zelf"
    CHECKED = "gecontroleerd"
    UNCHECKED = "ongecontroleerd"
    OTHER_KEYS = "andere_sleutels"
    UNKNOWN = "onbekend"
    UNSIGNED = "niet_ondertekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedBy:
    """Who signed; `contact` where a card of these keys is here."""

    state: SignerState
    digits: str = ""
    contact: Contact | None = None


class ContactService:
    """Keys and cards of one store. A card of practice and a real one never meet."""

    def __init__(self, store: ContactStore, cards: CardFormat, *, is_practice: bool) -> None:
        self._store = store
        self._cards = cards
        self._is_practice = is_practice

    def own_keys(self) -> OwnKeys:
        """The keys of who has the store open, made now where there are none; raises VaultError."""
        kept = self.kept_keys()
        if kept is not None:
            return kept
        made = self._cards.own_keys(self._cards.new_keys(), is_practice=self._is_practice)
        self._store.keep_own_keys(made.secret, made.public.id)
        return made

    def kept_keys(self) -> OwnKeys | None:
        """The same, and nothing is made."""
        secret = self._store.own_keys()
        if secret is None:
            return None
        return self._cards.own_keys(secret, is_practice=self._is_practice)

    def own_card(self, name: str) -> bytes:
        """The own card as a file; PackageError `kaart_naam`, or VaultError."""
        return self._cards.write(" ".join(name.split()), self.own_keys())

    def all(self) -> tuple[Contact, ...]:
        """Every contact, by name."""
        found = self._store.contacts()
        return tuple(sorted(found, key=lambda item: (item.card.name.casefold(), item.added_at)))

    def receivers(self) -> tuple[Contact, ...]:
        """For whom a package may be made: only whose digits were compared."""
        return tuple(item for item in self.all() if item.is_checked)

    def get(self, contact_id: str) -> Contact | None:
        """The contact; None where it is not here."""
        return next((item for item in self._store.contacts() if item.id == contact_id), None)

    def read(self, data: bytes) -> ContactCard:
        """The card in a file; raises PackageError."""
        card = self._cards.read(data)
        if card.keys.is_practice != self._is_practice:
            raise PackageError("kaart_oefening" if card.keys.is_practice else "kaart_echt")
        return card

    def state_of(self, card: ContactCard) -> CardState:
        """What a card is beside those that are here."""
        own = self.kept_keys()
        if own is not None and own.public == card.keys:
            return CardState.OWN
        if self.get(card.keys.id) is not None:
            return CardState.KNOWN
        if self.others_named(card.name, card.keys):
            return CardState.OTHER_KEYS
        return CardState.NEW

    def others_named(self, name: str, keys: PublicKeys) -> tuple[Contact, ...]:
        """The contacts with that name and other keys."""
        found = self._store.contacts()
        return tuple(
            item for item in found if same_name(item.card.name, name) and item.id != keys.id
        )

    def add(self, card: ContactCard) -> None:
        """Keep a card beside the others: none is ever put in the place of another."""
        state = self.state_of(card)
        if state in (CardState.OWN, CardState.KNOWN):
            raise PackageError("kaart_eigen" if state is CardState.OWN else "kaart_bekend")
        self._store.add_contact(card)

    def check(self, contact_id: ContactId, heard: str) -> bool:
        """Compare what was heard by telephone with the digits of a card; whether they are the same."""
        contact = self.get(contact_id)
        if contact is None or not contact.card.keys.fits(heard):
            return False
        self._store.check_contact(contact_id)
        return True

    def remove(self, contact_id: ContactId) -> None:
        """Remove a card; raises VaultError."""
        self._store.remove_contact(contact_id)


def who_signed(contacts: ContactService, signer: PublicKeys | None, claimed: str) -> SignedBy:
    """Who signed a package in which somebody calls himself so."""
    if signer is None:
        return SignedBy(state=SignerState.UNSIGNED)
    own, contact = contacts.kept_keys(), contacts.get(signer.id)
    if own is not None and own.public == signer:
        return SignedBy(state=SignerState.OWN, digits=signer.digits)
    if contact is not None:
        checked = SignerState.CHECKED if contact.is_checked else SignerState.UNCHECKED
        return SignedBy(state=checked, digits=signer.digits, contact=contact)
    known = contacts.others_named(claimed, signer)
    state = SignerState.OTHER_KEYS if known else SignerState.UNKNOWN
    return SignedBy(state=state, digits=signer.digits)
