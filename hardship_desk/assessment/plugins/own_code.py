"""Asks the rules of a plugin; those of national law run here, all others in a worker process."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

import pluggy

from hardship_desk.plugin_api.hookspecs import PROJECT, HardshipHooks


class PluginFailedError(Exception):
    """A plugin raised, or answered with something else than the interface says.

    Holds the kind of failure only: the text of an exception may hold what a case says.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class PluginBusyError(Exception):
    """The rules of a plugin are still at work on this; it is asked again when they are done."""


class Asked(Protocol):
    """A question that was put to a plugin."""

    def result(self) -> tuple[Any, ...]:
        """What it answered; raises PluginFailedError, or PluginBusyError for who cannot wait."""
        ...


class PluginRules(Protocol):
    """The rules of one plugin."""

    def begin(
        self, hook: str, item: type, arguments: Mapping[str, object], *, patient: bool
    ) -> Asked:
        """Put a question: a hook, the kind of its answers and its arguments.

        Who is not patient gets an answer that is known already, or none yet.
        """
        ...

    def blame(self, kind: str) -> None:
        """Count an answer that was wrong as a failure."""
        ...

    def load(self) -> None:
        """Load it now; raises PluginFailedError where that does not go."""
        ...

    def turn_off(self) -> None:
        """Ask it no more from now on."""
        ...

    def close(self) -> None:
        """Let go of what it holds; it may be asked again."""
        ...

    @property
    def is_off(self) -> bool:
        """Whether it failed so often that it is asked no more."""
        ...


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer that is there already."""

    items: tuple[Any, ...]

    def result(self) -> tuple[Any, ...]:
        """The answer."""
        return self.items


@dataclass(frozen=True, slots=True)
class Failed:
    """A question that was not answered, and why."""

    kind: str

    def result(self) -> tuple[Any, ...]:
        """Raises what went wrong."""
        raise PluginFailedError(self.kind)


class OwnRules:
    """Rules behind a pluggy manager of their own, in this process."""

    is_off = False

    def __init__(self, plugin_id: str, rules: object) -> None:
        self._manager = pluggy.PluginManager(PROJECT)
        self._manager.add_hookspecs(HardshipHooks)
        try:
            self._manager.register(rules, name=plugin_id)
            self._manager.check_pending()
        except Exception as error:  # noqa: BLE001  # code of a plugin
            raise PluginFailedError(type(error).__name__) from None

    def begin(
        self,
        hook: str,
        item: type,
        arguments: Mapping[str, object],
        *,
        patient: bool,  # noqa: ARG002  # it never has to wait
    ) -> Asked:
        """The answer, at once."""
        try:
            return Answered(self.ask(hook, item, arguments))
        except PluginFailedError as error:
            return Failed(error.kind)

    def blame(self, kind: str) -> None:
        """Nothing: what is part of the program is never switched off."""

    def load(self) -> None:
        """Nothing: it was loaded when it was made."""

    def turn_off(self) -> None:
        """Nothing, for the same reason."""

    def close(self) -> None:
        """Nothing: it holds no process."""

    def ask(self, hook: str, item: type, arguments: Mapping[str, object]) -> tuple[Any, ...]:
        """What the plugin answers to one hook: a tuple of `item`; raises PluginFailedError."""
        try:
            answers = getattr(self._manager.hook, hook)(**arguments)
            found = tuple(part for answer in answers for part in answer)
        except Exception as error:  # noqa: BLE001  # code of a plugin
            raise PluginFailedError(type(error).__name__) from None
        if not all(isinstance(part, item) for part in found):
            raise PluginFailedError("not_a_" + item.__name__)
        return found

    def wants(self) -> dict[str, tuple[str, ...]]:
        """The hooks it has, each with the arguments it takes."""
        hooks = (name for name in dir(HardshipHooks) if name.startswith("hardship_"))
        return {
            name: tuple(impl.argnames)
            for name in hooks
            for impl in getattr(self._manager.hook, name).get_hookimpls()
        }


class LaterRules:
    """Rules of the program itself, loaded when they are first asked, or before that by `load`."""

    is_off = False

    def __init__(self, make: Callable[[], OwnRules]) -> None:
        self._make = make
        self._lock = Lock()
        self._rules: OwnRules | None = None

    def begin(
        self, hook: str, item: type, arguments: Mapping[str, object], *, patient: bool
    ) -> Asked:
        """The answer, at once."""
        try:
            rules = self._loaded()
        except PluginFailedError as error:
            return Failed(error.kind)
        return rules.begin(hook, item, arguments, patient=patient)

    def blame(self, kind: str) -> None:
        """Nothing: what is part of the program is never switched off."""

    def load(self) -> None:
        """Load them now; raises PluginFailedError where the program is damaged."""
        self._loaded()

    def turn_off(self) -> None:
        """Nothing, for the same reason."""

    def close(self) -> None:
        """Nothing: they hold no process."""

    def _loaded(self) -> OwnRules:
        with self._lock:
            if self._rules is None:
                self._rules = self._make()
            return self._rules


def load_rules(folder: Path, plugin_id: str, texts: Mapping[str, str]) -> OwnRules:
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
    return OwnRules(plugin_id, rules)
