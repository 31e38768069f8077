"""A shelf with national law as it is shipped, and plugins that a test adds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hardship_desk.assessment.law.local import LocalLaw
from hardship_desk.assessment.law.local_limits import load_limits
from hardship_desk.assessment.plugins.loader import Origin, ReadPlugin, RulesMaker, read_plugin
from hardship_desk.assessment.plugins.shelf import (
    Gate,
    Permission,
    Shelf,
    ShelfPlaces,
    fill_shelf,
)
from hardship_desk.exchange.municipality_file import read_municipalities

ROOT = Path(__file__).resolve().parents[3]
MANIFEST = """id = "{name}"
title = "Proefdorp"
version = "1.0.0"
api = 1
gemeentecodes = ["GM0363"]
valid_from = 2015-01-01
contact = "proef"
"""


@dataclass(frozen=True)
class SameForAll:
    """A gate that says the same of every plugin."""

    said: Permission = Permission.RUNS

    def permission(self, plugin: ReadPlugin) -> Permission:
        return Permission.RUNS if plugin.is_national else self.said


def places(*added: Path) -> ShelfPlaces:
    return ShelfPlaces(
        shipped=ROOT / "plugins",
        questionnaires=ROOT / "resources" / "questionnaires",
        added=added,
        limits=load_limits(ROOT / "resources" / "lokale_grenzen.toml"),
        codes=frozenset(read_municipalities(ROOT / "resources" / "gemeentecodes.toml")),
    )


def shelf(*added: Path, gate: Gate | None = None, make_rules: RulesMaker | None = None) -> Shelf:
    return fill_shelf(places(*added), gate or SameForAll(), make_rules)


@cache
def law() -> LocalLaw:
    """National law as it is shipped."""
    return shelf().law


def write(folder: Path, name: str = "proefdorp", **files: str) -> Path:
    """A plugin; a name `a__b` is the file `a/b.toml`, `rules` is `rules.py`."""
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    (place / "plugin.toml").write_text(files.pop("manifest", MANIFEST.format(name=name)))
    rules = files.pop("rules", None)
    if rules is not None:
        (place / "rules.py").write_text(rules)
    for key, text in files.items():
        path = place / f"{key.replace('__', '/')}.toml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return place


def mistakes(path: Path) -> list[str]:
    """What is wrong with a plugin, each as file, key and reason."""
    read = read_plugin(path, origin=Origin.ADDED, check=law().problems)
    return [str(item) for item in read.problems]


Writer = Callable[..., Path]
