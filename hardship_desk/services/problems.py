"""Why a use case did nothing: a code with harmless parameters, for the page to explain."""

from __future__ import annotations

from dataclasses import dataclass

SEALED = "besluit_vastgesteld"
"""The decision is adopted: its steps 1-14 no longer change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseProblem:
    """What is wrong with one field of a form; nothing was saved."""

    field: str
    code: str
    parameters: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionProblem:
    """Why a step of the decision was refused; nothing was saved."""

    code: str
    parameters: tuple[tuple[str, str], ...] = ()
