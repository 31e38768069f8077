"""Paragraphs for the letter to the resident: amount, why, how computed, paying, help (B1)."""

from __future__ import annotations

from hardship_desk.plugin_api import LetterBlock, LetterSection, LetterView

from ..step import Step, euros, percent
from ..wording import Wording
from .considerations import slots_of
from .facts import NO_BENADELING
from .regimes import Compared
from .verwijtbaarheid import Verwijtbaarheid
from .view import BOETE, View

KNOWN_OUTCOMES = frozenset(
    [
        "waarschuwing",
        "geen_boete_geen_verwijt",
        "geen_boete_geen_schending",
        "afzien_dringende_redenen",
        "buiten_bevoegdheid",
    ]
)
LAST_LINE = ("boete.13_laagste", "boete.15_afronding")


def write_letter(view: View, decision: LetterView, wording: Wording) -> tuple[LetterBlock, ...]:
    """The paragraphs that belong to the outcome; none for an outcome of another type."""
    if decision.outcome == BOETE:
        return _about_fine(view, decision, wording)
    if decision.outcome not in KNOWN_OUTCOMES:
        return ()
    key = f"brief.{decision.outcome}"
    return (
        LetterBlock(section=LetterSection.BETEKENIS, text=wording.get(f"{key}.betekenis")),
        LetterBlock(section=LetterSection.WAAROM, text=wording.get(f"{key}.waarom")),
        LetterBlock(section=LetterSection.HULP, text=wording.get("brief.hulp_algemeen")),
    )


def _about_fine(view: View, decision: LetterView, wording: Wording) -> tuple[LetterBlock, ...]:
    return (
        LetterBlock(section=LetterSection.WAAROM, text=_why(view, wording)),
        LetterBlock(
            section=LetterSection.WAAROM, text=_how(view, decision, wording), cites=LAST_LINE
        ),
        LetterBlock(section=LetterSection.WAT_DOEN, text=_paying(view, wording)),
        LetterBlock(section=LetterSection.HULP, text=wording.get("brief.boete.hulp")),
    )


def _why(view: View, wording: Wording) -> str:
    kind = view.context.choice("intake.soort_overtreding") or "anders"
    grade = view.facts.verwijtbaarheid
    parts = [wording.get(f"brief.overtreding.{kind}"), wording.get("brief.plicht")]
    if grade not in (None, Verwijtbaarheid.GEEN_VERWIJTBAARHEID):
        parts.append(wording.get(f"brief.graad.{grade.value}"))
    shared = "mede_gemeente" in view.context.choices("verwijtbaarheid.verminderd_gronden")
    if shared and grade is Verwijtbaarheid.VERMINDERDE_VERWIJTBAARHEID:
        parts.append(wording.get("brief.aandeel_gemeente"))
    return " ".join(parts)


def _how(view: View, decision: LetterView, wording: Wording) -> str:
    """Two sentences: where the calculation starts, and what made the amount what it is."""
    compared = view.calculation.compared
    if compared is None or decision.amount is None or decision.amount != view.calculation.total:
        return wording.get("brief.berekening.gekozen")
    slots, used = slots_of(view), compared.used
    is_late = used.step("14_redelijke_termijn").variant == "verlaagd"
    if is_late or view.facts.set_before is not None:
        before = euros(used.step("13_laagste").amount) or ""
        key = "brief.berekening.eerder_verlaagd" if is_late else "brief.berekening.eerder_gelijk"
        return wording.get(key, eerder=before, **slots)
    start = used.step("08_percentage")
    first = wording.get(
        f"brief.berekening.start_{start.variant}", procent=_part_of_benadeling(view, start), **slots
    )
    return f"{first} {wording.get(f'brief.berekening.{_binding(compared)}', **slots)}"


def _binding(compared: Compared) -> str:
    """What made the amount; that it can be paid is said only where that was examined."""
    examined = compared.used.step("10_draagkracht").amount is not None
    if compared.used.binding == "percentage" and not examined:
        return "percentage_niet_onderzocht"
    return str(compared.used.binding)


def _part_of_benadeling(view: View, start: Step) -> str:
    """The percentage of what was paid too much; on recidive that is more than that of the grade."""
    benadeling = view.facts.benadeling
    if benadeling is None or benadeling == NO_BENADELING or start.amount is None:
        return ""
    return percent(start.amount / benadeling.fraction)


def _paying(view: View, wording: Wording) -> str:
    way = view.context.choice("bekend.betaalwijze") or "nog_afspreken"
    months = view.context.number("bekend.betaaltermijn")
    text = wording.get(f"brief.betalen.{way}")
    if months is None:
        return text
    return f"{text} {wording.get('brief.betalen.maanden', maanden=str(months))}"
