"""Facts of the reference in Dutch words: what was read, how long it holds, what a number says."""

from __future__ import annotations

from typing import assert_never

from hardship_desk.domain.legal_basis import Certainty
from hardship_desk.plugin_api.catalogue import DatedText, ReadHow, Ruling
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date


def read_how(item: Ruling, texts: WindowTexts) -> str:
    """What of a ruling was read, in words."""
    match item.read_how:
        case ReadHow.SUMMARY:
            return texts.get("naslag.samenvatting")
        case ReadHow.START:
            return texts.get("naslag.begin")
        case ReadHow.FULL_TEXT:
            return texts.get("naslag.volledig")
        case unreachable:
            assert_never(unreachable)


def sureness(item: DatedText | Ruling, certainty: Certainty, texts: WindowTexts) -> str:
    """How sure a fact is, in words that fit a text of law or a ruling."""
    own = f"naslag.zeker_uitspraak.{certainty.value}"
    return texts.get(own if isinstance(item, Ruling) else f"zekerheid.{certainty.value}")


def shown_validity(item: DatedText, texts: WindowTexts) -> str:
    """From when until when a version holds, in words."""
    start = show_date(item.valid_from) if item.valid_from else ""
    end = show_date(item.valid_until) if item.valid_until else ""
    if start and end:
        return texts.get("naslag.periode.van_tot", van=start, tot=end)
    if start:
        return texts.get("naslag.periode.vanaf", van=start)
    return texts.get("naslag.periode.tot", tot=end) if end else texts.get("naslag.periode.altijd")
