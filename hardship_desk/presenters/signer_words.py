"""Who signed a package, in a sentence; what should make the reader wait is a warning."""

from __future__ import annotations

from hardship_desk.domain.decision import same_name
from hardship_desk.presenters.contacts import checked_text
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.contacts import SignedBy, SignerState

TRUSTED = (SignerState.OWN, SignerState.CHECKED)


def signer_text(signed: SignedBy, claimed: str, texts: WindowTexts) -> str:
    """Who signed; the name in the package is named where the card has another."""
    name = signed.contact.card.name if signed.contact else claimed
    said = texts.get(f"ondertekening.{signed.state.value}", naam=name, cijfers=signed.digits)
    if signed.contact and signed.contact.is_checked:
        said = f"{said} {checked_text(signed.contact, texts)}"
    if signed.contact and not same_name(name, claimed):
        said = f"{said} {texts.get('ondertekening.andere_naam', naam=claimed)}"
    return said


def signer_line(signed: SignedBy, claimed: str, texts: WindowTexts) -> str:
    """The same with a mark that says whether the reader may go on."""
    mark = "✓" if signed.state in TRUSTED else "⚠"
    return f"{mark} {signer_text(signed, claimed, texts)}"
