"""A vault with many dossiers: one in ten is a whole example, the others are headers without answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hardship_desk import storage
from hardship_desk.bootstrap import EXAMPLES
from hardship_desk.config import paths
from hardship_desk.core_setup import build_core
from hardship_desk.domain.answers import AnswerSet
from hardship_desk.domain.case import Case
from hardship_desk.domain.clock import SystemClock
from hardship_desk.domain.ids import CaseId, CaseNumber
from hardship_desk.storage.keys.passphrase import KeyCost

PASSPHRASE = "een wachtwoord dat niemand raadt"
WHOLE_IN = 10


def fill_vault(path: Path, dossiers: int, cost: KeyCost | None = None) -> tuple[CaseId, ...]:
    """Make a vault with this many dossiers; the ids of those that are whole."""
    core = build_core()
    examples = tuple(core.reader.cases_in(paths.resources_folder() / EXAMPLES))
    core.plugins.close()
    made = tuple(_dossier(examples, number) for number in range(dossiers))
    with storage.create_vault(path, PASSPHRASE, SystemClock(), cost=cost) as vault:
        session = vault._session  # all in one transaction, to save an hour
        with session.database.atomic("IMMEDIATE"):
            for case in made:
                vault.cases.add_case(case)
    return tuple(case.id for case in made[::WHOLE_IN])


def _dossier(examples: tuple[Case, ...], number: int) -> Case:
    example = examples[number // WHOLE_IN % len(examples)]
    named = replace(example, id=CaseId(f"c-{number}"), number=CaseNumber(f"Z-{number:05}"))
    if number % WHOLE_IN == 0:
        return named
    bare = replace(named.decisions[0], answers=AnswerSet(), weighing=(), flag_responses=())
    return replace(named, facts=AnswerSet(), decisions=(bare,), evidence=(), conversations=())
