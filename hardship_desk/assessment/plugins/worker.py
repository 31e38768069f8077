"""The worker process: runs the rules of one plugin, and speaks lines of JSON with the program.

Started as `hardship-desk --worker`. It is told no path, no name and no number of a person.
"""

from __future__ import annotations

import gc
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any, BinaryIO

from typing_extensions import override

from hardship_desk.assessment.plugins.confine import confine, limit_resources, private_pipes
from hardship_desk.assessment.plugins.own_code import OwnRules, PluginFailedError
from hardship_desk.assessment.plugins.wire import (
    HOOKS,
    decode_arguments,
    decode_context,
    decode_parameters,
    dumps,
    loads,
)
from hardship_desk.domain.codec import encode_sparse
from hardship_desk.plugin_api.catalogue import ParameterTable

_GIVEN = {"hardship_findings": ("computations",), "hardship_considerations": ("findings",)}
"""What a hook is given besides the context; it is not sent to rules that do not take it."""


def serve() -> int:
    """Take the process in hand, then answer until the program closes the pipe."""
    asking, answering = private_pipes()
    limit_resources()
    confine()
    answer_all(asking, answering)
    return 0


def answer_all(asking: BinaryIO, answering: BinaryIO) -> None:
    """Answer each line with a line; the first says that the process is there."""

    def say(message: Mapping[str, object]) -> None:
        answering.write(dumps(message))
        answering.flush()

    worker = Worker()
    say({"ready": True})
    for line in asking:
        reply = worker.answer(loads(line))
        if reply is not None:
            say(reply)


class Worker:
    """The rules of one plugin, and the values that were last sent."""

    def __init__(self) -> None:
        self._rules: OwnRules | None = None
        self._parameters = ParameterTable()

    def answer(self, message: Mapping[str, Any]) -> dict[str, object] | None:
        """What to say to a message; None where nothing needs to be said."""
        if message["do"] == "parameters":
            self._parameters = decode_parameters(message["items"])
            return None
        try:
            if message["do"] == "load":
                return {"loaded": self._load(message)}
            return {"number": message["number"], "items": self._ask(message)}
        except PluginFailedError as error:
            return {"number": message.get("number", 0), "failed": error.kind[:80]}

    def _load(self, message: Mapping[str, Any]) -> dict[str, Any]:
        rules = rules_from(message["plugin"], message["modules"], message["texts"])
        self._rules = OwnRules(message["plugin"], rules)
        gc.freeze()  # what is loaded now stays: looking for garbage in it would only cost time
        return self._rules.wants()

    def _ask(self, message: Mapping[str, Any]) -> list[object]:
        if self._rules is None:
            raise PluginFailedError("not_loaded")
        hook = message["hook"]
        arguments = {
            "context": decode_context(message["context"], self._parameters),
            **dict.fromkeys(_GIVEN.get(hook, ()), ()),
            **decode_arguments(message["arguments"]),
        }
        try:
            return [encode_sparse(item) for item in self._rules.ask(hook, HOOKS[hook], arguments)]
        except PluginFailedError:
            raise
        except BaseException as error:  # noqa: BLE001  # code of a plugin; an exit is a failure too
            raise PluginFailedError(type(error).__name__) from None


def rules_from(plugin: str, modules: Mapping[str, str], texts: Mapping[str, str]) -> object:
    """The rules of a plugin, made from its modules in memory; raises PluginFailedError.

    `create(texts)` makes them; without it the module itself holds the hooks.
    """
    name = f"hardship_desk_plugin_{plugin}"
    finder = MemoryFinder(name, modules)
    sys.meta_path.insert(0, finder)
    try:
        module = importlib.import_module(name)
        create = getattr(module, "create", None)
        return create(texts) if create is not None else module
    except BaseException as error:  # noqa: BLE001  # code of a plugin
        raise PluginFailedError(type(error).__name__) from None


class MemoryFinder(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Finds the modules of one plugin among sources that were sent, under a private name."""

    def __init__(self, name: str, modules: Mapping[str, str]) -> None:
        self._name = name
        self._sources = {self._module(path): source for path, source in modules.items()}
        self._packages = {
            self._module(path) for path in modules if path.endswith(("__init__.py", "rules.py"))
        }

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname not in self._sources:
            return None
        return importlib.util.spec_from_loader(
            fullname, self, is_package=fullname in self._packages
        )

    @override
    def is_package(self, fullname: str) -> bool:
        return fullname in self._packages

    @override
    def get_source(self, fullname: str) -> str:
        return self._sources[fullname]

    def _module(self, path: str) -> str:
        """`rules.py` and `rules/__init__.py` are the package itself, `rules/a/b.py` is `.a.b`."""
        parts = path.removesuffix(".py").split("/")[1:]
        return ".".join([self._name, *(part for part in parts if part != "__init__")])
