"""A decision that leans on another's amount must be judged again when that amount changes."""

from __future__ import annotations

from collections.abc import Mapping

from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.flag import Flag, Moment, Severity
from hardship_desk.domain.ids import DecisionTypeId, FlagId
from hardship_desk.domain.money import Money
from hardship_desk.questionnaire.model import Questionnaire

RECHECK = FlagId("s01.opnieuw_beoordelen")


def changed_link_flags(
    questionnaire: Questionnaire,
    decision: DecisionFile,
    linked: Mapping[DecisionTypeId, Money],
    texts: Texts,
) -> tuple[Flag, ...]:
    """A block while an amount this decision leans on differs from when it was last judged."""
    kind = questionnaire.decision_type(decision.type)
    changed = [
        texts.get(
            "engine.opnieuw_beoordelen.wijziging",
            soort=questionnaire.decision_type(seen.type).title,
            oud=seen.amount.dutch(),
            nieuw=_shown(linked.get(seen.type), texts),
        )
        for seen in decision.linked_seen
        if seen.type in kind.fed_by and linked.get(seen.type) != seen.amount
    ]
    if not changed:
        return ()
    return (
        Flag(
            id=RECHECK,
            step=1,
            severity=Severity.WAARSCHUWING,
            moment=Moment.VASTSTELLEN,
            text=texts.get("engine.opnieuw_beoordelen.tekst", wat="; ".join(changed)),
            advice=texts.get("engine.opnieuw_beoordelen.advies"),
            basis=texts.get("engine.opnieuw_beoordelen.grondslag"),
        ),
    )


def _shown(amount: Money | None, texts: Texts) -> str:
    return amount.dutch() if amount is not None else texts.get("engine.woorden.unknown")
