"""What the rules notice about the kostendelersnorm: who counts, proof, and a fitting outcome."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.plugin_api import AssessmentContext, Direction

from ..noticed import Noticed
from ..step import dutch_day
from .amount import Stretch
from .housemates import Household, covered

HOUSEMATES = ("kostendelers.huisgenoten",)
CARE = ("kostendelers.mantelzorg",)
LOWERED = ("kostendelersnorm", "kostendelersnorm_afgestemd")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The case as these rules see it."""

    context: AssessmentContext
    household: Household
    stretches: tuple[Stretch, ...]

    @property
    def outcome(self) -> str | None:
        """What the caseworker chose."""
        return self.context.choice("conclusie.uitkomst")

    @property
    def lowered(self) -> tuple[Stretch, ...]:
        """The stretches in which somebody counts."""
        return tuple(item for item in self.stretches if item.applies)


def notice_all(view: View) -> tuple[Noticed | None, ...]:
    """Ask every rule."""
    return (
        on_care(view),
        on_contract(view),
        on_proof(view),
        on_amount(view),
        on_unknown(view),
        on_outcome(view),
    )


def on_care(view: View) -> Noticed | None:
    """Lid 4: no kostendelersnorm with intensive care for another; since 2026 only."""
    if not view.context.yes("kostendelers.mantelzorg") or not view.stretches:
        return None
    every = all(item.variant == "mantelzorg" for item in view.stretches)
    return Noticed(
        name="mantelzorg" if every else "mantelzorg_voor_2026",
        step=2,
        basis="pw_22a",
        direction=Direction.PLEADS_FOR,
        cites=CARE,
    )


def on_contract(view: View) -> Noticed | None:
    """19a lid 2: a businesslike relation without contract and payments does not exempt."""
    if not view.household.has_contract_without_proof:
        return None
    return Noticed(
        name="zakelijk_zonder_bewijs",
        step=7,
        basis="pw_22a",
        direction=Direction.NEEDS_JUDGEMENT,
        cites=HOUSEMATES,
    )


def on_proof(view: View) -> Noticed | None:
    """ECLI:NL:CRVB:2025:768: the proof has to cover each day on which somebody counts."""
    if view.outcome not in LOWERED or not view.lowered:
        return None
    periods = tuple(
        item.covers
        for item in view.context.evidence
        if item.verification.is_verified and item.covers is not None
    )
    if all(covered(periods, item.period) for item in view.lowered):
        return None
    return Noticed(name="bewijs_dekt_niet", step=7, basis="crvb_2025_768", cites=HOUSEMATES)


def on_amount(view: View) -> Noticed | None:
    """The norm of the last days, for the motivation."""
    last = view.stretches[-1] if view.stretches else None
    if last is None or last.amount is None:
        return None
    slots = {"bedrag": last.amount.dutch(), "aantal": str(last.counted)}
    if not last.applies:
        return Noticed(name="gewone_norm", step=13, basis="pw_22a", cites=HOUSEMATES, slots=slots)
    plain = last.norm.amount
    return Noticed(
        name="gedeelde_norm" if plain is not None else "gedeelde_norm_alleen",
        step=13,
        basis="pw_22a",
        cites=HOUSEMATES,
        lines=(f"kostendelersnorm_{len(view.stretches)}",),
        slots={
            **slots,
            "gewoon": plain.dutch() if plain is not None else "",
            "vanaf": dutch_day(last.period.start) or "",
        },
    )


def on_unknown(view: View) -> Noticed | None:
    """A norm that cannot be computed is no ground for a lower one."""
    if view.outcome not in LOWERED or all(item.amount is not None for item in view.stretches):
        return None
    return Noticed(name="niet_berekend", step=7, basis="pw_22a", cites=HOUSEMATES)


def on_outcome(view: View) -> Noticed | None:
    """The outcome has to fit what the facts give."""
    known = [item.applies for item in view.stretches]
    if view.outcome in LOWERED and known and not any(item is not False for item in known):
        return Noticed(name="verlaagd_zonder_grond", step=13, basis="pw_22a", cites=HOUSEMATES)
    if view.outcome == "geen_kostendelersnorm" and view.lowered:
        return Noticed(name="niet_toegepast", step=13, basis="pw_22a", cites=HOUSEMATES)
    return None
