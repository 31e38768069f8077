"""What the rules notice about a maatregel: its bounds, its repetition and its review."""

from __future__ import annotations

from fractions import Fraction

from hardship_desk.plugin_api import CaseWeight, Direction, Money

from ..calendar_terms import add_months
from ..law import Law
from ..noticed import Noticed
from ..step import dutch_day, percent
from .facts import ARBEIDSPLICHT, BURDENING, FIRST, MaatregelFacts
from .review import review_before
from .standard import LOCAL, Standard

SIZE = ("maatregel.percentage", "maatregel.maanden")


def notice_all(
    facts: MaatregelFacts, standard: Standard, total: Money | None, law: Law
) -> tuple[Noticed | None, ...]:
    """Ask every rule."""
    return (
        on_proof(facts),
        on_repetition(facts, law),
        on_old_conduct(facts, law),
        on_legal_bounds(facts, law),
        on_book(facts, standard),
        on_total(facts, total),
        on_review(facts, law),
    )


def on_proof(facts: MaatregelFacts) -> Noticed | None:
    """Lid 2: the college shows what went wrong; a lowering that was not proven does not hold."""
    if not facts.lowers or facts.is_proven:
        return None
    return Noticed(
        name="bewijs_ontbreekt", step=6, basis="crvb_2015_4069", cites=("verwijtbaarheid.feiten",)
    )


def on_repetition(facts: MaatregelFacts, law: Law) -> Noticed | None:
    """Lid 6: only repetition within twelve months makes the lowering longer."""
    if facts.earlier_on is None or facts.conduct_from is None:
        return None
    window = law.on(facts.conduct_from, "maatregel.arbeidsplicht.tijdvak").count
    if window is None or facts.conduct_from <= add_months(facts.earlier_on, window):
        return None
    slots = {"eerder": dutch_day(facts.earlier_on) or "", "maanden": str(window)}
    return Noticed(
        name="herhaling_te_lang_geleden",
        step=6,
        basis="pw_18_4_8",
        cites=("maatregel.keer", "maatregel.eerder_datum"),
        slots=slots,
    )


def on_old_conduct(facts: MaatregelFacts, law: Law) -> Noticed | None:
    """Awb 4:84, the verordening: conduct that is too long ago is left alone."""
    if facts.conduct_until is None or facts.decided_on is None or not facts.lowers:
        return None
    local = law.on(facts.conduct_until, f"{LOCAL}.verjaring_gedraging_maanden")
    if local.count is None or facts.decided_on <= add_months(facts.conduct_until, local.count):
        return None
    return Noticed(
        name="gedraging_te_oud",
        step=6,
        basis="pw_18_2",
        direction=Direction.PLEADS_FOR,
        cites=("conclusie.uitkomst",),
        slots={"dag": dutch_day(facts.conduct_until) or "", "maanden": str(local.count)},
        values=(local,),
    )


def on_legal_bounds(facts: MaatregelFacts, law: Law) -> Noticed | None:
    """Lid 5 to 8: at most three months, and less than that the first time."""
    day = facts.conduct_until
    if facts.soort != ARBEIDSPLICHT or not facts.lowers or facts.months is None or day is None:
        return None
    longest = law.on(day, "maatregel.arbeidsplicht.maximum").count
    if longest is None:
        return None
    slots = {"maanden": str(facts.months), "maximum": str(longest)}
    if facts.months > longest:
        return Noticed(
            name="langer_dan_wet", step=13, basis="pw_18_4_8", cites=SIZE[1:], slots=slots
        )
    if facts.time == FIRST and facts.months == longest:
        return Noticed(
            name="eerste_keer_te_lang",
            step=13,
            basis="rbams_2017_5710",
            cites=("maatregel.keer", "maatregel.maanden"),
            slots=slots,
        )
    return None


def on_book(facts: MaatregelFacts, standard: Standard) -> Noticed | None:
    """Lid 2: the verordening binds; what is lower is fitted to the person, and says so."""
    if not facts.lowers or facts.percentage is None or facts.months is None:
        return None
    part, months, longest = standard.part, standard.duration, standard.longest
    chosen = Fraction(facts.percentage, 100)
    slots = {
        "procent": str(facts.percentage),
        "maanden": str(facts.months),
        "boek_procent": percent(part) if part is not None else "onbekend",
        "boek_maanden": str(longest) if longest is not None else "onbekend",
    }
    over = (part is not None and chosen > part) or (longest is not None and facts.months > longest)
    under = (part is not None and chosen < part) or (months is not None and facts.months < months)
    if over:
        name = "hoger_dan_regel"
    elif under and facts.outcome == "verlaging":
        name = "lager_dan_regel"
    else:
        return None
    return Noticed(
        name=name, step=13, basis=standard.basis, cites=SIZE, lines=("01_standaard",), slots=slots
    )


def on_total(facts: MaatregelFacts, total: Money | None) -> Noticed | None:
    """The height, duration and amount that were chosen, for the motivation."""
    if not facts.lowers or not facts.has_size:
        return None
    slots = {"procent": str(facts.percentage), "maanden": str(facts.months)}
    if total is None:
        return Noticed(
            name="bedrag_onbekend", step=7, basis="pw_18_2", cites=("norm.leefvorm",), slots=slots
        )
    return Noticed(
        name="berekend_een_maand" if facts.months == 1 else "berekend",
        step=13,
        basis="pw_18_2",
        cites=SIZE,
        lines=("03_totaal",),
        slots={**slots, "bedrag": total.dutch()},
    )


def on_review(facts: MaatregelFacts, law: Law) -> Noticed | None:
    """Lid 3: the college sets a term of at most three months; for lid 2 only."""
    last_day = review_before(facts, law)
    asked = facts.weight is not CaseWeight.KORT and facts.outcome in BURDENING
    if not asked or last_day is None:
        return None
    slots = {"dag": dutch_day(last_day) or "", "gekozen": dutch_day(facts.review_on) or ""}
    if facts.review_on is None:
        name = "heroverweging_ontbreekt"
    elif facts.review_on > last_day:
        name = "heroverweging_te_laat"
    else:
        name = "heroverweging_gepland"
    return Noticed(
        name=name,
        step=16,
        basis="pw_18_3",
        cites=("opvolging.datum",),
        lines=("05_heroverweging",),
        slots=slots,
    )
