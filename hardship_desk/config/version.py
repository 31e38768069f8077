"""Which version of the program this is."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import tomli

_NAME = "hardship-desk"
_CHECKOUT = Path(__file__).resolve().parent.parent.parent


def program_version(checkout: Path = _CHECKOUT) -> str:
    """The version of this checkout, or else of the installed program, such as "0.1.0".

    "0" where neither says so.
    """
    stated = _stated_in(checkout / "pyproject.toml")
    if stated:
        return stated
    try:
        return metadata.version(_NAME)
    except metadata.PackageNotFoundError:
        return "0"


def _stated_in(file: Path) -> str:
    try:
        project = tomli.loads(file.read_text("utf-8")).get("project", {})
    except (OSError, ValueError):
        return ""
    return str(project["version"]) if project.get("name") == _NAME else ""
