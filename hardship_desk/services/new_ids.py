"""Makes ids for new things: random for dossiers, counted within a dossier."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from hardship_desk.domain.ids import CaseId


def new_case_id() -> CaseId:
    """An id that no other dossier has, and that says nothing about it."""
    return CaseId(secrets.token_hex(12))


def next_id(head: str, taken: Iterable[str]) -> str:
    """The first free id of a series: boete-1, boete-2."""
    used = set(taken)
    number = 1
    while f"{head}-{number}" in used:
        number += 1
    return f"{head}-{number}"
