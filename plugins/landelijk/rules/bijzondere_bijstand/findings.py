"""What the calculation and the four tests mean together with the outcome that was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from hardship_desk.plugin_api import Money

from ..noticed import Noticed
from .calculation import Calculation
from .facts import SCHULD, THEME, BijstandFacts

REFUSED = "afwijzen"
IN_AFWIJKING = "toekennen_in_afwijking"
EXCLUDING = ("passend", "bewust_niet")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One case: what was answered and what was computed."""

    facts: BijstandFacts
    calculation: Calculation

    @property
    def is_granted(self) -> bool:
        """Whether the caseworker chose to grant something."""
        return self.facts.outcome not in (None, REFUSED)

    @property
    def is_refused(self) -> bool:
        """Whether the caseworker chose to refuse."""
        return self.facts.outcome == REFUSED


def find_all(view: View) -> tuple[Noticed | None, ...]:
    """Ask every rule; the same view gives the same findings."""
    rules = (on_drempel, on_draagkracht, on_refusal, on_grant, on_chosen_amount)
    return tuple(rule(view) for rule in rules)


def failed_tests(view: View) -> tuple[str, ...]:
    """The tests that the answers say are not met; a refusal rests on at least one (35, 15, 13)."""
    facts = view.facts
    if facts.is_toeslag:
        return _failed_toeslag(facts)
    failed = {
        "schuld": facts.soort == SCHULD,
        "voorliggend": facts.voorliggende_voorziening in EXCLUDING,
        "kosten": facts.occurs == "nee",
        "voor_melding": facts.before_melding == "kon_eerder",
        "noodzakelijk": facts.noodzakelijk is False,
        "bijzonder": facts.bijzonder is False,
        "drempel": view.calculation.step("02_drempel").variant == "onder",
        "draagkracht": view.calculation.total == Money(0),
    }
    return tuple(name for name, fails in failed.items() if fails)


def _failed_toeslag(facts: BijstandFacts) -> tuple[str, ...]:
    failed = {
        "toeslag_eerder": facts.toeslag_before is True,
        "toeslag_laag": facts.toeslag_low_income is False,
        "toeslag_uitzicht": facts.toeslag_prospect is True,
    }
    return tuple(name for name, fails in failed.items() if fails)


def on_drempel(view: View) -> Noticed | None:
    """Participatiewet 35 lid 2: on which side of the threshold the costs of the year lie."""
    if view.facts.is_toeslag:
        return None
    variant = view.calculation.step("02_drempel").variant
    if variant not in ("onder", "boven", "niet_in_beleid"):
        return None
    return Noticed(
        name=f"drempel_{variant}",
        step=2,
        basis="pw_35_bepaling",
        cites=(f"{THEME}.drempel", f"{THEME}.kosten_jaar"),
        lines=("02_drempel",),
    )


def on_draagkracht(view: View) -> Noticed | None:
    """Participatiewet 35 lid 1, ECLI:NL:CRVB:2025:486: the fourth test needs a calculation."""
    facts = view.facts
    if facts.is_toeslag or facts.way is None:
        return None
    room = view.calculation.draagkracht
    if room is None:
        early = bool(failed_tests(view)) and view.is_refused
        return None if early else _draagkracht("draagkracht_onbekend")
    if room == Money(0):
        return _draagkracht("draagkracht_geen")
    name = "draagkracht_dekt" if view.calculation.total == Money(0) else "draagkracht_deel"
    return _draagkracht(name, draagkracht=room.dutch())


def _draagkracht(name: str, **slots: str) -> Noticed:
    return Noticed(
        name=name,
        step=7,
        basis="pw_35_bepaling",
        cites=(f"{THEME}.draagkracht_wijze",),
        lines=("08_draagkracht", "09_bijstand"),
        slots=slots,
    )


def on_refusal(view: View) -> Noticed | None:
    """Awb 3:46: a refusal rests on a test that is not met."""
    if not view.is_refused or failed_tests(view) or _flaw_is_told(view):
        return None
    return Noticed(
        name="afwijzing_zonder_grond", step=13, basis="awb_3_46", cites=("conclusie.uitkomst",)
    )


def _flaw_is_told(view: View) -> bool:
    """Whether another flag already says what is wrong: one cause gives one flag."""
    facts = view.facts
    if facts.is_toeslag:
        return False
    return (
        view.calculation.draagkracht is None
        or facts.voorliggende_voorziening == "niet_onderzocht"
        or facts.before_melding in ("kon_niet_eerder", "niet_onderzocht")
    )


def on_grant(view: View) -> Noticed | None:
    """Participatiewet 35: something is granted while a test is not met, and not as a deviation.

    A debt, an earlier toeslag and a regulation that leaves costs out have flags of their own.
    """
    told = {"schuld", "toeslag_eerder", "drempel"}
    failed = set(failed_tests(view)) - told
    own_flag = view.facts.voorliggende_voorziening == "bewust_niet"
    if own_flag:
        failed.discard("voorliggend")
    if not view.is_granted or view.facts.outcome == IN_AFWIJKING or not failed:
        return None
    return Noticed(
        name="toekenning_ondanks_toets",
        step=13,
        basis="pw_35_bepaling",
        cites=("conclusie.uitkomst",),
    )


def on_chosen_amount(view: View) -> Noticed | None:
    """Awb 3:46: the amount chosen beside the amount computed."""
    chosen, total = view.facts.chosen, view.calculation.total
    if not view.is_granted or chosen is None or total is None:
        return None
    if chosen == total:
        return None
    return Noticed(
        name="bedrag_hoger" if chosen > total else "bedrag_lager",
        step=13,
        basis="awb_3_46",
        cites=("conclusie.bedrag",),
        lines=("09_bijstand", "11_toeslag"),
        slots={"gekozen": chosen.dutch(), "berekend": total.dutch()},
    )
