"""What is noticed at the gates: dates, breach, blame, bars and the lapse of the power."""

from __future__ import annotations

from hardship_desk.plugin_api import Direction

from ..noticed import Noticed
from ..wording import Wording
from .calculation import law_day
from .view import BOETE, WAARSCHUWING, View

GATE_CITES = ("regel.kenbaar", "regel.zelf_bekend")


def on_regime(view: View) -> Noticed | None:
    """Awb 5:4: no fine without rules; what is recorded begins on 1 January 2013."""
    day = view.facts.last_day
    if day is None or view.law.has_regime(day):
        return None
    return Noticed(name="geen_regels", step=2, basis="boetebesluit_2")


def on_early_conduct(view: View) -> Noticed | None:
    """ECLI:NL:RBROT:2014:8428: the heavier sanction of 2013 does not reach back."""
    conduct = view.facts.conduct
    if conduct is None or not view.law.has_regime(conduct.last_day):
        return None
    if view.law.has_regime(conduct.start):
        return None
    return Noticed(name="deel_zonder_regels", step=2, basis="rbrot_2014_8428")


def on_unread_texts(view: View, wording: Wording) -> Noticed | None:
    """Seen from is not valid from: say which texts were not read as they stood on the day."""
    unread = {
        value.parameter.basis.law or value.parameter.basis.ecli
        for value in view.calculation.values
        if value.parameter is not None and not value.text_was_read
    }
    unread |= {
        wording.basis(step.basis).law
        for step in view.calculation.steps
        if not wording.was_read(step.basis, law_day(step.basis, view.facts))
    }
    if not unread:
        return None
    return Noticed(
        name="tekst_niet_gelezen",
        step=2,
        basis="awb_3_2",
        slots={"wetten": "; ".join(sorted(unread))},
    )


def on_schending(view: View) -> Noticed | None:
    """Participatiewet 17 lid 1: was there a duty to tell, and was it breached."""
    match view.calculation.variant("01_schending"):
        case "geschonden":
            name, direction = "schending", Direction.NEUTRAL
        case "niet_geschonden":
            name, direction = "geen_schending", Direction.PLEADS_FOR
        case _:
            return None
    return Noticed(
        name=name,
        step=2,
        basis="pw_17",
        direction=direction,
        cites=GATE_CITES,
        lines=("01_schending",),
    )


def on_verwijt(view: View) -> Noticed | None:
    """Awb 5:41: no blame, no fine."""
    if view.calculation.variant("02_verwijt") != "geen_verwijt":
        return None
    return Noticed(
        name="geen_verwijt",
        step=6,
        basis="awb_5_41",
        direction=Direction.PLEADS_FOR,
        cites=("verwijtbaarheid.graad",),
        lines=("02_verwijt",),
    )


def on_beletsel(view: View) -> Noticed | None:
    """Awb 5:42-5:44: bars, and the end of the wait for the prosecutor."""
    variant = view.calculation.variant("03_beletsel")
    if variant not in ("beletsel", "wachttijd_voorbij"):
        return None
    return Noticed(
        name=variant,
        step=2,
        basis="awb_5_42_44",
        cites=("poort.beletsel",),
        lines=("03_beletsel",),
    )


def on_vervaltermijn(view: View) -> Noticed | None:
    """Awb 5:45: the power to impose a fine lapses."""
    if view.calculation.variant("04_vervaltermijn") != "vervallen":
        return None
    return Noticed(name="vervallen", step=2, basis="awb_5_45", lines=("04_vervaltermijn",))


def on_fine_behind_shut_gate(view: View) -> tuple[Noticed, ...]:
    """Awb 5:41-5:45: a fine is chosen that the law does not allow."""
    if view.facts.outcome != BOETE:
        return ()
    names = {
        "niet_geschonden": ("boete_zonder_schending", "pw_17"),
        "geen_verwijt": ("boete_zonder_verwijt", "awb_5_41"),
        "beletsel": ("boete_ondanks_beletsel", "awb_5_42_44"),
        "wachttijd_voorbij": ("boete_na_voorlegging", "awb_5_42_44"),
        "vervallen": ("boete_na_vervaltermijn", "awb_5_45"),
    }
    return tuple(
        Noticed(
            name=names[step.variant][0],
            step=13,
            basis=names[step.variant][1],
            cites=("conclusie.uitkomst",),
            lines=(step.rule,),
        )
        for step in view.calculation.gates
        if step.variant in names
    )


def on_outcome_without_ground(view: View) -> Noticed | None:
    """Awb 3:46: an outcome that says there is no breach, blame or power needs that gate shut."""
    variants = {step.variant for step in view.calculation.gates}
    carried_by = {
        "geen_boete_geen_schending": {"niet_geschonden"},
        "geen_boete_geen_verwijt": {"geen_verwijt"},
        "buiten_bevoegdheid": {"beletsel", "vervallen"},
    }
    needed = carried_by.get(view.facts.outcome or "")
    if needed is None or needed & variants:
        return None
    return Noticed(
        name="uitkomst_zonder_grond", step=13, basis="awb_3_46", cites=("conclusie.uitkomst",)
    )


def on_waarschuwing(view: View) -> tuple[Noticed, ...]:
    """Participatiewet 18a lid 4: whether a warning is open, and what that says of the choice."""
    variant = view.calculation.variant("05_waarschuwing")
    cites = ("benadeling.soort", "herstel.uit_eigen_beweging", "waarschuwing.eerder")
    direction = Direction.PLEADS_FOR if variant == "mogelijk" else Direction.NEUTRAL
    found = Noticed(
        name=f"waarschuwing_{variant}",
        step=6,
        basis="pw_18a_4",
        direction=direction,
        cites=cites,
        lines=("05_waarschuwing",),
    )
    clash = _clash_with_waarschuwing(view, variant)
    if clash is None:
        return (found,)
    lines = ("05_waarschuwing",)
    return (found, Noticed(name=clash, step=13, basis="pw_18a_4", cites=cites, lines=lines))


def _clash_with_waarschuwing(view: View, variant: str) -> str | None:
    if view.facts.outcome == WAARSCHUWING and variant != "mogelijk":
        return f"gewaarschuwd_{variant}"
    considered = view.context.has_text("waarschuwing.overwogen")
    if view.facts.outcome == BOETE and variant == "mogelijk" and not considered:
        return "waarschuwing_niet_overwogen"
    return None
