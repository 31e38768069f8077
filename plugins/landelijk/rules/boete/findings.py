"""All findings of the national rules on fines, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hardship_desk.plugin_api import Computation, Finding, LineId

from ..noticed import Noticed
from ..wording import Wording
from . import findings_amount, findings_blame, findings_gates, findings_procedure
from .calculation import law_day
from .view import View

Rule = Callable[[View], Noticed | None]

FIRST: tuple[Rule, ...] = (
    findings_gates.on_regime,
    findings_gates.on_early_conduct,
    findings_gates.on_schending,
    findings_gates.on_beletsel,
    findings_gates.on_vervaltermijn,
    findings_procedure.on_zienswijze,
    findings_procedure.on_decision_term,
    findings_gates.on_verwijt,
    findings_blame.on_graad,
    findings_blame.on_missing_proof,
    findings_blame.on_proof_of_period,
    findings_blame.on_own_share,
    findings_blame.on_doenvermogen,
    findings_blame.on_recidive,
    findings_amount.on_linked_amount,
)
LAST: tuple[Rule, ...] = (
    findings_amount.on_maximum,
    findings_amount.on_draagkracht,
    findings_amount.on_age_of_means,
    findings_amount.on_age_of_beslagvrije_voet,
    findings_amount.on_delay,
    findings_amount.on_slotsom,
    findings_amount.on_fairness,
    findings_amount.on_dringende_reden,
    findings_amount.on_milder_regime,
    findings_amount.on_total,
    findings_amount.on_chosen_amount,
    findings_amount.on_missing_total,
    findings_gates.on_outcome_without_ground,
)


def find_all(
    view: View, computations: tuple[Computation, ...], wording: Wording
) -> tuple[Finding, ...]:
    """Ask every rule; the same view gives the same findings, citing lines that are there."""
    unread = findings_gates.on_unread_texts(view, wording)
    noticed = [rule(view) for rule in FIRST]
    noticed += findings_gates.on_waarschuwing(view)
    noticed += [rule(view) for rule in LAST]
    noticed += [*findings_gates.on_fine_behind_shut_gate(view), unread]
    present = {line.id for computation in computations for line in computation.lines}
    found = [_worded(item, present, view, wording) for item in noticed if item is not None]
    return tuple(sorted(found, key=lambda finding: finding.step))


def _worded(item: Noticed, present: set[LineId], view: View, wording: Wording) -> Finding:
    finding = wording.finding(item, law_day(item.basis, view.facts))
    return replace(finding, lines=tuple(line for line in finding.lines if line in present))
