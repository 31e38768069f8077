"""Keeps None alive where the binding to Qt gives it away.

PySide6 6.12.0 on Python 3.11 returns None from every Qt method without taking a reference, as if
None were immortal (which it is from Python 3.12 on). After some thousands of calls None is freed
and the process dies: "Fatal Python error: none_dealloc". Seen with 3.11.7; measured by
`tests/ui/test_lasting_none.py`, which says when this module can go.
"""

from __future__ import annotations

import ctypes
import sys

_FIRST_IMMORTAL = (3, 12)
_MANY = sys.maxsize // 4


def make_none_last() -> None:
    """Give None so many references that a session cannot use them up; once is enough."""
    if sys.version_info[:2] >= _FIRST_IMMORTAL or sys.implementation.name != "cpython":
        return
    if sys.getrefcount(None) < _MANY:
        # The count is the first word of an object in CPython up to 3.11.
        ctypes.c_ssize_t.from_address(id(None)).value += _MANY
