"""The public keys with which the makers of the program sign, and what a signature can be for."""

from __future__ import annotations

from pathlib import Path

from hardship_desk.exchange.policy_file import KEY_BYTES
from hardship_desk.questionnaire.toml_reader import ProblemList, read_toml

LAW, ORGANISATION = b"hardship-desk-wetspakket-1\n", b"hardship-desk-organisatiepakket-1\n"
"""What a signature is for: one for a list of plugins says nothing about a package."""


def read_law_keys(path: Path) -> tuple[bytes, ...]:
    """The keys of the file; raises ValueError where the program itself is damaged."""
    problems = ProblemList()
    table = read_toml(path, problems)
    keys = tuple(bytes.fromhex(text) for text in table.texts("wet_sleutels"))
    table.finish()
    if problems.all() or any(len(key) != KEY_BYTES for key in keys):
        raise ValueError("law_keys")
    return keys
