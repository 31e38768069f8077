"""Drafts the paragraphs of the motivation, one per topic, each citing its findings (Awb 3:46)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hardship_desk.plugin_api import Consideration, Finding, FindingId

from ..step import Step, euros
from ..wording import Wording
from .recidive import raised
from .regimes import Compared
from .view import View

GRADES = (
    "geen_verwijt",
    "graad_verminderde_verwijtbaarheid",
    "graad_normale_verwijtbaarheid",
    "graad_grove_schuld",
    "graad_opzet",
)


@dataclass(frozen=True, slots=True)
class Topic:
    """One paragraph: the findings it treats, in the order of its sentences."""

    id: str
    step: int
    findings: tuple[str, ...]


PROPORTIONAL = (
    "evenredigheid.geschikt",
    "evenredigheid.noodzakelijk",
    "evenredigheid.evenwichtig",
)
ASKED: Mapping[str, tuple[str, ...]] = {
    "zienswijze_ja": ("horen.reactie",),
    "graad_verminderde_verwijtbaarheid": ("verwijtbaarheid.feiten",),
    "graad_normale_verwijtbaarheid": (
        "verwijtbaarheid.feiten",
        "verwijtbaarheid.verminderd_gronden",
    ),
    "graad_grove_schuld": ("verwijtbaarheid.bewijslast",),
    "graad_opzet": ("verwijtbaarheid.bewijslast",),
    "waarschuwing_mogelijk": ("waarschuwing.overwogen",),
    "slotsom_evenredig": PROPORTIONAL,
    "slotsom_deels": PROPORTIONAL,
    "slotsom_onevenredig": PROPORTIONAL,
}
"""What has to be answered before a paragraph may claim that it was looked into."""

TOPICS = (
    Topic("schending", 2, ("schending", "geen_schending", "deel_zonder_regels")),
    Topic("bevoegdheid", 2, ("beletsel", "wachttijd_voorbij", "vervallen")),
    Topic(
        "zienswijze",
        3,
        ("zienswijze_ja", "zienswijze_uitgenodigd_niet_gekomen", "zienswijze_ontbreekt"),
    ),
    Topic(
        "verwijtbaarheid",
        6,
        (*GRADES, "bewijs_ontbreekt", "aandeel_gemeente", "doenvermogen_spanning"),
    ),
    Topic(
        "waarschuwing",
        6,
        ("waarschuwing_mogelijk", "waarschuwing_uitgesloten", "waarschuwing_geen_grond"),
    ),
    Topic("recidive", 6, ("recidive",)),
    Topic(
        "draagkracht",
        7,
        ("draagkracht_bepaalt", "draagkracht_getoetst", "draagkracht_niet_onderzocht"),
    ),
    Topic("redelijke_termijn", 7, ("redelijke_termijn",)),
    Topic(
        "evenredigheid",
        11,
        ("slotsom_evenredig", "slotsom_deels", "slotsom_onevenredig", "evenredig_lager"),
    ),
    Topic("dringende_redenen", 11, ("dringende_redenen",)),
    Topic("bedrag", 13, ("berekend", "milder_regime", "milder_regime_onzeker")),
)


def draft_all(
    view: View, findings: tuple[Finding, ...], wording: Wording
) -> tuple[Consideration, ...]:
    """Every topic on which something was found; a paragraph claims only what was answered."""
    present = {finding.id for finding in findings}
    slots = slots_of(view)
    drafts: list[Consideration] = []
    for topic in TOPICS:
        names = [name for name in topic.findings if FindingId(f"boete.{name}") in present]
        if names:
            keys = (key for name in names for key in _said(name, view))
            text = " ".join(wording.get(key, **slots) for key in keys)
            drafts.append(_draft(topic, names, text))
    return tuple(drafts)


def _draft(topic: Topic, names: list[str], text: str) -> Consideration:
    return Consideration(
        id=f"boete.{topic.id}",
        step=topic.step,
        text=text,
        findings=tuple(FindingId(f"boete.{name}") for name in names),
    )


def _said(name: str, view: View) -> Iterator[str]:
    """The sentence on a finding, and after it what was looked into besides, if it was asked."""
    yield f"overweging.{name}"
    answers = [view.context.answer(question) for question in ASKED.get(name, ())]
    if answers and all(answer is not None and answer.value is not None for answer in answers):
        yield f"overweging_nagegaan.{name}"


def slots_of(view: View) -> dict[str, str]:
    """What the sentences are filled with: dates, amounts and numbers, never free text."""
    conduct, facts = view.facts.conduct, view.facts
    slots = {
        "van": f"{conduct.start:%d-%m-%Y}" if conduct else "",
        "tot": f"{conduct.last_day:%d-%m-%Y}" if conduct else "",
        "benadeling": euros(facts.benadeling) or "",
        "verlaging": str(facts.delay_percentage or ""),
        "opgelegd": f"{facts.recidive.imposed_on:%d-%m-%Y}" if facts.recidive.imposed_on else "",
        "gewaarschuwd": f"{facts.warned_on:%d-%m-%Y}" if facts.warned_on else "",
        "verhoogd": _raised(view),
    }
    compared = view.calculation.compared
    return {**slots, **(_amounts(compared) if compared else {})}


def _raised(view: View) -> str:
    if view.facts.benadeling is None:
        return ""
    return euros(raised(view.facts, view.law, view.facts.benadeling.fraction)) or ""


def _amounts(compared: Compared) -> dict[str, str]:
    room, start = (
        _step(compared, "10_draagkracht"),
        _step(compared, "08_percentage"),
    )
    return {
        "bedrag": euros(compared.used.total) or "",
        "oud": euros(compared.of_conduct.total) or "",
        "nieuw": euros(compared.of_decision.total) or "",
        "ruimte": euros(room.amount) or "",
        "maanden": room.slots.get("maanden", ""),
        "naar_verwijt": euros(start.amount) or "",
        "evenredig": euros(_step(compared, "11_evenredigheid").amount) or "",
    }


def _step(compared: Compared, rule: str) -> Step:
    return compared.used.step(rule)
