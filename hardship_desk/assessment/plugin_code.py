"""Runs the Python of a plugin: loads it once, and asks it one question at a time."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pluggy
import tomli

from hardship_desk.assessment.texts import flatten
from hardship_desk.plugin_api.hookspecs import PROJECT, HardshipHooks


class PluginFailedError(Exception):
    """A plugin raised, or answered with something else than the interface says.

    Holds the kind of failure only: the text of an exception may hold what a case says.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class PluginRules:
    """The rules of one plugin, behind a manager of their own, so that they fail alone."""

    def __init__(self, plugin_id: str, rules: object) -> None:
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(HardshipHooks)
        try:
            self._manager.register(rules, name=plugin_id)
            self._manager.check_pending()
        except Exception as error:  # noqa: BLE001  # code of a plugin
            raise PluginFailedError(type(error).__name__) from None

    def ask(self, hook: str, item: type, **arguments: object) -> tuple[Any, ...]:
        """What the plugin answers to one hook: a tuple of `item`; raises PluginFailedError."""
        try:
            answers = getattr(self._manager.hook, hook)(**arguments)
            found = tuple(part for answer in answers for part in answer)
        except Exception as error:  # noqa: BLE001  # code of a plugin
            raise PluginFailedError(type(error).__name__) from None
        if not all(isinstance(part, item) for part in found):
            raise PluginFailedError("not_a_" + item.__name__)
        return found


def read_texts(folder: Path) -> Mapping[str, str]:
    """The sentences of a plugin by key: `texts.toml`, and `texts/<theme>.toml` below its theme."""
    files = [("", folder / "texts.toml")]
    files += [(f"{path.stem}.", path) for path in sorted((folder / "texts").glob("*.toml"))]
    found: dict[str, str] = {}
    for prefix, path in files:
        if path.is_file():
            found.update(flatten(tomli.loads(path.read_text(encoding="utf-8")), prefix))
    return found


def load_rules(folder: Path, plugin_id: str, texts: Mapping[str, str]) -> PluginRules:
    """The rules that `rules/__init__.py` of the folder makes; raises PluginFailedError.

    The package gets a private name, so that two plugins never share a module.
    """
    name = f"hardship_desk_plugin_{plugin_id}"
    package = folder / "rules"
    spec = importlib.util.spec_from_file_location(
        name, package / "__init__.py", submodule_search_locations=[str(package)]
    )
    if spec is None or spec.loader is None:
        raise PluginFailedError("no_package")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
        rules = module.create(texts)
    except Exception as error:  # noqa: BLE001  # code of a plugin
        raise PluginFailedError(type(error).__name__) from None
    return PluginRules(plugin_id, rules)
