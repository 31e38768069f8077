"""Keeps None, True and False alive where the binding to Qt gives them away.

PySide6 6.12.0 on Python 3.11 returns None from every Qt method without taking a reference, as if
None were immortal (which it is from Python 3.12 on), and loses one to True or False for each signal
that carries it. After some thousands of calls the object is freed and the process dies: "Fatal
Python error: none_dealloc" or "bool_dealloc". Seen with 3.11.7; measured by
`tests/ui/test_lasting_none.py`, which says when this module can go.
"""

from __future__ import annotations

import ctypes
import sys

_FIRST_IMMORTAL = (3, 12)
_MANY = sys.maxsize // 4
_GIVEN_AWAY = (None, True, False)


def make_none_last() -> None:
    """Give each so many references that a session cannot use them up; once is enough."""
    if sys.version_info[:2] >= _FIRST_IMMORTAL or sys.implementation.name != "cpython":
        return
    for given_away in _GIVEN_AWAY:
        if sys.getrefcount(given_away) < _MANY:
            # The count is the first word of an object in CPython up to 3.11.
            ctypes.c_ssize_t.from_address(id(given_away)).value += _MANY
