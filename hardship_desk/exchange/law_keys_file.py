"""Reads the public keys with which the makers of the program sign packages of law."""

from __future__ import annotations

from pathlib import Path

from hardship_desk.exchange.policy_file import KEY_BYTES
from hardship_desk.questionnaire.toml_reader import ProblemList, read_toml


def read_law_keys(path: Path) -> tuple[bytes, ...]:
    """The keys of the file; raises ValueError where the program itself is damaged."""
    problems = ProblemList()
    table = read_toml(path, problems)
    keys = tuple(bytes.fromhex(text) for text in table.texts("wet_sleutels"))
    table.finish()
    if problems.all() or any(len(key) != KEY_BYTES for key in keys):
        raise ValueError("law_keys")
    return keys
