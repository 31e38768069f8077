"""What is noticed about the amount: maximum, draagkracht, regimes and the amount chosen."""

from __future__ import annotations

from hardship_desk.plugin_api import Direction, Money

from ..means import data_is_old, voet_is_old
from ..noticed import Noticed
from ..step import Step
from .facts import BoeteFacts
from .maximum import nearest_maximum
from .regimes import Chain
from .view import View


def _chain(view: View) -> Chain | None:
    """The calculation that counts, where the amount of a fine is at stake and was computed."""
    compared = view.calculation.compared
    if compared is None or not view.amount_is_at_stake or view.facts.set_before is not None:
        return None
    return compared.used


def on_maximum(view: View) -> Noticed | None:
    """Wetboek van Strafrecht 23: no source gives the maximum; say how near the amount comes."""
    chain = _chain(view)
    if chain is None or chain.step("09_maximum").variant != "onbekend":
        return None
    start = chain.step("08_percentage").amount
    if start is None:
        return None
    nearest = nearest_maximum(view.facts, view.law, chain.day)
    near = nearest is None or start > nearest
    return Noticed(
        name="maximum_onbekend" if near else "maximum_onbekend_ver_onder",
        step=7,
        basis="sr_23",
        lines=("08_percentage", "09_maximum"),
    )


def _room(view: View) -> Step | None:
    chain = _chain(view)
    return chain.step("10_draagkracht") if chain else None


def on_draagkracht(view: View) -> Noticed | None:
    """Awb 5:46 lid 2: the fine has to be payable; whether that was looked at and what it did."""
    chain, room = _chain(view), _room(view)
    if chain is None or room is None:
        return None
    names = {"niet_onderzocht": "draagkracht_niet_onderzocht", "norm_onbekend": "norm_onbekend"}
    binds = "draagkracht_bepaalt" if chain.binding == "draagkracht" else "draagkracht_getoetst"
    return Noticed(
        name=names.get(room.variant, binds),
        step=7,
        basis="awb_5_46_2",
        cites=("draagkracht.leefvorm", "draagkracht.niveau", "draagkracht.vermogen"),
        lines=("10_draagkracht", "13_laagste"),
    )


def on_age_of_means(view: View) -> Noticed | None:
    """ECLI:NL:CRVB:2016:12: draagkracht is that of now, so data may not be old."""
    if _room(view) is None or not data_is_old(view.facts.means, view.facts.decided_on):
        return None
    return Noticed(
        name="inkomensgegevens_oud", step=7, basis="awb_5_46_2", cites=("draagkracht.peildatum",)
    )


def on_age_of_beslagvrije_voet(view: View) -> Noticed | None:
    """Rv 475d: a calculation of the beslagvrije voet holds for twelve months."""
    room = _room(view)
    if room is None or room.variant != "boven_voet":
        return None
    if not voet_is_old(view.facts.means, view.law, view.facts.decided_on):
        return None
    return Noticed(
        name="beslagvrije_voet_oud",
        step=7,
        basis="awb_5_46_2",
        cites=("draagkracht.beslagvrije_voet", "draagkracht.beslagvrije_voet_datum"),
    )


def on_linked_amount(view: View) -> Noticed | None:
    """Participatiewet 18a lid 2: the terugvordering that should feed the fine is not there."""
    missing = view.facts.benadeling_kind == "uit_terugvordering" and view.facts.benadeling is None
    if not missing or not view.fine_is_open:
        return None
    return Noticed(
        name="terugvordering_ontbreekt", step=6, basis="pw_18a_2", cites=("benadeling.soort",)
    )


def on_delay(view: View) -> Noticed | None:
    """EVRM 6: the procedure took too long, so the fine goes down."""
    if not view.amount_is_at_stake or not (view.facts.in_review and view.facts.delay_percentage):
        return None
    return Noticed(
        name="redelijke_termijn",
        step=7,
        basis="evrm_6",
        cites=("boete.redelijke_termijn_procent", "boete.redelijke_termijn_grond"),
        lines=("14_redelijke_termijn",),
        slots={"procent": str(view.facts.delay_percentage)},
    )


def on_fairness(view: View) -> Noticed | None:
    """Boetebesluit 2 lid 8, Awb 5:46: a lower amount was found proportionate."""
    chain = _chain(view)
    if chain is None or chain.binding != "evenredigheid":
        return None
    return Noticed(
        name="evenredig_lager",
        step=11,
        basis="awb_5_46_2",
        cites=("boete.evenredig_bedrag", "boete.evenredig_tekst"),
        lines=("11_evenredigheid", "13_laagste"),
    )


def on_slotsom(view: View) -> Noticed | None:
    """Awb 3:4 lid 2: what the caseworker concluded on proportionality."""
    slotsom = view.context.choice("evenredigheid.slotsom")
    if slotsom is None:
        return None
    return Noticed(
        name=f"slotsom_{slotsom}", step=11, basis="awb_3_4", cites=("evenredigheid.slotsom",)
    )


def on_dringende_reden(view: View) -> Noticed | None:
    """Participatiewet 18a lid 7: urgent reasons to abstain, as the caseworker found them."""
    if not view.facts.dringende_reden:
        return None
    return Noticed(
        name="dringende_redenen",
        step=11,
        basis="pw_18a_7",
        direction=Direction.PLEADS_FOR,
        cites=("boete.dringende_redenen", "boete.dringende_redenen_tekst"),
    )


def on_milder_regime(view: View) -> Noticed | None:
    """Awb 5:46 lid 4: the law on the fine changed in between; the milder one is used."""
    compared = view.calculation.compared
    if compared is None or not view.amount_is_at_stake or not compared.differ:
        return None
    name = (
        "milder_regime_onzeker" if compared.step.variant == "maximum_onbekend" else "milder_regime"
    )
    return Noticed(
        name=name,
        step=13,
        basis="awb_5_46_4",
        lines=("16_gunstigste_recht",),
        slots=_of_both(compared.of_conduct.total, compared.of_decision.total),
    )


def _of_both(old: Money | None, new: Money | None) -> dict[str, str]:
    return {"oud": old.dutch() if old else "", "nieuw": new.dutch() if new else ""}


def on_total(view: View) -> Noticed | None:
    """Awb 3:46: the amount that follows from the lines, and what binds it."""
    compared = view.calculation.compared
    if compared is None or not view.amount_is_at_stake or compared.used.total is None:
        return None
    return Noticed(
        name="berekend",
        step=13,
        basis="awb_5_46_2",
        lines=("13_laagste", "15_afronding", "16_gunstigste_recht"),
        slots={"bedrag": compared.used.total.dutch()},
    )


def on_chosen_amount(view: View) -> Noticed | None:
    """Participatiewet 18a lid 1, Awb 3:46: the amount chosen beside the amount computed."""
    chosen, total = view.context.amount("conclusie.bedrag"), view.calculation.total
    if not view.fine_is_chosen or chosen is None or total is None or chosen == total:
        return None
    name = "bedrag_hoger_dan_berekend" if chosen > total else "bedrag_gewijzigd"
    if chosen < total and view.context.has_text("boete.evenredig_tekst"):
        return None
    return Noticed(
        name=name,
        step=13,
        basis="awb_3_46",
        cites=("conclusie.bedrag",),
        lines=("16_gunstigste_recht",),
        slots={"gekozen": chosen.dutch(), "berekend": total.dutch()},
    )


def on_missing_total(view: View) -> Noticed | None:
    """Awb 3:46: a fine is chosen while no amount could be computed."""
    if not view.fine_is_chosen or not view.fine_is_open or view.calculation.total is not None:
        return None
    return Noticed(name="niet_berekend", step=13, basis="awb_3_46", cites=_sources(view.facts))


def _sources(facts: BoeteFacts) -> tuple[str, ...]:
    return ("verwijtbaarheid.graad",) if facts.verwijtbaarheid is None else ("benadeling.soort",)
