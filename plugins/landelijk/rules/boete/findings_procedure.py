"""What is noticed about the procedure: zienswijze and the term to decide (Awb 5:51, 5:53, 4:8)."""

from __future__ import annotations

from ..calendar_terms import add_weeks
from ..noticed import Noticed
from .poorten import applies_5_53
from .view import WAARSCHUWING, View

CITES = ("horen.zienswijze_gegeven", "horen.grond_niet_horen")


def on_zienswijze(view: View) -> Noticed | None:
    """Awb 5:53 lid 3: above the threshold always a zienswijze; else a ground of 4:8, 4:11, 4:12.

    While it is unknown whether 5:53 applies, it is taken to apply. A warning is no fine.
    """
    given = view.context.choice("horen.zienswijze_gegeven")
    if given is None:
        return None
    if given != "nee":
        return Noticed(name=f"zienswijze_{given}", step=3, basis="awb_5_53", cites=CITES[:1])
    if view.fine_is_open and applies_5_53(view.facts, view.law) is not False:
        return Noticed(name="zienswijze_verplicht", step=3, basis="awb_5_53", cites=CITES)
    decides_against = view.fine_is_open or view.facts.outcome == WAARSCHUWING
    if not decides_against or view.context.choice("horen.grond_niet_horen") is not None:
        return None
    return Noticed(name="zienswijze_ontbreekt", step=3, basis="awb_4_8", cites=CITES)


def on_decision_term(view: View) -> Noticed | None:
    """Awb 5:51: after a report the college decides within thirteen weeks."""
    report_on, decided_on = view.context.day("intake.rapport_datum"), view.facts.decided_on
    if report_on is None or decided_on is None or view.facts.in_review:
        return None
    weeks = view.law.on(decided_on, "boete.beslistermijn").count
    if weeks is None or decided_on <= add_weeks(report_on, weeks):
        return None
    return Noticed(name="termijn_5_51", step=3, basis="awb_5_51", cites=("intake.rapport_datum",))
