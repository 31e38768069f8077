"""Where templates are filled: strict, escaped, and without a way out."""

from __future__ import annotations

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

FILTERS = ("upper", "lower", "capitalize", "trim", "join", "length", "replace")
"""What a letter may do with its words; the others of Jinja are of no use to it."""


def sandbox() -> ImmutableSandboxedEnvironment:
    """An environment with nothing in it but fields: no functions, no includes, few filters."""
    made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    made.globals.clear()
    for name in [name for name in made.filters if name not in FILTERS]:
        del made.filters[name]
    return made
