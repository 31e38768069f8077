"""What is noticed about blame: the grade, its proof, recidive and the own share of the college."""

from __future__ import annotations

from datetime import timedelta

from hardship_desk.plugin_api import ContextEvidence, Direction, Period

from ..noticed import Noticed
from .recidive import counts_as_recidive
from .verwijtbaarheid import Verwijtbaarheid
from .view import View

LIGHT = (Verwijtbaarheid.GEEN_VERWIJTBAARHEID, Verwijtbaarheid.VERMINDERDE_VERWIJTBAARHEID)


def on_graad(view: View) -> Noticed | None:
    """Boetebesluit 2a: the grade the caseworker chose, with what it means for the amount."""
    grade = view.facts.verwijtbaarheid
    if grade is None or grade is Verwijtbaarheid.GEEN_VERWIJTBAARHEID:
        return None
    return Noticed(
        name=f"graad_{grade.value}",
        step=6,
        basis="boetebesluit_2a",
        cites=("verwijtbaarheid.graad", "verwijtbaarheid.feiten"),
        lines=("02_verwijt",),
    )


def proof_of(view: View) -> tuple[ContextEvidence, ...]:
    """The evidence against the resident that something outside it confirms."""
    return tuple(
        item
        for item in view.context.evidence
        if item.incriminating and item.verification.is_verified
    )


def on_missing_proof(view: View) -> Noticed | None:
    """Boetebesluit 2 lid 9: the college states and proves opzet and grove schuld."""
    grade = view.facts.verwijtbaarheid
    if grade is None or not grade.must_be_proven or proof_of(view):
        return None
    return Noticed(
        name="bewijs_ontbreekt",
        step=6,
        basis="boetebesluit_2_9",
        cites=("verwijtbaarheid.graad", "verwijtbaarheid.bewijslast"),
    )


def covers(periods: tuple[Period, ...], whole: Period) -> bool:
    """Whether the periods together leave no day of the whole open."""
    next_day = whole.start
    for period in sorted(periods, key=lambda item: item.start):
        if period.start > next_day:
            break
        if period.end is None:
            return True
        next_day = max(next_day, period.end + timedelta(days=1))
    return next_day > whole.last_day


def on_proof_of_period(view: View) -> Noticed | None:
    """ECLI:NL:CRVB:2017:4218: the proof has to cover the whole period of the conduct."""
    grade, conduct = view.facts.verwijtbaarheid, view.facts.conduct
    periods = tuple(item.covers for item in proof_of(view) if item.covers is not None)
    heavy = grade is not None and grade.must_be_proven and bool(proof_of(view))
    if conduct is None or not (periods or heavy) or covers(periods, conduct):
        return None
    return Noticed(
        name="bewijs_dekt_periode_niet",
        step=6,
        basis="crvb_2017_4218",
        cites=("verwijtbaarheid.bewijslast",),
    )


def on_recidive(view: View) -> Noticed | None:
    """Participatiewet 18a lid 5: an earlier sanction for the same conduct that counts."""
    if not counts_as_recidive(view.facts, view.law):
        return None
    return Noticed(
        name="recidive",
        step=6,
        basis="pw_18a_5",
        direction=Direction.PLEADS_AGAINST,
        cites=("recidive.eerdere_sanctie", "recidive.zelfde_gedraging", "recidive.opgelegd_op"),
    )


def on_own_share(view: View) -> Noticed | None:
    """Boetebesluit 2a lid 2: the college itself had a part in the error or the amount."""
    if not view.context.yes("verwijtbaarheid.aandeel_gemeente"):
        return None
    return Noticed(
        name="aandeel_gemeente",
        step=6,
        basis="boetebesluit_2a",
        direction=Direction.PLEADS_FOR,
        cites=("verwijtbaarheid.aandeel_gemeente", "verwijtbaarheid.aandeel_gemeente_tekst"),
    )


def has_low_doenvermogen(view: View) -> bool:
    """Whether step 5 says the resident could not know or could not act at the time."""
    said = (view.context.choice("doenvermogen.kennen"), view.context.choice("doenvermogen.kunnen"))
    return "nee" in said or bool(view.context.yes("doenvermogen.beperkt"))


def on_doenvermogen(view: View) -> Noticed | None:
    """Boetebesluit 2a lid 1: low doenvermogen beside a normal or heavier grade asks a reason."""
    grade = view.facts.verwijtbaarheid
    if grade is None or grade in LIGHT or not has_low_doenvermogen(view):
        return None
    return Noticed(
        name="doenvermogen_spanning",
        step=6,
        basis="boetebesluit_2a",
        direction=Direction.NEEDS_JUDGEMENT,
        cites=("doenvermogen.kennen", "doenvermogen.kunnen", "verwijtbaarheid.graad"),
    )
