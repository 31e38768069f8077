"""Loads PySide6 without what a program that runs well never asks of it.

What is done at each start takes longer than showing an empty window:

- PySide6 6.12 compiles what makes the texts of its error messages and its stub files, from source, each time. Those
  modules are loaded here when the first of their names is asked for: at a call that Qt refuses, or `help()`;
- it reads the source text of every module that is imported, to see whether it names PySide6: only there
  would `from __feature__ import ...` change how Qt is spelled. We use no such feature;
- Python looks for rings of unused objects every 700 new ones, and while a program is loaded there are only
  new ones. `Collector` takes over when the application is made;
- Python looks up every function of every library when it is loaded, instead of when it is first called.

Nothing of Qt is changed. `tests/ui/test_starting.py` says when a newer PySide6 goes about it otherwise; then
nothing happens here, and a start takes longer.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from threading import RLock
from types import ModuleType
from typing import Any, SupportsIndex

from hardship_desk.domain.overriding import override

_SIGNATURE = "shibokensupport.signature."
LATE = frozenset(
    _SIGNATURE + name
    for name in ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator")
)
_FEATURES, _LOOKS = "shibokensupport.feature", "_mod_uses_pyside"
_LOADING = RLock()


def load_qt() -> None:
    """Load what PySide6 begins with; before anything that imports it, once."""
    gc.disable()
    if sys.platform != "win32":
        sys.setdlopenflags(os.RTLD_LAZY | os.RTLD_LOCAL)
    if "PySide6" not in sys.modules:
        with _late_modules():
            import_module("PySide6.QtCore")
    leave_sources_alone()


def leave_sources_alone() -> None:
    """Tell PySide6 that no module uses its features; once is enough."""
    features = sys.modules.get(_FEATURES)
    if hasattr(features, _LOOKS):
        setattr(features, _LOOKS, _uses_no_features)


def _uses_no_features(_module: object) -> bool:
    return False


class LateModule(ModuleType):
    """Is loaded when a name is asked that only a loaded module has."""

    @override
    def __getattribute__(self, name: str) -> object:
        if not name.startswith("__"):
            _load(self)
        return ModuleType.__getattribute__(self, name)  # `super` asks for the class it had


def _load(module: LateModule) -> None:
    """Load under the name it was found by: PySide6 gives its modules another one meanwhile."""
    with _LOADING:
        loader = vars(module).pop(_LateLoader.__name__, None)
        if not isinstance(loader, _LateLoader):
            return
        renamed = module.__spec__
        module.__spec__ = ModuleSpec(loader.name, loader.real)
        loader.real.exec_module(module)
        module.__spec__ = renamed
        module.__class__ = ModuleType  # type: ignore[assignment]


class _LateLoader(Loader):
    """Makes the module, and leaves loading for later."""

    def __init__(self, name: str, real: Loader) -> None:
        self.name, self.real = name, real

    @override
    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return LateModule(spec.name)

    @override
    def exec_module(self, module: ModuleType) -> None:
        vars(module)[_LateLoader.__name__] = self


class _LateFinder(MetaPathFinder):
    """Finds the modules that may come late where others find them."""

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in LATE:
            return None
        others = (finder for finder in sys.meta_path if finder is not self)
        found = (finder.find_spec(fullname, path, target) for finder in others)
        spec = next((spec for spec in found if spec is not None), None)
        if spec is not None and spec.loader is not None:
            spec.loader = _LateLoader(fullname, spec.loader)
        return spec


class _FirstStays(list[Any]):
    """PySide6 puts a finder of its own at the front while it loads; ours is to be asked before it."""

    @override
    def insert(self, index: SupportsIndex, finder: object) -> None:
        super().insert(max(1, int(index)), finder)


@contextmanager
def _late_modules() -> Iterator[None]:
    earlier = sys.meta_path
    sys.meta_path = _FirstStays([_LateFinder(), *earlier])
    try:
        yield
    finally:
        sys.meta_path = earlier
