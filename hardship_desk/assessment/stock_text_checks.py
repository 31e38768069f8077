"""Checks the texts to use again that a plugin holds.

A text that tells what the law says must rest on a provision, which has an article, a period and a
source; the program offers it only while that provision holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hardship_desk.assessment.plugins.contents import Located
from hardship_desk.domain.stock_text import StockText, open_slots
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.questionnaire.toml_reader import FileProblem

LONGEST = 1200
_NAMES_LAW = re.compile(
    r"\b(?:art(?:ikel(?:en)?|\.)\s*\d|lid\s+\d|awb|pw|ecli:|wet(?:ten|telijke?)?\b|participatiewet"
    r"|algemene wet|verordening|beleidsregels?|hardheidsclausule|jurisprudentie|rechter)",
    re.IGNORECASE,
)
_NUMBER = (
    r"(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|twintig"
    r"|dertig|veertig|vijftig|zestig|[a-z]*honderd[a-z]*|[a-z]*duizend)"
)
_NAMES_FIGURE = re.compile(
    rf"€|%|\b{_NUMBER}\s+(?:euro|procent|dag(?:en)?|weken|week|maand(?:en)?|jaar)\b"
    r"|\b\d+(?:euro|procent)\b|\w+plicht\b",
    re.IGNORECASE,
)
"""A term or an amount holds only for a time, so it is law too."""


def names_law(text: str) -> bool:
    """Whether a text names a rule, a term or an amount."""
    return bool(_NAMES_LAW.search(text) or _NAMES_FIGURE.search(text))


def stock_text_problems(
    plugin: str,
    found: tuple[Located[StockText], ...],
    core: Questionnaire,
    provisions: frozenset[str],
) -> Iterator[FileProblem]:
    """What is wrong with texts; their ids begin with that of the plugin."""
    types = {kind.id for kind in core.types}
    traits = {trait for kind in core.types for trait in kind.traits}
    seen: set[str] = set()
    for place in found:
        item = place.item
        if not item.id.startswith(f"{plugin}."):
            yield FileProblem(place.file, place.key, f"id_without_plugin {plugin}.")
        if item.id in seen:
            yield FileProblem(place.file, place.key, "id_twice")
        seen.add(item.id)
        for name in sorted(set(item.types) - types):
            yield FileProblem(place.file, f"{place.key}.types", f"unknown_type {name}")
        for trait in sorted(set(item.traits) - traits):
            yield FileProblem(place.file, f"{place.key}.traits", f"unknown_trait {trait}")
        if item.basis and item.basis not in provisions:
            yield FileProblem(place.file, f"{place.key}.basis", f"unknown_provision {item.basis}")
        for reason in _of_text(item):
            yield FileProblem(place.file, f"{place.key}.text", reason)


def _of_text(item: StockText) -> Iterator[str]:
    if len(item.text) > LONGEST:
        yield f"text_too_long {LONGEST}"
    if not item.basis and names_law(f"{item.title} {item.text}"):
        yield "law_without_basis"
    if any(sign in _without_slots(item.text) for sign in "[]{}"):
        yield "slot_unreadable"
    if any(not slot.what for slot in open_slots(item.text)):
        yield "slot_without_name"


def _without_slots(text: str) -> str:
    """The text without the slots that are whole."""
    for slot in reversed(open_slots(text)):
        if text[slot.start : slot.end].endswith("]"):
            text = text[: slot.start] + text[slot.end :]
    return text
