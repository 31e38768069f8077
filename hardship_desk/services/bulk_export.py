"""The reports of several dossiers to one folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hardship_desk.domain.ids import CaseId
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.cases import CaseService
from hardship_desk.services.reporting import ReportingService


def export_all(
    services: tuple[CaseService, ReportingService],
    case_ids: tuple[CaseId, ...],
    folder: Path,
    cancelled: Cancellation,
    progressed: Callable[[int], object],
) -> int:
    """Export every decision of these dossiers, one after the other; how many dossiers were done.

    Stops between two dossiers where it was cancelled. Raises WriteError; what was written stays.
    """
    cases, reporting = services
    done = 0
    for case_id in case_ids:
        if cancelled.is_cancelled:
            break
        decisions = cases.current(case_id).decisions
        for decision in decisions:
            reporting.export(case_id, decision.id, folder, apart=len(decisions) > 1)
        done += 1
        progressed(done)
    return done
