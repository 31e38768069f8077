"""Reads `beleid.toml`, in which an organisation says what holds for its vaults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.domain.bsn import passes_elfproef
from hardship_desk.domain.policy import LEAST_LOCK_MINUTES, MOST_LOCK_MINUTES, Policy
from hardship_desk.domain.users import Officer
from hardship_desk.questionnaire.toml_reader import (
    FileProblem,
    ProblemList,
    TableReader,
    read_toml,
)

KEY_BYTES = 32
STRICT = Policy(unlisted_code=False)
"""What holds while the file has a mistake: whatever it meant to forbid is not allowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyContent:
    """The policy; where the file has a mistake the strictest one, and `problems` says why."""

    policy: Policy = Policy()
    problems: tuple[FileProblem, ...] = ()


def read_policy(places: Iterable[Path]) -> PolicyContent:
    """The first of these files that is there; the careful choices where none is."""
    for path in places:
        if path.is_file():
            return _read(path)
    return PolicyContent()


def _read(path: Path) -> PolicyContent:
    problems = ProblemList()
    table = read_toml(path, problems)
    officers = table.each("functionaris", _officer)
    policy = Policy(
        officers=officers or None,
        evidence_copies=table.flag("bewijs_kopie_in_kluis", default=False),
        lock_minutes=table.number("vergrendel_na_minuten", Policy().lock_minutes),
        working_copy_days=table.optional_number("werkkopie_dagen"),
        plugin_keys=tuple(
            _key(table, "plugin_sleutels", text) for text in table.texts("plugin_sleutels")
        ),
        unlisted_code=table.flag("plugin_code_buiten_lijst", default=True),
        law_keys=tuple(_key(table, "wet_sleutels", text) for text in table.texts("wet_sleutels")),
        law_folder=_folder(table, "wet_map"),
        rsin=_rsin(table),
        drop_folder=_folder(table, "zaaksysteem_map"),
    )
    if not LEAST_LOCK_MINUTES <= policy.lock_minutes <= MOST_LOCK_MINUTES:
        table.problem("vergrendel_na_minuten", "not_between_1_and_15")
    if len(officers) == 1 or len({item.public for item in officers}) != len(officers):
        table.problem("functionaris", "two_with_a_key_of_their_own_needed")
    table.finish()
    found = problems.all()
    return PolicyContent(policy=STRICT, problems=found) if found else PolicyContent(policy=policy)


def _officer(table: TableReader) -> Officer:
    name = table.text("naam")
    return Officer(
        name=name, public=_key(table, "publieke_sleutel", table.text("publieke_sleutel"))
    )


def _rsin(table: TableReader) -> str | None:
    """The RSIN, which passes the same test as a BSN."""
    text = table.text("rsin", "")
    if text and not passes_elfproef(text):
        table.problem("rsin", "not_an_rsin")
    return text or None


def _folder(table: TableReader, name: str) -> Path | None:
    """A folder by its whole path; a loose name would mean another place at each start."""
    text = table.text(name, "")
    if not text:
        return None
    if not Path(text).is_absolute():
        table.problem(name, "not_a_whole_path")
    return Path(text)


def _key(table: TableReader, name: str, text: str) -> bytes:
    try:
        public = bytes.fromhex(text)
    except ValueError:
        public = b""
    if len(public) != KEY_BYTES:
        table.problem(name, "not_a_public_key")
    return public
