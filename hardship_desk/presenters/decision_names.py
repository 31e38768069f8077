"""What the decisions of a dossier are called, also where two are of one kind."""

from __future__ import annotations

from collections import Counter

from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import DecisionId
from hardship_desk.presenters.window_texts import WindowTexts


def decision_names(case: Case, texts: WindowTexts) -> dict[DecisionId, str]:
    """The kind of each decision; of one kind the later ones count on, as "Boete (2)"."""
    counted = Counter(item.type for item in case.decisions)
    seen: Counter[str] = Counter()
    names = {}
    for item in case.decisions:
        kind = texts.get_or(f"soort.{item.type}", item.type)
        seen[item.type] += 1
        several = counted[item.type] > 1
        number = str(seen[item.type])
        names[item.id] = texts.get("balk.zoveelste", soort=kind, nummer=number) if several else kind
    return names
