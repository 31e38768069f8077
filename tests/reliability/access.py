"""Experiments on what everyone can read and reach: R58 and R61."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hardship_desk.ui.dress.tokens import CONTROL_PAIRS, LOOKS, TEXT_PAIRS, Tokens, contrast
from tests.reliability.figures import Experiment, Figures
from tests.reliability.states import ENGLISH, SERIES, walk

LEAST_TEXT, LEAST_CONTROL = 4.5, 3.0


def r58(_folder: Path, rounds: int) -> Figures:
    """Every control of every state has a role and a name, and a wrong field says why."""
    walks = [walk(look, scale) for look, scale in SERIES[:rounds]]
    nameless = [item for seen in walks for item in seen.nameless]
    unlinked = [item for seen in walks for item in seen.unlinked]
    return Figures(
        number="R58",
        target="0 controls without name or role, every input labelled, errors at their field",
        seen=f"{sum(seen.states for seen in walks)} states, "
        f"{sum(seen.elements for seen in walks)} controls of which "
        f"{sum(seen.inputs for seen in walks)} inputs: {len(nameless)} without name or role "
        f"{nameless[:5]}, {len(unlinked)} errors apart {unlinked[:5]}",
        reached=not nameless and not unlinked,
    )


def r61(_folder: Path, rounds: int) -> Figures:
    """Text and controls stand out in every look, and at 200 % on 1280x720 every text fits."""
    weak = [pair for tokens in LOOKS.values() for pair in weak_pairs(tokens)]
    least = {
        name: min(
            contrast(getattr(tokens, one), getattr(tokens, other)) for one, other in TEXT_PAIRS
        )
        for name, tokens in LOOKS.items()
    }
    walks = [walk(look, scale) for look, scale in SERIES[:rounds]]
    if rounds == len(SERIES):
        walks.append(walk("light", 200, ENGLISH))
    short = [item for seen in walks for item in (*seen.clipped, *seen.too_large)]
    lowest = ", ".join(f"{name} {value:.1f}" for name, value in least.items())
    return Figures(
        number="R61",
        target="text >= 4.5, controls >= 3, 0 clipped labels at 200 % on 1280x720",
        seen=f"{len(weak)} weak pairs (lowest text contrast {lowest}); "
        f"{sum(seen.states for seen in walks)} states, {len(short)} clipped {short[:5]}",
        reached=not weak and not short,
    )


def weak_pairs(tokens: Tokens) -> Iterator[str]:
    """The pairs of colours that do not stand out enough from each other."""
    for pairs, least in ((TEXT_PAIRS, LEAST_TEXT), (CONTROL_PAIRS, LEAST_CONTROL)):
        for one, other in pairs:
            if contrast(getattr(tokens, one), getattr(tokens, other)) < least:
                yield f"{tokens.name}: {one} on {other}"


EXPERIMENTS = (
    Experiment(number="R58", run=r58, short=1, long=4),
    Experiment(number="R61", run=r61, short=1, long=4),
)
