"""Imports modules without PySide6 reading the source of each of them.

From the moment it is loaded, PySide6 reads the source text of every module that is imported, to see
whether it names PySide6: only there would `from __feature__ import ...` change how Qt is spelled. We
use no such feature, and with some hundred modules it takes a tenth of the start.
`tests/ui/test_starting.py` says when a newer PySide6 goes about it otherwise; then nothing happens here.
"""

from __future__ import annotations

import sys

_FEATURES, _LOOKS = "shibokensupport.feature", "_mod_uses_pyside"


def leave_sources_alone() -> None:
    """Tell PySide6 that no module uses its features; once is enough."""
    features = sys.modules.get(_FEATURES)
    if hasattr(features, _LOOKS):
        setattr(features, _LOOKS, _uses_no_features)


def _uses_no_features(_module: object) -> bool:
    return False
